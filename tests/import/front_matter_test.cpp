#include "import/front_matter.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

namespace assay::importer {

TEST_CASE("Front matter goes from the first marker to the second") {
  CHECK(frontMatterSize("---\ntitle: x\n---\nText") == 17);
  CHECK(frontMatterSize("---\ntitle: x\n...\nText") == 17);
  CHECK(frontMatterSize("---  \ntitle: x\n---") == 18);
}

TEST_CASE("Dashes over ordinary text are no front matter") {
  CHECK(frontMatterSize("") == 0);
  CHECK(frontMatterSize("---") == 0);
  CHECK(frontMatterSize("---\n---\n") == 0);
  CHECK(frontMatterSize("---\ntitle: never closed\n") == 0);
  CHECK(frontMatterSize("---\nHe said: no key has blanks.\n---\n") == 0);
  CHECK(frontMatterSize("Text\n---\ntitle: x\n---\n") == 0);
  CHECK(frontMatterSize("---\n" + std::string(20'000, ' ') + "\ntitle: x\n---\n") == 0);
}

TEST_CASE("Title, byline and address are read") {
  const FrontMatter matter = readFrontMatter(
      "---\ntitle: \"The \\\"old\\\" bridge\"\nauthor: 'O''Neil, R.'\n"
      "url: https://example.org/bridge # as published\ndate: 2026-02-03\n---\n");
  CHECK(matter.title == "The \"old\" bridge");
  CHECK(matter.byline == "O'Neil, R.");
  CHECK(matter.url == "https://example.org/bridge");
}

TEST_CASE("Several authors are joined, as a list on one line or below each other") {
  CHECK(readFrontMatter("---\nauthors: [Ann Hale, \"Bo Reyes\"]\n---\n").byline ==
        "Ann Hale, Bo Reyes");
  CHECK(readFrontMatter("---\nauthors:\n  - Ann Hale\n  - Bo Reyes\ntitle: x\n---\n").byline ==
        "Ann Hale, Bo Reyes");
  CHECK(readFrontMatter("---\nauthors:\n- Ann Hale\n- Bo Reyes\n---\n").byline ==
        "Ann Hale, Bo Reyes");
}

TEST_CASE("A folded title is one line") {
  CHECK(readFrontMatter("---\ntitle: >\n  Bridge closed\n  for a year\nauthor: A\n---\n").title ==
        "Bridge closed for a year");
}

TEST_CASE("The byline wins over nothing, the first name given is kept") {
  CHECK(readFrontMatter("---\nbyline: By Ann Hale\nauthor: A. Hale\n---\n").byline ==
        "By Ann Hale");
}

TEST_CASE("What is no web address is not taken for one") {
  CHECK(readFrontMatter("---\nurl: javascript:alert(1)\ntitle: x\n---\n").url.empty());
  CHECK(readFrontMatter("---\nlink: /2026/bridge\ntitle: x\n---\n").url.empty());
  CHECK(readFrontMatter("---\ncanonical: http://example.org/\n---\n").url == "http://example.org/");
}

TEST_CASE("A hash sign that is no comment stays") {
  CHECK(readFrontMatter("---\ntitle: Room #1 and C#\n---\n").title == "Room");
  CHECK(readFrontMatter("---\ntitle: \"Room #1 and C#\"\n---\n").title == "Room #1 and C#");
  CHECK(readFrontMatter("---\ntitle: C# wins\n---\n").title == "C# wins");
}

}  // namespace assay::importer
