// Backups that nobody has to think of: laid down when enough has changed, verified, thinned out.
//
// Each store has a folder of its own below the backups' folder, named by the store's name and a
// hash of its whole path, so that two stores of one name do not mix. A backup's name says when it
// was made and how many events it has: "2026-02-03 14.05.31 (1234 events).assay", in UTC. Files of
// other names are left alone.
//
// Thread: any. What a verified copy is: maintenance.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace assay::store {

/// A backup as its name tells it.
struct BackupFile {
  std::filesystem::path path;
  base::Millis at = 0;
  std::uint64_t events = 0;
};

[[nodiscard]] std::string backupName(base::Millis at, std::uint64_t events);
/// Nothing for names that are not of backups.
[[nodiscard]] std::optional<BackupFile> backupOf(const std::filesystem::path& path);

/// The folder of a store's backups below `backups`. Nothing is made.
[[nodiscard]] std::filesystem::path backupFolder(const std::filesystem::path& backups,
                                                 const std::filesystem::path& store);
/// Newest first; empty when there is no such folder.
[[nodiscard]] std::vector<BackupFile> backupsIn(const std::filesystem::path& folder);

/// Those that are kept: the 10 newest, and the newest of each of the last 7 days, 4 weeks and 12
/// months that have one (calendar of UTC, weeks from Monday). Newest first; `files` in any order.
[[nodiscard]] std::vector<BackupFile> keptBackups(std::vector<BackupFile> files);

/// Lays a verified backup down when at least 200 events, and a twentieth of all, came since the
/// newest one; then, and only then, takes older ones away. Gives its path, or nothing when none was
/// due. The store must not be in the middle of a change of this process.
[[nodiscard]] base::Result<std::optional<std::filesystem::path>> backUpWhenDue(
    const std::filesystem::path& store, const std::filesystem::path& backups, base::Millis now);

}  // namespace assay::store
