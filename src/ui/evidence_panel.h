// The part of the inspector that holds an item's evidence: the list, and the form that adds to it.
//
// The form is kept with its item until it is added or given up, also when the selection moves on.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawEvidence(const Model& model, UiState& state, CommandSink& sink);

/// Opens the form for new evidence of the focused item and asks for the keyboard.
void openEvidenceForm(const Model& model, UiState& state);

/// The web address to open for an item: the first of its sources that has one; else empty.
[[nodiscard]] std::string sourceAddress(const app::ItemDetail& detail);

}  // namespace assay::ui
