// Keys that arrive together, as they do when frames are slow.
#include "ui/key_order.h"

#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

void send(std::initializer_list<std::pair<ImGuiKey, bool>> keys) {
  for (const auto& [key, down] : keys) ImGui::GetIO().AddKeyEvent(key, down);
}

}  // namespace

TEST_CASE("a chord let go of within one frame is still that chord") {
  test::WorkbenchFixture desk;
  const std::string first = desk.focus();
  send({{ImGuiMod_Ctrl, true},
        {ImGuiKey_LeftCtrl, true},
        {ImGuiKey_C, true},
        {ImGuiMod_Ctrl, false},
        {ImGuiKey_LeftCtrl, false},
        {ImGuiKey_C, false}});
  desk.driver().frame(6);
  CHECK(desk.status(first) == "unchecked");
  CHECK(desk.focus() == first);
}

TEST_CASE("keys of one frame are taken in the order they were pressed") {
  test::WorkbenchFixture desk;
  const std::vector<std::string> numbers = desk.numbers();
  REQUIRE(numbers.size() > 2);
  send({{ImGuiKey_J, true}, {ImGuiKey_J, false}, {ImGuiKey_V, true}, {ImGuiKey_V, false}});
  desk.driver().frame(6);
  CHECK(desk.status(numbers[0]) == "unchecked");
  CHECK(desk.status(numbers[1]) == "verified");
  CHECK(desk.focus() == numbers[2]);
}

TEST_CASE("what was kept back comes before what arrives later") {
  test::WorkbenchFixture desk;
  const std::vector<std::string> numbers = desk.numbers();
  send({{ImGuiKey_V, true}, {ImGuiKey_W, true}});
  desk.driver().frame();
  send({{ImGuiKey_V, false}, {ImGuiKey_W, false}, {ImGuiKey_D, true}, {ImGuiKey_D, false}});
  desk.driver().frame(6);
  CHECK(desk.status(numbers[0]) == "verified");
  CHECK(desk.status(numbers[1]) == "wrong");
  CHECK(desk.status(numbers[2]) == "disputed");
}

}  // namespace assay::ui
