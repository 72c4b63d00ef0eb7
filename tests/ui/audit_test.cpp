// Standing audits over every screen of the workbench: what must hold whatever is added to it.
#include <catch2/catch_amalgamated.hpp>
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "app/importing.h"
#include "model/status.h"
#include "tests/ui/support/glyph_audit.h"
#include "tests/ui/support/ui_driver.h"
#include "tests/ui/support/workbench_fixture.h"
#include "ui/theme.h"

namespace assay::ui {

namespace {

using test::UiDriver;
using test::UiItem;
using test::WorkbenchFixture;
using test::WorkbenchOptions;

// A screen and how a person gets to it from the three panes.
struct ScreenCase {
  const char* name;
  std::function<void(WorkbenchOptions&)> prepare;
  std::function<void(UiDriver&)> open;
  Overlay overlay = Overlay::none;  ///< what must lie over the panes then
  const char* shows = "";           ///< or an item or window that only this screen has
};

// As late in the work: a chip for every status, flags, evidence.
void everyStatus(WorkbenchOptions& options) {
  options.beforeStart = [](app::Session& session) {
    const auto view = session.article(session.articles()->back().article.id);
    REQUIRE(view.has_value());
    std::size_t row = 0;
    for (const model::StatusInfo& status : model::statuses()) {
      const model::ItemId item = (*view)->rows[row++ % (*view)->rows.size()].id;
      REQUIRE(session.execute(app::SetStatus{{item}, status.status, "A note"}).has_value());
      REQUIRE(session.execute(app::SetFlag{{item}, model::Flag::legal, true}).has_value());
    }
  };
}

void oneSource(WorkbenchOptions& options) {
  options.beforeStart = [](app::Session& session) {
    const auto view = session.article(session.articles()->back().article.id);
    REQUIRE(view.has_value());
    app::AddEvidence add;
    add.evidence.item = (*view)->rows.front().id;
    add.evidence.excerpt = "The light is to be put out.";
    add.newSource = model::Source{};
    add.newSource->title = "Minutes of the meeting of the coast office in the first week of March";
    add.newSource->url = "https://coast.example/minutes";
    REQUIRE(session.execute(add).has_value());
  };
}

// Queries of every state, to two people, one with a long text; and a kept copy of a source.
void queriesAndCopies(WorkbenchOptions& options) {
  options.beforeStart = [](app::Session& session) {
    const auto view = session.article(session.articles()->back().article.id);
    REQUIRE(view.has_value());
    const auto ask = [&](std::size_t row, std::string to, std::string text) {
      app::AddQuery add;
      add.query.items = {(*view)->rows[row].id, (*view)->rows[0].id};
      add.query.recipient = std::move(to);
      add.query.contact = "telephone 00 555 0199, mornings";
      add.query.text = std::move(text);
      const auto asked = session.execute(add);
      REQUIRE(asked.has_value());
      return *asked->query;
    };
    ask(1, "Una Roth",
        "Where does the number of lamps come from, and who counted them, and in which of the two "
        "years that the article speaks about?");
    ask(2, "Una Roth", "Who else was there?");
    const model::QueryId asked = ask(1, "", "May we name him?");
    REQUIRE(session.execute(app::AskQueries{{asked}, true}).has_value());
    const model::QueryId answered = ask(2, "Per Lind", "When?");
    REQUIRE(session.execute(app::AnswerQuery{answered, "In March."}).has_value());
    app::AddEvidence add;
    add.evidence.item = (*view)->rows.front().id;
    add.newSource = model::Source{};
    add.newSource->title = "Minutes of the coast office";
    const auto added = session.execute(add);
    REQUIRE(added.has_value());
    REQUIRE(session
                .execute(app::AttachSnapshot{
                    *added->source, "minutes of the coast office in the first week of March.pdf",
                    "bytes"})
                .has_value());
  };
}

// A second draft with something in every basket.
void newDraft(WorkbenchOptions& options) {
  options.beforeStart = [](app::Session& session) {
    const model::ArticleId article = session.articles()->back().article.id;
    std::string text = session.article(article).value()->draft->text;
    const auto change = [&text](std::string_view from, std::string_view to) {
      const std::size_t at = text.find(from);
      REQUIRE(at != std::string::npos);
      text.replace(at, from.size(), to);
    };
    change("£240,000 a year", "£250,000 a year");
    change("during a storm in January", "during one storm in January");
    const std::size_t ships = text.find("Ships on the route");
    text.erase(ships, text.find('\n', ships) + 1 - ships);
    text += "A museum in Oldby has asked for 2 of the lamps.\n";
    auto read = app::prepareImportOfText(text, "draft-2.txt");
    REQUIRE(read.has_value());
    REQUIRE(session
                .execute(app::ImportDraft{article, std::move(read->document),
                                          std::move(read->extraction)})
                .has_value());
  };
}

std::vector<ScreenCase> screens() {
  const auto nothing = [](WorkbenchOptions&) {};
  const auto press = [](ImGuiKeyChord chord) {
    return [chord](UiDriver& driver) { driver.key(chord); };
  };
  return {
      {"three panes", nothing, [](UiDriver&) {}, Overlay::none, "##mark-Q1"},
      {"start", [](WorkbenchOptions& options) { options.article.clear(); }, [](UiDriver&) {},
       Overlay::none, "start_"},
      {"no store",
       [](WorkbenchOptions& options) {
         options.withStore = false;
         options.problem = "The store could not be opened.";
       },
       [](UiDriver&) {}, Overlay::none, "start_"},
      {"read-only", [](WorkbenchOptions& options) { options.readOnly = true; }, [](UiDriver&) {},
       Overlay::none, "##mark-Q1"},
      {"filter hides everything", nothing,
       [](UiDriver& driver) {
         driver.type("/");
         driver.type("no such words");
       },
       Overlay::none, "Show all"},
      {"evidence form", nothing, press(ImGuiKey_E), Overlay::none, "##source-title"},
      {"command palette", nothing, press(ImGuiMod_Ctrl | ImGuiKey_K), Overlay::palette},
      {"all keys", nothing, [](UiDriver& driver) { driver.type("?"); }, Overlay::keys},
      {"report", nothing, press(ImGuiMod_Ctrl | ImGuiKey_E), Overlay::report},
      {"speaker", nothing,
       [](UiDriver& driver) {
         driver.click("##row-Q1");
         driver.key(ImGuiKey_S);
       },
       Overlay::speaker},
      {"history", nothing, press(ImGuiKey_H), Overlay::history},
      {"file browser", nothing, press(ImGuiMod_Ctrl | ImGuiKey_O), Overlay::browser},
      {"coverage", nothing, press(ImGuiKey_G), Overlay::none, "##coverage"},
      {"words of an item", nothing, press(ImGuiKey_T), Overlay::none, "##mark-Q1"},
      {"several items", nothing, press(ImGuiMod_Shift | ImGuiKey_J), Overlay::none,
       "Join into one"},
      {"every status and flag", everyStatus, [](UiDriver&) {}, Overlay::none,
       "##chip-unverifiable"},
      {"a failure", nothing, press(ImGuiMod_Ctrl | ImGuiKey_V), Overlay::none, "Dismiss"},
      {"sources", oneSource, press(ImGuiMod_Shift | ImGuiKey_O), Overlay::sources},
      {"no sources", nothing, press(ImGuiMod_Shift | ImGuiKey_O), Overlay::sources},
      {"queries", queriesAndCopies, press(ImGuiMod_Shift | ImGuiKey_Q), Overlay::queries},
      {"no queries", nothing, press(ImGuiMod_Shift | ImGuiKey_Q), Overlay::queries},
      {"queries and a kept copy of an item", queriesAndCopies, [](UiDriver&) {}, Overlay::none,
       "##kept"},
      {"query form", nothing, press(ImGuiKey_Q), Overlay::none, "##question"},
      {"sources with kept copies", queriesAndCopies, press(ImGuiMod_Shift | ImGuiKey_O),
       Overlay::sources},
      {"a new draft", newDraft, press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_D), Overlay::draft},
      {"the only draft", nothing, press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_D),
       Overlay::draft},
      {"items without a place", newDraft, [](UiDriver&) {}, Overlay::none, "##mark-Q1"},
      {"settings", nothing, press(ImGuiMod_Ctrl | ImGuiKey_Comma), Overlay::settings},
      {"another article", nothing, press(ImGuiMod_Ctrl | ImGuiKey_T), Overlay::articles},
  };
}

