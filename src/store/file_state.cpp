#include "store/file_state.h"

#include <fmt/format.h>

#include <array>

namespace assay::store {

using base::Result;

namespace {

/// "INSERT INTO item (id, article, …) VALUES (?1, ?2, …)" of each table.
const std::string& insertSql(Table table) {
  static const auto kSql = [] {
    std::array<std::string, kTables> all;
    for (std::size_t i = 0; i < kTables; ++i) {
      const StateTable& each = stateTable(static_cast<Table>(i));
      std::string values;
      for (std::size_t column = 1; column <= columnsOf(each).size(); ++column) {
        values += fmt::format("{}?{}", column == 1 ? "" : ", ", column);
      }
      all[i] = fmt::format("INSERT INTO {} ({}) VALUES ({})", each.name, each.columns, values);
    }
    return all;
  }();
  return kSql[static_cast<std::size_t>(table)];
}

/// " WHERE item = ?1 AND draft = ?2" of the key.
std::string whereKey(const StateTable& table) {
  std::string where;
  for (std::size_t part = 0; part < table.keys; ++part) {
    where +=
        fmt::format(" {} {} = ?{}", part == 0 ? "WHERE" : "AND", columnsOf(table)[part], part + 1);
  }
  return where;
}

}  // namespace

Result<void> FileState::run(std::string_view sql, Cells cells) {
  Query query = database_.query(sql);
  int parameter = 0;
  for (const Cell& cell : cells) query.bindCell(++parameter, cell);
  return query.run();
}

Result<void> FileState::insert(Table table, Cells row) { return run(insertSql(table), row); }

Result<void> FileState::put(Table table, Cells row) {
  const StateTable& info = stateTable(table);
  std::string key;
  std::string changes;
  const auto columns = columnsOf(info);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i < info.keys) {
      key += fmt::format("{}{}", i == 0 ? "" : ", ", columns[i]);
    } else {
      changes +=
          fmt::format("{} {} = excluded.{}", changes.empty() ? "" : ",", columns[i], columns[i]);
    }
  }
  const std::string otherwise = changes.empty() ? "NOTHING" : "UPDATE SET" + changes;
  return run(fmt::format("{} ON CONFLICT ({}) DO {}", insertSql(table), key, otherwise), row);
}

Result<bool> FileState::set(Table table, Cells key, Changes changes) {
  const StateTable& info = stateTable(table);
  std::string columns;
  auto parameter = static_cast<int>(key.size());
  for (const Change& change : changes) {
    columns += fmt::format("{} {} = ?{}", columns.empty() ? "" : ",", change.column, ++parameter);
  }
  Query update =
      database_.query(fmt::format("UPDATE {} SET{}{}", info.name, columns, whereKey(info)));
  parameter = 0;
  for (const Cell& cell : key) update.bindCell(++parameter, cell);
  for (const Change& change : changes) update.bindCell(++parameter, change.value);
  if (auto done = update.run(); !done) return base::passOn(done);
  return database_.changes() == 1;
}

Result<void> FileState::erase(Table table, Cells key) {
  const StateTable& info = stateTable(table);
  return run(fmt::format("DELETE FROM {}{}", info.name, whereKey(info)), key);
}

Result<std::string> FileState::newestAnchor(std::string_view item) {
  Query newest = database_.query(
      "SELECT a.value FROM anchor a JOIN draft d ON d.id = a.draft WHERE a.item = ?1 "
      "ORDER BY d.number DESC, d.id DESC LIMIT 1");
  const auto row = newest.bind(1, item).step();
  if (!row) return base::passOn(row);
  return *row ? newest.text(0) : std::string();
}

}  // namespace assay::store
