#include "ui/text_marks.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "ui/article_margin.h"

namespace assay::ui {

namespace {

using base::Span;
using Rows = std::vector<std::size_t>;

app::ItemRow row(std::vector<Span> spans) {
  app::ItemRow out;
  out.spans = std::move(spans);
  return out;
}

MarkIndex built(std::vector<std::vector<Span>> items) {
  app::SharedList<app::ItemRow> rows;
  for (auto& spans : items) rows.add(row(std::move(spans)));
  MarkIndex index;
  index.build(rows, 100);
  return index;
}

std::vector<int> lanes(const MarkIndex& index) {
  std::vector<int> out;
  for (const Mark& mark : index.all()) out.push_back(mark.lane);
  return out;
}

}  // namespace

TEST_CASE("an inner mark lies below the outer, neighbours share a lane") {
  CHECK(lanes(built({{{0, 50}}, {{10, 20}}, {{20, 30}}, {{50, 60}}})) ==
        std::vector<int>{0, 1, 1, 0});
}

TEST_CASE("of two marks that begin together the longer is the outer, whatever their order") {
  const MarkIndex index = built({{{0, 10}}, {{0, 50}}});
  CHECK(index.all()[0].row == 1);
  CHECK(index.all()[0].lane == 0);
  CHECK(index.all()[1].row == 0);
  CHECK(index.all()[1].lane == 1);
}

TEST_CASE("nesting deeper than there are lanes shares the last") {
  CHECK(lanes(built({{{0, 90}}, {{1, 80}}, {{2, 70}}, {{3, 60}}, {{4, 50}}})) ==
        std::vector<int>{0, 1, 2, 2, 2});
}

TEST_CASE("an overlap that is no nesting is drawn on two lanes") {
  CHECK(lanes(built({{{0, 20}}, {{10, 30}}, {{25, 40}}})) == std::vector<int>{0, 1, 0});
}

TEST_CASE("a place is found in every mark over it, the innermost first") {
  const MarkIndex index = built({{{0, 50}}, {{10, 30}}, {{15, 20}}, {{60, 70}}});
  CHECK(index.rowsAt(16) == Rows{2, 1, 0});
  CHECK(index.rowsAt(20) == Rows{1, 0});
  CHECK(index.rowsAt(49) == Rows{0});
  CHECK(index.rowsAt(50).empty());
  CHECK(index.rowsAt(99).empty());
}

TEST_CASE("a long mark that reaches in is among those near a place") {
  std::vector<std::vector<Span>> items{{{0, 90}}};
  for (std::size_t n = 0; n < 40; ++n) items.push_back({{n, n + 1}});
  const MarkIndex index = built(std::move(items));
  CHECK(index.rowsAt(85) == Rows{0});
  CHECK(index.rowsAt(39) == Rows{40, 0});
}

TEST_CASE("an item of several spans is marked on each and begins on the first") {
  const MarkIndex index = built({{{10, 20}, {30, 40}}, {{32, 35}}});
  CHECK(index.rowsAt(12) == Rows{0});
  CHECK(index.rowsAt(33) == Rows{1, 0});
  CHECK(index.startingIn({0, 25}) == Rows{0});
  CHECK(index.startingIn({25, 50}) == Rows{1});
}

TEST_CASE("spans outside the text or of nothing are left out") {
  const MarkIndex index = built({{{10, 10}}, {{90, 101}}, {{5, 6}}});
  CHECK(index.all().size() == 1);
  CHECK(index.rowsAt(5) == Rows{2});
  CHECK(built({}).rowsAt(0).empty());
}

TEST_CASE("clicking again goes from the innermost outwards and round") {
  const Rows rows{2, 1, 0};
  CHECK(clickedRow(rows, 7) == 2);
  CHECK(clickedRow(rows, 2) == 1);
  CHECK(clickedRow(rows, 1) == 0);
  CHECK(clickedRow(rows, 0) == 2);
}

// --- the margin --------------------------------------------------------------------------------

namespace {

// "row@column,line" of each label, "+" for several rows.
std::vector<std::string> placed(const Rows& rows, std::size_t columns, std::size_t lines) {
  std::vector<std::string> out;
  for (const MarginLabel& label : placeLabels(rows, columns, lines)) {
    std::string text;
    for (const std::size_t r : label.rows) text += (text.empty() ? "" : "+") + std::to_string(r);
    out.push_back(text + "@" + std::to_string(label.column) + "," + std::to_string(label.line) +
                  "/" + std::to_string(label.lines));
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("labels of one line stand side by side in reading order, then below each other") {
  CHECK(placed({5}, 2, 2) == Texts{"5@0,0/1"});
  CHECK(placed({5, 6}, 2, 2) == Texts{"5@1,0/1", "6@0,0/1"});
  CHECK(placed({5, 6}, 1, 2) == Texts{"5@0,0/2", "6@0,1/2"});
  CHECK(placed({5, 6, 7}, 2, 2) == Texts{"5@1,0/2", "6@0,0/2", "7@0,1/2"});
}

TEST_CASE("labels that find no room are gathered in the last one") {
  CHECK(placed({1, 2, 3, 4}, 1, 2) == Texts{"1@0,0/2", "2+3+4@0,1/2"});
  CHECK(placed({1, 2}, 1, 1) == Texts{"1+2@0,0/1"});
  CHECK(placed({}, 1, 1).empty());
}

}  // namespace assay::ui
