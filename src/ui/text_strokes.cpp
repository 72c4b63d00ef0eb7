#include "ui/text_strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace assay::ui {

namespace {

using model::LineStyle;

// Whole device pixels: a line of one and a half is a smear.
float whole(float length, float scale) { return std::max(1.0F, std::round(length * scale)); }

// A pattern of strokes and gaps, repeated; all at one height.
void drawPattern(ImDrawList& draw, float left, float right, float top, float height,
                 std::span<const float> pattern, ImU32 color) {
  // The pattern hangs on the page, not on the mark: where two lines of text carry the same mark
  // their dots stand in step.
  float period = 0;
  for (const float part : pattern) period += part;
  for (float at = std::floor(left / period) * period; at < right; at += period) {
    float x = at;
    for (std::size_t n = 0; n < pattern.size(); n += 2) {
      const float from = std::max(x, left);
      const float to = std::min(x + pattern[n], right);
      if (to > from) draw.AddRectFilled({from, top}, {to, top + height}, color);
      x += pattern[n] + pattern[n + 1];
    }
  }
}

void drawWave(ImDrawList& draw, float left, float right, float top, ImU32 color, float scale) {
  const float half = whole(3, scale);
  const float rise = whole(2.5F, scale);
  // Hung on the page as the patterns are.
  auto step = static_cast<long>(std::floor(left / half));
  draw.PathClear();
  for (float x = left; x < right; ++step) {
    x = std::clamp(static_cast<float>(step) * half, left, right);
    draw.PathLineTo({x, top + 0.5F + (step % 2 == 0 ? 0.0F : rise)});
  }
  draw.PathStroke(color, 0, 1.2F * scale);
}

}  // namespace

float strokePitch(float scale) { return whole(4, scale); }

void drawStroke(ImDrawList& draw, float left, float right, float top, LineStyle style, ImU32 color,
                float scale) {
  if (right <= left) return;
  const float hair = whole(1, scale);
  const float thick = whole(2, scale);
  const auto bar = [&](float y, float height) {
    draw.AddRectFilled({left, y}, {right, y + height}, color);
  };
  switch (style) {
    case LineStyle::dotted: {
      const std::array pattern{hair, whole(2, scale)};
      drawPattern(draw, left, right, top, hair, pattern, color);
      break;
    }
    case LineStyle::dashed: {
      const std::array pattern{whole(5, scale), whole(3, scale)};
      drawPattern(draw, left, right, top, hair, pattern, color);
      break;
    }
    case LineStyle::thin: bar(top, hair); break;
    case LineStyle::doubled:
      bar(top, hair);
      bar(top + hair + whole(1, scale), hair);
      break;
    case LineStyle::wavy: drawWave(draw, left, right, top, color, scale); break;
    case LineStyle::thick: bar(top, thick); break;
    case LineStyle::dashDot: {
      const std::array pattern{whole(6, scale), whole(2, scale), hair, whole(2, scale)};
      drawPattern(draw, left, right, top, hair, pattern, color);
      break;
    }
    case LineStyle::dashedThick: {
      const std::array pattern{whole(7, scale), whole(3, scale)};
      drawPattern(draw, left, right, top, thick, pattern, color);
      break;
    }
    case LineStyle::none:
    case LineStyle::struck: break;
  }
}

void drawStrike(ImDrawList& draw, float left, float right, float middle, ImU32 color, float scale) {
  if (right <= left) return;
  const float hair = whole(1, scale);
  draw.AddRectFilled({left, std::round(middle)}, {right, std::round(middle) + hair}, color);
}

}  // namespace assay::ui
