// Which typefaces the workbench gets, on this machine and on one without any.
#include "platform/fonts.h"

#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <cstdlib>
#include <string>

#include "tests/support/temp_dir.h"

namespace assay::platform {

namespace {

/// What is said about the fonts that `file` tells fontconfig of; of this machine's without one.
std::string problemWith(const std::filesystem::path& file) {
  if (!file.empty()) ::setenv("FONTCONFIG_FILE", file.c_str(), 1);
  ImGui::CreateContext();
  const LoadedFonts loaded = loadFonts();
  ImGui::DestroyContext();
  ::unsetenv("FONTCONFIG_FILE");
  return loaded.problem;
}

}  // namespace

TEST_CASE("the typefaces of the workbench are those its packages install") {
  CHECK(problemWith({}) == "");
}

TEST_CASE("a machine without typefaces is told what cannot be read, and what to install") {
  const test::TempDir folder;
  const auto none =
      folder.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" +
                                     (folder / "none").string() + "</dir></fontconfig>");
  CHECK(problemWith(none) ==
        "The typefaces of the workbench are not installed: curly quotation marks, dashes and "
        "letters with accents show as \"?\". In the store and in reports they are right. Install "
        "fonts-inter, fonts-noto-core and fonts-dejavu-core, then start Assay again.");
}

}  // namespace assay::platform
