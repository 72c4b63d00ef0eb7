// Where keys go in a list: steps, ends, hidden items, ranges, orders.
#include "ui/selection.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

namespace assay::ui {

namespace {

using model::Status;

app::ArticleView view(const std::vector<Status>& statuses) {
  app::ArticleView made;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    app::ItemRow row;
    row.id = {"i" + std::to_string(i)};
    row.number = "C" + std::to_string(i + 1);
    row.status = statuses[i];
    row.score = static_cast<double>(i) / 10;
    row.speaker = i % 2 == 0 ? "" : "Speaker " + std::to_string(9 - i);
    made.rowById.change()[row.id.value] = i;
    made.rows.add(row);
  }
  return made;
}

model::ItemId item(int index) { return {"i" + std::to_string(index)}; }

Selection at(int index) {
  Selection selection;
  selection.only(item(index));
  return selection;
}

constexpr Status kOpen = Status::unchecked;
constexpr Status kDone = Status::verified;

app::Filter onlyOpen() {
  app::Filter filter;
  filter.statuses = {kOpen};
  return filter;
}

}  // namespace

TEST_CASE("a step goes to the neighbour and stops at the ends") {
  const app::ArticleView article = view({kOpen, kOpen, kOpen});
  const Shown shown = shownRows(article, {}, Sort::place);
  CHECK(stepped(article, shown, at(0), 1) == item(1));
  CHECK(stepped(article, shown, at(2), 1) == item(2));
  CHECK(stepped(article, shown, at(0), -1) == item(0));
  CHECK(stepped(article, shown, Selection{}, 1) == item(0));
}

TEST_CASE("a step from an item that the filter hides goes to its neighbours in the text") {
  const app::ArticleView article = view({kOpen, kDone, kOpen});
  const Shown shown = shownRows(article, onlyOpen(), Sort::place);
  CHECK(stepped(article, shown, at(1), 1) == item(2));
  CHECK(stepped(article, shown, at(1), -1) == item(0));
}

TEST_CASE("there is nowhere to step to in an empty list") {
  const app::ArticleView article = view({kDone});
  const Shown shown = shownRows(article, onlyOpen(), Sort::place);
  CHECK_FALSE(stepped(article, shown, at(0), 1).has_value());
  CHECK_FALSE(steppedToUnchecked(article, shown, at(0), true).has_value());
  CHECK_FALSE(afterSelection(article, shown, at(0)).has_value());
}

TEST_CASE("the next unchecked item is looked for round the end") {
  const app::ArticleView article = view({kOpen, kDone, kDone, kOpen, kDone});
  const Shown shown = shownRows(article, {}, Sort::place);
  CHECK(steppedToUnchecked(article, shown, at(0), true) == item(3));
  CHECK(steppedToUnchecked(article, shown, at(3), true) == item(0));
  CHECK(steppedToUnchecked(article, shown, at(2), false) == item(0));
  CHECK(steppedToUnchecked(article, shown, at(0), false) == item(3));
}

TEST_CASE("after a decision comes the item behind all that were selected") {
  const app::ArticleView article = view({kOpen, kOpen, kOpen, kOpen});
  const Shown shown = shownRows(article, {}, Sort::place);
  Selection several = at(0);
  several.toggle(item(2));
  CHECK(afterSelection(article, shown, several) == item(3));
  CHECK_FALSE(afterSelection(article, shown, at(3)).has_value());
}

TEST_CASE("a range reaches from where it began, in both directions, and shrinks again") {
  const app::ArticleView article = view({kOpen, kOpen, kOpen, kOpen});
  const Shown shown = shownRows(article, {}, Sort::place);
  Selection selection = at(1);
  selection.extendTo(article, shown, item(3));
  CHECK(selection.all() == std::vector{item(3), item(1), item(2)});
  selection.extendTo(article, shown, item(2));
  CHECK(selection.all() == std::vector{item(2), item(1)});
  selection.extendTo(article, shown, item(0));
  CHECK(selection.all() == std::vector{item(0), item(1)});
}

TEST_CASE("one item after the other goes in and out of the selection; the last one stays") {
  Selection selection = at(0);
  selection.toggle(item(2));
  CHECK(selection.all() == std::vector{item(2), item(0)});
  selection.toggle(item(2));
  CHECK(selection.all() == std::vector{item(0)});
  selection.toggle(item(0));
  CHECK(selection.all() == std::vector{item(0)});
}

TEST_CASE("the list is ordered by place, worth, status or speaker, the unknown last") {
  const app::ArticleView article = view({kDone, kOpen, kDone, kOpen});
  CHECK(shownRows(article, {}, Sort::place).rows == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(shownRows(article, {}, Sort::worth).rows == std::vector<std::size_t>{3, 2, 1, 0});
  CHECK(shownRows(article, {}, Sort::status).rows == std::vector<std::size_t>{1, 3, 0, 2});
  CHECK(shownRows(article, {}, Sort::speaker).rows == std::vector<std::size_t>{3, 1, 0, 2});
}

TEST_CASE("the rows shown follow a decision as if they were made anew") {
  const app::ArticleView before = view({kDone, kOpen, kDone, kOpen, kOpen});
  for (const Sort sort : {Sort::place, Sort::worth, Sort::status, Sort::speaker}) {
    for (const app::Filter& filter : {app::Filter{}, onlyOpen()}) {
      app::ArticleView now = before;
      Shown shown = shownRows(before, filter, sort);
      app::ArticleView last = before;
      const auto follows = [&] {
        REQUIRE(followRows(shown, last, now, filter, sort));
        const Shown anew = shownRows(now, filter, sort);
        CHECK(shown.rows == anew.rows);
        CHECK(shown.positionOfRow == anew.positionOfRow);
        last = now;
      };
      now.rows.change(1).status = kDone;  // leaves
      follows();
      now.rows.change(0).status = kOpen;  // comes, first of all
      now.rows.change(3).status = Status::wrong;
      follows();
      now.rows.change(4).speaker = "Aaron";
      now.rows.change(2).score = 0.75;
      follows();
      now.rows.change(3).status = kOpen;  // back between its neighbours
      follows();
      follows();  // nothing changed
    }
  }
}

TEST_CASE("rows that came or went are shown anew") {
  const app::ArticleView before = view({kDone, kOpen});
  app::ArticleView now = before;
  now.rowById.change()["i9"] = 2;
  Shown shown = shownRows(before, {}, Sort::place);
  CHECK_FALSE(followRows(shown, before, now, {}, Sort::place));
}

TEST_CASE("a hidden row has no position") {
  const app::ArticleView article = view({kDone, kOpen});
  const Shown shown = shownRows(article, onlyOpen(), Sort::place);
  CHECK_FALSE(shown.positionOf(article, item(0)).has_value());
  CHECK(shown.positionOf(article, item(1)) == 0);
  CHECK_FALSE(shown.positionOf(article, {"never"}).has_value());
}

}  // namespace assay::ui
