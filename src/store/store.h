// The claim store: one SQLite file that holds everything a desk has decided, and why.
//
// The record is an append-only table of events with a hash chain; the state tables are a fold
// over it, written in the same transaction (src/store/SCHEMA.md has the whole format). This
// header is the room's only face: no SQL and no SQLite type leaves it.
//
// What it is not: it knows no commands and no screens (app/), and decides nothing about how
// numbers or anchors are made up (model/).
//
// Ownership: a Store owns its connection. Thread: one thread at a time, the one that opened it.
// Units: spans are bytes of the draft's text. Errors: busy (somebody else holds the file; the
// message says who when that is known), corrupt, unsupported (a newer or foreign file), io,
// conflict, notFound.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"
#include "model/snapshot.h"

namespace assay::store {

/// Who else may have the store open.
enum class Sharing : std::uint8_t {
  automatic,  ///< one editor on a network file system, where locks fail; several elsewhere
  several,
  oneEditor,  ///< nobody else gets in, to read or to write, until it is closed
};

struct OpenOptions {
  std::filesystem::path path;
  std::string actor;            ///< who edits, as shown in the history; must not be empty
  bool createIfMissing = true;  ///< else notFound
  bool readOnly = false;  ///< nothing is changed; a crash's leftovers are mended where allowed
  /// Where copies go that are laid down by themselves; beside the store when empty.
  std::filesystem::path backups = {};
  Sharing sharing = Sharing::automatic;  ///< of no matter to a reader
};

/// Fields that can be changed after an item was made. Their values travel as text: statuses,
/// verdicts and kinds by their ids, flags as a number ("12"), switches as "0" or "1", the roles of
/// a speaker one a line. A kind keeps its letter: a quote stays a quote.
enum class ItemField : std::uint8_t {
  status,
  wording,
  flags,
  verdict,
  explanation,
  note,
  correction,
  kind,
  speaker,  ///< a SpeakerId, or empty for unknown
  parent,   ///< of a claim: the ItemId of the quote it was made in, or empty
};
enum class SourceField : std::uint8_t {
  kind,
  title,
  author,
  publisher,
  url,
  archivedUrl,
  lookedAt,
  contact,
  note,
  sensitive,
};
enum class EvidenceField : std::uint8_t { stance, excerpt, locator, note };
enum class ArticleField : std::uint8_t { title, byline, outlet, url };
enum class SpeakerField : std::uint8_t { name, kind, roles };
/// Times are milliseconds since 1970 ("0": not yet).
enum class QueryField : std::uint8_t { kind, recipient, contact, text, asked, answered, answer };

/// What a write function may do. Every call appends one event and changes the state by it; an
/// unchanged value appends nothing. Valid only inside Store::write.
class Transaction {
 public:
  virtual ~Transaction() = default;

  // The identity in the value must be set and new. Numbers must come from Store::next….
  virtual base::Result<void> add(const model::Article& article) = 0;
  virtual base::Result<void> add(const model::Draft& draft) = 0;  ///< with its blocks
  virtual base::Result<void> add(const model::StoredSpeaker& speaker) = 0;
  virtual base::Result<void> add(const model::Item& item, const model::DraftId& draft) = 0;
  virtual base::Result<void> add(const model::Source& source) = 0;
  virtual base::Result<void> add(const model::Evidence& evidence) = 0;
  virtual base::Result<void> add(const model::Query& query) = 0;
  /// Keeps `bytes` in the store; size and SHA-256 in the value must be theirs. tooLarge above
  /// kMostBytesOfASnapshot (limits.h).
  virtual base::Result<void> add(const model::Snapshot& snapshot, std::string_view bytes) = 0;

  virtual base::Result<void> set(const model::ItemId& id, ItemField field,
                                 std::string_view value) = 0;
  virtual base::Result<void> set(const model::SourceId& id, SourceField field,
                                 std::string_view value) = 0;
  virtual base::Result<void> set(const model::EvidenceId& id, EvidenceField field,
                                 std::string_view value) = 0;
  virtual base::Result<void> set(const model::ArticleId& id, ArticleField field,
                                 std::string_view value) = 0;
  virtual base::Result<void> set(const model::SpeakerId& id, SpeakerField field,
                                 std::string_view value) = 0;
  virtual base::Result<void> set(const model::QueryId& id, QueryField field,
                                 std::string_view value) = 0;
  /// Whether the query is about the item from now on. It stays about one at least.
  virtual base::Result<void> setAbout(const model::QueryId& id, const model::ItemId& item,
                                      bool about) = 0;
  /// Where the item stands in the draft from now on.
  virtual base::Result<void> setAnchor(const model::ItemId& id, const model::DraftId& draft,
                                       const model::Anchor& anchor) = 0;
  virtual base::Result<void> setBlockRole(const model::DraftId& draft, std::size_t block,
                                          model::BlockRole role) = 0;

