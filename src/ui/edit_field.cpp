#include "ui/edit_field.h"

#include <imgui.h>
#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>

#include "ui/widgets.h"

namespace assay::ui {

namespace {

// Lines a box needs for its text, wrapped as Dear ImGui wraps it, so that a long note is seen.
int linesFor(const std::string& text, float width, int least) {
  if (text.empty()) return least;
  const float height = ImGui::CalcTextSize(text.c_str(), nullptr, false, width).y;
  const int lines =
      static_cast<int>(height / ImGui::GetTextLineHeight() + 0.5F) + (text.back() == '\n' ? 1 : 0);
  return std::clamp(lines, least, 10);
}

// The library takes Esc as "put back what was there"; here it only leaves the field.
void keepOnEscape(std::string& text, const std::string& before) {
  if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) text = before;
}

void drawFailure(const Theme& theme, EditField& field) {
  wrappedText(theme, theme.size.secondary, theme.palette.warning, field.failure);
  if (smallButton(theme, "Give up this change")) field.revert();
}

}  // namespace

// Another process or an undo may change the value below an edit. What is typed wins on the screen
// until it is committed or given up; nothing typed is ever replaced.
void EditField::load(std::string_view fromStore) {
  if (dirty()) {
    stored = fromStore;
    return;
  }
  if (active) return;
  text = fromStore;
  stored = fromStore;
}

void EditField::committed() {
  stored = text;
  failure.clear();
}

void EditField::revert() {
  text = stored;
  failure.clear();
}

bool lineInput(const char* id, const char* hint, std::string& text) {
  const std::string before = text;
  ImGui::SetNextItemWidth(-1);
  const bool entered =
      ImGui::InputTextWithHint(id, hint, &text, ImGuiInputTextFlags_EnterReturnsTrue);
  keepOnEscape(text, before);
  return entered;
}

void boxInput(const char* id, std::string& text, int lines) {
  const std::string before = text;
  const float height =
      static_cast<float>(lines) * ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().FramePadding.y;
  ImGui::InputTextMultiline(id, &text, {-1, height});
  keepOnEscape(text, before);
}

// The item's state is asked right after it is drawn: everything drawn later has its own.
bool drawEditField(const Theme& theme, const FieldLook& look, EditField& field, base::Millis now,
                   bool focus) {
  if (focus) ImGui::SetKeyboardFocusHere();
  const std::string before = field.text;
  const std::string hint(look.hint);
  ImGuiInputTextFlags flags = 0;
  if (look.readOnly) flags |= ImGuiInputTextFlags_ReadOnly;
  ImGui::SetNextItemWidth(-1);
  if (look.lines == 1) {
    ImGui::InputTextWithHint(look.id, hint.c_str(), &field.text, flags);
  } else {
    const ImGuiStyle& style = ImGui::GetStyle();
    const float inner = ImGui::GetContentRegionAvail().x - 2 * style.FramePadding.x;
    const int lines = linesFor(field.text, inner, look.lines);
    const float height =
        static_cast<float>(lines) * ImGui::GetTextLineHeight() + 2 * style.FramePadding.y;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    // This version of the library does not wrap what is typed. While nobody types, the text is
    // drawn wrapped over the empty box; while somebody does, the box scrolls sideways.
    const bool resting = !field.active && !focus;
    if (resting) ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(0, 0, 0, 0));
    ImGui::InputTextMultiline(look.id, &field.text, {-1, height}, flags);
    if (resting) ImGui::PopStyleColor();
    const ImVec2 at{corner.x + style.FramePadding.x, corner.y + style.FramePadding.y};
    if (field.text.empty() || (resting && !ImGui::IsItemActive())) {
      const std::string& shown = field.text.empty() ? hint : field.text;
      const ImVec4 box{corner.x, corner.y, at.x + inner, corner.y + height};
      ImGui::GetWindowDrawList()->AddText(
          nullptr, 0, at, field.text.empty() ? theme.palette.secondary : theme.palette.text,
          shown.data(), shown.data() + shown.size(), inner, &box);
    }
  }
  const bool left = ImGui::IsItemDeactivated();
  field.active = ImGui::IsItemActive();
  keepOnEscape(field.text, before);
  if (field.text != before) {
    field.lastKey = now;
    field.failure.clear();
  }
  const bool idle =
      field.active && field.dirty() && field.failure.empty() && now - field.lastKey >= kCommitAfter;
  const bool commit = field.dirty() && (left || idle);
  if (!field.failure.empty()) drawFailure(theme, field);
  return commit;
}

}  // namespace assay::ui
