#include "tests/support/shared_dir.h"

#include <catch2/catch_amalgamated.hpp>

#include <cstdlib>

namespace assay::test {

namespace fs = std::filesystem;

std::optional<fs::path> sharedDir() {
  const char* given = std::getenv("ASSAY_SHARED");
  const fs::path folder = given != nullptr ? fs::path(given) : sourceDir().parent_path() / "shared";
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return std::nullopt;
  return folder;
}

fs::path sharedOrSkip(std::string_view relative) {
  const std::optional<fs::path> folder = sharedDir();
  std::error_code ignored;
  if (!folder || !fs::exists(*folder / relative, ignored)) {
    SKIP("shared/" << relative << " is not beside the source tree; set ASSAY_SHARED to its folder");
  }
  return *folder / relative;
}

fs::path sourceDir() { return ASSAY_SOURCE_DIR; }

}  // namespace assay::test
