#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

#include "ui/status_mark.h"

namespace assay::ui {

namespace {

const char* first(std::string_view text) { return text.data(); }
const char* last(std::string_view text) { return text.data() + text.size(); }

// What stands before "##".
std::string_view shownPart(std::string_view label) { return label.substr(0, label.find("##")); }

// One height for all buttons of a row, with or without a key behind the label.
float buttonHeight(const Theme& theme) { return theme.size.ui + 2 * std::round(theme.px(6)); }

struct Press {
  bool pressed = false;
  bool hovered = false;
  ImVec2 min;
  ImVec2 max;
};

// An item that reports its label (tests find it by that) and draws nothing.
Press pressable(const char* label, ImVec2 size) {
  Press press;
  press.min = ImGui::GetCursorScreenPos();
  press.pressed = ImGui::InvisibleButton(label, size, ImGuiButtonFlags_EnableNav);
  press.hovered = ImGui::IsItemHovered();
  press.max = ImGui::GetItemRectMax();
  press.min = ImGui::GetItemRectMin();
  return press;
}

void logText(ImVec2 at, std::string_view text) {
  if (ImGui::GetCurrentContext()->LogEnabled) {
    ImGui::LogRenderedText(&at, first(text), last(text));
  }
}

// Text drawn by hand inside an item.
void inkAt(ImVec2 at, ImU32 color, std::string_view text) {
  ImGui::GetWindowDrawList()->AddText(at, color, first(text), last(text));
  logText(at, text);
}

// Drawing by hand passes by the alpha of BeginDisabled; it is put in here.
ImU32 alphaNow(ImU32 color) { return faded(color, ImGui::GetStyle().Alpha); }

}  // namespace

void plainText(const Theme& theme, float size, ImU32 color, std::string_view text) {
  const FontScope font(theme.fonts.ui, size);
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::TextUnformatted(first(text), last(text));
  ImGui::PopStyleColor();
}

void boldText(const Theme& theme, float size, ImU32 color, std::string_view text) {
  const FontScope font(theme.fonts.uiBold, size);
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::TextUnformatted(first(text), last(text));
  ImGui::PopStyleColor();
}

void wrappedText(const Theme& theme, float size, ImU32 color, std::string_view text) {
  ImGui::PushTextWrapPos(0);
  plainText(theme, size, color, text);
  ImGui::PopTextWrapPos();
}

// Draws without moving the cursor: rows and buttons place their parts themselves. A row shows the
// first words of a long quote; only these are looked at.
void textWithin(ImVec2 at, float width, ImU32 color, std::string_view text) {
  if (text.empty() || width <= 0) return;
  ImFont& font = *ImGui::GetFont();
  const float size = ImGui::GetFontSize();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImU32 shade = ImGui::GetColorU32(color);  // fainter while disabled
  const char* end = nullptr;
  // The library stops at a character that ends on the limit; here it still fits.
  font.CalcTextSizeA(size, width + 0.5F, 0, first(text), last(text), &end);
  const bool whole = end == last(text);
  ImVec2 ellipsis = at;
  if (!whole) {
    const float dots = font.GetFontBaked(size)->GetCharAdvance(font.EllipsisChar);
    ellipsis.x +=
        font.CalcTextSizeA(size, std::max(1.0F, width - dots), 0, first(text), last(text), &end).x;
    for (; end > first(text) && end[-1] == ' '; --end) {
      ellipsis.x -= font.CalcTextSizeA(size, FLT_MAX, 0, " ").x;
    }
  }
  const ImVec4 clip{at.x, at.y, at.x + width, at.y + size * 1.3F};
  draw.AddText(&font, size, at, shade, first(text), end, 0, whole ? nullptr : &clip);
  if (!whole) {
    font.RenderChar(&draw, size, {std::trunc(ellipsis.x), at.y}, shade, font.EllipsisChar, &clip);
  }
  if (ImGui::GetCurrentContext()->LogEnabled) {
    ImGui::LogRenderedText(&at, first(text), last(text));
  }
}

float textWidth(std::string_view text) { return ImGui::CalcTextSize(first(text), last(text)).x; }

void heading(const Theme& theme, std::string_view text, std::string_view key) {
  gap(theme.space.xs);
  boldText(theme, theme.size.secondary, theme.palette.secondary, text);
  if (key.empty()) return;
  ImGui::SameLine(0, theme.space.s);
  plainText(theme, theme.size.secondary, theme.palette.secondary, key);
}

void hairline(const Theme& theme) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(from, {from.x + width, from.y + theme.hairline},
                                            theme.palette.hairline);
  ImGui::Dummy({width, theme.hairline});
}