// Every size; and, at the usual one, every theme and a large type.
struct Look {
  ImVec2 size;
  ThemeName theme = ThemeName::paper;
  double textScale = 1;
};
constexpr std::array kLooks{Look{{1024, 700}},
                            Look{{1440, 900}},
                            Look{{3840, 2160}},
                            Look{{1440, 900}, ThemeName::dark},
                            Look{{1440, 900}, ThemeName::contrast},
                            Look{{3840, 2160}, ThemeName::paper, 2.5}};

// Without this a key that opens nothing would pass every audit.
bool shows(const UiDriver& driver, std::string_view what) {
  return what.empty() ||
         std::any_of(driver.items().begin(), driver.items().end(), [what](const UiItem& item) {
           return item.visible && (item.label.find(what) != std::string::npos ||
                                   item.window.find(what) != std::string::npos);
         });
}

std::string named(const UiItem& item) {
  return fmt::format("'{}' in {} at {},{} to {},{}", item.label.empty() ? "(no label)" : item.label,
                     item.window, item.min.x, item.min.y, item.max.x, item.max.y);
}

// What a person can press or type into.
bool isControl(const UiItem& item) {
  return item.visible && item.enabled && !item.isWindow && !item.label.empty();
}

bool overlap(const UiItem& a, const UiItem& b) {
  return a.clippedMin.x < b.clippedMax.x - 1 && b.clippedMin.x < a.clippedMax.x - 1 &&
         a.clippedMin.y < b.clippedMax.y - 1 && b.clippedMin.y < a.clippedMax.y - 1;
}

