#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "base/hash.h"
#include "tests/import/taken.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::importer {

using test::shown;
using test::taken;

TEST_CASE("The text of a plain-text file is the file, only its line ends made LF") {
  const model::Document document = taken("\xEF\xBB\xBF  One. \r\n\r\n\tTwo.\rThree. ", "a.txt");
  CHECK(document.text == "  One. \n\n\tTwo.\nThree. ");
  CHECK(shown(document) == "body One.\nbody Two.\nbody Three.\n");
  CHECK(document.blocks[0].span == base::Span{2, 6});
  CHECK(document.title.empty());
  CHECK(document.byline.empty());
  CHECK(document.url.empty());
  CHECK(document.origin == "a.txt");
  CHECK(document.format == "text");
  CHECK(document.sha256 == base::sha256Hex(document.text));
  CHECK(document.warnings.empty());
  test::checkPromises(document);
}

TEST_CASE("Markup in a text file is text") {
  CHECK(shown(taken("# Not a heading\n<p>Not a paragraph</p>", "a.txt")) ==
        "body # Not a heading\nbody <p>Not a paragraph</p>\n");
}

TEST_CASE("A line is a paragraph, however short") {
  CHECK(shown(taken("Bridge to close\nBy Ann Hale\n\nThe bridge will close.\nIt is old.\n",
                    "a.txt")) ==
        "body Bridge to close\nbody By Ann Hale\nbody The bridge will close.\nbody It is old.\n");
}

TEST_CASE("Lines broken at one width are put together to paragraphs") {
  const std::string text =
      "BRIDGE TO CLOSE\n"
      "\n"
      "The harbour bridge of Larkhaven will close to all traffic for a year\n"
      "from the first of March, the town council decided on Tuesday evening\n"
      "after four hours of debate.\n"
      "\n"
      "\"We had no choice,\" said the mayor, who had long opposed the plan and\n"
      "voted for it in the end. The engineers had found cracks in two of the\n"
      "nine piers.\n";
  const model::Document document = taken(text, "a.txt");
  CHECK(document.text == text);
  CHECK(shown(document) ==
        "body BRIDGE TO CLOSE\n"
        "body The harbour bridge of Larkhaven will close to all traffic for a year/from the first "
        "of March, the town council decided on Tuesday evening/after four hours of debate.\n"
        "body \"We had no choice,\" said the mayor, who had long opposed the plan and/voted for "
        "it in the end. The engineers had found cracks in two of the/nine piers.\n");
  test::checkPromises(document);
}

TEST_CASE("Hard-wrapped text with carriage returns and a long address is put together, too") {
  std::string text;
  for (int i = 0; i < 10; ++i) {
    text +=
        "The harbour bridge of Larkhaven will close to all traffic for a year\r\n"
        "from the first of March, the town council decided on Tuesday evening\r\n"
        "after four hours of debate.\r\n\r\n";
  }
  text +=
      "The plan of the bridge is at\r\n"
      "https://example.org/larkhaven/harbour/bridge/plan-of-the-engineers-2026-final\r\n"
      "and in the town hall.\r\n";
  const model::Document document = taken(text, "a.txt");
  CHECK(document.blocks.size() == 11);
}

TEST_CASE("Lines of a poem or a list are not put together") {
  const std::string poem =
      "The bridge is old, the bridge is grey,\nit carried us from day to day,\n"
      "and now it will be closed, they say,\nuntil another year in May.\n";
  CHECK(taken(poem, "a.txt").blocks.size() == 4);
  // Headlines about as wide as a wrapped line, but never filled to the same width.
  const std::string list =
      "Council closes harbour bridge for a year after cracks are found\n"
      "Mayor defends vote on bridge against critics from the east side\n"
      "Ferry to run every twenty minutes while the bridge stays closed\n"
      "Shops fear for their Christmas trade and ask the town for help\n"
      "School buses take the long way round from March to February\n";
  CHECK(taken(list, "a.txt").blocks.size() == 5);
}

TEST_CASE("Long paragraphs without blank lines between them are not put together") {
  std::string text;
  for (int i = 0; i < 8; ++i) {
    text +=
        "The harbour bridge of Larkhaven will close to all traffic for a year from the first "
        "of March, the town council decided on Tuesday evening after a debate.\n";
  }
  CHECK(taken(text, "a.txt").blocks.size() == 8);
}

TEST_CASE("Hidden and wide white space is trimmed, other invisible signs are kept") {
  const model::Document document = taken("\u3000Wide.\u2003\n\u200B\nx\u200By\n", "a.txt");
  CHECK(document.text == "\u3000Wide.\u2003\n\u200B\nx\u200By\n");
  CHECK(shown(document) == "body Wide.\nbody \u200B\nbody x\u200By\n");
  test::checkPromises(document);
}

TEST_CASE("A combining mark on a blank at the start of a line keeps the blank") {
  const model::Document document = taken("one\n \xCC\x81two\n", "a.txt");
  CHECK(shown(document) == "body one\nbody  \xCC\x81two\n");
  test::checkPromises(document);
}

TEST_CASE("The article beside the source tree comes in line for line") {
  const std::string bytes = test::readFile(test::sharedOrSkip("articles") / "council-vote.txt");
  const model::Document document = taken(bytes, "council-vote.txt");
  CHECK(document.text == bytes);
  std::size_t lines = 0;
  for (std::size_t at = 0; at < bytes.size();
       at = std::min(bytes.find('\n', at), bytes.size()) + 1) {
    const std::string_view line = std::string_view(bytes).substr(at, bytes.find('\n', at) - at);
    lines += base::oneLine(line).empty() ? 0 : 1;
  }
  CHECK(document.blocks.size() == lines);
  test::checkPromises(document);
}

}  // namespace assay::importer
