#include "ui/article_pane.h"

#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <memory>
#include <string>

#include "tests/ui/support/article_fixture.h"
#include "tests/ui/support/ui_driver.h"

namespace assay::ui {

namespace {

using base::Span;
using test::harbourArticle;
using test::UiDriver;

// The pane alone on the screen, selecting what is clicked as the workbench does.
struct Desk {
  std::shared_ptr<const app::ArticleView> view = harbourArticle().view();
  app::Filter filter;
  Selection selection;
  SelectedRows selected;
  ThemeName themeName = ThemeName::paper;
  float scale = 1;
  bool motion = false;
  bool keys = true;
  ArticlePane pane;
  ArticleEvents events;  // of the last frame that had any
  UiDriver driver;

  explicit Desk(std::shared_ptr<const app::ArticleView> article = harbourArticle().view(),
                ImVec2 size = {900, 700})
      : view(std::move(article)), driver([this] { draw(); }, {.size = size, .setUp = {}}) {}

  void draw() {
    const Theme theme = makeTheme(themeName, scale, {}, motion);
    applyStyle(theme);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("Desk", nullptr, ImGuiWindowFlags_NoDecoration);
    const Shown shown = shownRows(*view, filter, Sort::place);
    selected.follow(selection, *view);
    const ArticleEvents now = pane.draw({view, shown, selection, selected, theme, keys});
    if (now.clicked) selection.only(*now.clicked);
    if (now.clicked || now.menu) events = now;
    ImGui::End();
  }
  [[nodiscard]] std::string focus() const { return selection.focus.value; }
  void select(std::string_view number) {
    selection.only({"item-" + std::string(number)});
    driver.frame(2);
  }
  // The middle of the first or last character of `words` on the screen.
  [[nodiscard]] ImVec2 pointAt(std::string_view words, bool last = false) const {
    const std::size_t at = view->draft->text.find(words);
    REQUIRE(at != std::string::npos);
    const std::size_t byte = last ? at + words.size() - 1 : at;
    const TextLayout& page = pane.layout();
    const std::size_t n = page.lineOf(byte);
    const TextLine& line = page.lines()[n];
    const ImVec2 origin = pane.pageOrigin();
    const float x = page.xOf(n, byte);
    return {origin.x + x + 2, origin.y + line.y + line.height / 2};
  }
  // How far below the pane's upper edge an item begins.
  [[nodiscard]] float pointOf(const std::string& id) const {
    const std::size_t row = view->rowOf({id}).value();
    const TextLayout& page = pane.layout();
    return pane.pageOrigin().y + page.lines()[page.lineOf(view->rows[row].spans.front().begin)].y;
  }
};

}  // namespace

TEST_CASE("the page reads as the draft, with marks and numbers before the lines they begin on") {
  Desk desk;
  CHECK(desk.driver.screenText() ==
        "Ferry to the islands will not sail before\n"
        "spring\n"
        "By Orla Venn\n"
        "✓C1 | The ferry between Tarn and the outer islands carried 41,200\n"
        "passengers last year, the harbour office says. It has been in dock\n"
        "since a fire in its engine room in October.\n"
        "○Q1 !C2 | “We have 12 weeks of work before us, and nobody can hurry steel,”\n"
        "said Ivo Brandt, who runs the yard.\n"
        "Read more: the ten best walks on the islands\n"
        "Who pays\n"
        "✗C3 ⌫Q2 | The owners say that the repair will cost £3.5 million and that “the\n"
        "insurer pays every penny of it.”\n");
}

TEST_CASE("a click on marked words selects the item, again the one around it") {
  Desk desk;
  desk.driver.clickAt(desk.pointAt("nobody can hurry"));
  CHECK(desk.focus() == "item-Q1");
  desk.driver.frame(30);  // not a double click
  desk.driver.clickAt(desk.pointAt("12 weeks"));
  CHECK(desk.focus() == "item-C2");
  desk.driver.frame(30);
  desk.driver.clickAt(desk.pointAt("12 weeks"));
  CHECK(desk.focus() == "item-Q1");
  desk.driver.frame(30);
  desk.driver.clickAt(desk.pointAt("12 weeks"));
  CHECK(desk.focus() == "item-C2");
}

TEST_CASE("a click on words without a mark selects nothing new") {
  Desk desk;
  desk.select("C1");
  desk.driver.clickAt(desk.pointAt("Orla Venn"));
  CHECK(desk.focus() == "item-C1");
  CHECK_FALSE(desk.events.clicked);
}

TEST_CASE("the numbers in the margin are buttons and do not cover each other") {
  Desk desk;
  desk.driver.click("##mark-Q1");
  CHECK(desk.focus() == "item-Q1");
  desk.driver.click("##mark-C2");
  CHECK(desk.focus() == "item-C2");
  CHECK(desk.driver.duplicateIds().empty());
  for (const char* number : {"C1", "Q1", "C2", "C3", "Q2"}) {
    CHECK(desk.driver.isVisible("##mark-" + std::string(number)));
  }
}

TEST_CASE("Ctrl and Shift with a click in the margin are told") {
  Desk desk;
  desk.driver.holdModifier(ImGuiMod_Ctrl, true);
  desk.driver.click("##mark-C3");
  CHECK(desk.events.toggle);
  CHECK_FALSE(desk.events.extend);
  desk.driver.holdModifier(ImGuiMod_Ctrl, false);
  desk.driver.holdModifier(ImGuiMod_Shift, true);
  desk.driver.click("##mark-C1");
  CHECK(desk.events.extend);
}

TEST_CASE("dragging selects whole words, exactly as the draft has them") {
  Desk desk;
  desk.driver.drag(desk.pointAt("arried 41,200"), desk.pointAt("assengers last"));
  CHECK(desk.pane.selectedText() == "carried 41,200 passengers");
  CHECK_FALSE(desk.events.clicked);
  desk.driver.clickAt(desk.pointAt("Orla Venn"));
  CHECK_FALSE(desk.pane.textSelection());
}

TEST_CASE("with Alt a drag selects to the letter") {
  Desk desk;
  desk.driver.holdModifier(ImGuiMod_Alt, true);
  desk.driver.drag(desk.pointAt("arried"), desk.pointAt(",200"));
  CHECK(desk.pane.selectedText() == "arried 41");
}

TEST_CASE("a drag across blocks takes what stands between them") {
  Desk desk;
  desk.driver.drag(desk.pointAt("October"), desk.pointAt("12 weeks", true));
  CHECK(desk.pane.selectedText() == "October.\n“We have 12 weeks");
}

TEST_CASE("a double click selects the word, a third the paragraph") {
  Desk desk;
  desk.driver.clickAt(desk.pointAt("41,200"), 2);
  CHECK(desk.pane.selectedText() == "41,200");
  desk.driver.frame(30);
  desk.driver.clickAt(desk.pointAt("Orla"), 3);
  CHECK(desk.pane.selectedText() == "By Orla Venn");
}

TEST_CASE("Shift and a click move the end of a selection") {
  Desk desk;
  desk.driver.clickAt(desk.pointAt("ferry between"), 2);
  desk.driver.frame(30);
  desk.driver.holdModifier(ImGuiMod_Shift, true);
  desk.driver.clickAt(desk.pointAt("arn and"));
  CHECK(desk.pane.selectedText() == "ferry between Tarn");
}

TEST_CASE("the right button asks for a menu, on the selection or on the item under it") {
  Desk desk;
  desk.driver.clickAt(desk.pointAt("£3.5"), 1, ImGuiMouseButton_Right);
  CHECK(desk.events.menu);
  CHECK(desk.focus() == "item-C3");
  desk.driver.frame(30);
  desk.driver.clickAt(desk.pointAt("Brandt"), 2);
  desk.events = {};
  desk.driver.clickAt(desk.pointAt("randt"), 1, ImGuiMouseButton_Right);
  CHECK(desk.events.menu);
  CHECK_FALSE(desk.events.clicked);
  CHECK(desk.pane.selectedText() == "Brandt");
}

TEST_CASE("a selected item is brought into the upper third, a clicked one stays") {
  Desk desk(test::longArticle(20'000, 100));
  desk.selection.only({"C50"});
  desk.driver.frame(2);
  const float top = desk.pointOf("C50");
  CHECK(top > 0);
  CHECK(top < 700.0F / 3);
  const float before = desk.pane.scroll();
  desk.driver.click("##mark-C51");
  CHECK(desk.focus() == "C51");
  CHECK(desk.pane.scroll() == before);
}

TEST_CASE("scrolling to an item takes under 150 ms and one frame without motion") {
  Desk desk(test::longArticle(20'000, 100));
  desk.motion = true;
  desk.driver.frame(2);
  desk.selection.only({"C50"});
  desk.driver.frame(1);
  CHECK(desk.pane.moving());
  int frames = 0;
  while (desk.pane.moving() && frames < 60) {
    desk.driver.frame();
    ++frames;
  }
  CHECK(frames <= 9);  // 150 ms at 60 frames a second
  CHECK(desk.pointOf("C50") < 700.0F / 3);

  desk.motion = false;
  desk.selection.only({"C90"});
  desk.driver.frame(1);
  CHECK_FALSE(desk.pane.moving());
  CHECK(desk.pointOf("C90") < 700.0F / 3);
}

TEST_CASE("Page Up and Down, Home, End and the wheel turn the pages") {
  Desk desk(test::longArticle(20'000, 100));
  desk.driver.key(ImGuiKey_PageDown);
  const float page = desk.pane.scroll();
  CHECK(page > 700 - 3 * 30);
  CHECK(page < 700);
  desk.driver.key(ImGuiKey_PageUp);
  CHECK(desk.pane.scroll() == 0);
  desk.driver.key(ImGuiKey_End);
  const float end = desk.pane.scroll();
  CHECK(end > 2000);
  CHECK(desk.pane.visibleLines().end == desk.pane.layout().lines().size());
  desk.driver.key(ImGuiKey_PageDown);
  CHECK(desk.pane.scroll() == end);
  desk.driver.key(ImGuiKey_Home);
  CHECK(desk.pane.scroll() == 0);
  desk.driver.moveTo({400, 300});
  desk.driver.wheel(-1);
  CHECK(desk.pane.scroll() > 50);
  CHECK(desk.pane.scroll() < 120);
}

TEST_CASE("keys belong to the field or dialog that has them") {
  Desk desk(test::longArticle(20'000, 100));
  desk.keys = false;
  desk.driver.key(ImGuiKey_PageDown);
  CHECK(desk.pane.scroll() == 0);
}

TEST_CASE("a short article does not scroll") {
  Desk desk(harbourArticle().view(), {900, 1200});
  desk.driver.key(ImGuiKey_End);
  CHECK(desk.pane.scroll() == 0);
}

TEST_CASE("the place one reads stays when the pane changes its width or the text its size") {
  Desk desk(test::longArticle(20'000, 100));
  desk.driver.key(ImGuiKey_PageDown);
  desk.driver.key(ImGuiKey_PageDown);
  const auto topByte = [&desk] {
    return desk.pane.layout().lines()[desk.pane.visibleLines().begin].begin;
  };
  const std::size_t before = topByte();
  desk.driver.resize({640, 700});
  const std::size_t narrow = topByte();
  CHECK(narrow <= before);
  CHECK(before - narrow < 100);
  desk.scale = 1.5F;
  desk.driver.frame(2);
  CHECK(topByte() <= narrow);
  CHECK(narrow - topByte() < 100);
}

TEST_CASE("only lines that can be seen are drawn") {
  Desk desk(test::longArticle(200'000, 500));
  const Span seen = desk.pane.visibleLines();
  CHECK(seen.begin == 0);
  CHECK(seen.end < 40);
  CHECK(desk.pane.layout().lines().size() > 2'000);
  CHECK(desk.driver.vertexCount() < 40'000);
}

TEST_CASE("a line holds 60 to 75 characters where there is room, fewer where there is not") {
  Desk desk(test::longArticle(4'000, 4), {1600, 900});
  const auto& lines = desk.pane.layout().lines();
  std::size_t longest = 0;
  for (const TextLine& line : lines) {
    if (line.role == model::BlockRole::body) longest = std::max(longest, line.end - line.begin);
  }
  CHECK(longest >= 60);
  CHECK(longest <= 75);
  const std::size_t wide = lines.size();
  desk.driver.resize({300, 700});
  CHECK(lines.size() > 2 * wide);
  CHECK(desk.driver.isVisible("##mark-Q1"));
}

TEST_CASE("finding goes from hit to hit and round, and says how many there are") {
  Desk desk(test::longArticle(20'000, 100));
  desk.pane.find("BRIDGE");
  desk.driver.frame(2);
  CHECK(desk.pane.hitCount() > 100);
  CHECK(desk.pane.currentHit() == 0);
  desk.pane.findPrevious();
  desk.driver.frame(2);
  CHECK(desk.pane.currentHit() == desk.pane.hitCount() - 1);
  CHECK(desk.pane.scroll() > 2000);
  desk.pane.findNext();
  desk.driver.frame(2);
  CHECK(desk.pane.currentHit() == 0);
  CHECK(desk.pane.scroll() < 300);
  desk.pane.find("no such words");
  CHECK(desk.pane.hitCount() == 0);
  CHECK_FALSE(desk.pane.currentHit());
  desk.pane.findNext();
  CHECK_FALSE(desk.pane.currentHit());
  desk.pane.find("");
  CHECK(desk.pane.hitCount() == 0);
}

TEST_CASE("typing on in a search stays where one is") {
  Desk desk;
  desk.pane.find("the");
  for (int n = 0; n < 3; ++n) desk.pane.findNext();
  const std::size_t place = desk.pane.currentHit().value();
  CHECK(place == 3);
  desk.pane.find("the h");
  CHECK(desk.pane.currentHit() == 0);
  CHECK(desk.pane.hitCount() == 1);
}

TEST_CASE("a new draft starts at the top without a selection, new statuses keep the place") {
  Desk desk(test::longArticle(20'000, 100));
  desk.driver.key(ImGuiKey_PageDown);
  const float place = desk.pane.scroll();
  auto marked = std::make_shared<app::ArticleView>(*desk.view);
  marked->rows.change(3).status = model::Status::verified;
  desk.view = marked;
  desk.driver.frame(2);
  CHECK(desk.pane.scroll() == place);
  desk.view = harbourArticle().view();
  desk.driver.frame(2);
  CHECK(desk.pane.scroll() == 0);
  CHECK(desk.pane.layout().text() == desk.view->draft->text);
}

TEST_CASE("an article without text is an empty page") {
  Desk desk(test::ArticleBuilder().view());
  desk.driver.clickAt({400, 300}, 3);
  desk.driver.drag({300, 100}, {400, 300});
  desk.driver.key(ImGuiKey_End);
  desk.pane.find("x");
  CHECK(desk.driver.screenText().empty());
  CHECK_FALSE(desk.pane.textSelection());
}

}  // namespace assay::ui
