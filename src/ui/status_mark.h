// The mark of a status as a small drawing, crisp at every size and in every font.
//
// Not here: the glyph as text (model::StatusInfo::glyph, for reports and terminals) and the line
// under the words (article pane). Draws only; takes no input. Units: pixels.
#pragma once

#include <imgui.h>

#include "model/status.h"
#include "ui/theme.h"

namespace assay::ui {

/// Draws the mark of `status` into a circle. `ground` is the colour it stands on: the sign inside
/// a filled mark is cut out in it.
void drawStatusMark(ImDrawList& draw, ImVec2 center, float radius, model::Status status,
                    const Theme& theme, ImU32 ground);

/// The same at the cursor, as an item of one line's height.
void statusMarkItem(model::Status status, const Theme& theme, ImU32 ground);

}  // namespace assay::ui
