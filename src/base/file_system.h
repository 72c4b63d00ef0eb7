// Files, behind an interface so that tests can have full disks and missing folders.
//
// Paths are the operating system's. Every failure names the path and says what to do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace assay::base {

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// All bytes of a regular file. notFound, io (unreadable, a folder, a pipe, a device), tooLarge
  /// above `maxBytes`. Waits for nobody.
  [[nodiscard]] virtual Result<std::string> read(const std::filesystem::path& path,
                                                 std::uint64_t maxBytes) const = 0;

  /// Writes a file whole or not at all: into a temporary file beside it, synced, then renamed
  /// over `path`. An existing file is never half overwritten and keeps its permissions; a link
  /// stays a link. io on failure, nothing left behind.
  [[nodiscard]] virtual Result<void> writeAtomically(const std::filesystem::path& path,
                                                     std::string_view bytes) = 0;

  /// Makes the folder and its parents; fine when it is there already.
  [[nodiscard]] virtual Result<void> makeFolder(const std::filesystem::path& path) = 0;

  [[nodiscard]] virtual bool exists(const std::filesystem::path& path) const = 0;
};

/// The machine's own file system. Stateless; safe from every thread.
class RealFileSystem final : public FileSystem {
 public:
  [[nodiscard]] Result<std::string> read(const std::filesystem::path& path,
                                         std::uint64_t maxBytes) const override;
  [[nodiscard]] Result<void> writeAtomically(const std::filesystem::path& path,
                                             std::string_view bytes) override;
  [[nodiscard]] Result<void> makeFolder(const std::filesystem::path& path) override;
  [[nodiscard]] bool exists(const std::filesystem::path& path) const override;
};

/// The folders of the XDG Base Directory Specification for this program, from the environment:
/// $XDG_DATA_HOME/assay, $XDG_CONFIG_HOME/assay, $XDG_CACHE_HOME/assay, with the defaults of the
/// specification under $HOME. They are not created here.
struct UserFolders {
  std::filesystem::path data;
  std::filesystem::path config;
  std::filesystem::path cache;
};
[[nodiscard]] UserFolders userFolders();

}  // namespace assay::base
