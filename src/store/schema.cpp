#include "store/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "store/passages.h"

namespace assay::store {

using base::Result;

namespace {

// The record. Rows are never changed and never deleted; the one exception, a redaction, puts other
// words in place of a value and keeps the hash of what stood there.
constexpr const char* kEventTables = R"sql(
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  actor TEXT NOT NULL CHECK (length(actor) > 0),
  aseq INTEGER NOT NULL CHECK (aseq > 0),
  hlc INTEGER NOT NULL CHECK (hlc > 0),
  schema INTEGER NOT NULL CHECK (schema > 0),
  op TEXT NOT NULL CHECK (length(op) > 0),
  entity TEXT NOT NULL CHECK (length(entity) > 0),
  id TEXT NOT NULL CHECK (length(id) > 0),
  field TEXT NOT NULL,
  base TEXT,
  payload TEXT NOT NULL,
  base_hash BLOB CHECK (length(base_hash) = 32),
  payload_hash BLOB CHECK (length(payload_hash) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (actor, aseq)
) STRICT;
CREATE INDEX event_id ON event (id);
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event is never deleted');
END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq OR (actor = NEW.actor AND aseq = NEW.aseq))
BEGIN
  SELECT RAISE(ABORT, 'an event is never replaced');
END;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
WHEN OLD.seq IS NOT NEW.seq OR OLD.actor IS NOT NEW.actor OR OLD.aseq IS NOT NEW.aseq
  OR OLD.hlc IS NOT NEW.hlc OR OLD.schema IS NOT NEW.schema OR OLD.op IS NOT NEW.op
  OR OLD.entity IS NOT NEW.entity OR OLD.id IS NOT NEW.id OR OLD.field IS NOT NEW.field
  OR OLD.prev IS NOT NEW.prev OR OLD.hash IS NOT NEW.hash
  OR (OLD.base IS NOT NEW.base AND NEW.base_hash IS NULL)
  OR (OLD.payload IS NOT NEW.payload AND NEW.payload_hash IS NULL)
  OR (OLD.base_hash IS NOT NULL AND OLD.base_hash IS NOT NEW.base_hash)
  OR (OLD.payload_hash IS NOT NULL AND OLD.payload_hash IS NOT NEW.payload_hash)
BEGIN
  SELECT RAISE(ABORT, 'an event is never changed, only redacted');
END;
CREATE TABLE local (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Words such as a status are checked for their shape only: the list of them is the program's
// (src/model), and a new one must not need a new schema.
constexpr const char* kStateSql = R"sql(
CREATE TABLE actor (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  aseq INTEGER NOT NULL CHECK (aseq > 0),
  hlc INTEGER NOT NULL CHECK (hlc > 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;
CREATE TABLE command (
  id TEXT NOT NULL PRIMARY KEY,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  first INTEGER NOT NULL CHECK (first > 0),
  hlc INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'redact')),
  label TEXT NOT NULL,
  target TEXT REFERENCES command (id),
  undone_at INTEGER,
  UNIQUE (actor, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX command_done ON command (name, kind, hlc);
CREATE INDEX command_undone ON command (name, undone_at) WHERE undone_at IS NOT NULL;
CREATE INDEX command_target ON command (target) WHERE target IS NOT NULL;
CREATE TABLE article (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number > 0),
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  outlet TEXT NOT NULL,
  url TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX article_number ON article (number);
CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL CHECK (number > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  origin TEXT NOT NULL,
  format TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  size INTEGER NOT NULL CHECK (size >= 0),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX draft_article ON draft (article, number);
CREATE INDEX draft_sha256 ON draft (sha256);
CREATE TABLE block (
  draft TEXT NOT NULL REFERENCES draft (id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  first INTEGER NOT NULL CHECK (first >= 0),
  last INTEGER NOT NULL CHECK (last >= first),
  role TEXT NOT NULL CHECK (length(role) > 0),
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  PRIMARY KEY (draft, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  roles TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX speaker_article ON speaker (article);
CREATE TABLE item (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  letter TEXT NOT NULL CHECK (length(letter) = 1),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  parent TEXT REFERENCES item (id),
  speaker TEXT REFERENCES speaker (id),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  reasons TEXT NOT NULL,
  checkable INTEGER NOT NULL CHECK (checkable IN (0, 1)),
  status TEXT NOT NULL CHECK (length(status) > 0),
  decided_by TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  wording TEXT NOT NULL CHECK (length(wording) > 0),
  flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 255),
  verdict TEXT NOT NULL,
  explanation TEXT NOT NULL,
  note TEXT NOT NULL,
  correction TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX item_article ON item (article, letter, number);
CREATE INDEX item_parent ON item (parent) WHERE parent IS NOT NULL;
CREATE INDEX item_speaker ON item (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE anchor (
  item TEXT NOT NULL REFERENCES item (id),
  draft TEXT NOT NULL REFERENCES draft (id),
  value TEXT NOT NULL CHECK (length(value) > 0),
  PRIMARY KEY (item, draft)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_draft ON anchor (draft);
CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  archived_url TEXT NOT NULL,
  looked_at TEXT NOT NULL,
  contact TEXT NOT NULL,
  note TEXT NOT NULL,
  sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX source_number ON source (number);
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id),
  source TEXT NOT NULL REFERENCES source (id),
  added INTEGER NOT NULL,
  stance TEXT NOT NULL CHECK (length(stance) > 0),
  excerpt TEXT NOT NULL,
  locator TEXT NOT NULL,
  note TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX evidence_item ON evidence (item);
CREATE INDEX evidence_source ON evidence (source);
)sql";

// The table is state like the others; the index is made from it and keeps no texts of its own.
constexpr const char* kPassageSql = R"sql(
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL CHECK (length(entity) > 0),
  thing TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  UNIQUE (thing, field)
) STRICT;
)sql";
constexpr const char* kIndexSql = R"sql(
CREATE VIRTUAL TABLE search USING fts5 (
  text, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
)sql";
// With lists of the beginnings of words of two to five letters: without them every word that begins
// so is read to its end before the first hit comes.
constexpr const char* kPrefixIndexSql = R"sql(
CREATE VIRTUAL TABLE search USING fts5 (
  text, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 2',
  prefix='2 3 4 5'
);
)sql";

// What a query is about has rows of its own: two people may add items to one query apart. The bytes
// of a snapshot stay in its event, which is the only place that has them.
constexpr const char* kQuerySql = R"sql(
CREATE TABLE query (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  recipient TEXT NOT NULL,
  contact TEXT NOT NULL,
  text TEXT NOT NULL,
  asked INTEGER NOT NULL CHECK (asked >= 0),
  answered INTEGER NOT NULL CHECK (answered >= 0),
  answer TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX query_article ON query (article, number);
CREATE INDEX query_number ON query (number);
CREATE TABLE query_item (
  query TEXT NOT NULL REFERENCES query (id),
  item TEXT NOT NULL REFERENCES item (id),
  PRIMARY KEY (query, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX query_item_item ON query_item (item);
CREATE TABLE snapshot (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id),
  name TEXT NOT NULL CHECK (length(name) > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  taken INTEGER NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX snapshot_source ON snapshot (source);
CREATE INDEX snapshot_sha256 ON snapshot (sha256);
)sql";

using Objects = std::map<std::string, std::string>;  // "trigger event_is_kept" -> its SQL

// What ANALYZE leaves is SQLite's own and holds no program text. The name alone says nothing: with
// writable_schema anything can be called so.
bool isStatistics(std::string_view type, std::string_view sql) {
  return type == "table" && (sql == "CREATE TABLE sqlite_stat1(tbl,idx,stat)" ||
                             sql == "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)");
}

Result<Objects> objectsOf(Database& database) {
  Objects objects;
  Query rows = database.query("SELECT type, name, sql FROM sqlite_schema");
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return objects;
    if (isStatistics(rows.text(0), rows.text(2))) continue;
    objects.emplace(rows.text(0) + " " + rows.text(1), rows.text(2));
  }
}

}  // namespace

Result<std::int32_t> storedSchema(Database& database) {
  Query query = database.query("PRAGMA user_version");
  const auto row = query.step();
  if (!row) return base::passOn(row);
  return static_cast<std::int32_t>(query.integer(0));
}

Result<void> createStateTables(Database& database, std::int32_t schema) {
  if (auto made = database.exec(kStateSql); !made) return made;
  if (schema < kFirstSchemaWithSearch) return {};
  if (auto made = database.exec(kPassageSql); !made) return made;
  return schema < kFirstSchemaWithQueries ? Result<void>() : createQueryTables(database);
}

Result<void> createSearchTables(Database& database) {
  if (auto made = database.exec(kPassageSql); !made) return made;
  return database.exec(kIndexSql);
}

Result<void> addPrefixIndex(Database& database) {
  if (auto gone = database.exec("DROP TABLE search"); !gone) return gone;
  if (auto made = database.exec(kPrefixIndexSql); !made) return made;
  return rebuildIndex(database);
}

Result<void> createQueryTables(Database& database) { return database.exec(kQuerySql); }

Result<void> createSchema(Database& database, std::int32_t schema) {
  if (auto made = database.exec(kEventTables); !made) return made;
  if (auto made = createStateTables(database, schema); !made) return made;
  if (schema >= kFirstSchemaWithSearch) {
    const bool prefixes = schema >= kFirstSchemaWithPrefixes;
    if (auto made = database.exec(prefixes ? kPrefixIndexSql : kIndexSql); !made) return made;
  }
  const std::string pragmas =
      fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplicationId, schema);
  return database.exec(pragmas.c_str());
}

namespace {

/// The objects of an empty store of a schema. Made once: every opening of a store compares with
/// them.
template <std::int32_t schema>
const Result<Objects>& wantedObjects() {
  static const Result<Objects> wanted = []() -> Result<Objects> {
    auto model = Database::scratch();
    if (!model) return base::passOn(model);
    if (auto made = createSchema(**model, schema); !made) return base::passOn(made);
    return objectsOf(**model);
  }();
  return wanted;
}

}  // namespace

Result<std::string> schemaDifference(Database& database) {
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  const Result<Objects>& wanted = *schema == 1   ? wantedObjects<1>()
                                  : *schema == 2 ? wantedObjects<2>()
                                                 : wantedObjects<kSchemaVersion>();
  if (!wanted) return base::passOn(wanted);
  const auto found = objectsOf(database);
  if (!found) return base::passOn(found);
  for (const auto& [name, sql] : *found) {
    const auto same = wanted->find(name);
    if (same == wanted->end()) return "It has a " + name + " that no store of ours has.";
    if (same->second != sql) return "Its " + name + " is not as this program makes it.";
  }
  for (const auto& [name, sql] : *wanted) {
    if (!found->contains(name)) return "Its " + name + " is missing.";
  }
  return std::string();
}

}  // namespace assay::store
