#include "ui/list_pane.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/filter_bar.h"
#include "ui/status_mark.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

struct RowLook {
  float height = 0;
  float mark = 0;    // radius
  float number = 0;  // width of the column of numbers
};

// Every row has the same height, so that the list can be clipped without measuring texts.
RowLook rowLook(const Theme& theme) {
  RowLook look;
  look.height = std::round(theme.size.ui + theme.size.secondary + theme.px(22));
  look.mark = std::round(theme.size.ui * 0.48F);
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  look.number = std::ceil(textWidth("C888"));
  return look;
}

constexpr std::string_view kUrgent = "worth checking";

bool isUrgent(const app::ItemRow& row) {
  return row.kind == model::ItemKind::claim && row.checkable && !model::info(row.status).settled &&
         worthWord(row.score) == "high";
}

// The second line: who said it, or what kind of item it is, and what hangs on it.
std::string secondLine(const app::ItemRow& row) {
  std::string line;
  if (model::isQuote(row.kind)) {
    line = row.speaker.empty() ? "Unknown speaker" : row.speaker;
  } else if (!row.checkable) {
    line = "opinion or forecast";
  } else {
    // What can be checked about it; a claim inside a quote stands under its speaker already.
    line = !row.why.empty() ? row.why : row.speaker.empty() ? "the author's claim" : row.speaker;
  }
  if (row.spans.empty()) line += " · not in this draft";
  if (row.evidenceCount > 0) {
    line += fmt::format(" · {} source{}", row.evidenceCount, row.evidenceCount == 1 ? "" : "s");
  }
  if (row.openQueries > 0) {
    line += fmt::format(" · {} quer{} open", row.openQueries, row.openQueries == 1 ? "y" : "ies");
  }
  for (const model::FlagInfo& flag : model::flags()) {
    if (row.flags.has(flag.flag)) line += fmt::format(" · {}", flag.word);
  }
  return line;
}

void drawRowText(const Model& model, const app::ItemRow& row, const RowLook& look, ImVec2 at,
                 float right, ImU32 ground) {
  const Theme& theme = model.theme;
  const Palette& palette = theme.palette;
  const float indent = row.child ? theme.space.l : 0;
  const float left = at.x + theme.space.m + indent;
  const float top =
      at.y +
      std::round((look.height - theme.size.ui - theme.size.secondary - theme.space.xs) * 0.5F);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  drawStatusMark(draw, {left + look.mark, top + theme.size.ui * 0.52F}, look.mark, row.status,
                 theme, ground);
  const bool gone = row.status == model::Status::cut;
  const float numberLeft = left + 2 * look.mark + theme.space.s;
  {
    const FontScope font(theme.fonts.ui, theme.size.secondary);
    textWithin({numberLeft, top + std::round((theme.size.ui - theme.size.secondary) * 0.6F)},
               look.number + theme.space.xs, palette.secondary, row.number);
  }
  const float textLeft = numberLeft + look.number + theme.space.s;
  const std::string quoted = row.kind == model::ItemKind::direct ? "“" + row.text + "”" : row.text;
  textWithin({textLeft, top}, right - textLeft, gone ? palette.secondary : palette.text, quoted);
  if (gone) {
    const float width = std::min(textWidth(quoted), right - textLeft);
    const float middle = std::round(top + theme.size.ui * 0.58F);
    draw.AddRectFilled({textLeft, middle}, {textLeft + width, middle + theme.hairline},
                       palette.secondary);
  }
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const float second = top + theme.size.ui + theme.space.xs;
  float room = right - textLeft;
  // Only the few that should be looked at first say so: a word on every row is no word at all.
  if (isUrgent(row)) {
    const float width = textWidth(kUrgent);
    textWithin({right - width, second}, width + 1, palette.accent, kUrgent);
    room -= width + theme.space.s;
  }
  textWithin({textLeft, second}, room, palette.secondary, secondLine(row));
}

// The whole row is one target. Its parts are drawn, not items: a thousand rows stay cheap.
void drawRow(const Model& model, UiState& state, CommandSink& sink, std::size_t rowIndex,
             const RowLook& look) {
  const Theme& theme = model.theme;
  const app::ItemRow& row = model.article->rows[rowIndex];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool focused = model.selected.focus() == rowIndex;
  const bool selected = model.selected.has(rowIndex);
  const std::string label = "##row-" + row.number;
  // J and K walk the rows; Tab goes on to the other controls instead of through a thousand rows.
  const bool pressed = ImGui::InvisibleButton(label.c_str(), {width, look.height});
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Palette& palette = theme.palette;
  const ImU32 ground = selected ? palette.selection : hovered ? palette.hover : palette.panel;
  if (selected || hovered) {
    draw.AddRectFilled(at, {at.x + width, at.y + look.height}, ground);
  }
  if (focused) {
    draw.AddRectFilled(at, {at.x + std::round(theme.px(3)), at.y + look.height}, palette.accent);
  }
  drawRowText(model, row, look, at, at.x + width - theme.space.m, ground);
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
    if (!selected) sink.select(row.id, Picking::only);
    state.menuWanted = true;
  }
  if (!pressed) return;
  const ImGuiIO& io = ImGui::GetIO();
  sink.select(row.id, io.KeyShift ? Picking::extend : io.KeyCtrl ? Picking::toggle : Picking::only);
}

