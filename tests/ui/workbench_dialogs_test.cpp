// Everything over and around the three panes: start, import, report, palette, keys, theme, stores.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;
using test::WorkbenchOptions;

constexpr int kPatience = 5'000'000;  // frames; an import is a thread of its own

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

WorkbenchOptions empty() {
  WorkbenchOptions options;
  options.article.clear();
  return options;
}

void waitForImport(WorkbenchFixture& desk) {
  REQUIRE(desk.driver().frameUntil(
      [&desk] {
        return desk.screen().session() != nullptr && desk.screen().state().overlay != Overlay::job;
      },
      kPatience));
}

}  // namespace

TEST_CASE("an empty store shows the ways to begin") {
  WorkbenchFixture desk(empty());
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "Drop an article here"));
  CHECK(contains(screen, "Open a file"));
  CHECK(contains(screen, "Paste text"));
  CHECK(contains(screen, "Everything is kept in " + desk.storePath().string()));
  CHECK_FALSE(contains(screen, "Try the sample"));
}

TEST_CASE("without a store the start screen says why, and taking in an article is refused") {
  WorkbenchOptions options;
  options.withStore = false;
  options.problem = "The store cannot be opened: it is damaged.";
  WorkbenchFixture desk(options);
  CHECK(contains(desk.driver().screenText(), "The store cannot be opened: it is damaged."));
  CHECK_FALSE(desk.driver().isEnabled("Paste text"));
  desk.screen().drop({desk.folder.write("a.txt", "Some words.")});
  CHECK(desk.screen().state().failures ==
        std::vector<std::string>{"No store is open to take the article in. Open a store first."});
}

TEST_CASE("a dropped file is taken in, and what was understood is shown") {
  WorkbenchFixture desk(empty());
  desk.screen().drop({desk.folder.write("keepers.txt", test::deskArticle())});
  waitForImport(desk);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "What was understood"));
  CHECK(contains(screen, "Lighthouse keepers of Varn to be replaced by cameras"));
  CHECK(contains(screen, "Read more: Five walks along the coast"));
  desk.driver().key(ImGuiKey_Enter);
  CHECK(desk.screen().state().overlay == Overlay::none);
  CHECK(desk.focus() == desk.numbers().front());
  CHECK(desk.screen().windowTitle() ==
        "Lighthouse keepers of Varn to be replaced by cameras – Assay");
}

TEST_CASE("Enter pressed twice on what was understood begins the check and types nothing") {
  WorkbenchFixture desk(empty());
  desk.screen().drop({desk.folder.write("keepers.txt", test::deskArticle())});
  waitForImport(desk);
  desk.driver().keys(ImGuiKey_Enter, 2);
  const std::string first = desk.focus();
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(first) == "verified");
  CHECK(desk.screen().state().fields.fields[1].text.empty());
}

TEST_CASE("a paragraph set aside is taken into the check with one click") {
  WorkbenchFixture desk(empty());
  desk.screen().drop({desk.folder.write("keepers.txt", test::deskArticle())});
  waitForImport(desk);
  REQUIRE(desk.screen().state().imported.setAside.size() == 1);
  desk.driver().frame(3);  // the dialog finds its size
  desk.driver().click("Check it too");
  desk.settle();
  CHECK(desk.screen().state().overlay == Overlay::imported);
  CHECK(desk.screen().state().imported.setAside.empty());
  const std::vector<model::Block>& blocks = desk.article()->draft->blocks;
  CHECK(std::none_of(blocks.begin(), blocks.end(), [](const model::Block& block) {
    return block.role == model::BlockRole::boilerplate;
  }));
}

TEST_CASE("a text on the clipboard becomes an article") {
  WorkbenchFixture desk(empty());
  desk.driver().clipboard = "The pier is 90 metres long.\n\n“It creaks,” said Una Roth.\n";
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_V);
  waitForImport(desk);
  CHECK(desk.session().articles()->size() == 1);
}

TEST_CASE("an empty clipboard is said, not imported") {
  WorkbenchFixture desk(empty());
  desk.driver().clipboard = " \n";
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(desk.screen().state().failures ==
        std::vector<std::string>{"The clipboard holds no text to take in."});
}

