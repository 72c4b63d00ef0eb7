// The lines under words: one way of drawing for each line style of the status table.
//
// Told by its shape alone, also without colour. A dotted line under a page of words is thousands
// of dots; a stretch of each pattern is therefore painted into the font texture once, and a line is
// a few rectangles of it.
//
// Units: pixels on the screen. Ownership: has rectangles of the font texture of the current Dear
// ImGui context; they go with it. Thread: the window's.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>
#include <span>

#include "model/status.h"

namespace assay::ui {

class TextStrokes {
 public:
  /// Line widths and lengths follow the scale of the text.
  void use(float scale);

  /// Height from the top of a line to the top of the one drawn under it, for nested items.
  [[nodiscard]] float pitch() const;

  /// Draws a line of `style` from `left` to `right`, its upper edge at `top`. Styles none and
  /// struck draw nothing: a struck line goes through the words (strike).
  void stroke(ImDrawList& draw, float left, float right, float top, model::LineStyle style,
              ImU32 color) const;
  /// The line through the words of what was cut, `middle` being its height.
  void strike(ImDrawList& draw, float left, float right, float middle, ImU32 color) const;

 private:
  enum Pattern : std::uint8_t { dots, dashes, dashDots, thickDashes, waves, kPatterns };

  [[nodiscard]] float whole(float length) const;
  void paintBars(Pattern pattern, std::span<const float> parts, float height);
  void paintWaves();
  void drawPattern(ImDrawList& draw, float left, float right, float top, Pattern pattern,
                   ImU32 color) const;

  float scale_ = 1;
  const ImFontAtlas* atlas_ = nullptr;  // what the rectangles are in
  std::array<ImFontAtlasRectId, kPatterns> rects_{};
};

}  // namespace assay::ui
