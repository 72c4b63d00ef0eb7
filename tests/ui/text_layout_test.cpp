#include "ui/text_layout.h"

#include <catch2/catch_amalgamated.hpp>

#include <chrono>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "ui/text_words.h"

namespace assay::ui {

namespace {

using base::Span;
using model::Block;
using model::BlockRole;

// Every character is 10 wide in body type and 20 in a headline; combining accents have no width.
class Typewriter final : public Measure {
 public:
  [[nodiscard]] float advance(BlockRole role, char32_t c) const override {
    if (c >= 0x300 && c < 0x370) return 0;
    return role == BlockRole::headline ? 20.0F : 10.0F;
  }
};

PageMetrics plainMetrics() {
  PageMetrics metrics;
  metrics.fill({.size = 16, .line = 20, .before = 0, .after = 10, .indent = 0});
  metrics[static_cast<std::size_t>(BlockRole::headline)] = {
      .size = 30, .line = 40, .before = 0, .after = 30, .indent = 0};
  metrics[static_cast<std::size_t>(BlockRole::pullQuote)] = {
      .size = 16, .line = 20, .before = 50, .after = 50, .indent = 20};
  return metrics;
}

struct Page {
  Typewriter measure;
  TextLayout layout;

  Page(const std::string& text, float width, std::vector<Block> blocks = {}) {
    if (blocks.empty()) blocks.push_back({{0, text.size()}, BlockRole::body, false});
    layout.setText(text, std::move(blocks));
    layout.lay(measure, plainMetrics(), width);
  }
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (const TextLine& line : layout.lines()) {
      out.emplace_back(Span{line.begin, line.end}.of(layout.text()));
    }
    return out;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines break after blanks, and blanks hang over the edge") {
  CHECK(Page("one two three", 70).lines() == Lines{"one two", "three"});
  CHECK(Page("one two   three", 70).lines() == Lines{"one two", "three"});
  CHECK(Page("one two ", 70).lines() == Lines{"one two "});
  CHECK(Page("one", 70).lines() == Lines{"one"});
}

TEST_CASE("a line end inside a block is a blank: text wrapped by hand is wrapped anew") {
  CHECK(Page("one\ntwo three", 80).lines() == Lines{"one\ntwo", "three"});
}

TEST_CASE("lines break after hyphens between letters, dashes and slashes, not inside numbers") {
  CHECK(Page("a well-known man", 70).lines() == Lines{"a well-", "known", "man"});
  CHECK(Page("voted 39-11 then", 90).lines() == Lines{"voted", "39-11", "then"});
  CHECK(Page("lorries—and vans", 90).lines() == Lines{"lorries—", "and vans"});
  CHECK(Page("he left—” she", 80).lines() == Lines{"he", "left—”", "she"});
  CHECK(Page("https://example.org/council", 120).lines() ==
        Lines{"https://", "example.org/", "council"});
  CHECK(Page("on 12/11/2025", 100).lines() == Lines{"on", "12/11/2025"});
  CHECK(Page("2015–2024 and", 80).lines() == Lines{"2015–202", "4 and"});
}

TEST_CASE("no-break spaces hold words together") {
  CHECK(Page("pay 9\u00A0million now", 100).lines() == Lines{"pay", "9\u00A0million", "now"});
}

TEST_CASE("ideographs break anywhere but before closing marks") {
  CHECK(Page("橋は閉鎖。市", 40).lines() == Lines{"橋は閉", "鎖。市"});
}

TEST_CASE("a word longer than the line is cut at a grapheme") {
  CHECK(Page("abcdefghij", 40).lines() == Lines{"abcd", "efgh", "ij"});
  // e + acute accent in two code points stay together although only the first has a width.
  CHECK(Page("abce\u0301e\u0301f", 40).lines() == Lines{"abce\u0301", "e\u0301f"});
  // Too narrow for a single character: one a line, and it ends.
  CHECK(Page("abc", 5).lines() == Lines{"a", "b", "c"});
}

TEST_CASE("blocks stand apart by the larger of two spaces, and pull quotes are indented") {
  const std::string text = "Head\nbody one\nquoted words\nend";
  const Page page(text, 100,
                  {{{0, 4}, BlockRole::headline, false},
                   {{5, 13}, BlockRole::body, false},
                   {{14, 26}, BlockRole::pullQuote, false},
                   {{27, 30}, BlockRole::body, false}});
  CHECK(page.layout.lines() == std::vector<TextLine>{{0, 4, 0, 0, 40, BlockRole::headline},
                                                     {5, 13, 0, 70, 20, BlockRole::body},
                                                     {14, 20, 20, 140, 20, BlockRole::pullQuote},
                                                     {21, 26, 20, 160, 20, BlockRole::pullQuote},
                                                     {27, 30, 0, 230, 20, BlockRole::body}});
  CHECK(page.layout.height() == 250);
}

TEST_CASE("an empty text has no lines and answers every question") {
  const Page page("", 100);
  CHECK(page.layout.lines().empty());
  CHECK(page.layout.height() == 0);
  CHECK(page.layout.lineBelow(0) == 0);
  CHECK(page.layout.byteAt(10, 10) == 0);
  CHECK(page.layout.characterAt(10, 10) == TextLayout::kNone);
  CHECK(page.layout.rects({0, 0}).empty());
}

TEST_CASE("the first visible line is the first that reaches below an edge") {
  const Page page("one two three", 70);
  CHECK(page.layout.lineBelow(0) == 0);
  CHECK(page.layout.lineBelow(19.5F) == 0);
  CHECK(page.layout.lineBelow(20) == 1);
  CHECK(page.layout.lineBelow(40) == 2);
}

TEST_CASE("a point finds the nearest boundary, a click the character under it") {
  const Page page("one two three", 70);
  CHECK(page.layout.byteAt(-5, -5) == 0);
  CHECK(page.layout.byteAt(14, 10) == 1);
  CHECK(page.layout.byteAt(16, 10) == 2);
  CHECK(page.layout.byteAt(500, 10) == 7);
  CHECK(page.layout.byteAt(0, 25) == 8);
  CHECK(page.layout.byteAt(500, 500) == 13);
  CHECK(page.layout.characterAt(16, 10) == 1);
  CHECK(page.layout.characterAt(75, 10) == TextLayout::kNone);
  CHECK(page.layout.characterAt(16, -1) == TextLayout::kNone);
  CHECK(page.layout.characterAt(16, 45) == TextLayout::kNone);
}

TEST_CASE("a point never finds a place inside a grapheme") {
  const Page page("e\u0301a", 100);
  CHECK(page.layout.byteAt(4, 5) == 0);
  CHECK(page.layout.byteAt(6, 5) == 3);
  CHECK(page.layout.byteAt(14, 5) == 3);
  CHECK(page.layout.byteAt(16, 5) == 4);
}

TEST_CASE("a span has one rectangle on each of its lines") {
  const Page page("one two three four", 70);  // one two / three / four
  CHECK(page.layout.rects({4, 15}) ==
        std::vector<LineRect>{{0, 40, 70, {4, 7}}, {1, 0, 50, {8, 13}}, {2, 0, 10, {14, 15}}});
  CHECK(page.layout.rects({4, 15}, 1, 2) == std::vector<LineRect>{{1, 0, 50, {8, 13}}});
  CHECK(page.layout.rects({7, 8}).empty());  // the blank of the break
  CHECK(page.layout.lineOf(13) == 1);
  CHECK(page.layout.xOf(1, 10) == 20);
}

TEST_CASE("characters that leave no mark take no room") {
  const Page page("a\u00ADb\u200Bc", 100);
  CHECK(page.layout.xOf(0, page.layout.text().size()) == 30);
  CHECK(Page("extra\u00ADordinary", 100).lines() == Lines{"extra\u00AD", "ordinary"});
}

TEST_CASE("every byte of a block is on one line or in the blanks between two") {
  const std::string text =
      "“We were one cold winter away from losing it,” said Ødegård—leader of the well-known "
      "council; see https://example.org/2025/11/minutes.html.\n  End  of it.";
  for (float width = 5; width < 400; width += 13) {
    const Page page(text, width);
    std::size_t reached = 0;
    for (const TextLine& line : page.layout.lines()) {
      REQUIRE(line.begin >= reached);
      for (; reached < line.begin; ++reached) {
        REQUIRE((text[reached] == ' ' || text[reached] == '\n'));
      }
      REQUIRE(line.end > line.begin);
      REQUIRE((width < 20 || page.layout.xOf(page.layout.lineOf(line.begin), line.end) <= width));
      reached = line.end;
    }
    REQUIRE(reached == text.size());
  }
}

TEST_CASE("a megabyte is laid out at once") {
  std::string text;
  std::vector<Block> blocks;
  while (text.size() < 1'000'000) {
    const std::size_t begin = text.size();
    for (int n = 0; n < 12; ++n) text += "The council voted to close the bridge to lorries. ";
    blocks.push_back({{begin, text.size()}, BlockRole::body, false});
    text += "\n";
  }
  const auto from = std::chrono::steady_clock::now();
  const Page page(text, 680, blocks);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
  CHECK(page.layout.lines().size() == blocks.size() * 9);
  // 5 ms are promised of a release build; here only that it is not quadratic.
  CHECK(took.count() < 500);
}

// --- words -------------------------------------------------------------------------------------

namespace {

std::string word(std::string_view text, std::string_view at) {
  return std::string(wordAt(text, text.find(at)).of(text));
}

std::string snapped(std::string_view text, std::string_view part) {
  const std::size_t at = text.find(part);
  return std::string(atWords(text, {at, at + part.size()}).of(text));
}

}  // namespace

TEST_CASE("a double click takes a word with its apostrophes, hyphens and signs") {
  CHECK(word("the council’s plan", "unc") == "council’s");
  CHECK(word("the council's plan", "'s") == "council's");
  CHECK(word("a well-known man", "-kn") == "well-known");
  CHECK(word("cost £14.2 million", "14") == "£14.2");
  CHECK(word("from 11,600 to", ",6") == "11,600");
  CHECK(word("58% of them", "5") == "58%");
  CHECK(word("“Losing it,” said", "Los") == "Losing");
  CHECK(word("said ‘it is’ so", "is") == "is");
  CHECK(word("in 1987. It", "87") == "1987");
  CHECK(word("Ødegård said", "deg") == "Ødegård");
}

TEST_CASE("a double click beside words takes the blanks or the one mark") {
  CHECK(word("one   two", "  t") == "   ");
  CHECK(word("one… two", "…") == "…");
  CHECK(wordAt("", 0) == Span{0, 0});
  CHECK(wordAt("one", 3) == Span{0, 3});
}

TEST_CASE("a selection snaps to whole words and leaves blanks outside") {
  const std::string text = "The council’s vote of 39-11, on Tuesday.";
  CHECK(snapped(text, "unc") == "council’s");
  CHECK(snapped(text, " vote o") == "vote of");
  CHECK(snapped(text, "9-1") == "39-11");
  CHECK(snapped(text, "11, o") == "39-11, on");
  CHECK(snapped(text, "Tuesday.") == "Tuesday.");
  CHECK(atWords(text, {3, 4}).empty());
  CHECK(atWords(text, {30, 900}).end == text.size());
}

TEST_CASE("steps by word go over what is between") {
  const std::string text = "“One, two” – three.";
  const auto at = [&text](std::string_view part) { return text.find(part); };
  CHECK(nextWordEnd(text, 0) == at(","));
  CHECK(nextWordEnd(text, at(",")) == at("”"));
  CHECK(nextWordEnd(text, at("”")) == at("."));
  CHECK(nextWordEnd(text, at(".")) == text.size());
  CHECK(previousWordStart(text, text.size()) == at("three"));
  CHECK(previousWordStart(text, at("three")) == at("two"));
  CHECK(previousWordStart(text, at("One")) == 0);
  CHECK(nextWordStart(text, at("One")) == at("two"));
  CHECK(nextWordStart(text, at("three")) == text.size());
  CHECK(previousWordEnd(text, at(".")) == at("”"));
  CHECK(previousWordEnd(text, at(",")) == 0);
}

TEST_CASE("an item's edges move by a word and never past each other") {
  const std::string text = "One, two. Three “four” five.";
  const auto moved = [&text](std::string_view words, EdgeMove move) {
    const std::size_t at = text.find(words);
    return std::string(movedByWord(text, {{at, at + words.size()}}, move).front().of(text));
  };
  CHECK(moved("two", EdgeMove::endForward) == "two. Three");
  CHECK(moved("two. Three", EdgeMove::endBack) == "two");
  CHECK(moved("two", EdgeMove::endBack) == "two");
  CHECK(moved("two. Three", EdgeMove::beginForward) == "Three");
  CHECK(moved("two", EdgeMove::beginForward) == "two");
  CHECK(moved("two", EdgeMove::beginBack) == "One, two");
  CHECK(moved("One", EdgeMove::beginBack) == "One");
  CHECK(moved("five", EdgeMove::endForward) == "five");
  CHECK(movedByWord(text, {}, EdgeMove::endBack).empty());
}

TEST_CASE("a text laid by and by has the lines of one laid at once") {
  const std::string text = "A headline\nOne two three four\nfive six seven\na pull quote\neight";
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const BlockRole role = blocks.empty()       ? BlockRole::headline
                           : blocks.size() == 3 ? BlockRole::pullQuote
                                                : BlockRole::body;
    blocks.push_back({{at, end}, role, false});
    at = end + 1;
  }
  const Page whole(text, 100, blocks);
  CHECK(whole.layout.complete());
  TextLayout layout;
  const Typewriter measure;
  layout.setText(text, blocks);
  layout.begin(measure, plainMetrics(), 100);
  CHECK_FALSE(layout.complete());
  CHECK(layout.lines().empty());
  layout.layOn(5);
  CHECK(layout.laidTo() == blocks[2].span.begin);
  for (const std::size_t byte : {std::size_t{12}, std::size_t{30}, text.size()}) layout.layOn(byte);
  CHECK(layout.complete());
  CHECK(layout.laidTo() == text.size());
  CHECK(layout.lines() == whole.layout.lines());
  CHECK(layout.height() == whole.layout.height());
}

TEST_CASE("of an item of two spans the outer edges move") {
  const std::string text = "one two three four five";
  const std::vector<Span> spans{{4, 7}, {14, 18}};
  CHECK(movedByWord(text, spans, EdgeMove::beginBack) == std::vector<Span>{{0, 7}, {14, 18}});
  CHECK(movedByWord(text, spans, EdgeMove::endForward) == std::vector<Span>{{4, 7}, {14, 23}});
  CHECK(movedByWord(text, spans, EdgeMove::endBack) == spans);
  CHECK(movedByWord(text, spans, EdgeMove::beginForward) == spans);
}

}  // namespace assay::ui
