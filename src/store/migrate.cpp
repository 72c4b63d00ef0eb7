#include "store/migrate.h"

#include <fmt/format.h>

#include <array>

#include "store/fold.h"
#include "store/maintenance.h"
#include "store/schema.h"

namespace assay::store {

namespace fs = std::filesystem;
using base::Result;

namespace {

struct Step {
  std::int32_t from;
  Result<void> (*run)(Database& database);
};

// Texts became searchable: the passages are a fold over the events like all state.
Result<void> addSearch(Database& database) {
  if (auto made = createSearchTables(database); !made) return made;
  return rebuildState(database, kFirstSchemaWithSearch);
}

// Nothing older speaks of queries or snapshots, so their tables begin empty.
Result<void> addQueries(Database& database) {
  if (auto made = createQueryTables(database); !made) return made;
  return addPrefixIndex(database);
}

constexpr std::array kSteps{
    Step{1, addSearch},
    Step{2, addQueries},
};
static_assert(kSteps.back().from + 1 == kSchemaVersion);

Result<void> runSteps(Database& database) {
  // Asked again inside the transaction: another process may have been faster.
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  for (const Step& step : kSteps) {
    if (step.from < *schema) continue;
    if (auto done = step.run(database); !done) return done;
    const std::string number = fmt::format("PRAGMA user_version={}", step.from + 1);
    if (auto done = database.exec(number.c_str()); !done) return done;
  }
  return {};
}

}  // namespace

fs::path migrationBackup(const fs::path& store, const fs::path& backups, std::int32_t schema) {
  const fs::path folder = backups.empty() ? store.parent_path() : backups;
  const auto named = [&](const std::string& more) {
    return folder / fmt::format("{}.schema-{}{}{}", store.stem().string(), schema, more,
                                store.extension().string());
  };
  fs::path name = named("");
  std::error_code ignored;
  for (int i = 2; fs::exists(fs::symlink_status(name, ignored)); ++i) {
    name = named(fmt::format("-{}", i));
  }
  return name;
}

Result<void> migrate(Database& database, const fs::path& backups) {
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  if (*schema >= kSchemaVersion) return {};
  const fs::path copy = migrationBackup(database.path(), backups, *schema);
  if (auto kept = backupStore(database.path(), copy); !kept) {
    base::Error error = kept.error();
    error.message = fmt::format(
        "The store {} is of an older version (schema {}) and was not brought up to date, since no "
        "verified copy of it could be laid down: {}",
        database.path().string(), *schema, error.message);
    return std::unexpected(std::move(error));
  }
  if (auto begun = database.beginWriting(); !begun) return begun;
  auto done = runSteps(database);
  if (done) return database.commit();
  database.rollback();
  return done;
}

}  // namespace assay::store
