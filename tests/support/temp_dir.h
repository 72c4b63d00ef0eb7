// A folder of one test, unique and empty at the start, removed with all that is in it at the end.
//
// It lies in the build tree, so a crashed test leaves its files where `./dev clean` finds them.
// Not copyable: the object owns the folder on the disk.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace assay::test {

class TempDir {
 public:
  /// Makes the folder; ends the test when the disk refuses.
  TempDir();
  /// Removes the folder, also when the test took write permission from parts of it.
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// The path of `name` inside the folder; nothing is created.
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return path_ / name;
  }
  /// Writes a file inside the folder (parents are made) and gives its path.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// All bytes of a file; ends the test when it cannot be read.
[[nodiscard]] std::string readFile(const std::filesystem::path& path);

}  // namespace assay::test
