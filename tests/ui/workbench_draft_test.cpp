// A new draft from the key to the baskets, and what is accepted there.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <string>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;

constexpr int kPatience = 5'000'000;  // frames; an import is a thread of its own

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Ctrl+D, and the file that the person chooses.
void takeDraft(WorkbenchFixture& desk, const std::string& text) {
  const std::filesystem::path file = desk.folder.write("draft-2.txt", text);
  desk.desktop.hasOpenDialog = true;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_D);
  desk.desktop.dialogAnswer = DialogAnswer{file};
  REQUIRE(desk.driver().frameUntil(
      [&] {
        return desk.screen().state().overlay == Overlay::draft ||
               !desk.screen().state().failures.empty();
      },
      6000));
  desk.driver().frame(3);
}

/// The desk's article with one number and one clause changed, and a paragraph more.
std::string secondDraft() {
  std::string text(test::deskArticle());
  text = replaced(text, "£240,000 a year", "£250,000 a year");
  text = replaced(text, "failed twice during a storm in January",
                  "failed twice during one storm in January");
  return text + "A museum in Oldby has asked for 2 of the lamps.\n";
}

}  // namespace

TEST_CASE("Ctrl+D takes a new draft in and shows the baskets; decisions are kept") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_V);
  const std::string first = desk.numbers().front();
  REQUIRE(desk.status(first) == "verified");
  const std::size_t before = desk.numbers().size();
  takeDraft(desk, secondDraft());
  REQUIRE(desk.screen().state().overlay == Overlay::draft);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "Draft 2 against draft 1"));
  CHECK(contains(screen, "wait for you"));
  CHECK(desk.status(first) == "verified");
  CHECK(desk.numbers().size() > before);
  CHECK(desk.session().articles()->size() == 1);
  const auto view = app::draftView(desk.session(), desk.article()->article.id);
  REQUIRE(view.has_value());
  CHECK(view->waiting().size() >= 2);
  // The number is another one: it is not among the clear ones.
  CHECK(view->waiting(true).size() < view->waiting().size());
}

TEST_CASE("a draft is read with what is known of the article, and another article forgets it") {
  WorkbenchFixture desk;
  takeDraft(desk, secondDraft());
  REQUIRE(desk.session().recollection().memory() != nullptr);
  const std::size_t first = desk.session().recollection().memory()->work().workedOut;
  desk.driver().key(ImGuiKey_Escape);
  takeDraft(desk, secondDraft() + "The lamps weigh 3 tonnes.\n");
  const auto work = desk.session().recollection().memory()->work();
  CHECK(work.workedOut > 0);
  CHECK(work.workedOut < first / 2);
  CHECK(work.recalled > work.workedOut);
  const std::size_t both = desk.session().recollection().memory()->size();
  desk.driver().key(ImGuiKey_Escape);

  desk.screen().drop({desk.folder.write("other.txt", "The pier of Oldby is 90 metres long.\n")});
  REQUIRE(desk.driver().frameUntil(
      [&] { return desk.screen().state().overlay == Overlay::imported; }, kPatience));
  const std::size_t other = desk.session().recollection().memory()->size();
  CHECK(other > 0);
  CHECK(other < both / 2);
}

TEST_CASE("wording is accepted one by one and all clear ones at once, each one step of undo") {
  WorkbenchFixture desk;
  takeDraft(desk, secondDraft());
  const auto waiting = [&] {
    return app::draftView(desk.session(), desk.article()->article.id)->waiting().size();
  };
  const std::size_t all = waiting();
  const auto view = app::draftView(desk.session(), desk.article()->article.id);
  const std::size_t clear = view->waiting(true).size();
  REQUIRE(clear > 0);
  std::string unclear;
  for (const app::DraftItem& item : view->items) {
    if (item.basket == app::DraftBasket::reworded && !item.clear) unclear = item.number;
  }
  desk.driver().click("Accept all clear ones (" + std::to_string(clear) + ")");
  CHECK(waiting() == all - clear);
  desk.driver().click("Accept##" + unclear);
  CHECK(waiting() == all - clear - 1);
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::none);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(waiting() == all - clear);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(waiting() == all);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(desk.article()->draft->number == 1);
}

TEST_CASE("what waits is there again after a restart, and leads to its item") {
  WorkbenchFixture desk;
  takeDraft(desk, secondDraft());
  desk.restart();
  desk.driver().key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_D);
  REQUIRE(desk.screen().state().overlay == Overlay::draft);
  const auto view = app::draftView(desk.session(), desk.article()->article.id);
  const std::string number = view->items.front().number;
  desk.driver().click("Show it##" + number);
  CHECK(desk.screen().state().overlay == Overlay::none);
  CHECK(desk.focus() == number);
}

TEST_CASE("an item without a place can be decided like any other") {
  WorkbenchFixture desk;
  std::string text(test::deskArticle());
  const std::size_t from = text.find("Ships on the route");
  text.erase(from, text.find('\n', from) + 1 - from);
  takeDraft(desk, text);
  const auto view = app::draftView(desk.session(), desk.article()->article.id);
  std::string gone;
  for (const app::DraftItem& item : view->items) {
    if (item.basket == app::DraftBasket::gone) gone = item.number;
  }
  REQUIRE_FALSE(gone.empty());
  desk.driver().click("gone##basket-gone");
  desk.driver().click("Mark it cut##" + gone);
  CHECK(desk.status(gone) == "cut");
  desk.driver().click("Show it##" + gone);
  CHECK(desk.focus() == gone);
  // Keys that need a place say so or do nothing; none of them ends the program.
  for (const ImGuiKeyChord chord :
       {ImGuiKeyChord(ImGuiMod_Alt | ImGuiKey_RightArrow), ImGuiKeyChord(ImGuiKey_T),
        ImGuiKeyChord(ImGuiKey_RightArrow), ImGuiKeyChord(ImGuiMod_Ctrl | ImGuiKey_B),
        ImGuiKeyChord(ImGuiKey_Escape), ImGuiKeyChord(ImGuiKey_H)}) {
    desk.driver().key(chord);
  }
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.status(gone) == "cut");
}

TEST_CASE("the same text as a new draft is refused in a sentence") {
  WorkbenchFixture desk;
  takeDraft(desk, std::string(test::deskArticle()));
  REQUIRE(desk.screen().state().failures.size() == 1);
  CHECK(contains(desk.screen().state().failures.front(), "nothing was taken in."));
  CHECK(desk.article()->draft->number == 1);
}

TEST_CASE("an article with one draft says how a second comes in") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_D);
  CHECK(
      contains(desk.driver().screenText(), "Ctrl+D takes a new one in and carries every decision"));
}

}  // namespace assay::ui
