#include "tests/ui/support/ui_driver.h"

#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <string>

namespace assay::test {

namespace {

// A little screen of its own: a button, a field, a combo, rows that repeat their labels, a popup.
struct Screen {
  int presses = 0;
  int removed = -1;
  int dragged = 0;
  bool locked = true;
  bool twice = false;
  bool undo = false;
  int choice = 0;
  std::string field = std::string(64, '\0');

  void draw() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({400, 300});
    ImGui::Begin("Desk");
    if (ImGui::Button("Press##me")) ++presses;
    ImGui::BeginDisabled(locked);
    ImGui::Button("Locked");
    ImGui::EndDisabled();
    ImGui::InputText("Name", field.data(), field.size());
    ImGui::Combo("##kind", &choice, "quote\0claim\0");
    for (int row = 0; row < 3; ++row) {
      ImGui::PushID(row);
      if (ImGui::Button("Remove")) removed = row;
      ImGui::PopID();
    }
    if (twice) ImGui::Button("Press##me");
    if (ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_Z)) undo = true;
    if (ImGui::Button("Ask")) ImGui::OpenPopup("Sure?");
    if (ImGui::BeginPopupModal("Sure?")) {
      ImGui::TextUnformatted("Remove it?");
      if (ImGui::Button("Yes")) ImGui::CloseCurrentPopup();
      ImGui::EndPopup();
    }
    ImGui::End();
  }
};

struct Fixture {
  Screen screen;
  UiDriver driver{[this] { screen.draw(); }};
};

}  // namespace

TEST_CASE("driver presses a button by its label, with or without the hidden part") {
  Fixture f;
  f.driver.click("Press##me");
  f.driver.click("Press");
  CHECK(f.screen.presses == 2);
  f.driver.doubleClick("Press");
  CHECK(f.screen.presses == 4);
}

TEST_CASE("driver tells disabled from enabled and absent from present") {
  Fixture f;
  CHECK_FALSE(f.driver.isEnabled("Locked"));
  CHECK(f.driver.isEnabled("Press"));
  CHECK_FALSE(f.driver.isVisible("Elsewhere"));
  f.screen.locked = false;
  f.driver.frame();
  CHECK(f.driver.isEnabled("Locked"));
}

TEST_CASE("driver finds rows and combos by their id path") {
  Fixture f;
  f.driver.click("$$1/Remove");
  CHECK(f.screen.removed == 1);
  f.driver.click("##kind");
  f.driver.click("claim");
  CHECK(f.screen.choice == 1);
}

TEST_CASE("driver types into a field and presses chords") {
  Fixture f;
  f.driver.click("Name");
  f.driver.type("Ødegård");
  CHECK(std::string(f.screen.field.c_str()) == "Ødegård");
  f.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
  f.driver.key(ImGuiMod_Ctrl | ImGuiKey_C);
  CHECK(f.driver.clipboard == "Ødegård");
  f.driver.key(ImGuiKey_Escape);
  f.driver.key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(f.screen.undo);
}

TEST_CASE("driver sees that a modal dialog covers what is under it") {
  Fixture f;
  f.driver.click("Ask");
  const UiItem covered = f.driver.get("Press");
  f.driver.moveTo(covered.middle());
  CHECK(f.driver.hoveredId() != covered.id);
  f.driver.click("Yes");
  f.driver.click("Press");
  CHECK(f.screen.presses == 1);
}

TEST_CASE("driver reports two items with one id") {
  Fixture f;
  CHECK(f.driver.duplicateIds().empty());
  f.screen.twice = true;
  f.driver.frame();
  CHECK(f.driver.duplicateIds() == std::vector<std::string>{"'Press##me' in Desk"});
}

TEST_CASE("driver writes down what the screen says, popups included") {
  Fixture f;
  f.driver.click("Name");
  f.driver.type("Ada");
  f.driver.click("Ask");
  CHECK(f.driver.screenText() ==
        "Desk\n"
        "[ Press ]\n"
        "[ Locked ]\n"
        "{ Ada } Name\n"
        "{ quote }\n"
        "[ Remove ]\n"
        "[ Remove ]\n"
        "[ Remove ]\n"
        "[ Ask ]\n"
        "Sure?\n"
        "Remove it?\n"
        "[ Yes ]\n");
}

TEST_CASE("driver walks with Tab and says where it stands") {
  Fixture f;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  f.driver.click("Press");
  f.driver.key(ImGuiKey_Tab);  // the first press shows where one is, the second goes on
  CHECK(f.driver.focusedId() == f.driver.get("Press").id);
  f.driver.key(ImGuiKey_Tab);
  CHECK(f.driver.focusedId() == f.driver.get("Name").id);
}

}  // namespace assay::test
