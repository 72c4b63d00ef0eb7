#include "store/store.h"

#include "store/actor.h"
#include "store/fields.h"
#include "store/history.h"
#include "store/open.h"
#include "store/queries.h"
#include "store/search.h"
#include "store/transaction.h"
#include "store/undo.h"
#include "store/verify.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

/// Rolls back whatever was not committed, also when the change function throws.
class WriteScope {
 public:
  explicit WriteScope(Database& database) : database_(database) {}
  ~WriteScope() { database_.rollback(); }
  WriteScope(const WriteScope&) = delete;
  WriteScope& operator=(const WriteScope&) = delete;

 private:
  Database& database_;
};

/// COMMIT can fail after the change has arrived (its last sync failed). Whoever reads the sentence
/// wants to know whether to do it again.
base::Error afterFailedCommit(base::Error error, const Recorder& recorder) {
  const auto arrived = recorder.arrived();
  if (!arrived) {
    error.message += " Whether this change was kept shows when the store is opened again.";
  } else if (*arrived) {
    error.message +=
        " The change is in the store, but the disk did not confirm that it will stay there.";
  } else {
    error.message += " Nothing of this change was kept.";
  }
  return error;
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::unique_ptr<Database> database, std::string name, bool readOnly,
              const base::Clock& clock, base::IdSource& ids)
      : database_(std::move(database)),
        queries_(*database_),
        name_(std::move(name)),
        readOnly_(readOnly),
        clock_(clock),
        ids_(ids) {}

  Result<Commit> write(std::string_view label,
                       const std::function<Result<void>(Transaction&)>& change) override;
  Result<Commit> undo() override { return compensate(Direction::undo); }
  Result<Commit> redo() override { return compensate(Direction::redo); }
  Result<std::optional<std::string>> undoLabel() const override { return labelOf(Direction::undo); }
  Result<std::optional<std::string>> redoLabel() const override { return labelOf(Direction::redo); }

  std::uint64_t revision() const override;
  std::uint64_t knownRevision() const override { return revision_; }
  Result<void> reading(const std::function<Result<void>()>& look) const override {
    const ReadScope scope(*database_);
    if (!scope.begun()) return base::passOn(scope.begun());
    return look();
  }
  const std::filesystem::path& path() const override { return database_->path(); }
  bool readOnly() const override { return readOnly_; }

  Result<std::vector<model::Article>> articles() const override { return queries_.articles(); }
  Result<model::Article> article(const model::ArticleId& id) const override {
    return queries_.article(id);
  }
  Result<model::Draft> draft(const model::DraftId& id) const override { return queries_.draft(id); }
  Result<std::vector<model::Draft>> drafts(const model::ArticleId& article) const override {
    return queries_.drafts(article);
  }
  Result<std::vector<std::pair<model::ItemId, model::Anchor>>> anchors(
      const model::DraftId& draft) const override {
    return queries_.anchors(draft);
  }
  Result<std::optional<model::ArticleId>> articleWithText(std::string_view sha256) const override {
    return queries_.articleWithText(sha256);
  }
  Result<std::vector<model::Item>> items(const model::ArticleId& article) const override {
    return queries_.items(article);
  }
  Result<model::Item> item(const model::ItemId& id) const override { return queries_.item(id); }
  Result<std::vector<model::StoredSpeaker>> speakers(
      const model::ArticleId& article) const override {
    return queries_.speakers(article);
  }
  Result<std::vector<model::Source>> sources() const override { return queries_.sources(); }
  Result<model::Source> source(const model::SourceId& id) const override {
    return queries_.source(id);
  }
  Result<std::vector<model::Evidence>> evidence(const model::ArticleId& article) const override {
    return queries_.evidence(article);
  }
  Result<std::vector<model::Evidence>> evidence(const model::ItemId& item) const override {
    return queries_.evidence(item);
  }
  Result<model::Evidence> evidence(const model::EvidenceId& id) const override {
    return queries_.evidence(id);
  }
  Result<std::vector<model::Query>> queries(
      const std::optional<model::ArticleId>& article) const override {
    return queries_.queries(article);
  }
  Result<std::vector<model::Query>> queriesAbout(const model::ItemId& item) const override {
    return queries_.queriesAbout(item);
  }
  Result<model::Query> query(const model::QueryId& id) const override { return queries_.query(id); }
  Result<std::vector<model::Snapshot>> snapshots() const override { return queries_.snapshots({}); }
  Result<std::vector<model::Snapshot>> snapshots(const model::SourceId& source) const override {
    return queries_.snapshots(source);
  }
  Result<std::string> snapshotBytes(const model::SnapshotId& id) const override {
    return queries_.snapshotBytes(id);
  }
  Result<std::vector<HistoryEntry>> history(const std::optional<model::ItemId>& item,
                                            std::size_t limit) const override {
    return readHistory(*database_, item, limit);
  }
  Result<std::vector<SearchHit>> search(std::string_view words, std::size_t limit) const override {
    return store::search(*database_, words, limit);
  }
  Result<std::int64_t> nextArticleNumber() const override { return queries_.nextArticleNumber(); }
  Result<std::int64_t> nextDraftNumber(const model::ArticleId& article) const override {
    return queries_.nextDraftNumber(article);
  }
  Result<std::int64_t> nextItemNumber(const model::ArticleId& article, char letter) const override {
    return queries_.nextItemNumber(article, letter);
  }
  Result<std::int64_t> nextSourceNumber() const override { return queries_.nextSourceNumber(); }
  Result<std::int64_t> nextQueryNumber() const override { return queries_.nextQueryNumber(); }
  Result<VerifyReport> verify() const override { return verifyStore(*database_); }

 private:
  Result<void> beginWriting();
  Result<Commit> finish(Recorder& recorder, std::string_view label);
  Result<Commit> compensate(Direction direction);
  Result<std::optional<std::string>> labelOf(Direction direction) const;

  std::unique_ptr<Database> database_;
  Queries queries_;
  std::string name_;
  bool readOnly_;
  const base::Clock& clock_;
  base::IdSource& ids_;
  mutable std::uint64_t revision_ = 1;
  mutable std::int64_t dataVersion_ = 0;
};

