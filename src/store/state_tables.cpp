// The columns of the tables that are a fold over the events; schema.cpp makes the tables.
#include <algorithm>
#include <array>
#include <vector>

#include "store/schema.h"

namespace assay::store {

namespace {

// By Table.
constexpr std::array<StateTable, kTables> kStateTables{{
    {"actor", "id, name, aseq, hlc, hash"},
    {"command", "id, actor, name, first, hlc, at, kind, label, target, undone_at"},
    {"article", "id, number, title, byline, outlet, url, added_at, removed"},
    {"draft", "id, article, number, sha256, origin, format, added_at, removed, size, text"},
    {"block", "draft, ordinal, first, last, role, given", 2},
    {"speaker", "id, article, name, kind, roles, removed"},
    {"item",
     "id, article, letter, number, kind, parent, speaker, confidence, score, reasons, checkable, "
     "status, decided_by, decided_at, wording, flags, verdict, explanation, note, correction, "
     "removed"},
    {"anchor", "item, draft, value", 2},
    {"source",
     "id, number, kind, title, author, publisher, url, archived_url, looked_at, contact, note, "
     "sensitive, removed"},
    {"evidence", "id, item, source, added, stance, excerpt, locator, note, removed"},
    {"passage", "thing, field, id, entity, text", 2, kFirstSchemaWithSearch},
    {"query",
     "id, article, number, kind, recipient, contact, text, asked, answered, answer, removed", 1,
     kFirstSchemaWithQueries},
    {"query_item", "query, item", 2, kFirstSchemaWithQueries},
    {"snapshot", "id, source, name, sha256, size, taken, removed", 1, kFirstSchemaWithQueries},
}};

}  // namespace

const StateTable& stateTable(Table table) { return kStateTables[static_cast<std::size_t>(table)]; }

std::span<const std::string_view> columnsOf(const StateTable& table) {
  static const auto kColumns = [] {
    std::array<std::vector<std::string_view>, kTables> all;
    for (std::size_t i = 0; i < kTables; ++i) {
      std::string_view rest = kStateTables[i].columns;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(", "), rest.size());
        all[i].push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 2, rest.size()));
      }
    }
    return all;
  }();
  return kColumns[static_cast<std::size_t>(&table - kStateTables.data())];
}

std::span<const StateTable> stateTables(std::int32_t schema) {
  // In the order in which they came: those of an older schema are the first.
  const auto has = [schema](const StateTable& table) { return table.since <= schema; };
  const auto count = std::ranges::count_if(kStateTables, has);
  return std::span<const StateTable>(kStateTables).first(static_cast<std::size_t>(count));
}

}  // namespace assay::store
