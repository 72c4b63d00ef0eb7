// From the schema a store has to the present one, step by step.
//
// A step goes from one number to the next. All steps of a store run in one transaction, after a
// verified copy of the file was laid down; whatever fails leaves the store as it was. Adding a
// schema is a row in the table of migrate.cpp, a fixture of the old one in tests, and a line in
// SCHEMA.md.
//
// Not here: what the tables are (schema.h). Thread: that of the database.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "store/sqlite.h"

namespace assay::store {

/// Brings the store up to kSchemaVersion. The copy is laid into `backups`, or beside the store when
/// that is empty; its name says which schema it has. Does nothing when the store is of the present
/// schema, also when another process has just brought it there. Errors name the copy's trouble
/// (then nothing was begun) or the step's.
[[nodiscard]] base::Result<void> migrate(Database& database, const std::filesystem::path& backups);

/// Where the copy goes: "desk.schema-1.assay", with a number when that name is taken.
[[nodiscard]] std::filesystem::path migrationBackup(const std::filesystem::path& store,
                                                    const std::filesystem::path& backups,
                                                    std::int32_t schema);

}  // namespace assay::store
