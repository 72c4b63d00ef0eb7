#include "ui/article_painter.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/utf8.h"
#include "model/item.h"
#include "model/status.h"

namespace assay::ui {

namespace {

using base::Span;

constexpr float kHiddenAlpha = 0.4F;

// Tints span the letters, not the whole line: between the lines the paper shows.
struct Band {
  float top = 0;
  float bottom = 0;
};

Band bandOf(const Scene& scene, const TextLine& line) {
  const float type = scene.style.of(line.role).type;
  const float base = scene.origin.y + line.y + scene.style.baseline(line.role);
  return {base - std::round(type * 0.98F), base + std::round(type * 0.38F)};
}

void paintTint(ImDrawList& draw, const Scene& scene, Span span, ImU32 color, float rounding) {
  for (const LineRect& rect : scene.layout.rects(span, scene.first, scene.last)) {
    const TextLine& line = scene.layout.lines()[rect.line];
    const Band band = bandOf(scene, line);
    draw.AddRectFilled({scene.origin.x + rect.left - 1, band.top},
                       {scene.origin.x + rect.right + 1, band.bottom}, color, rounding);
  }
}

// Only those on the screen: a long article has thousands.
void paintSorted(ImDrawList& draw, const Scene& scene, std::span<const Span> spans, ImU32 color) {
  const Span seen = sceneSpan(scene);
  auto at = std::partition_point(spans.begin(), spans.end(),
                                 [&](const Span& span) { return span.end <= seen.begin; });
  for (; at != spans.end() && at->begin < seen.end; ++at) paintTint(draw, scene, *at, color, 0);
}

// A bar with a knob at one end of an item, to be taken with the mouse.
void paintHandle(ImDrawList& draw, const Scene& scene, std::size_t byte, bool begin) {
  // The end belongs to the line of the last character, not to the one the next word is on.
  const std::size_t line = scene.layout.lineOf(begin ? byte : byte - 1);
  if (line < scene.first || line >= scene.last) return;
  const Band band = bandOf(scene, scene.layout.lines()[line]);
  const float x = std::round(scene.origin.x + scene.layout.xOf(line, byte));
  const float half = std::max(1.0F, std::round(scene.theme.px(1)));
  const ImU32 color = scene.theme.palette.accent;
  draw.AddRectFilled({x - half, band.top}, {x + half, band.bottom}, color);
  draw.AddCircleFilled({x, begin ? band.top : band.bottom}, scene.theme.px(3.5F), color);
}

// Where a line must be drawn in pieces: characters that leave no mark, and words that were cut.
bool looksPlain(std::string_view line) {
  return std::none_of(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 32 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
  });
}

std::vector<Span> cutSpans(const Scene& scene) {
  std::vector<Span> out;
  for (const Mark& mark : scene.marks.near(sceneSpan(scene))) {
    if (scene.view.rows[mark.row].status == model::Status::cut) out.push_back(mark.span);
  }
  return out;
}

bool inAny(const std::vector<Span>& spans, std::size_t byte) {
  return std::any_of(spans.begin(), spans.end(),
                     [byte](const Span& span) { return span.contains(byte); });
}

// A line with something out of the ordinary in it, run by run.
void paintRuns(ImDrawList& draw, const Scene& scene, const TextLine& line, ImVec2 at,
               const std::vector<Span>& cut) {
  const std::string& text = scene.layout.text();
  const RoleStyle& style = scene.style.of(line.role);
  const ImU32 cutColor = scene.theme.palette.secondary;
  float x = at.x;
  float runX = x;
  std::size_t runBegin = line.begin;
  bool runCut = inAny(cut, line.begin);
  const auto flush = [&](std::size_t end) {
    if (end <= runBegin) return;
    draw.AddText(style.font, style.size, {runX, at.y}, runCut ? cutColor : style.color,
                 text.data() + runBegin, text.data() + end);
  };
  for (std::size_t pos = line.begin; pos < line.end;) {
    const base::CodePoint c = base::codePointAt(text, pos);
    const bool isCut = inAny(cut, pos);
    if (isUndrawn(c.value)) {
      flush(pos);
      x += scene.layout.advance(line.role, c.value);
      runBegin = pos + c.length;
      runX = x;
      runCut = isCut;
    } else {
      if (isCut != runCut) {
        flush(pos);
        runBegin = pos;
        runX = x;
        runCut = isCut;
      }
      x += scene.layout.advance(line.role, c.value);
    }
    pos += c.length;
  }
  flush(line.end);
}

}  // namespace

Span sceneSpan(const Scene& scene) {
  if (scene.first >= scene.last) return {};
  return {scene.layout.lines()[scene.first].begin, scene.layout.lines()[scene.last - 1].end};
}

bool isSelected(const Scene& scene, std::size_t row) {
  return row < scene.selectedRows.size() && scene.selectedRows[row] != 0;
}

bool isHidden(const Scene& scene, std::size_t row) {
  return row < scene.shown.positionOfRow.size() && scene.shown.positionOfRow[row] == kNowhere;
}

