// Choosing a file where the desktop has no dialog of its own: one folder at a time.
//
// Lists by Desktop::listFolder; opens nothing itself.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawFileBrowser(const Model& model, UiState& state, CommandSink& sink);

/// Begins in a folder.
/// `attachTo`: what is chosen is kept with this source instead of being opened; `forDraft`: it is
/// taken in as a new draft.
void openFileBrowser(UiState& state, const std::filesystem::path& folder,
                     const model::SourceId& attachTo = {}, bool forDraft = false);

}  // namespace assay::ui