Result<void> SqliteStore::beginWriting() {
  if (readOnly_) {
    return base::fail(ErrorCode::io,
                      "The store " + path().string() +
                          " was opened read-only. Open it for writing to change it.");
  }
  if (database_->inTransaction()) {
    return base::fail(ErrorCode::internal, "A change was begun inside another change.");
  }
  return database_->beginWriting();
}

// Heads of the chains, COMMIT, and the truth about how that went.
Result<Commit> SqliteStore::finish(Recorder& recorder, std::string_view label) {
  Commit commit{std::string(label), clock_.now(), recorder.count(), recorder.items(),
                recorder.elsewhere()};
  if (recorder.count() == 0) return commit;  // the scope rolls the empty transaction back
  if (auto done = recorder.finish(); !done) return base::passOn(done);
  const auto done = database_->commit();
  ++revision_;  // also after a failure: what the file holds now has to be looked at again
  if (!done) return std::unexpected(afterFailedCommit(done.error(), recorder));
  commit.at = clock_.now();
  return commit;
}

Result<Commit> SqliteStore::write(std::string_view label,
                                  const std::function<Result<void>(Transaction&)>& change) {
  if (auto ok = checkText("The name of a command", label); !ok) return base::passOn(ok);
  if (auto begun = beginWriting(); !begun) return base::passOn(begun);
  const WriteScope scope(*database_);
  Recorder recorder(*database_, name_, clock_, ids_,
                    CommandRecord{"do", std::string(label), std::nullopt, clock_.now()});
  StoreTransaction transaction(*database_, recorder);
  if (auto changed = change(transaction); !changed) return base::passOn(changed);
  return finish(recorder, label);
}

Result<Commit> SqliteStore::compensate(Direction direction) {
  if (auto begun = beginWriting(); !begun) return base::passOn(begun);
  const WriteScope scope(*database_);
  const auto target = undoTarget(*database_, name_, direction);
  if (!target) return base::passOn(target);
  const bool undoing = direction == Direction::undo;
  if (!*target) {
    return base::fail(ErrorCode::notFound,
                      undoing ? "There is nothing to undo." : "There is nothing to redo.");
  }
  Recorder recorder(
      *database_, name_, clock_, ids_,
      CommandRecord{undoing ? "undo" : "redo", (*target)->label, (*target)->id, clock_.now()});
  auto done = store::compensate(*database_, recorder, **target, direction);
  if (!done) return base::passOn(done);
  return finish(recorder, (*target)->label);
}

Result<std::optional<std::string>> SqliteStore::labelOf(Direction direction) const {
  auto target = undoTarget(*database_, name_, direction);
  if (!target) return base::passOn(target);
  if (!*target) return std::optional<std::string>();
  return std::move((*target)->label);
}

// data_version changes with commits of others only; our own are counted in finish().
std::uint64_t SqliteStore::revision() const {
  // Asked in every frame: a window must not stand still because somebody else is writing.
  const NoWaiting atOnce(*database_);
  Query query = database_->query("PRAGMA data_version");
  const auto row = query.step();
  // When the file cannot be looked at now, the screen keeps what it shows; the next query says why.
  if (!row || !*row) return revision_;
  if (const std::int64_t seen = query.integer(0); seen != dataVersion_) {
    dataVersion_ = seen;
    ++revision_;
  }
  return revision_;
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const OpenOptions& options, const base::Clock& clock,
                                           base::IdSource& ids) {
  auto name = checkedActorName(options.actor);
  if (!name) return base::passOn(name);
  auto database = openDatabase(options);
  if (!database) return base::passOn(database);
  return std::make_unique<SqliteStore>(std::move(*database), std::move(*name), options.readOnly,
                                       clock, ids);
}

}  // namespace assay::store
