#include "ui/pick_list.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/edit_field.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

// Up and Down belong to the list although the keyboard is in the field above it.
bool moveMark(PickState& state, std::size_t count) {
  if (count == 0) return false;
  const bool down = ImGui::IsKeyPressed(ImGuiKey_DownArrow);
  const bool up = ImGui::IsKeyPressed(ImGuiKey_UpArrow);
  if (down) state.at = (state.at + 1) % count;
  if (up) state.at = (state.at + count - 1) % count;
  return down || up;
}

bool drawRow(const Theme& theme, const PickRow& row, std::size_t index, bool marked) {
  ImGui::PushID(static_cast<int>(index));
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = theme.size.ui + std::round(theme.px(13));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = ImGui::InvisibleButton(row.label.c_str(), {width, height});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (marked || ImGui::IsItemHovered()) {
    draw.AddRectFilled(at, {at.x + width, at.y + height},
                       marked ? theme.palette.selection : theme.palette.hover, theme.corner);
  }
  float room = width - 2 * theme.space.s;
  const float top = std::round(at.y + (height - theme.size.ui) * 0.5F);
  if (!row.detail.empty()) {
    const float detail = textWidth(row.detail);
    textWithin({at.x + width - theme.space.s - detail, top}, detail + 1, theme.palette.secondary,
               row.detail);
    room -= detail + theme.space.m;
  }
  textWithin({at.x + theme.space.s, top}, room, theme.palette.text, row.label);
  ImGui::PopID();
  return pressed;
}

}  // namespace

std::vector<std::size_t> matching(std::span<const PickRow> rows, std::string_view typed) {
  const std::string key = base::searchKey(typed);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.emplace_back(std::string_view(key).substr(at, end - at));
    at = end + 1;
  }
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool all = std::all_of(words.begin(), words.end(), [&](std::string_view word) {
      return rows[i].search.find(word) != std::string::npos;
    });
    if (all) found.push_back(i);
  }
  return found;
}

// The list is drawn by hand instead of as selectables: the keyboard never leaves the field.
Picked drawPickList(const Theme& theme, const char* hint, PickState& state,
                    std::span<const PickRow> rows, int most) {
  if (state.fresh) ImGui::SetKeyboardFocusHere();
  state.fresh = false;
  const std::string before = state.typed;
  const bool entered = lineInput("##typed", hint, state.typed);
  if (state.typed != before) state.at = 0;

  Picked picked;
  const std::vector<std::size_t> found = matching(rows, state.typed);
  if (state.at >= found.size()) state.at = 0;
  state.moved = moveMark(state, found.size());
  if (entered && !found.empty()) picked.row = found[state.at];
  picked.entered = entered && found.empty();

  const float rowHeight = theme.size.ui + std::round(theme.px(13));
  const auto seen = static_cast<float>(std::min<std::size_t>(found.size(), std::size_t(most)));
  if (found.empty()) return picked;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("##rows", {0, seen * rowHeight}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoNavInputs);
  if (state.moved) {
    const float top = static_cast<float>(state.at) * rowHeight;
    const float shownTop = ImGui::GetScrollY();
    if (top < shownTop) ImGui::SetScrollY(top);
    if (top + rowHeight > shownTop + seen * rowHeight) {
      ImGui::SetScrollY(top + rowHeight - seen * rowHeight);
    }
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(found.size()), rowHeight);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto index = static_cast<std::size_t>(i);
      if (drawRow(theme, rows[found[index]], found[index], index == state.at)) {
        picked.row = found[index];
      }
    }
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  return picked;
}

}  // namespace assay::ui
