// The tables of a store: the one place where they are written down as SQL.
//
// SCHEMA.md says what they mean. Changing anything here changes the file format: it needs a new
// kSchemaVersion, a migration step and a fixture of the old schema.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "store/sqlite.h"

namespace assay::store {

/// "Asay" in the header of every store, so that no other program's file is taken for one.
inline constexpr std::int32_t kApplicationId = 0x41736179;
/// Number of the schema this program writes; PRAGMA user_version.
inline constexpr std::int32_t kSchemaVersion = 3;
/// The first that has passages and an index over them.
inline constexpr std::int32_t kFirstSchemaWithSearch = 2;
/// The first that has queries and snapshots.
inline constexpr std::int32_t kFirstSchemaWithQueries = 3;
/// The first whose index lists the beginnings of words.
inline constexpr std::int32_t kFirstSchemaWithPrefixes = 3;

/// The tables that are a fold over the events, parents before children.
enum class Table : std::uint8_t {
  actor,
  command,
  article,
  draft,
  block,
  speaker,
  item,
  anchor,
  source,
  evidence,
  passage,
  query,
  queryItem,
  snapshot,
};
inline constexpr std::size_t kTables = 14;

/// What verify compares, and a rebuild empties.
struct StateTable {
  std::string_view name;
  std::string_view columns;  ///< those of its key come first
  std::size_t keys = 1;
  std::int32_t since = 1;  ///< the first schema that has it
};
[[nodiscard]] const StateTable& stateTable(Table table);
/// The names in `columns`.
[[nodiscard]] std::span<const std::string_view> columnsOf(const StateTable& table);
/// Those of a schema, parents before children.
[[nodiscard]] std::span<const StateTable> stateTables(std::int32_t schema = kSchemaVersion);

/// The number in the file.
[[nodiscard]] base::Result<std::int32_t> storedSchema(Database& database);

/// Makes everything in an empty database, inside the caller's transaction.
[[nodiscard]] base::Result<void> createSchema(Database& database,
                                              std::int32_t schema = kSchemaVersion);
/// Makes the state tables alone, for folding into.
[[nodiscard]] base::Result<void> createStateTables(Database& database,
                                                   std::int32_t schema = kSchemaVersion);
/// What schema 2 has beyond schema 1: the table of passages and the index over it.
[[nodiscard]] base::Result<void> createSearchTables(Database& database);
/// What schema 3 has beyond schema 2: the tables of queries and snapshots.
[[nodiscard]] base::Result<void> createQueryTables(Database& database);

/// Puts the index of schema 3, with beginnings of words, in the place of that of schema 2.
[[nodiscard]] base::Result<void> addPrefixIndex(Database& database);

/// What differs between the objects of this file (tables, indices, triggers) and those that a
/// store of its schema has, as a sentence; empty when nothing does.
[[nodiscard]] base::Result<std::string> schemaDifference(Database& database);

}  // namespace assay::store
