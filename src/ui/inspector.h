// The right pane: everything about the focused item, each field where it is edited.
//
// Texts commit by themselves (edit_field.h). With several items selected it shows what can be done
// to all of them at once. Not here: evidence (evidence_panel.h).
#pragma once

#include <string>
#include <vector>

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawInspector(const Model& model, UiState& state, CommandSink& sink);

/// Brings the fields up to the item's present values, keeping what is typed and not yet stored.
void loadFields(ItemFields& fields, const app::ItemDetail& detail);

/// Commits what is typed into the fields of one item. False when the store refused one: its
/// failure then stands at the field.
[[nodiscard]] bool flushFields(ItemFields& fields, CommandSink& sink);

/// What is typed into the fields and not stored.
[[nodiscard]] std::vector<std::string> unsavedTexts(const ItemFields& fields);

/// The note under the status when a verified item has fewer sources than the desk's rule asks for
/// (one primary or three secondary ones; a press release is never primary); else empty.
[[nodiscard]] std::string sufficiencyNote(const app::ItemDetail& detail);

}  // namespace assay::ui
