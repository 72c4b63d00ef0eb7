// The keys of the workbench, pressed: what they store, where they go, what they leave alone.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <string>
#include <vector>

#include "base/clock.h"
#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::UiDriver;
using test::WorkbenchFixture;

// Number of the item at a place of the list.
std::string numberAt(WorkbenchFixture& desk, std::size_t index) {
  const std::vector<std::string> numbers = desk.numbers();
  REQUIRE(index < numbers.size());
  return numbers[index];
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a status key decides, saves and goes on in the frame it is pressed") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  REQUIRE(desk.focus() == first);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_V, true);
  desk.driver().frame();
  CHECK(desk.status(first) == "verified");
  CHECK(desk.focus() == numberAt(desk, 1));
  ImGui::GetIO().AddKeyEvent(ImGuiKey_V, false);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, first + " verified"));
  CHECK(contains(screen, "saved " + base::localTimeOfDay(desk.clock.now())));
}

TEST_CASE("every status has its key") {
  WorkbenchFixture desk;
  std::size_t place = 0;
  for (const model::StatusInfo& status : model::statuses()) {
    if (status.key == 0) continue;
    desk.driver().key(static_cast<ImGuiKey>(ImGuiKey_A + (status.key - 'A')));
    INFO(status.key);
    CHECK(desk.status(numberAt(desk, place % desk.numbers().size())) == status.id);
    place = place + 1 < desk.numbers().size() ? place + 1 : place;
  }
}

TEST_CASE("with Shift a status key stays on the item") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_D);
  CHECK(desk.status(first) == "disputed");
  CHECK(desk.focus() == first);
}

// Two seconds at 60 frames: a person whose finger rests on the key.
TEST_CASE("a key held down decides once, walks on and undoes once") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  const auto hold = [&](ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(key, true);
    desk.driver().frame(120);
    ImGui::GetIO().AddKeyEvent(key, false);
    desk.driver().frame(2);
  };
  hold(ImGuiKey_V);
  CHECK(desk.status(first) == "verified");
  CHECK(desk.status(numberAt(desk, 1)) == "unchecked");
  CHECK(desk.focus() == numberAt(desk, 1));
  hold(ImGuiKey_J);
  CHECK(desk.focus() == desk.numbers().back());
  hold(ImGuiKey_K);
  CHECK(desk.focus() == first);
  desk.driver().key(ImGuiKey_D);
  desk.driver().holdModifier(ImGuiMod_Ctrl, true);
  hold(ImGuiKey_Z);
  desk.driver().holdModifier(ImGuiMod_Ctrl, false);
  CHECK(desk.status(first) == "verified");  // the step before is another press
}

TEST_CASE("Backspace clears the status and stays") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_W);
  REQUIRE(desk.status(first) == "wrong");
  desk.driver().key(ImGuiKey_Backspace);
  CHECK(desk.status(first) == "unchecked");
  CHECK(desk.focus() == first);
}

TEST_CASE("J and K, and the arrows, walk the list and stop at its ends") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_J);
  CHECK(desk.focus() == numberAt(desk, 1));
  desk.driver().key(ImGuiKey_DownArrow);
  CHECK(desk.focus() == numberAt(desk, 2));
  desk.driver().key(ImGuiKey_UpArrow);
  CHECK(desk.focus() == numberAt(desk, 1));
  desk.driver().keys(ImGuiKey_K, 3);
  CHECK(desk.focus() == numberAt(desk, 0));
}

TEST_CASE("the brackets go to what nobody has looked at") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_J);
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_V);
  desk.driver().key(ImGuiKey_K);
  desk.driver().type("]");
  CHECK(desk.focus() == numberAt(desk, 2));
  desk.driver().type("[");
  CHECK(desk.focus() == numberAt(desk, 0));
}

TEST_CASE("Space postpones and goes on; on a postponed item it takes it up again and stays") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().key(ImGuiKey_Space);
  CHECK(desk.row(first).flags.has(model::Flag::postponed));
  CHECK(desk.focus() == numberAt(desk, 1));
  desk.driver().key(ImGuiKey_K);
  desk.driver().key(ImGuiKey_Space);
  CHECK_FALSE(desk.row(first).flags.has(model::Flag::postponed));
  CHECK(desk.focus() == first);
}

TEST_CASE("L, B and P set their flags and take them off again") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  for (const auto& [key, flag] :
       {std::pair{ImGuiKey_L, model::Flag::legal}, std::pair{ImGuiKey_B, model::Flag::callBack},
        std::pair{ImGuiKey_P, model::Flag::publish}}) {
    desk.driver().key(key);
    CHECK(desk.row(first).flags.has(flag));
    desk.driver().key(key);
    CHECK_FALSE(desk.row(first).flags.has(flag));
  }
}

TEST_CASE("undo takes a decision back and shows the item; redo does it again") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().key(ImGuiKey_V);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(desk.status(first) == "unchecked");
  CHECK(desk.focus() == first);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
  CHECK(desk.status(first) == "verified");
}

TEST_CASE("undo works after a restart") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().key(ImGuiKey_V);
  desk.restart();
  REQUIRE(desk.status(first) == "verified");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(desk.status(first) == "unchecked");
}

TEST_CASE("undo with nothing left says so") {
  test::WorkbenchOptions options;
  options.article.clear();
  WorkbenchFixture desk(options);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(desk.screen().state().message == "Nothing to undo");
}

