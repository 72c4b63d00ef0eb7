// Opening a store without harming it, and making a new one whole or not at all.
//
// Whatever is refused is not changed by a single byte: the first bytes are looked at before SQLite
// does anything with the file, and through SQLite's own descriptor, since closing another one of
// the same file would drop this process's locks on it. SCHEMA.md, "Opening", has the list of
// refusals.
//
// Not here: what the bytes of a header mean (header.h), the settings (sqlite.h).
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/result.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace assay::store {

/// Opens, or creates when it may, and sets up the connection. The schema is the present one, except
/// that of an older store opened to read.
/// Errors: notFound, unsupported (foreign, newer), corrupt (cut off, tampered with), io (rights),
/// busy. options.actor is not looked at.
[[nodiscard]] base::Result<std::unique_ptr<Database>> openDatabase(const OpenOptions& options);

/// How long a lock of somebody else is waited for.
inline constexpr std::chrono::milliseconds kBusyTimeout{5'000};

/// conflict when there is anything of that name: nothing is ever written over.
[[nodiscard]] base::Result<void> checkFree(const std::filesystem::path& target);

/// Removes a file that did not become anything, and its journal, when it goes out of scope.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

 private:
  std::filesystem::path path_;
};

/// A new empty file beside `path`, with the rights that a file of the user has; the folder is made.
[[nodiscard]] base::Result<std::filesystem::path> temporaryBeside(
    const std::filesystem::path& path);
/// Gives a finished file its name. One that is there already is left as it is.
[[nodiscard]] base::Result<void> giveName(const std::filesystem::path& from,
                                          const std::filesystem::path& to);

}  // namespace assay::store
