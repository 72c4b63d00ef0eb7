// Where everything stands on the screen.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/bars.h"
#include "ui/draft_screen.h"
#include "ui/file_browser.h"
#include "ui/inspector.h"
#include "ui/inspector_fields.h"
#include "ui/list_pane.h"
#include "ui/overlays.h"
#include "ui/queries_screen.h"
#include "ui/report_screen.h"
#include "ui/settings_screen.h"
#include "ui/sources_screen.h"
#include "ui/start_screen.h"
#include "ui/widgets.h"
#include "ui/workbench_screen.h"

namespace assay::ui {

namespace {

constexpr float kListLeast = 220;
constexpr float kArticleLeast = 430;
constexpr float kInspectorLeast = 260;

struct PaneWidths {
  float list = 0;
  float inspector = 0;  // 0: no room for it
  float article = 0;    // 0: no room for it
};

// The article gives way last: at a narrow window the side panes shrink, then leave.
PaneWidths paneWidths(const Theme& theme, const app::Settings& settings, float room,
                      double screenScale) {
  const auto screen = static_cast<float>(screenScale);
  // Larger text needs wider panes, but not in full proportion: the article must stay readable.
  const float grown = screen * std::sqrt(std::max(1.0F, theme.scale / screen));
  PaneWidths widths;
  widths.list = std::round(static_cast<float>(settings.listWidth) * grown);
  widths.inspector = std::round(static_cast<float>(settings.inspectorWidth) * grown);
  const float article = kArticleLeast * grown;
  const float over = widths.list + widths.inspector + article - room;
  if (over > 0) {
    widths.list = std::max(std::round(kListLeast * grown), std::round(widths.list - over * 0.56F));
    widths.inspector =
        std::max(std::round(kInspectorLeast * grown), std::round(widths.inspector - over * 0.44F));
  }
  if (room < widths.list + widths.inspector + 280 * grown) {
    // Too narrow for three: list above is of no use without the fields, so the article leaves.
    if (room < widths.list + widths.inspector) {
      widths.list = std::floor(room * 0.45F);
    }
    widths.inspector = room - widths.list;
    return widths;
  }
  widths.article = room - widths.list - widths.inspector;
  return widths;
}

// The block under the mouse, when it was set aside.
std::optional<std::size_t> setAsideBlock(const model::Draft& draft,
                                         std::optional<std::size_t> byte) {
  if (!byte) return std::nullopt;
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    const model::Block& block = draft.blocks[i];
    if (block.role == model::BlockRole::boilerplate && block.span.contains(*byte)) return i;
  }
  return std::nullopt;
}

bool beginPane(const char* id, ImVec2 size, ImU32 ground, ImVec2 padding,
               ImGuiWindowFlags flags = 0, ImGuiChildFlags childFlags = 0) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ground);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  const bool open = ImGui::BeginChild(
      id, size, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened | childFlags,
      flags);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  return open;
}

}  // namespace

// One window over the whole screen; dialogs are popups of it and come last.
void WorkbenchScreen::draw() {
  const Model now = model();
  const ImGuiViewport& screen = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(screen.WorkPos);
  ImGui::SetNextWindowSize(screen.WorkSize);
  ImGui::Begin("workbench", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  if (beginPane("top", {0, topBarHeight(theme_)}, theme_.palette.panel, {0, 0},
                ImGuiWindowFlags_NoScrollbar)) {
    spaced([&] { drawTopBar(now, state_, *this); });
  }
  ImGui::EndChild();
  hairline(theme_);
  drawFailures(now, state_);
  const float bottom = hintLineHeight(theme_) + theme_.hairline;
  const float height = std::max(1.0F, ImGui::GetContentRegionAvail().y - bottom);
  if (article_ == nullptr || state_.start) {
    if (beginPane("start-pane", {0, height}, theme_.palette.ground, {0, 0})) {
      spaced([&] {
        drawStartScreen(
            now, state_, *this,
            {startup_.settings.recentFiles, !startup_.sample.empty(), startup_.problem});
      });
    }
    ImGui::EndChild();
  } else {
    drawPanes(now, height);
  }
  hairline(theme_);
  if (beginPane("hints", {0, 0}, theme_.palette.panel, {0, 0}, ImGuiWindowFlags_NoScrollbar)) {
    spaced([&] { drawHintLine(now, state_, *this); });
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  drawOverlay(now);
  ImGui::End();
}

// Panels space their items; the shell around them stacks its panes without a gap.
void WorkbenchScreen::spaced(const std::function<void()>& body) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme_.space.s, theme_.space.s});
  body();
  ImGui::PopStyleVar();
}

