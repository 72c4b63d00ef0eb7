// The lines under words: one way of drawing for each line style of the status table.
//
// Told by its shape alone, also without colour. Draws only. Units: pixels on the screen.
#pragma once

#include <imgui.h>

#include "model/status.h"

namespace assay::ui {

/// Height from the top of a line to the top of the one drawn under it, for nested items.
[[nodiscard]] float strokePitch(float scale);

/// Draws a line of `style` from `left` to `right`, its upper edge at `top`. Styles none and struck
/// draw nothing: a struck line goes through the words (drawStrike).
void drawStroke(ImDrawList& draw, float left, float right, float top, model::LineStyle style,
                ImU32 color, float scale);

/// The line through the words of what was cut, `middle` being its height.
void drawStrike(ImDrawList& draw, float left, float right, float middle, ImU32 color, float scale);

}  // namespace assay::ui
