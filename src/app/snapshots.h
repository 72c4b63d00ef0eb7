// Files into snapshots of sources, and snapshots out into files again.
//
// A snapshot that is opened is written into the user's cache first: other programs open files, and
// must never get hold of the store.
#pragma once

#include <filesystem>

#include "app/command.h"
#include "app/session.h"
#include "base/file_system.h"
#include "base/result.h"

namespace assay::app {

/// Reads a file as a snapshot of the source. tooLarge names the limit.
[[nodiscard]] base::Result<AttachSnapshot> prepareSnapshot(const model::SourceId& source,
                                                           const std::filesystem::path& file,
                                                           const base::FileSystem& files);

/// Writes the bytes of a snapshot to `file`.
[[nodiscard]] base::Result<void> saveSnapshot(const Session& session,
                                              const model::SnapshotId& snapshot,
                                              const std::filesystem::path& file);

/// Writes it below `cache` under its own name, to be shown, and gives the file. unsupported for
/// what the desktop would run instead of showing.
[[nodiscard]] base::Result<std::filesystem::path> showableSnapshot(
    const Session& session, const model::Snapshot& snapshot, const std::filesystem::path& cache);

}  // namespace assay::app
