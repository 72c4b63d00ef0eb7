// Words of the article under the keyboard and the mouse: selecting them, the ends of items, items
// split and joined, and what nobody has made an item of.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <string>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::UiDriver;
using test::WorkbenchFixture;
using test::WorkbenchOptions;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string selected(WorkbenchFixture& desk) { return desk.screen().pane().selectedText(); }

// A text with one claim in it, by its words.
void focusOn(WorkbenchFixture& desk, std::string_view words) {
  for (const app::ItemRow& row : desk.article()->rows) {
    if (!contains(row.text, words)) continue;
    for (std::size_t n = 0; desk.focus() != row.number && n < desk.numbers().size(); ++n) {
      desk.driver().key(ImGuiKey_J);
    }
    REQUIRE(desk.focus() == row.number);
    return;
  }
  FAIL("no item says " << words);
}

// Where a byte of the article is on the screen, in the middle of its line.
ImVec2 placeOf(WorkbenchFixture& desk, std::size_t byte, std::size_t inside) {
  const ArticlePane& pane = desk.screen().pane();
  const std::size_t line = pane.layout().lineOf(inside);
  const TextLine& row = pane.layout().lines()[line];
  return {pane.pageOrigin().x + pane.layout().xOf(line, byte),
          pane.pageOrigin().y + row.y + row.height / 2};
}

}  // namespace

TEST_CASE("the arrows select words of the article, from the item one stands on") {
  WorkbenchFixture desk;
  UiDriver& driver = desk.driver();
  focusOn(desk, "The coast office will close");
  driver.key(ImGuiKey_RightArrow);
  CHECK(selected(desk) == "The");
  driver.keys(ImGuiKey_RightArrow, 2);
  CHECK(selected(desk) == "office");
  driver.key(ImGuiKey_LeftArrow);
  CHECK(selected(desk) == "coast");
  driver.keys(ImGuiMod_Shift | ImGuiKey_RightArrow, 2);
  CHECK(selected(desk) == "coast office will");
  driver.key(ImGuiMod_Shift | ImGuiKey_LeftArrow);
  CHECK(selected(desk) == "coast office");
  driver.keys(ImGuiMod_Shift | ImGuiKey_LeftArrow, 2);
  CHECK(selected(desk) == "The coast");
  driver.key(ImGuiMod_Shift | ImGuiKey_RightArrow);
  CHECK(selected(desk) == "coast");
  CHECK(contains(driver.screenText(), "nothing selected"));
  driver.key(ImGuiKey_Escape);
  CHECK(selected(desk).empty());
}

TEST_CASE("Ctrl and an arrow go from paragraph to paragraph") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_RightArrow);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_RightArrow);
  CHECK(selected(desk) == "Nobody");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_LeftArrow);
  CHECK(selected(desk) == "VARN");
}

TEST_CASE("an item is made with the keyboard alone, from what a search found") {
  WorkbenchFixture desk;
  UiDriver& driver = desk.driver();
  const std::size_t before = desk.numbers().size();
  driver.type("/");
  driver.type("Hedda");
  driver.key(ImGuiKey_Escape);
  driver.key(ImGuiKey_RightArrow);
  REQUIRE(selected(desk) == "Hedda");
  driver.key(ImGuiMod_Shift | ImGuiKey_RightArrow);
  driver.key(ImGuiKey_Escape);  // the selection goes first, the filter stays
  driver.key(ImGuiKey_RightArrow);
  driver.key(ImGuiMod_Shift | ImGuiKey_RightArrow);
  driver.key(ImGuiKey_M);
  CHECK(desk.numbers().size() == before + 1);
  CHECK(desk.row(desk.focus()).text == "Hedda Lunt");
}

TEST_CASE("T lets the arrows move the ends of the item, each step undone by one undo") {
  WorkbenchFixture desk;
  UiDriver& driver = desk.driver();
  focusOn(desk, "The coast office will close");
  const std::string number = desk.focus();
  const std::string whole = desk.row(number).text;
  driver.key(ImGuiKey_T);
  CHECK(contains(driver.screenText(), "end of " + number));
  driver.keys(ImGuiKey_LeftArrow, 2);
  driver.key(ImGuiMod_Shift | ImGuiKey_RightArrow);
  CHECK(desk.row(number).text ==
        "coast office will close the last manned lighthouse in the north on 1 March, after 164 "
        "years, and replace its 3 keepers");
  driver.key(ImGuiKey_Enter);
  CHECK_FALSE(desk.screen().state().spanMode);
  driver.keys(ImGuiMod_Ctrl | ImGuiKey_Z, 3);
  CHECK(desk.row(number).text == whole);
}

