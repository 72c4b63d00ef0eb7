#include "base/utf8.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <string>

namespace assay::base {

TEST_CASE("Code points are counted, not bytes") {
  CHECK(codePointCount("") == 0);
  CHECK(codePointCount("abc") == 3);
  CHECK(codePointCount("“né”") == 4);
  CHECK(codePointCount("😀👩‍👧") == 4);  // a joined family is three code points
}

TEST_CASE("Every code point is written and read back the same") {
  std::size_t wrong = 0;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "x";
    appendCodePoint(text, c);
    const CodePoint read = codePointAt(text, 1);
    const CodePoint before = codePointBefore(text, text.size());
    const bool right = !firstInvalidByte(text) && read.value == c &&
                       read.length == text.size() - 1 && before.value == c &&
                       before.length == read.length;
    wrong += right ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("What is no character is written as the replacement character") {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    std::string text;
    appendCodePoint(text, c);
    CHECK(text == "\uFFFD");
  }
}

TEST_CASE("The code point before an offset is found from its last byte") {
  const std::string text = "aé“😀";
  CHECK(codePointBefore(text, 1).value == U'a');
  CHECK(codePointBefore(text, 3).value == U'é');
  CHECK(codePointBefore(text, 6).value == U'“');
  CHECK(codePointBefore(text, 10).value == U'😀');
  CHECK(codePointBefore(text, 10).length == 4);
}

TEST_CASE("A span inside a grapheme grows to its edges") {
  struct Case {
    std::string_view text;
    Span asked;
    Span given;
  };
  constexpr std::array kCases{
      Case{"abc", {1, 2}, {1, 2}},
      Case{"abc", {1, 1}, {1, 1}},
      Case{"ae\xCC\x81z", {1, 2}, {1, 4}},  // e and a combining acute accent
      Case{"ae\xCC\x81z", {2, 4}, {1, 4}},
      Case{"ae\xCC\x81z", {4, 5}, {4, 5}},
      Case{"a\r\nb", {0, 2}, {0, 3}},  // CR LF is one
      Case{"a\r\nb", {2, 4}, {1, 4}},
      Case{"👩‍👧x", {0, 4}, {0, 11}},  // joined by U+200D
      Case{"👩‍👧x", {11, 12}, {11, 12}},
      Case{"🇩🇪🇫🇷", {0, 4}, {0, 8}},  // flags are pairs of letters
      Case{"🇩🇪🇫🇷", {8, 12}, {8, 16}},
      Case{"“x”", {0, 3}, {0, 3}},
      Case{"abc", {1, 99}, {1, 3}},
      Case{"abc", {7, 99}, {3, 3}},
      Case{"", {0, 0}, {0, 0}},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text, c.asked.begin, c.asked.end);
    CHECK(atGraphemes(c.text, c.asked) == c.given);
  }
}

TEST_CASE("Grapheme edges are found far into a text, and across many marks") {
  const std::string far = std::string(10'000, 'x') + "e\xCC\x81" + std::string(10'000, 'y');
  CHECK(atGraphemes(far, {5'000, 10'001}) == Span{5'000, 10'003});
  CHECK(atGraphemes(far, {10'001, 15'000}) == Span{10'000, 15'000});
}

TEST_CASE("A text that is long enough is shortened with an ellipsis") {
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("abcd", 3) == "ab…");
  CHECK(shortened("äöü", 3) == "äöü");
  CHECK(shortened("äöüß", 3) == "äö…");
  CHECK(shortened("abcd", 1) == "…");
  CHECK(shortened("", 0).empty());
  CHECK(codePointCount(shortened(std::string(500, 'x'), 40)) == 40);
}

TEST_CASE("A shortened text is never cut inside a grapheme") {
  const std::string text = "ae\xCC\x81zzz";  // a, e, accent, z, z, z
  CHECK(shortened(text, 5) == "ae\xCC\x81z…");
  CHECK(shortened(text, 4) == "ae\xCC\x81…");
  CHECK(shortened(text, 3) == "a…");
  CHECK(shortened(text, 2) == "a…");
}

TEST_CASE("One line has one blank where there was any white space") {
  CHECK(oneLine("  a \t b\n\nc  ") == "a b c");
  CHECK(oneLine("a\u00A0\u2003b\u2028c\u0085d") == "a b c d");
  CHECK(oneLine(" \n\t ").empty());
  CHECK(oneLine("“né”") == "“né”");
}

TEST_CASE("Code points are taken from both sides of an offset") {
  const std::string text = "aé“😀z";
  CHECK(codePointsBefore(text, 6, 2) == "é“");
  CHECK(codePointsBefore(text, 6, 0).empty());
  CHECK(codePointsBefore(text, 6, 99) == "aé“");
  CHECK(codePointsFrom(text, 3, 2) == "“😀");
  CHECK(codePointsFrom(text, 3, 99) == "“😀z");
  CHECK(codePointsFrom(text, text.size(), 3).empty());
}

TEST_CASE("A search key forgets case, accents and how letters are composed") {
  CHECK(searchKey("Müller") == searchKey("MULLER"));
  CHECK(searchKey("Mu\xCC\x88ller") == searchKey("Müller"));
  CHECK(searchKey("STRASSE") == searchKey("Straße"));
  CHECK(searchKey("ﬁnal") == "final");  // a ligature
  CHECK(searchKey("½") == searchKey("1⁄2"));
  CHECK(searchKey("ΣΊΣΥΦΟΣ") == searchKey("σίσυφος"));
  CHECK(searchKey("Ａｂｃ") == "abc");  // full-width letters
  CHECK(searchKey("") == std::string());
  CHECK(searchKey("Q7 “said”") == "q7 “said”");
  CHECK(searchKey("Kelly") != searchKey("Kelley"));
}

}  // namespace assay::base