TEST_CASE("a text that is in the store already is opened, not taken in twice") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_V);
  desk.screen().drop({desk.folder.write("again.txt", test::deskArticle())});
  desk.driver().frame();
  waitForImport(desk);
  CHECK(desk.session().articles()->size() == 1);
  CHECK(desk.screen().state().message == "This text was in the store already");
}

TEST_CASE("a file that cannot be read is said, and nothing changes") {
  WorkbenchFixture desk;
  const std::vector<std::string> before = desk.numbers();
  desk.screen().drop({desk.folder / "missing.txt"});
  desk.driver().frame();
  waitForImport(desk);
  REQUIRE(desk.screen().state().failures.size() == 1);
  CHECK(contains(desk.screen().state().failures.front(), "missing.txt"));
  CHECK(desk.numbers() == before);
}

TEST_CASE("undoing an import leads back to the start screen, and redo to the article") {
  WorkbenchFixture desk(empty());
  desk.screen().drop({desk.folder.write("keepers.txt", test::deskArticle())});
  waitForImport(desk);
  desk.driver().key(ImGuiKey_Enter);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(contains(desk.driver().screenText(), "Drop an article here"));
}

TEST_CASE("Ctrl+E writes a report, says where, and warns of what is unfinished") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_V);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  const std::size_t open = desk.numbers().size() - 1;
  CHECK(contains(desk.driver().screenText(),
                 std::to_string(open) + " items are not finished; the report says so at its top."));
  desk.driver().key(ImGuiKey_Enter);
  desk.settle();
  const auto file = desk.folder / "lighthouse-keepers-of-varn-to-be-replaced-by-cameras.html";
  CHECK(std::filesystem::exists(file));
  CHECK(contains(desk.driver().screenText(), "Written to " + file.string()));
  CHECK(desk.screen().state().message == "Report written to " + file.string());
  desk.driver().click("Open it");
  CHECK(desk.desktop.opened == std::vector<std::string>{file.string()});
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::none);
}

TEST_CASE("another report format changes the ending of the file and nothing else of its name") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  desk.driver().click("##format-csv");
  CHECK(desk.screen().state().report.path ==
        (desk.folder / "lighthouse-keepers-of-varn-to-be-replaced-by-cameras.csv").string());
}

TEST_CASE("an ending of two parts goes whole with its format") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  desk.driver().click("##format-csv-sources");
  desk.driver().click("##format-md");
  CHECK(desk.screen().state().report.path ==
        (desk.folder / "lighthouse-keepers-of-varn-to-be-replaced-by-cameras.md").string());
}

TEST_CASE("a report leaves out what is chosen away, and its folder can be opened") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  desk.driver().click("##format-md");
  desk.driver().click("With internal notes");
  CHECK_FALSE(desk.screen().state().report.notes);
  desk.driver().click("With sensitive sources");
  CHECK_FALSE(desk.screen().state().report.sensitive);
  desk.driver().click("##prepared-for");
  desk.driver().type("the lawyers");
  desk.driver().click("Write the report##write");
  desk.settle();
  const std::filesystem::path file = desk.screen().state().report.written;
  REQUIRE_FALSE(file.empty());
  CHECK(test::readFile(file).find("- **Prepared for:** the lawyers\n") != std::string::npos);
  desk.driver().click("Open its folder");
  CHECK(desk.desktop.opened == std::vector<std::string>{file.parent_path().string()});
}

TEST_CASE("a report of nothing says so before anything is written") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  desk.driver().click("##format-calls");
  desk.settle();
  CHECK(desk.screen().state().report.failure ==
        "There is nobody to call: no query is open, and no item carries the flag \"call back\". "
        "Note a query, or set the flag on what somebody must be asked about.");
  CHECK(desk.screen().state().report.preview.bytes == 0);
}

TEST_CASE("a report that cannot be written says why") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  desk.driver().click("##path");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_A);
  desk.driver().type((desk.storePath() / "below-a-file.html").string());
  desk.driver().click("Write the report##write");
  desk.settle();
  CHECK(desk.screen().state().report.written.empty());
  CHECK_FALSE(desk.screen().state().report.failure.empty());
}

TEST_CASE("the command palette finds a command by a word of it") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_K);
  desk.driver().type("dark");
  desk.driver().key(ImGuiKey_Enter);
  CHECK(desk.screen().settings().theme == "dark");
  CHECK(desk.screen().state().overlay == Overlay::none);
  REQUIRE_FALSE(desk.saved.empty());
  CHECK(desk.saved.back().theme == "dark");
}

