#include "ui/text_strokes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace assay::ui {

namespace {

using model::LineStyle;

constexpr int kStretch = 240;  // pixels of a pattern in the texture, at least
constexpr float kWaveWidth = 1.2F;

/// A rectangle of the font texture while it is painted.
class Canvas {
 public:
  Canvas(ImFontAtlas& atlas, const ImFontAtlasRect& rect) : texture_(*atlas.TexData), rect_(rect) {
    for (int y = 0; y < rect.h; ++y) {
      for (int x = 0; x < rect.w; ++x) set(x, y, 0);
    }
  }
  void set(int x, int y, float cover) {
    auto* pixel = static_cast<std::uint8_t*>(texture_.GetPixelsAt(rect_.x + x, rect_.y + y));
    const auto alpha = static_cast<std::uint8_t>(std::lround(std::clamp(cover, 0.0F, 1.0F) * 255));
    // White under an alpha, or the alpha alone, as the texture is.
    if (texture_.BytesPerPixel == 4) pixel = std::fill_n(pixel, 3, std::uint8_t{255});
    *pixel = alpha;
  }

 private:
  ImTextureData& texture_;
  const ImFontAtlasRect& rect_;
};

}  // namespace

// Whole device pixels: a line of one and a half is a smear.
float TextStrokes::whole(float length) const { return std::max(1.0F, std::round(length * scale_)); }

void TextStrokes::use(float scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (&atlas == atlas_ && scale == scale_ && atlas.GetCustomRect(rects_[0], nullptr)) return;
  if (&atlas == atlas_) {
    for (const ImFontAtlasRectId rect : rects_) atlas.RemoveCustomRect(rect);
  }
  atlas_ = &atlas;
  scale_ = scale;
  const float hair = whole(1);
  const float gap = whole(2);
  paintBars(dots, std::array{hair, gap}, hair);
  paintBars(dashes, std::array{whole(5), whole(3)}, hair);
  paintBars(dashDots, std::array{whole(6), gap, hair, gap}, hair);
  paintBars(thickDashes, std::array{whole(7), whole(3)}, gap);
  paintWaves();
}

// Strokes and gaps by turns, as often as the stretch asks for.
void TextStrokes::paintBars(Pattern pattern, std::span<const float> parts, float height) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  int period = 0;
  for (const float part : parts) period += static_cast<int>(part);
  ImFontAtlasRect rect;
  rects_[pattern] =
      atlas.AddCustomRect((kStretch / period + 1) * period, static_cast<int>(height), &rect);
  if (rects_[pattern] == ImFontAtlasRectId_Invalid) return;
  Canvas canvas(atlas, rect);
  for (int x = 0; x < rect.w;) {
    for (std::size_t n = 0; n < parts.size(); ++n) {
      for (const int end = x + static_cast<int>(parts[n]); x < end; ++x) {
        if (n % 2 != 0) continue;
        for (int y = 0; y < rect.h; ++y) canvas.set(x, y, 1);
      }
    }
  }
}

// Up and down by turns; a pixel is covered as far as it is near the line.
void TextStrokes::paintWaves() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const auto half = static_cast<int>(whole(3));
  const float rise = whole(2.5F);
  const float width = kWaveWidth * scale_;
  ImFontAtlasRect rect;
  rects_[waves] = atlas.AddCustomRect((kStretch / (2 * half) + 1) * 2 * half,
                                      static_cast<int>(std::ceil(rise + width)) + 1, &rect);
  if (rects_[waves] == ImFontAtlasRectId_Invalid) return;
  Canvas canvas(atlas, rect);
  // How much longer the way is along the slope than across it.
  const float slope = std::hypot(rise, static_cast<float>(half)) / static_cast<float>(half);
  for (int x = 0; x < rect.w; ++x) {
    const float along = (static_cast<float>(x % half) + 0.5F) / static_cast<float>(half);
    const float line = rise * ((x / half) % 2 == 0 ? along : 1 - along) + width * 0.5F;
    for (int y = 0; y < rect.h; ++y) {
      const float away = std::abs(static_cast<float>(y) + 0.5F - line) / slope;
      canvas.set(x, y, width * 0.5F + 0.5F - away);
    }
  }
}

// The pattern hangs on the page, not on the mark: where two lines of text carry the same mark their
// dots stand in step.
void TextStrokes::drawPattern(ImDrawList& draw, float left, float right, float top, Pattern pattern,
                              ImU32 color) const {
  ImFontAtlasRect rect;
  const bool painted = ImGui::GetIO().Fonts->GetCustomRect(rects_[pattern], &rect);
  if (!painted) {
    // The texture is full: a plain line is better than none.
    draw.AddRectFilled({left, top}, {right, top + whole(1)}, color);
    return;
  }
  const auto stretch = static_cast<float>(rect.w);
  const auto u = [&](float at) { return rect.uv0.x + (rect.uv1.x - rect.uv0.x) * at / stretch; };
  const float begin = std::floor(left / stretch);
  const auto pieces = static_cast<int>(std::ceil(right / stretch) - begin);
  draw.PrimReserve(6 * pieces, 4 * pieces);
  for (int piece = 0; piece < pieces; ++piece) {
    const float at = (begin + static_cast<float>(piece)) * stretch;
    const float from = std::max(left, at);
    const float to = std::min(right, at + stretch);
    draw.PrimRectUV({from, top}, {to, top + static_cast<float>(rect.h)}, {u(from - at), rect.uv0.y},
                    {u(to - at), rect.uv1.y}, color);
  }
}

float TextStrokes::pitch() const { return whole(4); }

void TextStrokes::stroke(ImDrawList& draw, float left, float right, float top, LineStyle style,
                         ImU32 color) const {
  if (right <= left) return;
  const float hair = whole(1);
  const auto bar = [&](float y, float height) {
    draw.AddRectFilled({left, y}, {right, y + height}, color);
  };
  switch (style) {
    case LineStyle::dotted: drawPattern(draw, left, right, top, dots, color); break;
    case LineStyle::dashed: drawPattern(draw, left, right, top, dashes, color); break;
    case LineStyle::thin: bar(top, hair); break;
    case LineStyle::doubled:
      bar(top, hair);
      bar(top + hair + whole(1), hair);
      break;
    case LineStyle::wavy: drawPattern(draw, left, right, top, waves, color); break;
    case LineStyle::thick: bar(top, whole(2)); break;
    case LineStyle::dashDot: drawPattern(draw, left, right, top, dashDots, color); break;
    case LineStyle::dashedThick: drawPattern(draw, left, right, top, thickDashes, color); break;
    case LineStyle::none:
    case LineStyle::struck: break;
  }
}

void TextStrokes::strike(ImDrawList& draw, float left, float right, float middle,
                         ImU32 color) const {
  if (right <= left) return;
  draw.AddRectFilled({left, std::round(middle)}, {right, std::round(middle) + whole(1)}, color);
}

}  // namespace assay::ui