bool contains(const UiItem& outer, const UiItem& inner) {
  return outer.min.x <= inner.min.x && inner.max.x <= outer.max.x && outer.min.y <= inner.min.y &&
         inner.max.y <= outer.max.y;
}

}  // namespace

namespace {

using Found = std::vector<std::string>;

// Above and below a panel may scroll; to the side nothing does.
void findCutOff(const UiDriver& driver, Found& found) {
  for (const UiItem& item : driver.items()) {
    if (!isControl(item)) continue;
    if (item.clippedMin.x > item.min.x + 1 || item.clippedMax.x < item.max.x - 1) {
      found.push_back(named(item) +
                      fmt::format(" shows only {} to {}", item.clippedMin.x, item.clippedMax.x));
    }
  }
}

// A small control inside a row is meant; two that cut each other are not.
void findOverlaps(const UiDriver& driver, Found& found) {
  const std::vector<UiItem>& items = driver.items();
  for (std::size_t a = 0; a < items.size(); ++a) {
    if (!isControl(items[a])) continue;
    for (std::size_t b = a + 1; b < items.size(); ++b) {
      if (!isControl(items[b]) || items[a].windowId != items[b].windowId) continue;
      if (!overlap(items[a], items[b]) || contains(items[a], items[b]) ||
          contains(items[b], items[a])) {
        continue;
      }
      found.push_back(named(items[a]) + " and " + named(items[b]));
    }
  }
}

// What a dialog covers is not to be reached: only the topmost window's controls count.
void findUnreachedByMouse(UiDriver& driver, Found& found) {
  const std::vector<UiItem> items = driver.items();
  const std::string front = driver.frontWindow();
  for (const UiItem& item : items) {
    if (!isControl(item) || !item.window.starts_with(front)) continue;
    if (item.clippedMax.x - item.clippedMin.x < 2 || item.clippedMax.y - item.clippedMin.y < 2) {
      continue;  // scrolled almost out
    }
    driver.moveTo(item.middle());
    const ImGuiID over = driver.hoveredId();
    // In a row with a small button the middle may be the button's.
    const auto hit = std::find_if(items.begin(), items.end(),
                                  [over](const UiItem& other) { return other.id == over; });
    if (over == item.id || (hit != items.end() && contains(item, *hit))) continue;
    found.push_back(named(item) +
                    (hit == items.end() ? " takes no mouse" : " lies under " + named(*hit)));
  }
}

void findUnreachedByTab(UiDriver& driver, Found& found) {
  driver.moveTo({1, 1});
  const std::string front = driver.frontWindow();
  std::vector<UiItem> wanted;
  for (const UiItem& item : driver.items()) {
    if (isControl(item) && item.tabStop && item.window.starts_with(front)) wanted.push_back(item);
  }
  // Once round: panels scroll on the way, so there are more stops than can be seen at first.
  constexpr int kMostStops = 400;
  std::set<ImGuiID> reached;
  driver.key(ImGuiKey_Tab);
  for (int n = 0; n < kMostStops && reached.insert(driver.focusedId()).second; ++n) {
    driver.key(ImGuiKey_Tab);
  }
  for (const UiItem& item : wanted) {
    if (!reached.contains(item.id)) found.push_back(named(item));
  }
}

void auditScreen(const ScreenCase& screen, const Look& look, Found& found) {
  WorkbenchOptions options;
  options.size = look.size;
  options.theme = look.theme;
  options.textScale = look.textScale;
  screen.prepare(options);
  WorkbenchFixture desk(options);
  UiDriver& driver = desk.driver();
  screen.open(driver);
  if (options.withStore) desk.settle();
  INFO(screen.name);
  REQUIRE(desk.screen().state().overlay == screen.overlay);
  REQUIRE(shows(driver, screen.shows));
  const auto gather = [&](std::string_view what, const Found& here) {
    for (const std::string& line : here) {
      found.push_back(fmt::format("{} at {}x{} in {}, {} %: {}: {}", screen.name, look.size.x,
                                  look.size.y, themeId(look.theme), look.textScale * 100, what,
                                  line));
    }
  };
  gather("one id for two", driver.duplicateIds());
  gather("text", test::glyphFaults());
  Found here;
  findCutOff(driver, here);
  gather("cut off", here);
  here.clear();
  findOverlaps(driver, here);
  gather("one over another", here);
  // Colours change nothing about what can be reached.
  if (look.theme != ThemeName::paper) return;
  here.clear();
  findUnreachedByMouse(driver, here);
  gather("the mouse does not reach", here);
  here.clear();
  findUnreachedByTab(driver, here);
  gather("Tab does not reach", here);
}

}  // namespace

