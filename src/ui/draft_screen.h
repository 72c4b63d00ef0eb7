// A new draft: five baskets, the differences in words, and what waits for a person.
//
// Shown after a new draft was taken in, and again whenever it is asked for. Accepting is one step
// of undo each, and one for all clear ones together. Read from the store when it changed, not in
// every frame.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawDraftScreen(const Model& model, UiState& state, CommandSink& sink);

void openDraftScreen(UiState& state);
/// The same with what a job has compared already; `revision` is the store's.
void openDraftScreen(UiState& state, app::DraftView view, std::uint64_t revision);

}  // namespace assay::ui
