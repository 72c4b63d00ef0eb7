// Checked copies of a store (maintenance.h).
#include <fmt/format.h>
#include <unistd.h>

#include "base/file_system.h"
#include "store/maintenance.h"
#include "store/open.h"
#include "store/sqlite.h"
#include "store/verify.h"

namespace assay::store {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

namespace {

Result<std::unique_ptr<Database>> openToRead(const fs::path& path) {
  return openDatabase({.path = path, .actor = {}, .createIfMissing = false, .readOnly = true});
}

Result<VerifyReport> verifiedFile(const fs::path& path) {
  auto database = openToRead(path);
  if (!database) return base::passOn(database);
  auto report = verifyStore(**database);
  if (!report) return report;
  if (report->ok()) return report;
  return base::fail(ErrorCode::corrupt,
                    fmt::format("{} is not sound: {}", path.string(), report->problems.front()));
}

/// Copies all pages into the file at `to`, which is empty.
Result<void> copyPages(const fs::path& from, const fs::path& to) {
  auto source = openToRead(from);
  if (!source) return base::passOn(source);
  auto target = Database::open(to, Database::Mode::create);
  if (!target) return base::passOn(target);
  if (auto set = (*target)->exec("PRAGMA synchronous=EXTRA", Doing::open); !set) return set;
  return (*source)->copyTo(**target);
}

Result<VerifyReport> copyVerified(const fs::path& from, const fs::path& to) {
  if (auto free = checkFree(to); !free) return base::passOn(free);
  auto temporary = temporaryBeside(to);
  if (!temporary) return base::passOn(temporary);
  const TemporaryFile guard(*temporary);
  if (auto copied = copyPages(from, *temporary); !copied) return base::passOn(copied);
  auto report = verifiedFile(*temporary);
  if (!report) {
    // The sentence is about the copy, which will be gone: what is not sound is the original.
    std::string message = report.error().message;
    if (const std::size_t at = message.find(temporary->string()); at != std::string::npos) {
      message.replace(at, temporary->string().size(), from.string());
    }
    return base::fail(report.error().code, std::move(message));
  }
  if (auto named = giveName(*temporary, to); !named) return base::passOn(named);
  return report;
}

}  // namespace

Result<VerifyReport> backupStore(const fs::path& store, const fs::path& target) {
  return copyVerified(store, target);
}

Result<VerifyReport> restoreStore(const fs::path& backup, const fs::path& target) {
  // A copy, not a move: the backup stays what it is.
  return copyVerified(backup, target);
}

}  // namespace assay::store
