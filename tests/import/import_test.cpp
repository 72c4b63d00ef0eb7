// What every format has in common: limits, refusals, warnings, progress, cancelling.
#include "import/import.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "tests/import/taken.h"

namespace assay::importer {

using base::Error;
using base::ErrorCode;
using test::refused;
using test::taken;

namespace {

Error errorOf(const Input& input, const Limits& limits = {}, const base::Job& job = {}) {
  const auto document = importDocument(input, limits, job);
  if (document) FAIL("was taken in: " << document->text.substr(0, 200));
  return document.error();
}

}  // namespace

TEST_CASE("A file with nothing in it is refused") {
  CHECK(refused("", "vote.txt") == Error{ErrorCode::invalidInput,
                                         "vote.txt is empty. Choose a file that holds the article.",
                                         "", nullptr});
  CHECK(refused("", "pasted text").message ==
        "The pasted text is empty. Choose a file that holds the article.");
  const Error blank{ErrorCode::invalidInput,
                    "vote.txt holds only white space. Choose a file that holds the article.", "",
                    nullptr};
  CHECK(refused(" \r\n\t\u00A0\u3000\n", "vote.txt") == blank);
  CHECK(refused("\xEF\xBB\xBF", "vote.txt") == blank);
  CHECK(refused("\xFF\xFE", "vote.txt") == blank);
}

TEST_CASE("Files of other kinds are refused by name") {
  CHECK(refused("%PDF-1.7\n%\xE2\xE3\xCF\xD3", "letter.pdf") ==
        Error{ErrorCode::unsupported,
              "letter.pdf is a PDF. Assay reads .txt, .md and .html; save the article as one of "
              "these.",
              "", nullptr});
  using namespace std::string_view_literals;
  CHECK(refused("PK\x03\x04\x14\0word/document.xml"sv, "draft.docx").message ==
        "draft.docx is a Word document (.docx). Assay reads .txt, .md and .html; save the article "
        "as one of these.");
  CHECK(refused("SQLite format 3\0"sv, "checks.txt").message ==
        "checks.txt is an SQLite database. Assay reads .txt, .md and .html; save the article as "
        "one of these.");
  CHECK(refused("\x89PNG\r\n\x1A\n\0"sv, "pasted text").message ==
        "The pasted text is a picture (PNG). Assay reads .txt, .md and .html; save the article as "
        "one of these.");
}

TEST_CASE("Bytes that are no text are refused with the place") {
  using namespace std::string_view_literals;
  CHECK(refused("The vote\0was"sv, "vote.txt") ==
        Error{ErrorCode::invalidInput,
              "vote.txt is not text: it holds a zero byte at byte 8. Assay reads text only; save "
              "the article as UTF-8.",
              "", nullptr});
  CHECK(refused("“The vote”\nwas \xFF wrong, “Né”", "vote.txt") ==
        Error{ErrorCode::invalidInput,
              "vote.txt: expected UTF-8, found byte 0xFF at byte 19 (line 2). Save it as UTF-8 and "
              "import it again.",
              "", nullptr});
  CHECK(refused("\1\2\3\4\5\6\7\x0E", "vote.txt").message ==
        "vote.txt is not text: 8 of its 8 bytes are control characters.");
}

TEST_CASE("Size and number of paragraphs are limited, the limit itself is fine") {
  CHECK(importDocument({"12345", "a.txt"}, {.maxBytes = 5}));
  CHECK(errorOf({"123456", "a.txt"}, {.maxBytes = 5}) ==
        Error{ErrorCode::tooLarge,
              "a.txt has 6 bytes; the most that is read is 5 bytes. Cut it into parts.", "",
              nullptr});
  std::string large;
  large.resize(61'250'000, 'x');
  CHECK(errorOf({large, "a.txt"}).message ==
        "a.txt has 61.2 MB; the most that is read is 50.0 MB. Cut it into parts.");

  for (const char* name : {"a.txt", "a.md", "a.html"}) {
    CAPTURE(name);
    const bool html = std::string_view(name).ends_with("html");
    const std::string part =
        html ? "<p>This is a paragraph of more than forty letters.</p>" : "x\n\n";
    CHECK(importDocument({part + part, name}, {.maxBlocks = 2}));
    CHECK(errorOf({part + part + part, name}, {.maxBlocks = 2}).message ==
          std::string(name) +
              " has more than 2 paragraphs, the most that is read. Cut it into parts.");
  }
}

TEST_CASE("A cancelled import takes nothing in, whenever it is cancelled") {
  const Error expected{ErrorCode::cancelled,
                       "a.md: the import was cancelled; nothing was taken in.", "", nullptr};
  base::CancelToken atOnce;
  atOnce.cancel();
  CHECK(errorOf({"x", "a.md"}, {}, {&atOnce, {}}) == expected);

  for (const std::string_view when : {"decoding", "reading"}) {
    base::CancelToken token;
    const base::Job job{&token, [&](double, std::string_view doing) {
                          if (doing == when) token.cancel();
                        }};
    CHECK(errorOf({"# x\n\ny", "a.md"}, {}, job) == expected);
  }
  base::CancelToken token;
  const base::Job job{&token, [&](double, std::string_view doing) {
                        if (doing == "reading") token.cancel();
                      }};
  CHECK(errorOf({"<p>x<p>y", "a.html"}, {}, job).message ==
        "a.html: the import was cancelled; nothing was taken in.");
}

TEST_CASE("Progress only grows and ends at one") {
  std::vector<double> fractions;
  const base::Job job{nullptr,
                      [&](double fraction, std::string_view) { fractions.push_back(fraction); }};
  REQUIRE(importDocument({"Text.", "a.txt"}, {}, job));
  REQUIRE(fractions.size() >= 2);
  CHECK(std::is_sorted(fractions.begin(), fractions.end()));
  CHECK(fractions.back() == 1.0);
}

TEST_CASE("Pasted text is read by its look") {
  CHECK(taken("# A vote\n\nText.", "pasted text").format == "markdown");
  CHECK(taken("<p>A vote.</p>", "pasted text").format == "html");
  CHECK(taken("A vote.", "pasted text").format == "text");
  CHECK(taken("A vote.", "pasted text").origin == "pasted text");
}

TEST_CASE("A guessed encoding is said in a warning of the document") {
  const model::Document document =
      taken("\x93We will not close the bridge,\x94 the mayor said. The council\x92s vote is near.",
            "a.txt");
  CHECK(document.text ==
        "“We will not close the bridge,” the mayor said. The council’s vote is near.");
  REQUIRE(document.warnings.size() == 1);
  CHECK(document.warnings[0] ==
        model::Warning{"The file is not UTF-8; it was read as windows-1252. Check accents and "
                       "quotation marks.",
                       std::nullopt});
}

TEST_CASE("Hidden direction marks are kept, and said with their place") {
  const std::string message =
      "Hidden direction marks here: the words may be stored in another order than they show.";
  const model::Document document = taken("He said \u202Eon\u202C.\nAnd \u200F\u061Cyes.", "a.txt");
  CHECK(document.text == "He said \u202Eon\u202C.\nAnd \u200F\u061Cyes.");
  REQUIRE(document.warnings.size() == 3);
  CHECK(document.warnings[0] == model::Warning{message, base::Span{8, 11}});
  CHECK(document.warnings[1] == model::Warning{message, base::Span{13, 16}});
  CHECK(document.warnings[2] == model::Warning{message, base::Span{22, 27}});  // a run is one
  test::checkPromises(document);
  // Signs that share their first bytes with the marks are none.
  CHECK(taken("“Né” — … \u200B\u0627", "a.txt").warnings.empty());
}

TEST_CASE("All twelve direction marks are known") {
  for (const char32_t mark : {U'\u061C', U'\u200E', U'\u200F', U'\u202A', U'\u202B', U'\u202C',
                              U'\u202D', U'\u202E', U'\u2066', U'\u2067', U'\u2068', U'\u2069'}) {
    std::string text = "x";
    base::appendCodePoint(text, mark);
    CAPTURE(text);
    const model::Document document = taken(text, "a.txt");
    REQUIRE(document.warnings.size() == 1);
    CHECK(document.warnings[0].span == base::Span{1, text.size()});
  }
}

TEST_CASE("A text laced with direction marks gives twenty places and the number of the rest") {
  std::string text;
  for (int i = 0; i < 25; ++i) text += "x\u202E";
  const model::Document document = taken(text, "a.txt");
  REQUIRE(document.warnings.size() == 21);
  CHECK(document.warnings[19].span == base::Span{77, 80});
  CHECK(document.warnings[20] ==
        model::Warning{"There are 5 more places with hidden direction marks.", std::nullopt});
}

TEST_CASE("The same input gives the same document") {
  constexpr std::array<const char*, 3> kNames{"a.txt", "a.md", "a.html"};
  for (const char* name : kNames) {
    const std::string bytes = "<h1>Head</h1>\n\n<p>One sentence of more than forty letters.</p>\n";
    const model::Document one = taken(bytes, name);
    const model::Document two = taken(bytes, name);
    CHECK(one.sha256 == two.sha256);
    CHECK(one.blocks == two.blocks);
  }
}

}  // namespace assay::importer
