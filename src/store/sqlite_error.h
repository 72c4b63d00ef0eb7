// Failures of SQLite as sentences a person can act on.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/sqlite.h"

namespace assay::store {

/// The failure `code` (extended) of SQLite, which itself words it as `message`, while `doing`
/// something with the store at `path`. For a lock it says who holds it when the system knows;
/// `waited` is how long we tried.
[[nodiscard]] base::Error sqliteFailure(int code, std::string_view message, Doing doing,
                                        const std::filesystem::path& path,
                                        std::chrono::milliseconds waited);

/// "assay (process 4711)" for the process of this machine that holds a lock on the file, or empty.
/// `locks` is the text of /proc/locks; our own process is never named.
[[nodiscard]] std::string lockHolder(std::string_view locks, const std::filesystem::path& path);

}  // namespace assay::store