TEST_CASE("the palette decides items too, and walks with the arrows") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_K);
  desk.driver().type("mark wr");
  desk.driver().key(ImGuiKey_DownArrow);
  desk.driver().key(ImGuiKey_Enter);
  CHECK(desk.status(first) == "wrong");
}

TEST_CASE("the sheet of keys shows every command that has one") {
  WorkbenchFixture desk;
  desk.driver().type("?");
  const std::string screen = desk.driver().screenText();
  const KeyTable keys;
  for (const KeyRow& row : keys.rows()) {
    if (row.key.empty()) continue;
    INFO(row.label);
    CHECK(contains(screen, row.label));
  }
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::none);
}

TEST_CASE("text grows and shrinks within its limits and is remembered") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Equal);
  CHECK(desk.screen().settings().textScale == Catch::Approx(1.1));
  desk.driver().keys(ImGuiMod_Ctrl | ImGuiKey_Minus, 9);
  CHECK(desk.screen().settings().textScale == Catch::Approx(0.7));
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_0);
  CHECK(desk.screen().settings().textScale == Catch::Approx(1.0));
  CHECK(desk.saved.back().textScale == Catch::Approx(1.0));
}

TEST_CASE("where the desktop has no dialog the program's own lists the folder") {
  WorkbenchFixture desk(empty());
  desk.desktop.entries = {{"drafts", true}, {"keepers.txt", false}};
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_O);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "/desk/somebody"));
  CHECK(contains(screen, "drafts"));
  CHECK(contains(screen, "keepers.txt"));
  desk.driver().type("drafts");
  desk.driver().key(ImGuiKey_Enter);
  CHECK(contains(desk.driver().screenText(), "/desk/somebody/drafts"));
}

TEST_CASE("a file chosen in the desktop's dialog is taken in") {
  WorkbenchFixture desk(empty());
  desk.desktop.hasOpenDialog = true;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_O);
  desk.desktop.dialogAnswer = DialogAnswer{desk.folder.write("keepers.txt", test::deskArticle())};
  desk.driver().frame(2);
  waitForImport(desk);
  CHECK(desk.session().articles()->size() == 1);
}

TEST_CASE("another store is opened in place of the one shown") {
  WorkbenchFixture desk;
  const auto other = desk.folder / "other.assay";
  {
    auto made = app::Session::open({.store = other, .actor = "Kim"}, desk.session().environment());
    REQUIRE(made.has_value());
  }
  desk.screen().drop({other});
  desk.driver().frame(3);
  CHECK(desk.session().path() == other);
  CHECK(contains(desk.driver().screenText(), "Drop an article here"));
}

TEST_CASE("a store that cannot be opened leaves the one that is open") {
  WorkbenchFixture desk;
  desk.screen().drop({desk.folder.write("no.assay", "not a store")});
  desk.driver().frame(3);
  CHECK(desk.session().path() == desk.storePath());
  CHECK(desk.screen().state().failures.size() == 1);
}

TEST_CASE("Ctrl+C copies the item as text") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_V);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_C);
  CHECK(desk.driver().clipboard.starts_with(desk.focus() + " ("));
  CHECK(contains(desk.driver().clipboard, ", verified)\n" + desk.row(desk.focus()).text));
}

TEST_CASE("the edge between two panes is dragged, and the width is remembered") {
  WorkbenchFixture desk;
  const ImVec2 edge = desk.driver().get("##list-width").middle();
  desk.driver().drag(edge, {edge.x + 60, edge.y});
  CHECK(desk.screen().settings().listWidth == Catch::Approx(460).margin(2));
  const ImVec2 right = desk.driver().get("##inspector-width").middle();
  desk.driver().drag(right, {right.x - 40, right.y});
  CHECK(desk.screen().settings().inspectorWidth == Catch::Approx(440).margin(2));
  REQUIRE_FALSE(desk.saved.empty());
  CHECK(desk.saved.back().listWidth == Catch::Approx(460).margin(2));
}

TEST_CASE("a window of 300 pixels still shows the list and the fields") {
  WorkbenchOptions options;
  options.size = {300, 400};
  WorkbenchFixture desk(options);
  CHECK(desk.driver().isVisible("##row-" + desk.numbers().front()));
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(desk.numbers().front()) == "verified");
}

}  // namespace assay::ui
