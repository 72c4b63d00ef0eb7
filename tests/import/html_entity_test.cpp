#include "import/html_entity.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::importer {

TEST_CASE("References become the characters they stand for") {
  CHECK(entityText("&amp;") == "&");
  CHECK(entityText("&ldquo;") == "“");
  CHECK(entityText("&nbsp;") == "\u00A0");
  CHECK(entityText("&eacute;") == "é");
  CHECK(entityText("&#8212;") == "—");
  CHECK(entityText("&#x1F600;") == "😀");
  CHECK(entityText("&#X2014;") == "—");
}

TEST_CASE("Numbers that are no character become the replacement character") {
  for (const char* bad : {"&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&#x;", "&#-1;"}) {
    CAPTURE(bad);
    CHECK(entityText(bad) == "\uFFFD");
  }
}

TEST_CASE("Names that are not known stay as they were written") {
  CHECK(entityText("&nosuchname;") == "&nosuchname;");
  CHECK(entityText("&;") == "&;");
  CHECK(entityText("amp;") == "amp;");
  CHECK(entityText("") == "");
}

}  // namespace assay::importer