void WorkbenchScreen::drawPanes(const Model& now, float height) {
  const float room = ImGui::GetContentRegionAvail().x;
  const PaneWidths widths = paneWidths(theme_, startup_.settings, room, screenScale_);
  const Space& space = theme_.space;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  if (beginPane("list", {widths.list, height}, theme_.palette.panel, {0, 0},
                ImGuiWindowFlags_NoScrollbar)) {
    spaced([&] { drawListPane(now, state_, *this); });
  }
  ImGui::EndChild();
  // One pixel is left free between panes: the hairline behind them shows there.
  ImGui::SameLine(0, theme_.hairline);
  if (widths.article > 0) {
    if (beginPane("article", {widths.article - 2 * theme_.hairline, height}, theme_.palette.ground,
                  {0, 0},
                  ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                      ImGuiWindowFlags_NoNavInputs)) {
      drawArticle(now);
    }
    ImGui::EndChild();
    ImGui::SameLine(0, theme_.hairline);
  }
  inspectorMin_ = ImGui::GetCursorScreenPos();
  inspectorMax_ = {corner.x + room, corner.y + height};
  if (beginPane("inspector", {0, height}, theme_.palette.panel, {space.l, space.l})) {
    spaced([&] {
      drawInspector(now, state_, *this);
      gap(space.l);
    });
  }
  ImGui::EndChild();
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float grip = std::floor(theme_.px(7) * 0.5F);
  ImGui::SetCursorScreenPos({corner.x + widths.list - grip, corner.y});
  splitter("##list-width", height, startup_.settings.listWidth, 1);
  if (widths.article > 0) {
    const float right = corner.x + widths.list + widths.article - theme_.hairline;
    ImGui::SetCursorScreenPos({right - grip, corner.y});
    splitter("##inspector-width", height, startup_.settings.inspectorWidth, -1);
  }
  ImGui::SetCursorScreenPos(after);
  if (std::exchange(state_.menuWanted, false)) ImGui::OpenPopup("text-menu");
  drawTextMenu(now);
}

