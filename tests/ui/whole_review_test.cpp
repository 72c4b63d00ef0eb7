// A whole article checked with the keyboard alone, from the first item to the written report.
//
// The measure of the program: at most two key presses an item, besides what is typed. Prints how
// many it took.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;
using test::WorkbenchOptions;

// Counts what a person presses; what is typed is counted apart.
class Hands {
 public:
  explicit Hands(WorkbenchFixture& desk) : desk_(desk) {}
  void press(ImGuiKeyChord chord) {
    desk_.driver().key(chord);
    ++presses_;
  }
  void type(std::string_view text) { desk_.driver().type(text); }
  [[nodiscard]] int presses() const { return presses_; }

 private:
  WorkbenchFixture& desk_;
  int presses_ = 0;
};

std::string fileText(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Every fifth item is corrected with its new words, every seventh wrong with a note; every ninth
// gets a source first. The others are decided by one key each.
void decide(Hands& hands, std::size_t place) {
  if (place % 9 == 0) {
    hands.press(ImGuiKey_E);
    hands.type("Minutes of the council");
    hands.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
  }
  if (place % 5 == 0) {
    hands.press(ImGuiKey_R);
    hands.type("as the minutes have it");
    hands.press(ImGuiKey_Escape);
    hands.press(ImGuiKey_C);
  } else if (place % 7 == 0) {
    hands.press(ImGuiMod_Ctrl | ImGuiKey_N);
    hands.type("the office says otherwise");
    hands.press(ImGuiKey_Escape);
    hands.press(ImGuiKey_W);
  } else if (place % 4 == 0) {
    hands.press(ImGuiKey_N);
  } else {
    hands.press(ImGuiKey_V);
  }
}

void review(const std::filesystem::path& article) {
  WorkbenchOptions options;
  options.article = fileText(article);
  WorkbenchFixture desk(options);
  const app::SharedList<app::ItemRow> atFirst = desk.article()->rows;
  const std::size_t items = atFirst.size();
  REQUIRE(items > 20);
  Hands hands(desk);
  for (std::size_t place = 0; place < items; ++place) {
    const std::string number = desk.focus();
    decide(hands, place);
    // Decided, stored and gone on.
    INFO(number);
    REQUIRE(desk.status(number) != "unchecked");
    REQUIRE((place + 1 == items || desk.focus() != number));
  }
  hands.press(ImGuiMod_Ctrl | ImGuiKey_E);
  hands.press(ImGuiKey_Enter);
  desk.settle();
  const std::filesystem::path report = desk.screen().state().report.written;
  REQUIRE(std::filesystem::exists(report));
  CHECK(fileText(report).find("as the minutes have it") != std::string::npos);
  hands.press(ImGuiKey_Escape);
  CHECK(desk.article()->settled == items);
  std::printf("%s: %d key presses for %zu items and the report\n", article.filename().c_str(),
              hands.presses(), items);
  CHECK(static_cast<std::size_t>(hands.presses()) <= 2 * items);
  REQUIRE(desk.session().verify().has_value());
  CHECK(desk.session().verify()->problems.empty());

  // Back to the beginning, one step at a time: the store is as if nothing had happened.
  for (std::size_t step = 0; desk.session().undoLabel() && step < 4 * items; ++step) {
    if (desk.session().undoLabel()->starts_with("Import")) break;
    desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  }
  CHECK(desk.article()->rows == atFirst);
  CHECK(desk.session().sources()->empty());
  CHECK(desk.session().verify()->problems.empty());
}

}  // namespace

TEST_CASE("the sample is checked and exported with two keys an item or fewer, and undone again") {
  review("assets/sample/harbour-bridge.txt");
}

TEST_CASE("so is an article of another newsroom, where there is one") {
  const std::filesystem::path article = "../shared/articles/council-vote.txt";
  if (!std::filesystem::exists(article)) SKIP("the article is not on this machine");
  review(article);
}

TEST_CASE("a store that vanishes is said, and what was typed stays in its field") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("not to be lost");
  std::filesystem::remove(desk.storePath());
  desk.driver().key(ImGuiKey_Escape);
  const std::string screen = desk.driver().screenText();
  CHECK(screen.find("Give up this change") != std::string::npos);
  CHECK(desk.screen().state().fields.fields[1].text == "not to be lost");
  CHECK_FALSE(desk.screen().state().fields.fields[1].failure.empty());
  desk.driver().key(ImGuiKey_V);
  CHECK(screen.find("saved") == std::string::npos);
}

}  // namespace assay::ui