TEST_CASE("any other key ends the change of words and does what it does") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  desk.driver().key(ImGuiKey_T);
  desk.driver().key(ImGuiKey_V);
  CHECK_FALSE(desk.screen().state().spanMode);
  CHECK(desk.status(first) == "verified");
}

TEST_CASE("the end of an item is dragged with the mouse, by whole words") {
  WorkbenchFixture desk;
  focusOn(desk, "The coast office will close");
  const std::string number = desk.focus();
  const base::Span span = desk.row(number).spans.front();
  const std::size_t to = desk.article()->draft->text.find("north on") + 3;  // inside the word
  const ImVec2 from = placeOf(desk, span.end, span.end - 1);
  desk.driver().drag(from, placeOf(desk, to, to));
  CHECK(desk.row(number).text ==
        "The coast office will close the last manned lighthouse in the north");
}

TEST_CASE("the start of an item is dragged the same way") {
  WorkbenchFixture desk;
  focusOn(desk, "The coast office will close");
  const std::string number = desk.focus();
  const base::Span span = desk.row(number).spans.front();
  const std::size_t to = desk.article()->draft->text.find("office will") + 2;
  desk.driver().drag(placeOf(desk, span.begin, span.begin), placeOf(desk, to, to));
  CHECK(desk.row(number).text.starts_with("office will close"));
}

TEST_CASE("a press on an end that is let go where it was changes nothing") {
  WorkbenchFixture desk;
  const auto revision = desk.session().revision();
  const base::Span span = desk.row(desk.focus()).spans.front();
  desk.driver().clickAt(placeOf(desk, span.begin, span.begin));
  CHECK(desk.session().revision() == revision);
}

TEST_CASE("an item is split at the selected words and joined again") {
  WorkbenchFixture desk;
  UiDriver& driver = desk.driver();
  focusOn(desk, "The coast office will close");
  const std::string number = desk.focus();
  const std::string whole = desk.row(number).text;
  driver.keys(ImGuiKey_RightArrow, 5);
  REQUIRE(selected(desk) == "close");
  driver.key(ImGuiMod_Ctrl | ImGuiKey_B);
  CHECK(desk.row(number).text == "The coast office will");
  CHECK(selected(desk).empty());
  driver.key(ImGuiMod_Shift | ImGuiKey_J);
  driver.key(ImGuiMod_Ctrl | ImGuiKey_J);
  CHECK(desk.row(number).text == whole);
  CHECK(desk.focus() == number);
  driver.keys(ImGuiMod_Ctrl | ImGuiKey_Z, 2);
  CHECK(desk.row(number).text == whole);
}

TEST_CASE("splitting without selected words says what to do") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_B);
  CHECK(desk.screen().state().message == "Select the words that the second part begins with");
}

TEST_CASE("G shows what nobody has checked, in figures and in the text, and puts it away") {
  WorkbenchFixture desk;
  UiDriver& driver = desk.driver();
  const int plain = driver.vertexCount();
  driver.key(ImGuiKey_G);
  CHECK(contains(driver.screenText(), "of all words checked (0)"));
  CHECK(driver.vertexCount() > plain);
  driver.key(ImGuiKey_V);
  CHECK_FALSE(contains(driver.screenText(), "of all words checked (0)"));
  driver.key(ImGuiKey_Escape);
  CHECK_FALSE(contains(driver.screenText(), "of all words checked"));
}

TEST_CASE("what was put off is found again by its chip") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  CHECK_FALSE(desk.driver().isVisible("postponed##chip-postponed"));
  desk.driver().key(ImGuiKey_Space);
  desk.driver().click("postponed##chip-postponed");
  CHECK(desk.screen().state().filter.flags.has(model::Flag::postponed));
  CHECK(contains(desk.driver().screenText(), "hidden by filter"));
  CHECK(desk.driver().isVisible("##row-" + first));
  CHECK_FALSE(desk.driver().isVisible("##row-" + desk.numbers()[1]));
}

}  // namespace assay::ui
