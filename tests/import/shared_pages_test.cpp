// The 83 pages of the collection beside the source tree: none may crash, hang or come in empty.
// How much of each article is found is measured by the command in src/import/README.md.
#include <catch2/catch_amalgamated.hpp>
#include <zlib.h>

#include <array>
#include <filesystem>
#include <string>

#include "tests/import/taken.h"
#include "tests/support/shared_dir.h"

namespace assay::importer {

namespace {

std::string unpacked(const std::filesystem::path& file) {
  std::string bytes;
  gzFile in = gzopen(file.c_str(), "rb");
  REQUIRE(in != nullptr);
  std::array<char, 65'536> part{};
  for (int n = 0; (n = gzread(in, part.data(), part.size())) > 0;) {
    bytes.append(part.data(), static_cast<std::size_t>(n));
  }
  REQUIRE(gzclose(in) == Z_OK);
  return bytes;
}

}  // namespace

TEST_CASE("Real pages come in with a headline and an article") {
  const std::filesystem::path folder = test::sharedOrSkip("data/html/pages");
  std::size_t pages = 0;
  std::size_t titled = 0;
  std::size_t addressed = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    CAPTURE(entry.path().filename());
    const std::string bytes = unpacked(entry.path());
    const model::Document document = test::taken(bytes, "page.html");
    test::checkPromises(document);
    CHECK(document.blocks.size() >= 3);
    CHECK(document.text.size() > 300);
    ++pages;
    titled += document.blocks.front().role == model::BlockRole::headline ? 1 : 0;
    addressed += document.url.empty() ? 0 : 1;
    // Half a page must not hurt either.
    const auto half = importDocument({bytes.substr(0, bytes.size() / 2), "page.html"});
    if (half) test::checkPromises(*half);
  }
  CHECK(pages == 83);
  CHECK(titled >= 81);
  CHECK(addressed >= 70);
}

}  // namespace assay::importer
