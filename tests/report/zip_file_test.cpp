#include "report/zip_file.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/report/docx_parts.h"

using namespace assay;
using namespace assay::report;

TEST_CASE("a zip file holds its entries in order, whole") {
  const std::string big(300'000, 'x');
  const std::array entries{ZipEntry{"b/first.xml", "one"}, ZipEntry{"a/second.xml", ""},
                           ZipEntry{"third", big}};
  const auto file = zipFile(entries);
  REQUIRE(file.has_value());
  const auto parts = test::docxParts(*file);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].name == "b/first.xml");
  CHECK(parts[0].bytes == "one");
  CHECK(parts[1].bytes.empty());
  CHECK(parts[2].bytes == big);
}

TEST_CASE("a zip file says nothing of the time it was made") {
  const std::array entries{ZipEntry{"one", "words"}};
  const auto file = zipFile(entries);
  REQUIRE(file.has_value());
  // Time and date of the first entry, as the format has them: midnight, 1 January 1980.
  CHECK(file->substr(10, 4) == std::string("\0\0\x21\0", 4));
  CHECK(*file == *zipFile(entries));
}

TEST_CASE("the same name twice is refused") {
  const std::array entries{ZipEntry{"one", "words"}, ZipEntry{"one", "words"}};
  const auto file = zipFile(entries);
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().code == base::ErrorCode::internal);
  CHECK(file.error().message ==
        "The file could not be packed: File already exists. Please choose another format and "
        "report this.");
}
