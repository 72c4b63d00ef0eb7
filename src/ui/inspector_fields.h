// The fields of the inspector, one function each: speaker, wording verdict, flags, texts.
//
// Each reads the focused item from the model and commits its own change.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

/// Who said it, and the way into the speaker picker.
void drawSpeaker(const Model& model, UiState& state);
/// The picker over the screen: the article's people, or a name typed in.
void drawSpeakerPicker(const Model& model, UiState& state, CommandSink& sink);
void drawWording(const Model& model, CommandSink& sink);
void drawFlags(const Model& model, CommandSink& sink);
void drawItemText(const Model& model, UiState& state, CommandSink& sink, ItemFieldId which);

/// A label in the secondary size over a field.
void fieldLabel(const Theme& theme, std::string_view text);

}  // namespace assay::ui