  // Taken out of sight, never erased; undo brings them back. Their numbers stay used.
  virtual base::Result<void> remove(const model::ItemId& id) = 0;
  virtual base::Result<void> remove(const model::SourceId& id) = 0;
  virtual base::Result<void> remove(const model::EvidenceId& id) = 0;
  virtual base::Result<void> remove(const model::QueryId& id) = 0;
  virtual base::Result<void> remove(const model::SnapshotId& id) = 0;
};

/// A write that was acknowledged: it survives a crash and a power loss.
struct Commit {
  std::string label;                 ///< of the command, or of the command undone or redone
  base::Millis at = 0;               ///< when COMMIT returned
  std::size_t events = 0;            ///< 0 when nothing changed (then nothing was written)
  std::vector<model::ItemId> items;  ///< items it touched, for showing what an undo did
  /// It touched more than `items` show: an article, a draft, a speaker, what a source says.
  bool elsewhere = false;
};

/// One line of the history, newest last. Values are as people read them: speakers by name, flags
/// by their words, a place in the text by what stands there; words such as statuses by their ids.
struct HistoryEntry {
  base::Millis at = 0;
  std::string actor;
  std::string command;  ///< "Mark Q3 verified", "Undo: Mark Q3 verified"
  /// "created", "removed", "restored", or the field: "status". For things other than items with
  /// their kind in front: "evidence created", "source title".
  std::string what;
  std::string before;  ///< empty for "created"
  std::string after;   ///< for "created" what was made: the item's text, the source's title
  std::optional<model::ItemId> item;
  bool undone = false;  ///< the command is undone at present
};

/// A place where searched words stand.
struct SearchHit {
  /// "item", "source", "evidence", "speaker", "article", "query", or "draft" (its text)
  std::string what;
  std::string field;  ///< "text", "note", "title", …; "block/3" of a draft
  /// As people name it: "A1:Q3", "S2", "A1", "query 3"; of evidence that of its item.
  std::string number;
  std::string snippet;            ///< the words around; "…" where it was cut
  std::vector<base::Span> marks;  ///< the found words in the snippet, in bytes
  model::ArticleId article;       ///< empty for a source
  std::optional<model::ItemId> item;
  std::optional<model::SourceId> source;
};

/// What verify found. Everything wrong is a sentence.
struct VerifyReport {
  std::uint64_t events = 0;
  std::uint64_t commands = 0;
  std::uint64_t articles = 0;
  std::uint64_t items = 0;
  std::string head;  ///< hash of the newest event of this file, 64 hexadecimal digits, or empty
  std::vector<std::string> problems;
  std::vector<std::string> notes;  ///< true things that are no fault, such as redactions

  [[nodiscard]] bool ok() const { return problems.empty(); }
};

class Store {
 public:
  /// Opens or creates. Refuses a foreign or newer file without changing a byte of it; migrates an
  /// older one after a verified backup. `clock` and `ids` must outlive the store.
  [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const OpenOptions& options,
                                                                 const base::Clock& clock,
                                                                 base::IdSource& ids);
  virtual ~Store() = default;

  /// Runs `change` inside one BEGIN IMMEDIATE transaction that becomes one undo step named
  /// `label`. Queries of this store made inside `change` see its own changes. Any error, of
  /// `change` or of the disk, rolls everything back.
  virtual base::Result<Commit> write(
      std::string_view label, const std::function<base::Result<void>(Transaction&)>& change) = 0;

  /// Takes back the newest command of this actor that is not undone, by compensating events.
  /// notFound when there is none; conflict, naming the value, when somebody changed it since.
  virtual base::Result<Commit> undo() = 0;
  virtual base::Result<Commit> redo() = 0;
  /// Label of what undo and redo would do now.
  [[nodiscard]] virtual base::Result<std::optional<std::string>> undoLabel() const = 0;
  [[nodiscard]] virtual base::Result<std::optional<std::string>> redoLabel() const = 0;

  /// Grows with every change of the file, by this or another process. Cheap enough for every
  /// frame: in-memory counter plus SQLite's data_version.
  [[nodiscard]] virtual std::uint64_t revision() const = 0;
  /// The same without a look at the file: what revision() said last, and this store's own changes.
  [[nodiscard]] virtual std::uint64_t knownRevision() const = 0;
  /// Calls `look` while the file is held as it is: its queries see one state, and the file is
  /// locked once instead of once a query. Others wait with their commits for that long.
  virtual base::Result<void> reading(const std::function<base::Result<void>()>& look) const = 0;
  [[nodiscard]] virtual const std::filesystem::path& path() const = 0;
  [[nodiscard]] virtual bool readOnly() const = 0;

