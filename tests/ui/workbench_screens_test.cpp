// The screens beside the three panes that belong to the whole store: its sources, the settings.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <string>

#include "tests/ui/support/workbench_fixture.h"
#include "ui/sources_screen.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;
using test::WorkbenchOptions;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Two sources, the first used for two items.
WorkbenchOptions withSources() {
  WorkbenchOptions options;
  options.beforeStart = [](app::Session& session) {
    const auto articles = session.articles();
    const auto view = session.article(articles->back().article.id);
    app::AddEvidence add;
    add.evidence.item = (*view)->rows[0].id;
    add.newSource = model::Source{};
    add.newSource->title = "Minutes of the coast office";
    add.newSource->url = "https://coast.example/minutes";
    const auto added = session.execute(add);
    REQUIRE(added.has_value());
    add.newSource.reset();
    add.evidence.source = *added->source;
    add.evidence.item = (*view)->rows[1].id;
    REQUIRE(session.execute(add).has_value());
    app::AddSource other;
    other.source.title = "Tide table";
    other.source.lookedAt = "2026-02-03";
    REQUIRE(session.execute(other).has_value());
  };
  return options;
}

model::Source source(WorkbenchFixture& desk, std::string_view number) {
  const auto id = desk.session().findSource(number);
  REQUIRE(id.has_value());
  return *desk.session().store().source(*id);
}

}  // namespace

TEST_CASE("the sources of the store are listed with their uses and what is missing") {
  WorkbenchFixture desk(withSources());
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_O);
  REQUIRE(desk.screen().state().overlay == Overlay::sources);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "S1  Minutes of the coast office"));
  CHECK(contains(screen, "other · 2 items"));
  CHECK(contains(screen, "no date · no archived copy"));
  CHECK(contains(screen, "other · not used"));
}

TEST_CASE("a use of a source leads to its item") {
  WorkbenchFixture desk(withSources());
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_O);
  desk.driver().click("##use-A1:" + desk.numbers()[1]);
  CHECK(desk.screen().state().overlay == Overlay::none);
  CHECK(desk.focus() == desk.numbers()[1]);
}

TEST_CASE("a field of a source commits when the screen is closed, and can be undone") {
  WorkbenchFixture desk(withSources());
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_O);
  desk.driver().click("##source-author");
  desk.driver().type("Una Roth");
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::sources);
  CHECK(source(desk, "S1").author == "Una Roth");
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::none);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(source(desk, "S1").author.empty());
}

TEST_CASE("a field that cannot be stored keeps the screen open with the reason") {
  WorkbenchFixture desk(withSources());
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_O);
  desk.driver().click("##source-date");
  desk.driver().type("yesterday");
  desk.driver().click("Close");
  CHECK(desk.screen().state().overlay == Overlay::sources);
  CHECK(contains(desk.driver().screenText(), "“yesterday” is not a date."));
  CHECK(source(desk, "S1").lookedAt.empty());
}

TEST_CASE("another source is chosen, and words find it") {
  WorkbenchFixture desk(withSources());
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_O);
  desk.driver().type("tide");
  CHECK_FALSE(desk.driver().isVisible("##source-S1"));
  desk.driver().click("##source-S2");
  CHECK(contains(desk.driver().screenText(), "Used for nothing yet"));
}

TEST_CASE("a store without sources says how one comes in") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_O);
  CHECK(contains(desk.driver().screenText(), "choose an item and press E."));
}

TEST_CASE("what is missing about a source is said in words") {
  model::Source source;
  CHECK(missingText(source) == "no date");
  source.lookedAt = "2026-02-03";
  CHECK(missingText(source).empty());
  source.url = "https://coast.example";
  CHECK(missingText(source) == "no archived copy");
}

TEST_CASE("the settings change the screen at once and are kept") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Comma);
  REQUIRE(desk.screen().state().overlay == Overlay::settings);
  desk.driver().click("##theme-contrast");
  CHECK(desk.saved.back().theme == "contrast");
  desk.driver().click("Larger");
  CHECK(desk.saved.back().textScale == Catch::Approx(1.1));
  desk.driver().click("Usual size");
  CHECK(desk.saved.back().textScale == 1.0);
  CHECK_FALSE(desk.driver().isEnabled("Usual size"));
  desk.driver().click("Scroll smoothly");
  CHECK(desk.saved.back().motion);
}

TEST_CASE("F2 goes round the three themes") {
  WorkbenchFixture desk;
  for (const char* theme : {"dark", "contrast", "paper"}) {
    desk.driver().key(ImGuiKey_F2);
    CHECK(desk.saved.back().theme == theme);
  }
}

TEST_CASE("the order of the list is kept for the next time") {
  WorkbenchFixture desk;
  desk.driver().click("by place##sort");
  CHECK(desk.saved.back().sort == "worth");
}

}  // namespace assay::ui