TEST_CASE("several items selected are decided in one step and undone in one") {
  WorkbenchFixture desk;
  desk.driver().keys(ImGuiMod_Shift | ImGuiKey_DownArrow, 2);
  CHECK(desk.screen().state().selection.all().size() == 3);
  CHECK(contains(desk.driver().screenText(), "3 items selected"));
  desk.driver().key(ImGuiKey_V);
  for (std::size_t i = 0; i < 3; ++i) CHECK(desk.status(numberAt(desk, i)) == "verified");
  CHECK(desk.focus() == numberAt(desk, 3));
  CHECK(desk.screen().state().selection.more.empty());
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  for (std::size_t i = 0; i < 3; ++i) CHECK(desk.status(numberAt(desk, i)) == "unchecked");
}

TEST_CASE("a click selects, with Ctrl it adds, with Shift it takes the range") {
  WorkbenchFixture desk;
  UiDriver& driver = desk.driver();
  driver.click("##row-" + numberAt(desk, 1));
  CHECK(desk.focus() == numberAt(desk, 1));
  driver.holdModifier(ImGuiMod_Ctrl, true);
  driver.click("##row-" + numberAt(desk, 3));
  driver.holdModifier(ImGuiMod_Ctrl, false);
  CHECK(desk.screen().state().selection.all().size() == 2);
  driver.click("##row-" + numberAt(desk, 0));
  driver.holdModifier(ImGuiMod_Shift, true);
  driver.click("##row-" + numberAt(desk, 2));
  driver.holdModifier(ImGuiMod_Shift, false);
  CHECK(desk.screen().state().selection.all().size() == 3);
  driver.key(ImGuiKey_Escape);
  CHECK(desk.screen().state().selection.all().size() == 1);
}

TEST_CASE("the status buttons do what the keys do and stay") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().click("disputed##status-disputed");
  CHECK(desk.status(first) == "disputed");
  CHECK(desk.focus() == first);
}

TEST_CASE("a status filter goes on to the next item that still passes") {
  WorkbenchFixture desk;
  desk.driver().click("unchecked##chip-unchecked");
  const std::size_t all = desk.numbers().size();
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.focus() == numberAt(desk, 1));
  CHECK(contains(desk.driver().screenText(), "1 hidden by filter"));
  desk.driver().keys(ImGuiKey_V, static_cast<int>(all) - 1);
  CHECK(contains(desk.driver().screenText(), "Nothing passes the filter"));
  desk.driver().key(ImGuiKey_Escape);
  CHECK_FALSE(desk.screen().state().filter.active());
  CHECK(contains(desk.driver().screenText(),
                 std::to_string(all) + " of " + std::to_string(all) + " checked"));
}

TEST_CASE("in the search field letters write, and Esc leaves it with the words kept") {
  WorkbenchFixture desk;
  const std::string first = numberAt(desk, 0);
  desk.driver().type("/");
  desk.driver().type("vdgrell");
  CHECK(desk.screen().state().filter.text == "vdgrell");
  CHECK(desk.status(first) == "unchecked");
  CHECK(contains(desk.driver().screenText(), "Nothing passes the filter"));
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().filter.text == "vdgrell");
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().filter.text.empty());
}

TEST_CASE("Enter in the search field goes to the first item found") {
  WorkbenchFixture desk;
  desk.driver().type("/");
  desk.driver().type("240");
  desk.driver().key(ImGuiKey_Enter);
  const std::string found = desk.focus();
  CHECK(contains(desk.row(found).text, "240"));
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(found) == "verified");
}

TEST_CASE("F goes to the filter, and the keyboard chooses there") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_F);
  desk.driver().key(ImGuiKey_RightArrow);
  desk.driver().key(ImGuiKey_Space);
  CHECK(desk.screen().state().filter.kind == app::Filter::Kind::quotes);
  desk.driver().key(ImGuiKey_Escape);
  desk.driver().key(ImGuiKey_Escape);
  CHECK_FALSE(desk.screen().state().filter.active());
}

TEST_CASE("Delete removes an item, undo brings it back with its number") {
  WorkbenchFixture desk;
  const std::vector<std::string> before = desk.numbers();
  desk.driver().key(ImGuiKey_Delete);
  CHECK(desk.numbers().size() < before.size());
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(desk.numbers() == before);
  CHECK(desk.focus() == before[0]);
}

TEST_CASE("a read-only store says so and refuses decisions in a sentence") {
  test::WorkbenchOptions options;
  options.readOnly = true;
  WorkbenchFixture desk(options);
  CHECK(contains(desk.driver().screenText(), "read only: nothing can be changed"));
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(numberAt(desk, 0)) == "unchecked");
  CHECK(desk.focus() == numberAt(desk, 0));
  CHECK(desk.screen().state().failures.size() == 1);
}

TEST_CASE("what another process decided is shown, and the selection stays") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_J);
  const std::string here = desk.focus();
  const std::string first = numberAt(desk, 0);
  {
    auto other = app::Session::open({.store = desk.storePath(), .actor = "Other"},
                                    desk.session().environment());
    REQUIRE(other.has_value());
    const auto item = (*other)->findItem(first);
    REQUIRE(item.has_value());
    REQUIRE((*other)->execute(app::SetStatus{{*item}, model::Status::wrong, {}}).has_value());
  }
  CHECK(desk.screen().wantsFrame());
  desk.driver().frame();
  CHECK(desk.status(first) == "wrong");
  CHECK(desk.focus() == here);
}

TEST_CASE("nothing is drawn again while nothing happens") {
  WorkbenchFixture desk;
  desk.driver().frame(5);
  CHECK_FALSE(desk.screen().wantsFrame());
  CHECK(desk.screen().nextFrameIn() == -1);
}

}  // namespace assay::ui
