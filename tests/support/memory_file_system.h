// Files in memory, with the misfortunes of real disks on request.
//
// Knows no permissions, links or sizes of disks: a refusal is set per path or for all writes. One
// thread at a time.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/file_system.h"

namespace assay::test {

class MemoryFileSystem final : public base::FileSystem {
 public:
  [[nodiscard]] base::Result<std::string> read(const std::filesystem::path& path,
                                               std::uint64_t maxBytes) const override;
  [[nodiscard]] base::Result<void> writeAtomically(const std::filesystem::path& path,
                                                   std::string_view bytes) override;
  [[nodiscard]] base::Result<void> makeFolder(const std::filesystem::path& path) override;
  [[nodiscard]] bool exists(const std::filesystem::path& path) const override;

  /// Puts a file there, past every refusal; its parent folders come to exist.
  void put(const std::filesystem::path& path, std::string bytes);
  /// The bytes of a file, or nothing.
  [[nodiscard]] std::optional<std::string> get(const std::filesystem::path& path) const;
  [[nodiscard]] std::size_t fileCount() const { return files_.size(); }

  /// From now on every read of `path` fails with `error`.
  void refuseRead(const std::filesystem::path& path, base::Error error);
  /// From now on every write and every new folder fails with `error` (a full disk, say).
  void refuseWrites(base::Error error) { writeError_ = std::move(error); }
  void allowWrites() { writeError_.reset(); }

 private:
  std::map<std::filesystem::path, std::string> files_;
  std::set<std::filesystem::path> folders_{"/", ""};
  std::map<std::filesystem::path, base::Error> readErrors_;
  std::optional<base::Error> writeError_;
};

}  // namespace assay::test
