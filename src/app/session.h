// The program without a face: one open store, everything that can be done to it and asked of it.
//
// The command line, the window and tests all go through execute(); there is no second way to
// change anything. Views are cached under the store's revision and shared, never changed.
//
// Ownership: owns the store; clock, ids and files must outlive it. Thread: one at a time; the
// window's own lends it to the jobs of session_jobs.h.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/recollection.h"
#include "app/view.h"
#include "base/clock.h"
#include "base/file_system.h"
#include "base/id.h"
#include "base/job.h"
#include "base/result.h"

namespace assay::app {

/// What the program needs from outside; doubles in tests.
struct Environment {
  const base::Clock& clock;
  base::IdSource& ids;
  base::FileSystem& files;
};

struct SessionOptions {
  std::filesystem::path store;
  std::string actor;  ///< who edits, as shown in the history
  bool create = true;
  bool readOnly = false;
  /// Where verified backups are laid down: before an older store is brought up to date, and when a
  /// session that could write ends and enough has changed. None at the end when empty.
  std::filesystem::path backups = {};
  /// Told at the end of the session when no backup could be laid down. Must outlive the session.
  std::function<void(const base::Error&)> backupFailed = {};
};

/// What a command did.
struct Outcome {
  std::string message;  ///< for the status line: "Q3 verified", "Undone: Mark Q3 verified"
  base::Millis at = 0;  ///< when it became durable; 0 when nothing had to change
  std::vector<model::ItemId> items;           ///< touched or made
  std::optional<model::ArticleId> article;    ///< made by ImportArticle
  std::optional<model::SourceId> source;      ///< made or used
  std::optional<model::EvidenceId> evidence;  ///< made
  std::optional<model::QueryId> query;        ///< made
  std::optional<model::SnapshotId> snapshot;  ///< made
};

class Session {
 public:
  [[nodiscard]] static base::Result<std::unique_ptr<Session>> open(const SessionOptions& options,
                                                                   Environment environment);

  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// `job` is told how far it is, and can stop what takes long: then nothing of it is kept.
  [[nodiscard]] base::Result<Outcome> execute(const Command& command, const base::Job& job = {});
  [[nodiscard]] base::Result<Outcome> undo();
  [[nodiscard]] base::Result<Outcome> redo();
  /// "Mark Q3 verified", or nothing when there is nothing to take back.
  [[nodiscard]] std::optional<std::string> undoLabel() const;
  [[nodiscard]] std::optional<std::string> redoLabel() const;

  /// Grows when anything in the file changed, also by another process.
  [[nodiscard]] std::uint64_t revision() const { return store_->revision(); }
  /// What revision() said last, and our own changes since; the file is not looked at.
  [[nodiscard]] std::uint64_t knownRevision() const { return store_->knownRevision(); }
  [[nodiscard]] const std::filesystem::path& path() const { return store_->path(); }
  [[nodiscard]] bool readOnly() const { return store_->readOnly(); }

  [[nodiscard]] base::Result<std::vector<ArticleSummary>> articles() const;
  /// Cached until the store changes; the same pointer as long as nothing changed.
  [[nodiscard]] base::Result<std::shared_ptr<const ArticleView>> article(
      const model::ArticleId& id) const;
  [[nodiscard]] base::Result<std::shared_ptr<const ItemDetail>> item(const model::ItemId& id) const;
  [[nodiscard]] base::Result<std::vector<model::Source>> sources() const;
  /// Every source of the store with the items it is evidence for. Reads all articles: for a screen
  /// that a person opened, not for every frame.
  [[nodiscard]] base::Result<std::vector<SourceUses>> sourceUses() const;
  /// Queries of one article or of the whole store, by number, with what they are about.
  [[nodiscard]] base::Result<std::vector<QueryView>> queries(
      const std::optional<model::ArticleId>& article) const;
  [[nodiscard]] base::Result<std::vector<store::HistoryEntry>> history(
      const std::optional<model::ItemId>& item, std::size_t limit) const;
  /// Where the words stand: items, notes, sources, evidence, text of articles; best first.
  /// "Words in a row" are a phrase, a star finds beginnings, accents and case do not count.
  [[nodiscard]] base::Result<std::vector<store::SearchHit>> search(std::string_view words,
                                                                   std::size_t limit) const {
    return store_->search(words, limit);
  }
  [[nodiscard]] base::Result<store::VerifyReport> verify() const { return store_->verify(); }

  /// The item named by a person: "Q3", or "A2:Q3" when several articles have a Q3. `article`
  /// ("A2", or empty) narrows it down. Never guesses: an ambiguous number is invalidInput and
  /// lists the articles.
  [[nodiscard]] base::Result<model::ItemId> findItem(std::string_view text,
                                                     std::string_view article = {}) const;
  /// The article named "A2", or the only one when `text` is empty.
  [[nodiscard]] base::Result<model::ArticleId> findArticle(std::string_view text) const;
  [[nodiscard]] base::Result<model::SourceId> findSource(std::string_view text) const;
  /// "3" or "query 3".
  [[nodiscard]] base::Result<model::QueryId> findQuery(std::string_view text) const;

  /// For reading the article that is open once more.
  [[nodiscard]] Recollection& recollection() { return recollection_; }

  [[nodiscard]] const Environment& environment() const { return environment_; }
  [[nodiscard]] store::Store& store() { return *store_; }
  [[nodiscard]] const store::Store& store() const { return *store_; }

 private:
  Session(std::unique_ptr<store::Store> store, Environment environment)
      : store_(std::move(store)), environment_(environment) {}

  void forgetOldViews() const;
  [[nodiscard]] base::Result<std::shared_ptr<const ItemDetail>> readItem(
      const model::ItemId& id) const;
  /// After a commit that left every item in its place: the cached view with the rows it touched
  /// read anew, instead of the whole article. `before` is the revision the commit was made on.
  void keepView(std::uint64_t before, const store::Commit& commit) const;

  std::unique_ptr<store::Store> store_;
  Environment environment_;
  Recollection recollection_;
  std::filesystem::path backups_;  ///< empty: no backup at the end
  std::function<void(const base::Error&)> backupFailed_;
  mutable std::uint64_t cachedRevision_ = 0;
  mutable std::map<model::ArticleId, std::shared_ptr<const ArticleView>> articleCache_;
  mutable std::map<model::ItemId, std::shared_ptr<const ItemDetail>> itemCache_;
};

/// The store used when nobody names one: $ASSAY_STORE, else desk.assay in the user's data folder.
[[nodiscard]] std::filesystem::path defaultStore();
/// "backups" in the user's data folder, also for stores that lie elsewhere.
[[nodiscard]] std::filesystem::path defaultBackups();
/// Who edits when nobody says: $ASSAY_ACTOR, else the system's user name.
[[nodiscard]] std::string defaultActor();

}  // namespace assay::app
