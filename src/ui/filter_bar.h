// What stands over the list: the search field, the chips of the filter with their counts, the
// order.
//
// Chips are shown for statuses that occur and for those chosen, so the bar stays small.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawFilterBar(const Model& model, UiState& state, CommandSink& sink);

/// Puts a status into the filter, or takes it out again.
void toggleStatus(app::Filter& filter, model::Status status);

}  // namespace assay::ui
