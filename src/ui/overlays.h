// Dialogs over the three panes: command palette, all keys, articles, history, import.
//
// One is open at a time (UiState::overlay); each closes itself on Esc or a click beside it. Not
// here: the report screen, the file browser and the speaker picker, which have their own files.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

/// Every command that makes sense now, by name.
void drawPalette(const Model& model, UiState& state, CommandSink& sink);
/// The cheat sheet, drawn from the key table.
void drawKeySheet(const Model& model, UiState& state);
void drawArticleChoice(const Model& model, UiState& state, CommandSink& sink);
void drawHistory(const Model& model, UiState& state);
void drawJob(const Model& model, UiState& state, CommandSink& sink);
void drawImported(const Model& model, UiState& state, CommandSink& sink);

/// True when a command of this row can be given now.
[[nodiscard]] bool possible(const Model& model, const KeyRow& row);

/// One line of a history in words: "14:02 · desk · status: unchecked → verified".
[[nodiscard]] std::string historyLine(const store::HistoryEntry& entry);

}  // namespace assay::ui