  // Queries. Removed things are left out. Lists are ordered: articles and sources by number,
  // items by their place in the newest draft (then quotes before claims, then by number),
  // evidence in the order it was added. An item that has no place in the newest draft has no spans,
  // and the words of the newest draft in which it has one.
  [[nodiscard]] virtual base::Result<std::vector<model::Article>> articles() const = 0;
  [[nodiscard]] virtual base::Result<model::Article> article(const model::ArticleId& id) const = 0;
  [[nodiscard]] virtual base::Result<model::Draft> draft(const model::DraftId& id) const = 0;
  /// Those of an article in sight, by number, without their texts and blocks.
  [[nodiscard]] virtual base::Result<std::vector<model::Draft>> drafts(
      const model::ArticleId& article) const = 0;
  /// Where the items in sight stand in a draft; those without a place there are left out.
  [[nodiscard]] virtual base::Result<std::vector<std::pair<model::ItemId, model::Anchor>>> anchors(
      const model::DraftId& draft) const = 0;
  /// The article that has a draft of this text, if any.
  [[nodiscard]] virtual base::Result<std::optional<model::ArticleId>> articleWithText(
      std::string_view sha256) const = 0;
  [[nodiscard]] virtual base::Result<std::vector<model::Item>> items(
      const model::ArticleId& article) const = 0;
  [[nodiscard]] virtual base::Result<model::Item> item(const model::ItemId& id) const = 0;
  [[nodiscard]] virtual base::Result<std::vector<model::StoredSpeaker>> speakers(
      const model::ArticleId& article) const = 0;
  [[nodiscard]] virtual base::Result<std::vector<model::Source>> sources() const = 0;
  [[nodiscard]] virtual base::Result<model::Source> source(const model::SourceId& id) const = 0;
  [[nodiscard]] virtual base::Result<std::vector<model::Evidence>> evidence(
      const model::ArticleId& article) const = 0;
  [[nodiscard]] virtual base::Result<std::vector<model::Evidence>> evidence(
      const model::ItemId& item) const = 0;
  [[nodiscard]] virtual base::Result<model::Evidence> evidence(
      const model::EvidenceId& id) const = 0;
  /// By number; in sight while its article is, and about the items in sight. Of the whole store
  /// when no article is named.
  [[nodiscard]] virtual base::Result<std::vector<model::Query>> queries(
      const std::optional<model::ArticleId>& article) const = 0;
  /// Those about one item, as queries() gives them.
  [[nodiscard]] virtual base::Result<std::vector<model::Query>> queriesAbout(
      const model::ItemId& item) const = 0;
  [[nodiscard]] virtual base::Result<model::Query> query(const model::QueryId& id) const = 0;
  /// Of all sources in sight, in the order they were taken.
  [[nodiscard]] virtual base::Result<std::vector<model::Snapshot>> snapshots() const = 0;
  [[nodiscard]] virtual base::Result<std::vector<model::Snapshot>> snapshots(
      const model::SourceId& source) const = 0;
  /// The bytes, exactly those of the SHA-256: corrupt when they are not, or were redacted.
  [[nodiscard]] virtual base::Result<std::string> snapshotBytes(
      const model::SnapshotId& id) const = 0;
  /// Of one item, or of the whole store; at most the newest `limit` entries.
  [[nodiscard]] virtual base::Result<std::vector<HistoryEntry>> history(
      const std::optional<model::ItemId>& item, std::size_t limit) const = 0;

  /// Items, notes, sources, evidence, queries, speakers and the text of newest drafts that hold all
  /// the words; best first, at most `limit`. "Words in a row" in quotes are a phrase, a star finds
  /// the beginnings of words. Accents and case do not count.
  [[nodiscard]] virtual base::Result<std::vector<SearchHit>> search(std::string_view words,
                                                                    std::size_t limit) const = 0;

  // Numbers, one above the highest ever given out; call inside write.
  [[nodiscard]] virtual base::Result<std::int64_t> nextArticleNumber() const = 0;
  [[nodiscard]] virtual base::Result<std::int64_t> nextDraftNumber(
      const model::ArticleId& article) const = 0;
  [[nodiscard]] virtual base::Result<std::int64_t> nextItemNumber(const model::ArticleId& article,
                                                                  char letter) const = 0;
  [[nodiscard]] virtual base::Result<std::int64_t> nextSourceNumber() const = 0;
  [[nodiscard]] virtual base::Result<std::int64_t> nextQueryNumber() const = 0;

  /// Checks the file, the chain of hashes, the keys, and that state = fold(events).
  [[nodiscard]] virtual base::Result<VerifyReport> verify() const = 0;
};

}  // namespace assay::store
