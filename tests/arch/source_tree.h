// The source tree as values: paths and texts, from the disk or planted by a test.
//
// Knows nothing of rooms or rules. Paths are relative to the root of the repository, with "/".
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assay::arch {

/// Path → text of every .h and .cpp file.
using Tree = std::map<std::string, std::string>;

/// One `#include` line.
struct Include {
  std::string file;    ///< the file it stands in
  std::size_t line;    ///< 1-based
  std::string target;  ///< what stands between the marks
  bool quoted;         ///< "…" and not <…>
};

/// Reads all .h and .cpp files under `folders` of `root`.
[[nodiscard]] Tree readTree(const std::filesystem::path& root,
                            const std::vector<std::string>& folders);

/// The includes of one file, in order.
[[nodiscard]] std::vector<Include> includesOf(const std::string& file, std::string_view text);

/// One part of a path: part("src/ui/list.cpp", 1) is "ui"; empty when
/// there is no such part.
[[nodiscard]] std::string part(std::string_view path, std::size_t index);

}  // namespace assay::arch
