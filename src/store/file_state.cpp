#include "store/file_state.h"

#include <fmt/format.h>

#include <array>

namespace assay::store {

using base::Result;

namespace {

struct Statements {
  std::string insert;  ///< "INSERT INTO item (id, article, …) VALUES (?1, ?2, …)"
  std::string put;     ///< the same, and what to do where the key is there
  std::string where;   ///< " WHERE item = ?1 AND draft = ?2" of the key
};

Statements makeStatements(const StateTable& table) {
  std::string values;
  std::string key;
  std::string changes;
  std::string where;
  const auto columns = columnsOf(table);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    values += fmt::format("{}?{}", i == 0 ? "" : ", ", i + 1);
    if (i < table.keys) {
      key += fmt::format("{}{}", i == 0 ? "" : ", ", columns[i]);
      where += fmt::format(" {} {} = ?{}", i == 0 ? "WHERE" : "AND", columns[i], i + 1);
    } else {
      changes += fmt::format("{}{} = excluded.{}", changes.empty() ? "UPDATE SET " : ", ",
                             columns[i], columns[i]);
    }
  }
  const std::string insert =
      fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, table.columns, values);
  return {
      insert,
      fmt::format("{} ON CONFLICT ({}) DO {}", insert, key, changes.empty() ? "NOTHING" : changes),
      where};
}

const Statements& statementsOf(Table table) {
  static const auto kAll = [] {
    std::array<Statements, kTables> all;
    for (std::size_t i = 0; i < kTables; ++i) {
      all[i] = makeStatements(stateTable(static_cast<Table>(i)));
    }
    return all;
  }();
  return kAll[static_cast<std::size_t>(table)];
}

}  // namespace

Result<void> FileState::run(std::string_view sql, Cells cells) {
  Query query = database_.query(sql);
  int parameter = 0;
  for (const Cell& cell : cells) query.bindCell(++parameter, cell);
  return query.run();
}

Result<void> FileState::insert(Table table, Cells row) {
  return run(statementsOf(table).insert, row);
}

Result<void> FileState::put(Table table, Cells row) { return run(statementsOf(table).put, row); }

Result<bool> FileState::set(Table table, Cells key, Changes changes) {
  std::string columns;
  auto parameter = static_cast<int>(key.size());
  for (const Change& change : changes) {
    columns += fmt::format("{} {} = ?{}", columns.empty() ? "" : ",", change.column, ++parameter);
  }
  Query update = database_.query(
      fmt::format("UPDATE {} SET{}{}", stateTable(table).name, columns, statementsOf(table).where));
  parameter = 0;
  for (const Cell& cell : key) update.bindCell(++parameter, cell);
  for (const Change& change : changes) update.bindCell(++parameter, change.value);
  if (auto done = update.run(); !done) return base::passOn(done);
  return database_.changes() == 1;
}

Result<void> FileState::erase(Table table, Cells key) {
  return run(fmt::format("DELETE FROM {}{}", stateTable(table).name, statementsOf(table).where),
             key);
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
