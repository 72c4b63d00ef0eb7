#include "report/pieces.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

namespace {

void add(ReportData& data, std::vector<base::Span> spans) {
  ReportItem item;
  item.number = "C" + std::to_string(data.items.size() + 1);
  item.item.anchor.spans = std::move(spans);
  data.items.push_back(std::move(item));
}

/// "[0 1:words|+begins|-ends]" for every piece; blocks on lines of their own.
std::string drawn(const ReportData& data) {
  const auto list = [](const std::vector<std::size_t>& numbers) {
    std::string out;
    for (const std::size_t n : numbers) out += (out.empty() ? "" : " ") + std::to_string(n);
    return out;
  };
  std::string out;
  for (const MarkedBlock& block : markedBlocks(data)) {
    for (const Piece& piece : block.pieces) {
      out += "[" + list(piece.marks) + ":" + std::string(piece.span.of(data.text));
      if (!piece.begins.empty()) out += "|+" + list(piece.begins);
      if (!piece.ends.empty()) out += "|-" + list(piece.ends);
      out += "]";
    }
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a text without items is one piece a block") {
  CHECK(drawn(test::bareReport("abcdef")) == "[:abcdef]\n");
  CHECK(drawn(ReportData{}).empty());
}

TEST_CASE("an item inside another one is nested") {
  ReportData data = test::bareReport("abcdef");
  add(data, {{1, 5}});
  add(data, {{2, 4}});
  CHECK(drawn(data) == "[:a][0:b|+0][0 1:cd|+1|-1][0:e|-0][:f]\n");
}

TEST_CASE("the longer of two items with one beginning is outside") {
  ReportData data = test::bareReport("abcdef");
  add(data, {{0, 2}});
  add(data, {{0, 4}});
  CHECK(drawn(data) == "[1 0:ab|+1 0|-0][1:cd|-1][:ef]\n");
}

TEST_CASE("items that end together are closed from the inside") {
  ReportData data = test::bareReport("abcdef");
  add(data, {{0, 4}});
  add(data, {{2, 4}});
  CHECK(drawn(data) == "[0:ab|+0][0 1:cd|+1|-1 0][:ef]\n");
}

TEST_CASE("overlapping items share the piece in the middle") {
  ReportData data = test::bareReport("abcdef");
  add(data, {{0, 4}});
  add(data, {{2, 6}});
  CHECK(drawn(data) == "[0:ab|+0][0 1:cd|+1|-0][1:ef|-1]\n");
}

TEST_CASE("an item over two blocks begins in the first and ends in the second") {
  ReportData data = test::bareReport("abc\ndef");
  data.blocks = {{{0, 3}, model::BlockRole::body, false},
                 {{4, 7}, model::BlockRole::caption, false}};
  add(data, {{1, 6}});
  CHECK(drawn(data) == "[:a][0:bc|+0]\n[0:de|-0][:f]\n");
  const auto blocks = markedBlocks(data);
  CHECK(blocks[0].items.empty());
  CHECK(blocks[1].items == std::vector<std::size_t>{0});
  CHECK(blocks[1].role == model::BlockRole::caption);
}

TEST_CASE("an item of several spans begins once and ends once") {
  ReportData data = test::bareReport("abcdef");
  add(data, {{0, 2}, {4, 6}});
  CHECK(drawn(data) == "[0:ab|+0][:cd][0:ef|-0]\n");
}

TEST_CASE("spans of damaged data are clipped or left out") {
  ReportData data = test::bareReport("abcdef");
  add(data, {{4, 100}});
  add(data, {{90, 100}});
  add(data, {{3, 3}});
  add(data, {{5, 2}});
  add(data, {});
  CHECK(drawn(data) == "[:abcd][0:ef|+0|-0]\n");
}

TEST_CASE("blocks of damaged data never overlap") {
  ReportData data = test::bareReport("abcdef");
  data.blocks = {{{0, 4}, model::BlockRole::body, false},
                 {{2, 9}, model::BlockRole::body, false},
                 {{1, 3}, model::BlockRole::body, false}};
  CHECK(drawn(data) == "[:abcd]\n[:ef]\n");
}

TEST_CASE("more marks than can be told apart are not drawn, their numbers are") {
  ReportData data = test::bareReport("abcdef");
  for (int i = 0; i < 100; ++i) add(data, {{0, 6}});
  const auto blocks = markedBlocks(data);
  REQUIRE(blocks.size() == 1);
  REQUIRE(blocks[0].pieces.size() == 1);
  CHECK(blocks[0].pieces[0].marks.size() == kDeepestMark);
  CHECK(blocks[0].pieces[0].ends.size() == 100);
}
