#include "ui/filter_bar.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "ui/edit_field.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

constexpr const char* kSearchHint = "Search items, notes and sources";

// A vector: no icon font, crisp at every scale.
void drawMagnifier(const Theme& theme, ImVec2 center) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float radius = theme.px(4.5F);
  const float width = std::max(1.25F, theme.px(1.4F));
  draw.AddCircle({center.x - theme.px(1), center.y - theme.px(1)}, radius, theme.palette.secondary,
                 0, width);
  const float edge = radius * 0.72F - theme.px(1);
  draw.AddLine({center.x + edge, center.y + edge},
               {center.x + edge + theme.px(4), center.y + edge + theme.px(4)},
               theme.palette.secondary, width);
}

void drawSearch(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  if (state.focus == Focus::search) {
    ImGui::SetKeyboardFocusHere();
    state.focus = Focus::none;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float lead = theme.space.xl;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {lead, std::round(theme.px(6))});
  const std::string key = model.keys.keyText(Action::search);
  const float room = ImGui::GetContentRegionAvail().x - 2 * lead;
  const bool roomy = textWidth(kSearchHint) + textWidth(key) < room;
  const bool entered = lineInput("##search", roomy ? kSearchHint : "Search", state.filter.text);
  ImGui::PopStyleVar();
  state.searchActive = ImGui::IsItemActive();
  const ImVec2 end = ImGui::GetItemRectMax();
  drawMagnifier(theme, {at.x + lead * 0.5F, (at.y + end.y) * 0.5F});
  if (!state.searchActive && state.filter.text.empty() && !key.empty()) {
    const FontScope font(theme.fonts.ui, theme.size.secondary);
    textWithin({end.x - theme.space.m - textWidth(key),
                std::round((at.y + end.y - theme.size.secondary) * 0.5F)},
               textWidth(key) + theme.space.s, theme.palette.secondary, key);
  }
  if (entered && !model.shown.rows.empty()) {
    sink.select(model.article->rows[model.shown.rows.front()].id, Picking::only);
  }
}

struct KindChip {
  app::Filter::Kind kind;
  const char* word;
  std::size_t count;
};

void drawKinds(const Model& model, UiState& state) {
  const Theme& theme = model.theme;
  if (state.focus == Focus::filter) {
    ImGui::SetKeyboardFocusHere();
    ImGui::SetNavCursorVisible(true);
    state.focus = Focus::none;
  }
  const std::size_t quotes = model.article->quotes;
  const std::size_t all = model.article->rows.size();
  const std::array chips{KindChip{app::Filter::Kind::all, "All", all},
                         KindChip{app::Filter::Kind::quotes, "Quotes", quotes},
                         KindChip{app::Filter::Kind::claims, "Claims", all - quotes}};
  for (const KindChip& row : chips) {
    const bool plain = row.kind == app::Filter::Kind::all;
    const bool chosen = plain ? !state.filter.active() : state.filter.kind == row.kind;
    const std::string count = std::to_string(row.count);
    if (!plain) {
      const FontScope font(theme.fonts.ui, theme.size.secondary);
      flow(textWidth(row.word) + textWidth(count) + 3 * theme.space.s, theme.space.xs);
    }
    if (!chip(theme, row.word, count, chosen)) continue;
    if (plain) {
      state.filter = {};
    } else {
      state.filter.kind = chosen ? app::Filter::Kind::all : row.kind;
    }
  }
}

void drawSort(const Theme& theme, const UiState& state, CommandSink& sink) {
  const std::string label = std::string(sortWord(state.sort)) + "##sort";
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const float width = textWidth(sortWord(state.sort)) + 2 * theme.space.xs;
  flow(width, theme.space.s);
  // At the right edge, on the line of the kinds where it fits there.
  const float left = ImGui::GetContentRegionAvail().x - width;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, left));
  if (smallButton(theme, label.c_str())) sink.perform(Action::sortList);
  tooltip(theme, "Order of the list: by place in the text, worth, status or speaker");
}

struct StatusCount {
  model::Status status;
  std::string count;
  bool chosen;
};

// Counts are of the whole article, not of what passes: a chip tells what pressing it would show.
std::vector<StatusCount> statusCounts(const Model& model, const UiState& state) {
  std::vector<StatusCount> out;
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = model.article->perStatus[static_cast<std::size_t>(status.status)];
    const auto& chosen = state.filter.statuses;
    const bool isChosen = std::find(chosen.begin(), chosen.end(), status.status) != chosen.end();
    if (count > 0 || isChosen) out.push_back({status.status, std::to_string(count), isChosen});
  }
  return out;
}

// How many lines the chips take with their words.
int linesOf(const Theme& theme, const std::vector<StatusCount>& chips, float room) {
  int lines = 1;
  float at = 0;
  for (const StatusCount& row : chips) {
    const float width = statusChipWidth(theme, row.status, row.count, false);
    if (at > 0 && at + theme.space.xs + width > room) {
      ++lines;
      at = 0;
    }
    at += (at > 0 ? theme.space.xs : 0) + width;
  }
  return lines;
}

// Late in the work there are chips for every status; the list below must not pay for them.
void drawStatuses(const Model& model, UiState& state) {
  constexpr int kMostLines = 2;
  const Theme& theme = model.theme;
  const std::vector<StatusCount> chips = statusCounts(model, state);
  const bool brief = linesOf(theme, chips, ImGui::GetContentRegionAvail().x) > kMostLines;
  bool firstChip = true;
  for (const StatusCount& row : chips) {
    const bool noWord = brief && !row.chosen;
    if (!firstChip) {
      flow(statusChipWidth(theme, row.status, row.count, noWord), theme.space.xs);
    }
    firstChip = false;
    if (statusChip(theme, row.status, row.count, row.chosen, noWord)) {
      toggleStatus(state.filter, row.status);
    }
  }
}

// What was put off or marked is found again here; a flag nothing carries takes no room.
void drawFlags(const Model& model, UiState& state) {
  const Theme& theme = model.theme;
  for (std::size_t i = 0; i < model::flags().size(); ++i) {
    const model::FlagInfo& flag = model::flags()[i];
    const std::size_t count = model.article->perFlag[i];
    const bool chosen = state.filter.flags.has(flag.flag);
    if (count == 0 && !chosen) continue;
    const std::string number = std::to_string(count);
    {
      const FontScope font(theme.fonts.ui, theme.size.secondary);
      flow(textWidth(flag.word) + textWidth(number) + 3 * theme.space.s, theme.space.xs);
    }
    const std::string label = std::string(flag.word) + "##chip-" + std::string(flag.id);
    if (chip(theme, label.c_str(), number, chosen)) {
      state.filter.flags = state.filter.flags.with(flag.flag, !chosen);
    }
  }
}

}  // namespace

// Several statuses widen the filter: unchecked and disputed together are "what is left to do".
void toggleStatus(app::Filter& filter, model::Status status) {
  const auto found = std::find(filter.statuses.begin(), filter.statuses.end(), status);
  if (found != filter.statuses.end()) {
    filter.statuses.erase(found);
  } else {
    filter.statuses.push_back(status);
  }
}

void drawFilterBar(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.m, theme.space.m});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, 0});
  if (ImGui::BeginChild("filter", {0, 0},
                        ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding |
                            ImGuiChildFlags_NavFlattened,
                        ImGuiWindowFlags_NoScrollbar)) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, std::round(theme.px(6))});
    drawSearch(model, state, sink);
    drawKinds(model, state);
    drawSort(theme, state, sink);
    drawStatuses(model, state);
    drawFlags(model, state);
    ImGui::PopStyleVar();
  }
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
}

}  // namespace assay::ui