void gap(float height) {
  // The usual spacing would be added below it; a gap is exactly as high as it says.
  ImGui::PushStyleVarY(ImGuiStyleVar_ItemSpacing, 0);
  ImGui::Dummy({0, height});
  ImGui::PopStyleVar();
}

float buttonWidth(const Theme& theme, std::string_view label, std::string_view key) {
  float width = textWidth(shownPart(label)) + 2 * theme.space.m;
  if (!key.empty()) {
    const FontScope font(theme.fonts.ui, theme.size.secondary);
    width += textWidth(key) + theme.space.s;
  }
  return std::ceil(width);
}

bool button(const Theme& theme, const char* label, ButtonKind kind, std::string_view key,
            float width) {
  const FontScope font(theme.fonts.ui, theme.size.ui);
  if (width <= 0) width = buttonWidth(theme, label, key);
  const Press press = pressable(label, {width, buttonHeight(theme)});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Palette& palette = theme.palette;
  ImU32 ink = palette.text;
  if (kind == ButtonKind::primary) {
    draw.AddRectFilled(press.min, press.max,
                       alphaNow(press.hovered ? faded(palette.accent, 0.9F) : palette.accent),
                       theme.corner);
    ink = palette.onAccent;
  } else if (press.hovered) {
    draw.AddRectFilled(press.min, press.max, alphaNow(palette.hover), theme.corner);
  }
  if (kind == ButtonKind::plain) {
    draw.AddRect(press.min, press.max, alphaNow(palette.hairline), theme.corner, 0, theme.hairline);
  }
  const std::string_view shown = shownPart(label);
  const float top = std::round((press.min.y + press.max.y - theme.size.ui) * 0.5F);
  const float natural = buttonWidth(theme, label, key);
  const float left =
      std::round(press.min.x + std::max(0.0F, (width - natural) * 0.5F) + theme.space.m);
  // A name longer than the button is cut, its key is not.
  const float words = textWidth(shown) - std::max(0.0F, natural - width);
  textWithin({left, top}, std::ceil(words) + 1, ink, shown);
  if (!key.empty()) {
    const float after = left + words + theme.space.s;
    const FontScope small(theme.fonts.ui, theme.size.secondary);
    inkAt({after, top + (theme.size.ui - theme.size.secondary) * 0.6F},
          alphaNow(kind == ButtonKind::primary ? palette.onAccent : palette.secondary), key);
  }
  return press.pressed;
}

bool smallButton(const Theme& theme, const char* label) {
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const std::string_view shown = shownPart(label);
  const float pad = theme.space.xs;
  const Press press =
      pressable(label, {textWidth(shown) + 2 * pad, theme.size.secondary + 2 * pad});
  if (press.hovered) {
    ImGui::GetWindowDrawList()->AddRectFilled(press.min, press.max, alphaNow(theme.palette.hover),
                                              theme.corner * 0.66F);
  }
  inkAt({press.min.x + pad, press.min.y + pad}, alphaNow(theme.palette.accent), shown);
  return press.pressed;
}

// Rounded to a pill: a chip is on or off, a button does something.
bool chip(const Theme& theme, const char* label, std::string_view count, bool chosen) {
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const std::string_view shown = shownPart(label);
  const float pad = theme.space.s;
  const float height = theme.size.secondary + std::round(theme.px(9));
  float width = textWidth(shown) + 2 * pad;
  if (!count.empty()) width += textWidth(count) + theme.space.xs + 1;
  const Press press = pressable(label, {std::ceil(width), height});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Palette& palette = theme.palette;
  if (chosen || press.hovered) {
    draw.AddRectFilled(press.min, press.max, chosen ? palette.selection : palette.hover,
                       height * 0.5F);
  }
  draw.AddRect(press.min, press.max, chosen ? palette.accent : palette.hairline, height * 0.5F, 0,
               theme.hairline);
  const float top = std::round((press.min.y + press.max.y - theme.size.secondary) * 0.5F);
  inkAt({press.min.x + pad, top}, palette.text, shown);
  if (!count.empty()) {
    inkAt({press.min.x + pad + textWidth(shown) + theme.space.xs + 1, top}, palette.secondary,
          count);
  }
  return press.pressed;
}

