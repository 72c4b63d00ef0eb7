#include "store/history.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/codec.h"
#include "store/event.h"
#include "store/fold.h"
#include "store/names.h"
#include "store/schema.h"

namespace assay::store {

using base::Result;

namespace {

// An event belongs to the last command of its actor at or before it.
constexpr std::string_view kSelect =
    "SELECT c.at, c.name, c.kind, c.label, c.undone_at IS NOT NULL, "
    "e.op, e.entity, e.id, e.field, e.base, iif(e.op = 'create', '', e.payload) FROM event e "
    "JOIN command c ON c.actor = e.actor AND c.first = "
    "(SELECT max(first) FROM command WHERE actor = e.actor AND first <= e.aseq) ";

constexpr std::string_view kOfItem =
    "WHERE e.id IN (SELECT ?1 UNION ALL SELECT id FROM evidence WHERE item = ?1 "
    "UNION ALL SELECT query FROM query_item WHERE item = ?1) ORDER BY e.hlc DESC LIMIT ?2";
constexpr std::string_view kOfItemWithoutQueries =
    "WHERE e.id IN (SELECT ?1 UNION ALL SELECT id FROM evidence WHERE item = ?1) "
    "ORDER BY e.hlc DESC LIMIT ?2";
constexpr std::string_view kOfStore = "WHERE e.entity <> 'command' ORDER BY e.seq DESC LIMIT ?1";

// An undo carries the label of what it took back.
std::string commandText(std::string_view kind, std::string_view label) {
  if (kind == "undo") return fmt::format("Undo: {}", label);
  if (kind == "redo") return fmt::format("Redo: {}", label);
  return std::string(label);
}

/// What a thing is, for the "after" of "created".
Result<std::string> contentOf(Database& database, Entity entity, std::string_view id) {
  const auto select = [&]() -> std::string_view {
    switch (entity) {
      case Entity::item: return "SELECT value FROM anchor WHERE item = ?1 LIMIT 1";
      case Entity::evidence: return "SELECT excerpt FROM evidence WHERE id = ?1";
      case Entity::source: return "SELECT title FROM source WHERE id = ?1";
      case Entity::article: return "SELECT title FROM article WHERE id = ?1";
      case Entity::speaker: return "SELECT name FROM speaker WHERE id = ?1";
      case Entity::query: return "SELECT text FROM query WHERE id = ?1";
      case Entity::snapshot: return "SELECT name FROM snapshot WHERE id = ?1";
      default: return {};
    }
  }();
  if (select.empty()) return std::string();
  Query query = database.query(select);
  const auto row = query.bind(1, id).step();
  if (!row) return base::passOn(row);
  if (!*row) return std::string();
  if (entity != Entity::item) return query.text(0);
  const auto anchor = decodeAnchor(query.text(0));
  if (!anchor) return base::passOn(anchor);
  return anchor->exact;
}

// Evidence is shown with the item it is about.
Result<std::optional<model::ItemId>> itemOf(Database& database, Entity entity,
                                            const std::string& id) {
  if (entity == Entity::item) return model::ItemId{id};
  if (entity != Entity::evidence) return std::optional<model::ItemId>();
  Query query = database.query("SELECT item FROM evidence WHERE id = ?1");
  const auto row = query.bind(1, id).step();
  if (!row) return base::passOn(row);
  if (!*row) return std::optional<model::ItemId>();
  return model::ItemId{query.text(0)};
}

// People do not set a field "removed"; they remove and bring back.
std::string whatWord(Op op, std::string_view field, std::string_view after) {
  if (op == Op::create) return "created";
  if (op == Op::redact) return "redacted";
  if (field == kRemovedField) return after == "1" ? "removed" : "restored";
  return shownField(field);
}

Result<HistoryEntry> entryOf(Database& database, const Query& row) {
  HistoryEntry entry;
  entry.at = row.integer(0);
  entry.actor = row.text(1);
  entry.command = commandText(row.text(2), row.text(3));
  entry.undone = row.integer(4) != 0;
  const auto op = opByName(row.text(5));
  const auto entity = entityByName(row.text(6));
  const std::string id = row.text(7);
  const std::string field = row.text(8);
  if (auto sound = row.sound(); !sound) return base::passOn(sound);
  if (!op || !entity) {
    return base::fail(base::ErrorCode::unsupported,
                      "The history holds a change that this version does not know.");
  }
  entry.what = whatWord(*op, field, row.text(10));
  // Things other than items say what they are: "evidence created", "source title".
  if (*entity != Entity::item) entry.what = fmt::format("{} {}", entityName(*entity), entry.what);
  auto item = itemOf(database, *entity, id);
  if (!item) return base::passOn(item);
  entry.item = std::move(*item);
  if (*op == Op::create) {
    auto content = contentOf(database, *entity, id);
    if (!content) return base::passOn(content);
    entry.after = std::move(*content);
  } else if (*op == Op::set && field != kRemovedField) {
    auto before = shownValue(database, *entity, field, row.text(9));
    if (!before) return base::passOn(before);
    auto after = shownValue(database, *entity, field, row.text(10));
    if (!after) return base::passOn(after);
    entry.before = std::move(*before);
    entry.after = std::move(*after);
  }
  return entry;
}

}  // namespace

Result<std::vector<HistoryEntry>> readHistory(Database& database,
                                              const std::optional<model::ItemId>& item,
                                              std::size_t limit) {
  const ReadScope scope(database);
  if (!scope.begun()) return base::passOn(scope.begun());
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  const std::string_view ofItem =
      *schema < kFirstSchemaWithQueries ? kOfItemWithoutQueries : kOfItem;
  Query rows = database.query(std::string(kSelect) + std::string(item ? ofItem : kOfStore));
  constexpr std::size_t kMost = 1'000'000'000;  // SQLite reads a LIMIT as signed
  const std::size_t most = std::min(limit, kMost);
  if (item) {
    rows.bind(1, item->value).bind(2, most);
  } else {
    rows.bind(1, most);
  }
  std::vector<HistoryEntry> entries;
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) break;
    auto entry = entryOf(database, rows);
    if (!entry) return base::passOn(entry);
    entries.push_back(std::move(*entry));
  }
  std::ranges::reverse(entries);
  return entries;
}

}  // namespace assay::store
