// All queries of the store, by the person to ask: who has not been asked, who has not answered.
//
// Each query leads to its items; what goes to one person is copied in one go, for a mail or a call.
// Read from the store when it changed, not in every frame. Call sheets are a report
// (report_screen.h).
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawQueriesScreen(const Model& model, UiState& state, CommandSink& sink);

void openQueriesScreen(UiState& state);

}  // namespace assay::ui