float statusChipWidth(const Theme& theme, model::Status status, std::string_view count,
                      bool brief) {
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const float mark = 2 * std::round(theme.size.secondary * 0.46F) + theme.space.xs + 1;
  const float word = brief ? 0 : textWidth(model::info(status).word) + theme.space.xs + 1;
  return std::ceil(2 * theme.space.s + mark + word + textWidth(count));
}

bool statusChip(const Theme& theme, model::Status status, std::string_view count, bool chosen,
                bool brief) {
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const model::StatusInfo& row = model::info(status);
  const std::string label = std::string(row.word) + "##chip-" + std::string(row.id);
  const float pad = theme.space.s;
  const float mark = std::round(theme.size.secondary * 0.46F);
  const float height = theme.size.secondary + std::round(theme.px(9));
  const Press press =
      pressable(label.c_str(), {statusChipWidth(theme, status, count, brief), height});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Palette& palette = theme.palette;
  const ImU32 ground = chosen ? palette.selection : press.hovered ? palette.hover : palette.panel;
  draw.AddRectFilled(press.min, press.max, ground, height * 0.5F);
  draw.AddRect(press.min, press.max, chosen ? palette.accent : palette.hairline, height * 0.5F, 0,
               theme.hairline);
  drawStatusMark(draw, {press.min.x + pad + mark, (press.min.y + press.max.y) * 0.5F}, mark, status,
                 theme, ground);
  const float top = std::round((press.min.y + press.max.y - theme.size.secondary) * 0.5F);
  float left = press.min.x + pad + 2 * mark + theme.space.xs + 1;
  if (!brief) {
    inkAt({left, top}, palette.text, row.word);
    left += textWidth(row.word) + theme.space.xs + 1;
  }
  inkAt({left, top}, palette.secondary, count);
  if (brief) tooltip(theme, row.word);
  return press.pressed;
}

// Chips wrap like words: the pane is as wide as its owner made it.
void flow(float width, float spacing) {
  const ImGuiWindow& window = *ImGui::GetCurrentWindow();
  const float right = ImGui::GetItemRectMax().x + spacing + width;
  if (right <= window.WorkRect.Max.x) ImGui::SameLine(0, spacing);
}

void flowSmall(const Theme& theme, std::string_view label) {
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  flow(textWidth(shownPart(label)) + 2 * theme.space.xs, theme.space.xs);
}

bool statusButton(const Theme& theme, model::Status status, std::string_view key, bool chosen,
                  float width) {
  const FontScope font(theme.fonts.ui, theme.size.ui);
  const model::StatusInfo& row = model::info(status);
  const std::string label = std::string(row.word) + "##status-" + std::string(row.id);
  const Press press = pressable(label.c_str(), {width, theme.size.ui + std::round(theme.px(13))});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Palette& palette = theme.palette;
  const ImU32 color = statusColor(theme, status);
  const ImU32 ground = chosen ? palette.selection : press.hovered ? palette.hover : palette.panel;
  draw.AddRectFilled(press.min, press.max, alphaNow(ground), theme.corner);
  draw.AddRect(press.min, press.max, alphaNow(chosen ? color : palette.hairline), theme.corner, 0,
               chosen ? std::max(theme.hairline, theme.px(1.5F)) : theme.hairline);
  const float middle = (press.min.y + press.max.y) * 0.5F;
  const float mark = std::round(theme.size.ui * 0.46F);
  const float left = press.min.x + theme.space.s;
  drawStatusMark(draw, {left + mark, middle}, mark, status, theme, ground);
  const float top = std::round(middle - theme.size.ui * 0.5F);
  const float right = press.max.x - theme.space.s;
  float room = right - left - 2 * mark - theme.space.s;
  float keyWidth = 0;
  {
    const FontScope small(theme.fonts.ui, theme.size.secondary);
    keyWidth = textWidth(key);
  }
  // Where there is no room for both, the word is what counts.
  if (!key.empty() && textWidth(row.word) + keyWidth + theme.space.xs <= room) {
    const FontScope small(theme.fonts.ui, theme.size.secondary);
    inkAt({right - keyWidth, std::round(middle - theme.size.secondary * 0.5F)},
          alphaNow(palette.secondary), key);
    room -= keyWidth + theme.space.xs;
  }
  textWithin({left + 2 * mark + theme.space.s, top}, room, palette.text, row.word);
  return press.pressed;
}

