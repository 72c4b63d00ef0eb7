// All sources of the store: what each is, what it is used for, what is missing about it.
//
// A source belongs to the store, not to an article, so correcting it here corrects it everywhere.
// Fields commit as those of an item do. The list is read from the store when it changed, not in
// every frame.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawSourcesScreen(const Model& model, UiState& state, CommandSink& sink);

void openSourcesScreen(UiState& state);

/// Commits what is typed about the source shown; false when something could not be stored.
[[nodiscard]] bool flushSource(SourcesState& sources, CommandSink& sink);

/// What a reader of the report would miss: "no date · no archived copy"; empty for nothing.
[[nodiscard]] std::string missingText(const model::Source& source);

}  // namespace assay::ui
