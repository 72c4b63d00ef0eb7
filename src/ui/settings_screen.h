// The settings: theme, text size, motion, and the file that holds them and everybody's keys.
//
// Changes at once and keeps what was changed; there is nothing to confirm.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawSettings(const Model& model, UiState& state, CommandSink& sink);

}  // namespace assay::ui