bool radio(const Theme& theme, const std::string& id, std::string_view word, float width,
           bool chosen) {
  const float height = std::round(theme.size.ui + theme.px(13));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed =
      ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (chosen || ImGui::IsItemHovered()) {
    draw.AddRectFilled(at, {at.x + width, at.y + height},
                       chosen ? theme.palette.selection : theme.palette.hover, theme.corner);
  }
  const float radius = std::round(theme.px(6));
  const ImVec2 dot{at.x + theme.space.s + radius, at.y + height * 0.5F};
  draw.AddCircle(dot, radius, chosen ? theme.palette.accent : theme.palette.secondary, 0,
                 std::max(1.0F, theme.px(1.25F)));
  if (chosen) draw.AddCircleFilled(dot, radius * 0.5F, theme.palette.accent);
  const FontScope font(theme.fonts.ui, theme.size.ui);
  const float left = at.x + 2 * theme.space.s + 2 * radius;
  textWithin({left, std::round(at.y + (height - theme.size.ui) * 0.5F)},
             at.x + width - theme.space.s - left, theme.palette.text, word);
  return pressed;
}

bool beginCombo(const Theme& theme, const char* id, const std::string& shown) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();  // the list's own window is current once open
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ImGui::GetFrameHeight();
  ImGui::SetNextItemWidth(-1);
  const bool open = ImGui::BeginCombo(id, shown.c_str(),
                                      ImGuiComboFlags_NoArrowButton | ImGuiComboFlags_HeightLarge);
  const float reach = theme.px(4);
  const ImVec2 tip{at.x + width - theme.space.m - reach, at.y + height * 0.5F + reach * 0.5F};
  const std::array points{ImVec2{tip.x - reach, tip.y - reach}, tip,
                          ImVec2{tip.x + reach, tip.y - reach}};
  draw.AddPolyline(points.data(), static_cast<int>(points.size()), theme.palette.secondary, 0,
                   std::max(1.25F, theme.px(1.4F)));
  return open;
}

bool beginDialog(const Theme& theme, const char* id, std::string_view title, ImVec2 size,
                 bool& closed) {
  const ImGuiViewport& screen = *ImGui::GetMainViewport();
  const ImVec2 most{screen.WorkSize.x - 2 * theme.space.l, screen.WorkSize.y - 2 * theme.space.l};
  const ImVec2 wanted{std::min(size.x, most.x), size.y > 0 ? std::min(size.y, most.y) : 0};
  ImGui::SetNextWindowPos(
      {screen.WorkPos.x + screen.WorkSize.x * 0.5F, screen.WorkPos.y + screen.WorkSize.y * 0.46F},
      ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize(wanted, ImGuiCond_Always);
  ImGui::SetNextWindowSizeConstraints({wanted.x, 0}, {wanted.x, most.y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.xl, theme.space.xl});
  // A modal window is drawn as a window, not as a popup.
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.corner * 1.5F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.hairline);
  if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
  const bool open =
      ImGui::BeginPopupModal(id, nullptr,
                             ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                 ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(3);
  if (!open) return false;
  if (!title.empty()) {
    boldText(theme, theme.size.heading, theme.palette.text, title);
    gap(theme.space.s);
  }
  const bool beside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                      !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                              ImGuiHoveredFlags_AllowWhenBlockedByPopup |
                                              ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                      !ImGui::IsWindowAppearing();
  const bool innermost = ImGui::GetCurrentContext()->OpenPopupStack.Size ==
                         ImGui::GetCurrentContext()->BeginPopupStack.Size;
  if (innermost && (beside || ImGui::IsKeyPressed(ImGuiKey_Escape, false))) closed = true;
  return true;
}

void endDialog() { ImGui::EndPopup(); }

void progressBar(const Theme& theme, double fraction) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = std::round(theme.px(6));
  const float corner = height * 0.5F;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(at, {at.x + width, at.y + height}, theme.palette.hairline, corner);
  const auto done = static_cast<float>(std::clamp(fraction, 0.0, 1.0));
  draw.AddRectFilled(at, {at.x + width * done, at.y + height}, theme.palette.accent, corner);
  ImGui::Dummy({width, height});
}

// Only after a pause, and never in the way of a quick hand.
void tooltip(const Theme& theme, std::string_view text) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_DelayNormal)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.s, theme.space.s});
  if (ImGui::BeginTooltip()) {
    ImGui::PushTextWrapPos(theme.px(320));
    plainText(theme, theme.size.secondary, theme.palette.text, text);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

}  // namespace assay::ui