void WorkbenchScreen::splitter(const char* id, float height, double& width, float sign) {
  const float grip = std::floor(theme_.px(7) * 0.5F);
  const ImVec2 size{2 * grip + theme_.hairline, height};
  const ImVec2 from = ImGui::GetCursorScreenPos();
  // A window of its own over the two panes: what lies under their windows the mouse never reaches.
  ImGui::BeginChild(id, size, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NoBackground);
  ImGui::InvisibleButton(id, size);
  const bool held = ImGui::IsItemActive();
  const bool hovered = ImGui::IsItemHovered();
  if (hovered || held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  ImGui::GetWindowDrawList()->AddRectFilled(
      {from.x + grip, from.y}, {from.x + grip + theme_.hairline, from.y + height},
      hovered || held ? theme_.palette.accent : theme_.palette.hairline);
  ImGui::EndChild();
  if (!held || ImGui::GetIO().MouseDelta.x == 0) return;
  const auto moved = static_cast<double>(sign * ImGui::GetIO().MouseDelta.x) / screenScale_;
  width = std::clamp(width + moved, static_cast<double>(kListLeast), 900.0);
  settingsChanged();
}

// What the tint in the text means, in figures; only while it is shown.
void WorkbenchScreen::drawCoverage(const Model& now) {
  if (!state_.coverage) return;
  if (coverageOf_ != article_) {
    coverage_ = coverageOf_ == nullptr ? app::coverage(*article_)
                                       : app::coverageAfter(coverage_, *coverageOf_, *article_);
    coverageOf_ = article_;
  }
  if (beginPane("coverage", {0, 0}, theme_.palette.panel, {theme_.space.l, theme_.space.s},
                ImGuiWindowFlags_NoScrollbar, ImGuiChildFlags_AutoResizeY)) {
    spaced([&] { drawCoverageStrip(now, coverage_, state_); });
  }
  ImGui::EndChild();
  hairline(theme_);
}

void WorkbenchScreen::drawArticle(const Model& now) {
  pane_.find(state_.filter.text);
  drawCoverage(now);
  const bool keys = state_.overlay == Overlay::none && !ImGui::GetIO().WantTextInput;
  const ArticleEvents events = pane_.draw({.view = article_,
                                           .shown = shown_,
                                           .selection = state_.selection,
                                           .selected = selected_,
                                           .theme = theme_,
                                           .keys = keys,
                                           .coverage = state_.coverage ? &coverage_ : nullptr,
                                           .edges = !now.readOnly && state_.selection.more.empty(),
                                           .showEdges = state_.spanMode});
  if (!events.moved.empty() && detail_ != nullptr) {
    execute(app::MoveItem{detail_->item.id, events.moved});
  }
  if (events.clicked) {
    select(*events.clicked, events.extend   ? Picking::extend
                            : events.toggle ? Picking::toggle
                                            : Picking::only);
  }
  if (!events.menu) return;
  state_.menuWanted = true;
  menuBlock_ = setAsideBlock(*article_->draft, events.menuAt);
}

// The right button offers by word what the keys do; each entry shows its key.
void WorkbenchScreen::drawTextMenu(const Model& now) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme_.space.s, theme_.space.s});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme_.space.s, theme_.space.s});
  const bool words = pane_.textSelection().has_value();
  if (ImGui::BeginPopup("text-menu")) {
    const auto entry = [&](Action action, bool enabled) {
      const KeyRow& row = *now.keys.find(action);
      if (ImGui::MenuItem(row.label.c_str(), chordText(row.key).c_str(), false, enabled)) {
        perform(action, 0, false);
      }
    };
    if (menuBlock_ && ImGui::MenuItem("Check this paragraph too", nullptr, false, !now.readOnly)) {
      checkParagraph(articleId_, *menuBlock_);
    }
    entry(Action::makeClaim, words && !now.readOnly);
    entry(Action::makeQuote, words && !now.readOnly);
    entry(Action::splitItem, words && now.detail != nullptr && !now.readOnly);
    entry(Action::mergeItems, !state_.selection.more.empty() && !now.readOnly);
    entry(Action::editSpan, now.detail != nullptr && !now.readOnly);
    entry(Action::copyItem, now.detail != nullptr);
    entry(Action::history, now.detail != nullptr);
    entry(Action::removeItems, now.detail != nullptr && !now.readOnly);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

void WorkbenchScreen::drawOverlay(const Model& now) {
  switch (state_.overlay) {
    case Overlay::none: break;
    case Overlay::palette: drawPalette(now, state_, *this); break;
    case Overlay::keys: drawKeySheet(now, state_); break;
    case Overlay::speaker: drawSpeakerPicker(now, state_, *this); break;
    case Overlay::articles: drawArticleChoice(now, state_, *this); break;
    case Overlay::report: drawReportScreen(now, state_, *this); break;
    case Overlay::browser: drawFileBrowser(now, state_, *this); break;
    case Overlay::job: drawJob(now, state_, *this); break;
    case Overlay::imported: drawImported(now, state_, *this); break;
    case Overlay::history: drawHistory(now, state_); break;
    case Overlay::sources: drawSourcesScreen(now, state_, *this); break;
    case Overlay::queries: drawQueriesScreen(now, state_, *this); break;
    case Overlay::draft: drawDraftScreen(now, state_, *this); break;
    case Overlay::settings: drawSettings(now, state_, *this); break;
  }
}

}  // namespace assay::ui