TEST_CASE("audit: every screen can be read and reached, whatever the size and the theme") {
  Found found;
  for (const ScreenCase& screen : screens()) {
    for (const Look& look : kLooks) auditScreen(screen, look, found);
  }
  std::string all;
  for (const std::string& line : found) all += "\n  " + line;
  INFO(all);
  CHECK(found.empty());
}

TEST_CASE("audit: the audit of letters sees what is wrong") {
  const char* text = "good";
  ImVec2 second{100, 10};
  float clip = 500;
  UiDriver driver([&] {
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.PushClipRect({0, 0}, {clip, 500});
    draw.AddText({10, 10}, IM_COL32_WHITE, text);
    draw.AddText(second, IM_COL32_WHITE, text);
    draw.PopClipRect();
  });
  driver.frame();
  CHECK(test::glyphFaults().empty());
  second = {11, 10};
  driver.frame();
  CHECK_FALSE(test::glyphFaults().empty());
  second = {100, 10};
  clip = 104;
  driver.frame();
  CHECK_FALSE(test::glyphFaults().empty());
}

TEST_CASE(
    "audit: contrast of everything read is 4.5 to 1 or better, 7 to 1 where it was asked for") {
  UiDriver driver([] {});
  for (const ThemeName name : themeNames()) {
    const Theme theme = makeTheme(name, 1, {});
    const Palette& p = theme.palette;
    const double asked = name == ThemeName::contrast ? 7 : 4.5;
    const auto check = [&](const char* what, ImU32 ink, const char* where, ImU32 ground) {
      INFO(themeId(name) << ": " << what << " on " << where);
      CHECK(contrast(ink, ground) >= asked);
    };
    const std::vector<std::pair<const char*, ImU32>> grounds{{"ground", p.ground},
                                                             {"panel", p.panel},
                                                             {"field", p.field},
                                                             {"selection", p.selection},
                                                             {"hover", p.hover}};
    for (const auto& [where, ground] : grounds) {
      check("text", p.text, where, ground);
      check("secondary", p.secondary, where, ground);
      check("accent", p.accent, where, ground);
      check("warning", p.warning, where, ground);
    }
    for (const model::StatusInfo& row : model::statuses()) {
      const ImU32 color = statusColor(theme, row.status);
      check(row.word.data(), color, "ground", p.ground);
      check(row.word.data(), color, "panel", p.panel);
      check(row.word.data(), color, "field", p.field);
      // On what is selected stand marks and lines, no words: 3:1 is asked of those.
      INFO(themeId(name) << ": the mark of " << row.word << " on selection");
      CHECK(contrast(color, p.selection) >= 3);
    }
    check("text", p.text, "a hit", p.find);
    check("text", p.text, "the hit one stands on", p.findNow);
    check("text", p.text, "words in no item", p.missed);
    check("secondary", p.secondary, "words in no item", p.missed);
    check("text on accent", p.onAccent, "accent", p.accent);
  }
}

}  // namespace assay::ui
