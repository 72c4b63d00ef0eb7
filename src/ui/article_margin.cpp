#include "ui/article_margin.h"

#include <fmt/format.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>

#include "model/item.h"
#include "model/status.h"
#include "ui/status_mark.h"

namespace assay::ui {

namespace {

constexpr float kMarkRadius = 6;
constexpr float kMarkGap = 4;

float textWide(const RoleStyle& style, std::string_view text) {
  const char* end = text.data() + text.size();
  return style.font->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), end).x;
}

// "Q3 · direct quote · verified · Marit Halloway"
std::string tip(const app::ItemRow& row) {
  std::string out = fmt::format("{} · {} · {}", row.number, model::info(row.kind).word,
                                model::info(row.status).word);
  if (!row.speaker.empty()) out += " · " + row.speaker;
  return out;
}

std::string tip(const Scene& scene, const MarginLabel& label) {
  std::string out;
  for (const std::size_t row : label.rows) {
    if (!out.empty()) out += '\n';
    out += tip(scene.view.rows[row]);
  }
  return out;
}

void paintLabel(ImDrawList& draw, const Scene& scene, const MarginLabel& label, ImVec2 min,
                ImVec2 max) {
  const Theme& theme = scene.theme;
  const std::size_t row = label.rows.front();
  const bool one = label.rows.size() == 1;
  const bool selected = std::any_of(label.rows.begin(), label.rows.end(),
                                    [&scene](std::size_t r) { return isSelected(scene, r); });
  const float middle = std::floor((min.y + max.y) / 2);
  const std::string text =
      one ? scene.view.rows[row].number : fmt::format("+{}", label.rows.size());
  const RoleStyle& style = selected ? scene.style.labelBold : scene.style.label;
  if (selected) {
    draw.AddRectFilled(min, max, theme.palette.selection, std::round(theme.px(4)));
  } else if (ImGui::IsItemHovered()) {
    draw.AddRectFilled(min, max, theme.palette.hover, std::round(theme.px(4)));
  }
  const float radius = std::round(theme.px(kMarkRadius));
  float x = min.x + std::round(theme.px(kMarkGap));
  if (one) {
    drawStatusMark(draw, {x + radius, middle}, radius, scene.view.rows[row].status, theme,
                   selected ? theme.palette.selection : theme.palette.ground);
    x += 2 * radius + std::round(theme.px(kMarkGap));
  }
  const bool hidden = one && isHidden(scene, row) && !selected;
  const ImU32 color = hidden ? faded(style.color, 0.6F) : style.color;
  draw.AddText(style.font, style.size, {x, std::floor(middle - style.size / 2)}, color, text.data(),
               text.data() + text.size());
}

}  // namespace

std::vector<MarginLabel> placeLabels(std::span<const std::size_t> rows, std::size_t columns,
                                     std::size_t lines) {
  std::vector<MarginLabel> out;
  if (rows.empty() || columns == 0 || lines == 0) return out;
  const std::size_t room = columns * lines;
  const std::size_t labels = std::min(room, rows.size());
  const std::size_t usedLines = (labels + columns - 1) / columns;
  for (std::size_t n = 0; n < labels; ++n) {
    MarginLabel label;
    label.line = n / columns;
    label.lines = usedLines;
    // In reading order from left to right, the last of a row next to the text.
    const std::size_t inRow = std::min(columns, labels - label.line * columns);
    label.column = inRow - 1 - n % columns;
    const bool gathers = n + 1 == labels && rows.size() > room;
    const auto part = gathers ? rows.subspan(n) : rows.subspan(n, 1);
    label.rows.assign(part.begin(), part.end());
    out.push_back(std::move(label));
  }
  return out;
}

float marginLabelWidth(const Theme& theme, const PageStyle& style) {
  const float mark = 2 * std::round(theme.px(kMarkRadius));
  return mark + 3 * std::round(theme.px(kMarkGap)) + std::ceil(textWide(style.labelBold, "C888"));
}

std::optional<std::size_t> drawMarginLabels(const Scene& scene, const MarginPlace& place) {
  std::optional<std::size_t> clicked;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  // Two labels fit the height of a line of body text.
  const float bodyLine = scene.style.metricsOf(model::BlockRole::body).line;
  const float labelHeight = std::floor(std::min(scene.style.label.type * 1.25F, bodyLine / 2));
  for (std::size_t n = scene.first; n < scene.last; ++n) {
    const TextLine& line = scene.layout.lines()[n];
    // Up to the next line's first byte: an item may begin with the blank of a break.
    const std::size_t end =
        n + 1 < scene.layout.lines().size() ? scene.layout.lines()[n + 1].begin : line.end;
    const std::vector<std::size_t> rows = scene.marks.startingIn({line.begin, end});
    if (rows.empty()) continue;
    const auto fit =
        static_cast<std::size_t>(std::max(1.0F, std::floor(line.height / labelHeight)));
    for (const MarginLabel& label : placeLabels(rows, place.columns, fit)) {
      const float height = label.lines > 1 ? labelHeight : std::min(line.height, labelHeight + 4);
      const float block = height * static_cast<float>(label.lines);
      const float top = scene.origin.y + line.y + std::floor((line.height - block) / 2) +
                        height * static_cast<float>(label.line);
      const float left = place.right - place.labelWidth * static_cast<float>(label.column + 1);
      const app::ItemRow& row = scene.view.rows[label.rows.front()];
      ImGui::SetCursorScreenPos({left, top});
      const bool one = label.rows.size() == 1;
      const std::string id = fmt::format("##{}-{}", one ? "mark" : "marks", row.number);
      if (ImGui::InvisibleButton(id.c_str(), {place.labelWidth, height})) {
        clicked = clickedRow(label.rows, scene.focusRow);
      }
      paintLabel(draw, scene, label, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
      if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      if (ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) {
        ImGui::SetTooltip("%s", tip(scene, label).c_str());
      }
    }
  }
  return clicked;
}

}  // namespace assay::ui