ImU32 markColor(const Scene& scene, std::size_t row) {
  const ImU32 color = statusColor(scene.theme, scene.view.rows[row].status);
  return isHidden(scene, row) && !isSelected(scene, row) ? faded(color, kHiddenAlpha) : color;
}

void paintTints(ImDrawList& draw, const Scene& scene) {
  const float rounding = std::round(scene.theme.px(2));
  const Palette& palette = scene.theme.palette;
  const Span seen = sceneSpan(scene);
  paintSorted(draw, scene, scene.missed, palette.missed);
  for (const Mark& mark : scene.marks.near(seen)) {
    // While its ends are dragged the item is shown where it would stand.
    if (mark.row == scene.focusRow && !scene.moving.empty()) continue;
    if (isSelected(scene, mark.row)) {
      paintTint(draw, scene, mark.span, palette.selection, rounding);
    }
  }
  const auto from = std::partition_point(scene.hits.begin(), scene.hits.end(),
                                         [&](const Span& hit) { return hit.end <= seen.begin; });
  for (auto hit = from; hit != scene.hits.end() && hit->begin < seen.end; ++hit) {
    const bool now = static_cast<std::size_t>(hit - scene.hits.begin()) == scene.hit;
    paintTint(draw, scene, *hit, now ? palette.findNow : palette.find, rounding);
  }
  if (!scene.selection.empty()) {
    // Its own colour: selected words must not pass for a selected item.
    paintTint(draw, scene, scene.selection, faded(palette.accent, 0.28F), 0);
  }
  for (const Span& span : scene.moving) paintTint(draw, scene, span, palette.selection, rounding);
  if (scene.edges && scene.focusRow < scene.view.rows.size()) {
    const std::vector<Span>& own = scene.view.rows[scene.focusRow].spans;
    const std::span<const Span> spans =
        scene.moving.empty() ? std::span<const Span>(own) : scene.moving;
    if (!spans.empty()) {
      paintHandle(draw, scene, spans.front().begin, true);
      paintHandle(draw, scene, spans.back().end, false);
    }
  }
}

void paintStrokes(ImDrawList& draw, const Scene& scene) {
  const TextStrokes& strokes = scene.strokes;
  for (const Mark& mark : scene.marks.near(sceneSpan(scene))) {
    const model::LineStyle look = model::info(scene.view.rows[mark.row].status).line;
    if (look == model::LineStyle::none) continue;
    const ImU32 color = markColor(scene, mark.row);
    for (const LineRect& rect : scene.layout.rects(mark.span, scene.first, scene.last)) {
      const TextLine& line = scene.layout.lines()[rect.line];
      const float left = scene.origin.x + rect.left;
      const float right = scene.origin.x + rect.right;
      const float base = scene.origin.y + line.y + scene.style.baseline(line.role);
      if (look == model::LineStyle::struck) {
        const float middle = base - scene.style.of(line.role).type * 0.26F;
        strokes.strike(draw, left, right, middle, color);
      } else {
        const float under = std::round(base + scene.theme.px(3));
        strokes.stroke(draw, left, right, under + strokes.pitch() * static_cast<float>(mark.lane),
                       look, color);
      }
    }
  }
}

void paintQuoteBars(ImDrawList& draw, const Scene& scene) {
  const float x = scene.origin.x - std::round(scene.theme.px(12));
  for (const Mark& mark : scene.marks.near(sceneSpan(scene))) {
    if (!model::isQuote(scene.view.rows[mark.row].kind)) continue;
    const std::size_t from = std::max(scene.first, scene.layout.lineOf(mark.span.begin));
    const std::size_t to = std::min(scene.last, scene.layout.lineOf(mark.span.end - 1) + 1);
    if (from >= to) continue;
    const bool selected = isSelected(scene, mark.row);
    const float width = std::round(scene.theme.px(selected ? 3 : 2));
    const Band top = bandOf(scene, scene.layout.lines()[from]);
    const Band bottom = bandOf(scene, scene.layout.lines()[to - 1]);
    const ImU32 color = markColor(scene, mark.row);
    draw.AddRectFilled({x, top.top}, {x + width, bottom.bottom},
                       selected ? scene.theme.palette.accent : faded(color, 0.55F));
  }
}

void paintText(ImDrawList& draw, const Scene& scene) {
  const std::string& text = scene.layout.text();
  const std::vector<Span> cut = cutSpans(scene);
  for (std::size_t n = scene.first; n < scene.last; ++n) {
    const TextLine& line = scene.layout.lines()[n];
    const RoleStyle& style = scene.style.of(line.role);
    const ImVec2 at{scene.origin.x + line.x,
                    scene.origin.y + line.y + scene.style.textTop(line.role)};
    const Span span{line.begin, line.end};
    const bool touched = std::any_of(cut.begin(), cut.end(),
                                     [&span](const Span& part) { return part.overlaps(span); });
    if (touched || !looksPlain(span.of(text))) {
      paintRuns(draw, scene, line, at, cut);
    } else {
      draw.AddText(style.font, style.size, at, style.color, text.data() + line.begin,
                   text.data() + line.end);
    }
  }
}

}  // namespace assay::ui
