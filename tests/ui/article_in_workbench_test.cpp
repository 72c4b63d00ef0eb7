// The reading pane inside the workbench: what is done in the text reaches the store.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;

// Where the first or the last character of `words` stands on the screen.
ImVec2 pointAt(WorkbenchFixture& desk, std::string_view words, bool last = false) {
  const TextLayout& page = desk.screen().pane().layout();
  const std::size_t at = page.text().find(words);
  REQUIRE(at != std::string::npos);
  const std::size_t byte = last ? at + words.size() - 1 : at;
  const TextLine& line = page.lines()[page.lineOf(byte)];
  const ImVec2 origin = desk.screen().pane().pageOrigin();
  return {origin.x + page.xOf(page.lineOf(byte), byte) + 2, origin.y + line.y + line.height / 2};
}

void selectWords(WorkbenchFixture& desk, std::string_view words) {
  desk.driver().drag(pointAt(desk, words), pointAt(desk, words, true));
}

std::string textOf(WorkbenchFixture& desk, std::string_view number) {
  return std::string(desk.row(number).spans.front().of(desk.article()->draft->text));
}

}  // namespace

TEST_CASE("words selected in the text become a claim with M and a quote with Shift+M") {
  WorkbenchFixture desk;
  const std::size_t before = desk.numbers().size();
  selectWords(desk, "Hedda Lunt");
  desk.driver().key(ImGuiKey_M);
  REQUIRE(desk.numbers().size() == before + 1);
  CHECK(desk.focus().starts_with("C"));
  CHECK(textOf(desk, desk.focus()) == "Hedda Lunt");
  CHECK_FALSE(desk.screen().pane().textSelection());

  selectWords(desk, "head of the coast office");
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_M);
  CHECK(desk.numbers().size() == before + 2);
  CHECK(desk.focus().starts_with("Q"));
  CHECK(textOf(desk, desk.focus()) == "head of the coast office");
}

TEST_CASE("a paragraph that was set aside is taken into the check with what is claimed in it") {
  test::WorkbenchOptions options;
  options.article += "Copyright fees in Varn rose by 14 percent in 2019.\n";
  WorkbenchFixture desk(options);
  const auto claimed = [&desk] {
    const auto view = desk.article();
    return std::any_of(view->rows.begin(), view->rows.end(), [](const app::ItemRow& row) {
      return row.text.find("14 percent") != std::string::npos;
    });
  };
  REQUIRE_FALSE(claimed());
  desk.driver().clickAt(pointAt(desk, "14 percent"), 1, ImGuiMouseButton_Right);
  desk.driver().frame(3);
  desk.driver().click("Check this paragraph too");
  desk.settle();
  CHECK(claimed());
  CHECK(desk.screen().state().message == "Paragraph put back with 1 item");
  CHECK(desk.screen().state().overlay == Overlay::none);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK_FALSE(claimed());
}

TEST_CASE("Ctrl+C copies the selected words exactly as the draft has them") {
  WorkbenchFixture desk;
  selectWords(desk, "164 years, and replace its 3 keepers");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_C);
  CHECK(desk.driver().clipboard == "164 years, and replace its 3 keepers");
  CHECK(desk.screen().state().message == "Words copied");
}

TEST_CASE("the edges of an item move by words with Alt and the arrows, and come back with undo") {
  WorkbenchFixture desk;
  selectWords(desk, "last manned lighthouse");
  desk.driver().key(ImGuiKey_M);
  const std::string item = desk.focus();
  REQUIRE(textOf(desk, item) == "last manned lighthouse");
  desk.driver().key(ImGuiMod_Alt | ImGuiKey_RightArrow);
  CHECK(textOf(desk, item) == "last manned lighthouse in");
  desk.driver().key(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_LeftArrow);
  CHECK(textOf(desk, item) == "the last manned lighthouse in");
  desk.driver().key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  desk.driver().key(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_RightArrow);
  CHECK(textOf(desk, item) == "last manned lighthouse");
  desk.driver().keys(ImGuiMod_Ctrl | ImGuiKey_Z, 4);
  CHECK(textOf(desk, item) == "last manned lighthouse");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
  CHECK(textOf(desk, item) == "last manned lighthouse in");
}

TEST_CASE("a click on marked words gives the item to all three panes and V decides on it") {
  WorkbenchFixture desk;
  desk.driver().clickAt(pointAt(desk, "Nobody wanted"));
  const std::string item = desk.focus();
  REQUIRE(textOf(desk, item).find("Nobody wanted") != std::string::npos);
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(item) == "verified");
  CHECK(desk.focus() != item);
}

TEST_CASE("a search tints its places in the text and F3 goes through them") {
  WorkbenchFixture desk;
  desk.driver().type("/");
  desk.driver().type("coast office");
  CHECK(desk.screen().pane().hitCount() == 3);
  CHECK(desk.screen().pane().currentHit() == 0);
  desk.driver().key(ImGuiKey_F3);
  CHECK(desk.screen().pane().currentHit() == 1);
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_F3);
  CHECK(desk.screen().pane().currentHit() == 0);
}

}  // namespace assay::ui
