// Queries from the key to the store, the Queries screen, and files kept with a source.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <string>

#include "tests/ui/support/workbench_fixture.h"
#include "ui/query_panel.h"
#include "ui/snapshot_list.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;
using test::WorkbenchOptions;

constexpr ImGuiKeyChord kCtrlEnter = ImGuiMod_Ctrl | ImGuiKey_Enter;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<app::QueryView> queries(WorkbenchFixture& desk) {
  auto all = desk.session().queries(std::nullopt);
  REQUIRE(all.has_value());
  return std::move(*all);
}

void ask(WorkbenchFixture& desk, std::string_view words) {
  desk.driver().key(ImGuiKey_Q);
  desk.driver().type(words);
  desk.driver().key(kCtrlEnter);
  desk.driver().key(ImGuiKey_Escape);
}

void addSource(WorkbenchFixture& desk) {
  app::AddEvidence add;
  add.evidence.item = desk.screen().state().selection.focus;
  add.newSource = model::Source{};
  add.newSource->title = "Minutes of the coast office";
  add.newSource->url = "https://coast.example/minutes";
  REQUIRE(desk.session().execute(add).has_value());
  desk.driver().frame(2);
}

ImVec2 insideInspector(WorkbenchFixture& desk) {
  return desk.driver().get("Ask somebody").middle();
}

}  // namespace

TEST_CASE("Q asks the likely person: the speaker of a quote, else the author") {
  WorkbenchFixture desk;
  desk.driver().click("##row-Q1");
  ask(desk, "Did you keep it alone?");
  REQUIRE(queries(desk).size() == 1);
  const model::Query query = queries(desk).front().query;
  CHECK(query.text == "Did you keep it alone?");
  CHECK(query.kind == model::RecipientKind::speaker);
  CHECK(query.recipient == "Tobias Grell");
  CHECK(query.items == std::vector{desk.row("Q1").id});
  CHECK(desk.status("Q1") == "unchecked");

  desk.driver().click("##row-C1");
  ask(desk, "Who counted the years?");
  CHECK(queries(desk).back().query.kind == model::RecipientKind::author);
  CHECK(queries(desk).back().query.recipient == "Hedda Lunt");
  CHECK(contains(desk.driver().screenText(), "query 2 · Hedda Lunt (author) · ○ to ask"));
  CHECK(desk.row("C1").openQueries == 1);

  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(queries(desk).size() == 1);
  desk.restart();
  CHECK(queries(desk).size() == 1);
}

TEST_CASE("the recipient follows the kind until somebody types a name") {
  WorkbenchFixture desk;
  desk.driver().click("##row-Q1");
  desk.driver().key(ImGuiKey_Q);
  desk.driver().type("May we print this?");
  desk.driver().click("lawyer##to-lawyer");
  desk.driver().click("Add the query");
  CHECK(queries(desk).front().query.kind == model::RecipientKind::lawyer);
  CHECK(queries(desk).front().query.recipient.empty());
}

TEST_CASE("a question without words says so and stays; one given up is gone") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_Q);
  desk.driver().click("Add the query");
  CHECK(contains(desk.driver().screenText(), "A query needs words. Write what is to be asked."));
  CHECK(queries(desk).empty());
  desk.driver().click("Give up##query");
  CHECK_FALSE(desk.driver().isVisible("##question"));
}

TEST_CASE("a question begun stays with its item until it is added") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  desk.driver().key(ImGuiKey_Q);
  desk.driver().type("Half a question");
  desk.driver().key(ImGuiKey_Escape);
  desk.driver().key(ImGuiKey_J);
  CHECK_FALSE(desk.driver().isVisible("##question"));
  desk.driver().key(ImGuiKey_K);
  REQUIRE(desk.focus() == first);
  desk.driver().click("Add the query");
  CHECK(queries(desk).front().query.text == "Half a question");
}

TEST_CASE("several items are asked about at once") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_J);
  ask(desk, "Where do both come from?");
  REQUIRE(queries(desk).size() == 1);
  CHECK(queries(desk).front().about.size() == 2);
}

TEST_CASE("an answer is written in the inspector with Ctrl+Enter, and undone") {
  WorkbenchFixture desk;
  ask(desk, "Who counted?");
  desk.driver().click("Asked");
  CHECK(model::stateOf(queries(desk).front().query) == model::QueryState::asked);
  desk.driver().click("Answer");
  desk.driver().frame(3);  // the keyboard goes into the field
  desk.driver().type("The keeper did.");
  desk.driver().key(kCtrlEnter);
  CHECK(queries(desk).front().query.answer == "The keeper did.");
  CHECK(contains(desk.driver().screenText(), "→ The keeper did."));
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(model::stateOf(queries(desk).front().query) == model::QueryState::asked);
}

TEST_CASE("Shift+Q shows all queries by recipient; each leads to its item") {
  WorkbenchFixture desk;
  desk.driver().click("##row-C1");
  ask(desk, "Who counted the years?");
  desk.driver().click("##row-Q1");
  ask(desk, "Did you keep it alone?");
  desk.driver().click("##row-C1");
  ask(desk, "Which storm?");
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_Q);
  REQUIRE(desk.screen().state().overlay == Overlay::queries);
  const std::string screen = desk.driver().screenText();
  CHECK(screen.find("Hedda Lunt (author)") < screen.find("Which storm?"));
  CHECK(screen.find("Which storm?") < screen.find("Tobias Grell (speaker)"));
  desk.driver().click("All asked");
  CHECK(model::stateOf(queries(desk)[0].query) == model::QueryState::asked);
  CHECK(model::stateOf(queries(desk)[1].query) == model::QueryState::toAsk);
  CHECK(model::stateOf(queries(desk)[2].query) == model::QueryState::asked);
  desk.driver().click("A1:Q1##about");
  CHECK(desk.screen().state().overlay == Overlay::none);
  CHECK(desk.focus() == "Q1");
}

