#include "import/formats.h"

#include <catch2/catch_amalgamated.hpp>

#include <set>
#include <string>

namespace assay::importer {

TEST_CASE("Every format has a row with an id and extensions of its own") {
  REQUIRE(formatRows().size() == 3);
  std::set<std::string_view> names;
  for (const FormatRow& row : formatRows()) {
    CHECK(&rowOf(row.format) == &row);
    CHECK(formatId(row.format) == row.id);
    CHECK(names.insert(row.id).second);
    REQUIRE_FALSE(row.extensions.empty());
    for (const std::string_view extension : row.extensions) {
      CHECK(extension.starts_with('.'));
      CHECK(names.insert(extension).second);
      CHECK(formatOf("a" + std::string(extension), "x") == row.format);
    }
  }
}

TEST_CASE("The files that are read are listed for people") {
  CHECK(readableFiles() == ".txt, .md and .html");
}

TEST_CASE("The extension decides, in any case, whatever the text looks like") {
  CHECK(formatOf("page.txt", "<!doctype html><p>Hello") == Format::text);
  CHECK(formatOf("PAGE.HTML", "plain words") == Format::html);
  CHECK(formatOf("notes.Md", "<p>Hello</p>") == Format::markdown);
  CHECK(formatOf("folder.html/notes.txt", "x") == Format::text);
}

TEST_CASE("Without a known extension the look decides") {
  const std::string_view pasted = "pasted text";
  CHECK(formatOf(pasted, "The council met.\n") == Format::text);
  CHECK(formatOf(pasted, "<!DOCTYPE html>\n<p>x") == Format::html);
  CHECK(formatOf(pasted, " \r\n <HTML lang=en>") == Format::html);
  CHECK(formatOf(pasted, "<p>Pasted from a page.</p>") == Format::html);
  CHECK(formatOf(pasted, "# A vote\n\nText.") == Format::markdown);
  CHECK(formatOf(pasted, "---\ntitle: A vote\n---\nText.") == Format::markdown);
  CHECK(formatOf(pasted, "---\nA rule and a sentence: none of them is a key.\n---\n") ==
        Format::text);
  CHECK(formatOf(pasted, "#hashtag of the day") == Format::text);
  CHECK(formatOf(pasted, "<3 is a heart") == Format::text);
  CHECK(formatOf("draft.v2", "# A vote") == Format::markdown);
  CHECK(formatOf("", "") == Format::text);
}

TEST_CASE("A byte order mark does not hide the look") {
  CHECK(formatOf("page", "\xEF\xBB\xBF<html>") == Format::html);
  CHECK(formatOf("page", std::string_view("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)) == Format::html);
  CHECK(formatOf("page", std::string_view("\xFE\xFF\0<\0h\0t\0m\0l\0>", 14)) == Format::html);
}

TEST_CASE("A known other kind is refused whatever its name") {
  for (const std::string_view name : {"letter.txt", "letter.pdf", "pasted text"}) {
    const auto format = formatOf(name, "%PDF-1.4");
    REQUIRE_FALSE(format);
    CHECK(format.error().code == base::ErrorCode::unsupported);
  }
  CHECK(formatOf("letter.txt", "%PDF-1.4").error().message ==
        "letter.txt is a PDF. Assay reads .txt, .md and .html; save the article as one of these.");
}

}  // namespace assay::importer