// Keeps the focused row in sight with one row of context on either side.
void scrollToFocus(const Model& model, UiState& state, float rowHeight) {
  if (!state.scrollToFocus) return;
  state.scrollToFocus = false;
  const auto position = model.shown.positionOf(*model.article, state.selection.focus);
  if (!position) return;
  const float top = static_cast<float>(*position) * rowHeight;
  const float seen = ImGui::GetWindowHeight();
  const float now = ImGui::GetScrollY();
  if (top - rowHeight < now) ImGui::SetScrollY(std::max(0.0F, top - rowHeight));
  if (top + 2 * rowHeight > now + seen) ImGui::SetScrollY(top + 2 * rowHeight - seen);
}

void drawRows(const Model& model, UiState& state, CommandSink& sink, float height) {
  const RowLook look = rowLook(model.theme);
  if (ImGui::BeginChild("items", {0, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNavInputs)) {
    scrollToFocus(model, state, look.height);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(model.shown.rows.size()), look.height);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        drawRow(model, state, sink, model.shown.rows[static_cast<std::size_t>(i)], look);
      }
    }
  }
  ImGui::EndChild();
}

// Nothing to list: why, and the one thing that helps.
void drawEmpty(const Model& model, CommandSink& sink, float height) {
  const Theme& theme = model.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.l, theme.space.xl});
  if (ImGui::BeginChild("items", {0, height},
                        ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened)) {
    if (model.article->rows.empty()) {
      boldText(theme, theme.size.ui, theme.palette.text, "No quote or claim found");
      wrappedText(theme, theme.size.secondary, theme.palette.secondary,
                  fmt::format("Select words in the article with the mouse, then press {} to make "
                              "them a claim or {} to make them a quote.",
                              model.keys.keyText(Action::makeClaim),
                              model.keys.keyText(Action::makeQuote)));
    } else {
      boldText(theme, theme.size.ui, theme.palette.text, "Nothing passes the filter");
      gap(theme.space.xs);
      if (button(theme, "Show all items", ButtonKind::plain, "Esc")) {
        sink.perform(Action::showAll);
      }
    }
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

// Never let somebody believe that what passes the filter is all there is.
void drawFooter(const Model& model, CommandSink& sink, float height) {
  const Theme& theme = model.theme;
  hairline(theme);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.m, 0});
  if (ImGui::BeginChild("footer", {0, height},
                        ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                        ImGuiWindowFlags_NoScrollbar)) {
    const FontScope font(theme.fonts.ui, theme.size.secondary);
    const std::string hidden = hiddenText(*model.article, model.shown);
    const float room = ImGui::GetContentRegionAvail().x;
    const auto buttonRoom = [&](std::string_view label) {
      return textWidth(label) + 2 * theme.space.xs;
    };
    constexpr const char* kWithKey = "Show all (Esc)";
    const bool roomy = textWidth(hidden) + theme.space.xs + buttonRoom(kWithKey) <= room;
    const char* label = roomy ? kWithKey : "Show all";
    const float words =
        std::min(std::ceil(textWidth(hidden)), room - theme.space.xs - buttonRoom(label));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    textWithin({at.x, std::round(at.y + (height - theme.size.secondary) * 0.5F)}, words + 1,
               theme.palette.secondary, hidden);
    ImGui::SetCursorScreenPos(
        {at.x + words + theme.space.xs,
         std::round(at.y + (height - theme.size.secondary) * 0.5F) - theme.space.xs});
    if (smallButton(theme, label)) sink.perform(Action::showAll);
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

}  // namespace

std::string hiddenText(const app::ArticleView& view, const Shown& shown) {
  const std::size_t hidden = view.rows.size() - shown.rows.size();
  return hidden == 0 ? std::string() : fmt::format("{} hidden by filter", hidden);
}

std::string_view worthWord(double score) {
  if (score >= 0.66) return "high";
  return score >= 0.33 ? "medium" : "low";
}

void drawListPane(const Model& model, UiState& state, CommandSink& sink) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  drawFilterBar(model, state, sink);
  hairline(model.theme);
  const bool hidden = model.shown.rows.size() != model.article->rows.size();
  const float footer = std::round(model.theme.size.secondary + model.theme.px(18));
  float height = ImGui::GetContentRegionAvail().y;
  if (hidden) height -= footer + model.theme.hairline;
  height = std::max(height, 1.0F);
  if (model.shown.rows.empty()) {
    drawEmpty(model, sink, height);
  } else {
    drawRows(model, state, sink, height);
  }
  if (hidden) drawFooter(model, sink, footer);
  ImGui::PopStyleVar();
}

}  // namespace assay::ui
