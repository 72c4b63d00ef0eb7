#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "tests/import/taken.h"

namespace assay::importer {

using test::shown;
using test::taken;

TEST_CASE("Markdown becomes plain text with one block a paragraph") {
  const model::Document document = taken(
      "# Bridge *to* close\n\nThe **harbour bridge** will close\nfor a year, says the "
      "[council](https://example.org \"t\").\n\n## Why\n\nIt is `old`.\n",
      "bridge.md");
  CHECK(document.text ==
        "Bridge to close\n\nThe harbour bridge will close for a year, says the council.\n\nWhy\n\n"
        "It is old.\n");
  CHECK(shown(document) ==
        "headline! Bridge to close\n"
        "body The harbour bridge will close for a year, says the council.\n"
        "subheading! Why\n"
        "body It is old.\n");
  CHECK(document.title == "Bridge to close");
  CHECK(document.format == "markdown");
  CHECK(document.origin == "bridge.md");
  test::checkPromises(document);
}

TEST_CASE("Only the first heading of the first level is the headline") {
  const model::Document document = taken("## Small\n\n# Big\n\n# Second\n\nSetext\n===\n", "a.md");
  CHECK(shown(document) ==
        "subheading! Small\nheadline! Big\nsubheading! Second\nsubheading! Setext\n");
  CHECK(document.title == "Big");
}

TEST_CASE("A hash sign without a blank is no heading, an indented line no code") {
  CHECK(shown(taken("#harbour is trending\n\n    An indented paragraph.\n", "a.md")) ==
        "body #harbour is trending\nbody An indented paragraph.\n");
}

TEST_CASE("Items of lists are blocks, also in lists inside lists") {
  CHECK(shown(taken(
            "- one\n- two *bold*\n  - inner\n    goes on\n- three\n\n1. first\n\n2. second\n\n"
            "   its other paragraph\n",
            "a.md")) ==
        "body one\nbody two bold\nbody inner goes on\nbody three\nbody first\nbody second\n"
        "body its other paragraph\n");
}

TEST_CASE("A quoted paragraph is body text") {
  CHECK(shown(taken("> \"We had no choice,\"\n> she said.\n>\n> Then she left.\n", "a.md")) ==
        "body \"We had no choice,\" she said.\nbody Then she left.\n");
}

TEST_CASE("Code keeps its lines") {
  CHECK(shown(taken("```text\nline one\n  line two\n```\n- item\n  ~~~\n  code\n  ~~~\n",
                    "a.md")) == "body line one/  line two\nbody item\nbody code\n");
}

TEST_CASE("A row of a table is a block") {
  CHECK(shown(taken("| Pier | Cracks |\n|---|---:|\n| 1 | **9** |\n| 2 |\n", "a.md")) ==
        "body Pier | Cracks\nbody 1 | 9\nbody 2 |\n");
}

TEST_CASE("The description of a picture is a caption below its paragraph") {
  CHECK(shown(taken("![The bridge in *May*](b.jpg)\n\nText ![inline](x.png) goes on.\n", "a.md")) ==
        "caption! The bridge in May\nbody Text goes on.\ncaption! inline\n");
  CHECK(shown(taken("Text ![](empty.png) only.\n", "a.md")) == "body Text only.\n");
}

TEST_CASE("A hard break is a line feed, a soft one a blank") {
  CHECK(shown(taken("one  \ntwo\\\nthree\nfour<br>five\n", "a.md")) ==
        "body one/two/three four/five\n");
}

TEST_CASE("References and escapes are the characters they stand for") {
  CHECK(shown(taken("R&amp;D &ldquo;x&rdquo; 5&nbsp;% &#8212; \\*no\\* &nosuch; &#0;\n", "a.md")) ==
        "body R&D “x” 5 % — *no* &nosuch; \uFFFD\n");
}

TEST_CASE("Struck words stay, since they are in the draft") {
  CHECK(shown(taken("nine ~~eight~~ piers\n", "a.md")) == "body nine eight piers\n");
}

TEST_CASE("HTML inside Markdown is read for its words") {
  CHECK(shown(taken("<div class=\"box\">\n<p>In a <b>box</b>.</p>\n<script>x()</script>\n</div>\n\n"
                    "A <span>span</span>.\n\n<!-- not this -->\n\nEnd.\n",
                    "a.md")) == "body In a box.\nbody A span.\nbody End.\n");
  CHECK(shown(taken("# Head\n\n<h1>Second</h1>\n", "a.md")) ==
        "headline! Head\nsubheading! Second\n");
}

TEST_CASE("Front matter gives title, byline and address and is not in the text") {
  const model::Document document = taken(
      "---\ntitle: Bridge to close\nauthor: Ann Hale\nurl: https://example.org/b\n---\n\nText.\n",
      "a.md");
  CHECK(document.text == "Bridge to close\n\nText.\n");
  CHECK(shown(document) == "headline! Bridge to close\nbody Text.\n");
  CHECK(document.title == "Bridge to close");
  CHECK(document.byline == "Ann Hale");
  CHECK(document.url == "https://example.org/b");
  test::checkPromises(document);
}

TEST_CASE("A heading in the text beats the title of the front matter") {
  const model::Document document =
      taken("---\ntitle: Slug\n---\n# The headline\n\nText.\n", "a.md");
  CHECK(document.title == "The headline");
  CHECK(document.text == "The headline\n\nText.\n");
}

TEST_CASE("A rule between parts is no block") {
  CHECK(shown(taken("One.\n\n---\n\nTwo.\n\n***\n", "a.md")) == "body One.\nbody Two.\n");
}

TEST_CASE("Tables that stand for too many cells are refused") {
  std::string header = "|";
  std::string line = "|";
  for (int i = 0; i < 100; ++i) {
    header += "a|";
    line += "---|";
  }
  std::string rows;
  for (int i = 0; i < 11'000; ++i) rows += "|x|\n";
  const base::Error error = test::refused(header + "\n" + line + "\n" + rows, "a.md");
  CHECK(error == base::Error{base::ErrorCode::tooLarge,
                             "a.md has tables of more than 1,000,000 cells, the most that is "
                             "read. Leave the tables out.",
                             "", nullptr});
}

TEST_CASE("Markup without a word is refused") {
  CHECK(test::refused("***\n\n---\n\n![](x.png)\n", "a.md") ==
        base::Error{base::ErrorCode::invalidInput,
                    "a.md holds no readable text, only markup. Copy the article's text and paste "
                    "it instead.",
                    "", nullptr});
}

}  // namespace assay::importer