TEST_CASE("what goes to one person is copied as text, and answered on the screen") {
  WorkbenchFixture desk;
  desk.driver().click("##row-Q1");
  ask(desk, "Did you keep it alone?");
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_Q);
  desk.driver().click("Copy");
  CHECK(desk.driver().clipboard.starts_with(
      "Tobias Grell (speaker)\n\n1. Did you keep it alone?\n   Q1: Nobody wanted this to end,"));
  desk.driver().click("Answer", "queries");
  desk.driver().frame(3);
  desk.driver().type("Yes, alone.");
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::queries);
  desk.driver().click("Keep the answer", "queries");
  CHECK(queries(desk).front().query.answer == "Yes, alone.");
  CHECK(contains(desk.driver().screenText(), "No query is open here."));
  desk.driver().click("Answered too");
  CHECK(contains(desk.driver().screenText(), "→ Yes, alone."));
  desk.driver().click("Open again", "queries");
  CHECK(queries(desk).front().query.answer.empty());
}

TEST_CASE("the call sheet is one press away from the queries") {
  WorkbenchFixture desk;
  ask(desk, "Who counted?");
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_Q);
  desk.driver().click("Call sheet…");
  CHECK(desk.screen().state().overlay == Overlay::report);
  CHECK(desk.screen().state().report.format == "calls");
}

TEST_CASE("Shift+E keeps a file with the source, and O opens what was kept") {
  WorkbenchFixture desk;
  addSource(desk);
  const std::filesystem::path file = desk.folder / "minutes.pdf";
  desk.folder.write("minutes.pdf", "the minutes");
  desk.desktop.hasOpenDialog = true;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_E);
  desk.desktop.dialogAnswer = DialogAnswer{file};
  desk.driver().frame(3);
  desk.settle();
  CHECK(desk.screen().state().message == "S1: minutes.pdf kept, 11 bytes");
  CHECK(contains(desk.driver().screenText(), "minutes.pdf"));
  desk.driver().key(ImGuiKey_O);
  desk.settle();
  CHECK(desk.screen().state().message == "minutes.pdf opened");
  REQUIRE(desk.desktop.opened.size() == 1);
  CHECK(desk.desktop.opened[0].starts_with((desk.folder / "cache").string()));
  CHECK(desk.desktop.opened[0].ends_with("/minutes.pdf"));
  CHECK(test::readFile(desk.desktop.opened[0]) == "the minutes");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  desk.driver().key(ImGuiKey_O);
  CHECK(desk.desktop.opened.back() == "https://coast.example/minutes");
}

TEST_CASE("without a dialog of the desktop our own browser attaches the file") {
  WorkbenchFixture desk;
  addSource(desk);
  desk.folder.write("minutes.pdf", "the minutes");
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_E);
  REQUIRE(desk.screen().state().overlay == Overlay::browser);
  CHECK(contains(desk.driver().screenText(), "Choose the file to keep with the source"));
  desk.driver().type((desk.folder / "minutes.pdf").string());
  desk.driver().key(ImGuiKey_Enter);
  desk.settle();
  CHECK(desk.screen().state().message == "S1: minutes.pdf kept, 11 bytes");
}

TEST_CASE("a file dropped on the inspector is kept, elsewhere it is taken in") {
  WorkbenchFixture desk;
  desk.folder.write("minutes.pdf", "the minutes");
  const std::filesystem::path file = desk.folder / "minutes.pdf";
  const std::string item = desk.focus();
  desk.driver().moveTo(insideInspector(desk));
  desk.screen().drop({file});
  desk.driver().frame(2);
  CHECK(
      contains(desk.driver().screenText(), item + " has no source to keep minutes.pdf with. Add "));
  desk.driver().click("Dismiss");
  addSource(desk);
  desk.driver().moveTo(insideInspector(desk));
  desk.screen().drop({file});
  desk.driver().frame(2);
  desk.settle();
  CHECK(desk.session().store().snapshots()->size() == 1);
  CHECK(desk.session().articles()->size() == 1);
  desk.folder.write("second.txt", "A second article.\nIt says that 3 ships sank in 1998.\n");
  desk.driver().moveTo({700, 400});
  desk.screen().drop({desk.folder / "second.txt"});
  // While the article is stored, the session is the worker's.
  const auto stored = [&desk] {
    return desk.screen().session() != nullptr && desk.session().articles()->size() == 2;
  };
  REQUIRE(desk.driver().frameUntil(stored, 6000));
}

TEST_CASE("Shift+E without a source says what to do first") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_E);
  CHECK(desk.screen().state().message == desk.focus() + " has no source yet; add evidence first");
}

TEST_CASE("a read-only store takes neither a question nor a file") {
  WorkbenchOptions options;
  options.readOnly = true;
  WorkbenchFixture desk(options);
  desk.driver().key(ImGuiKey_Q);
  CHECK_FALSE(desk.driver().isVisible("##question"));
  CHECK_FALSE(desk.driver().isVisible("Ask somebody"));
}

}  // namespace assay::ui
