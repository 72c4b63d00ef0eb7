// The left pane: search, filter chips, and every item of the article in one clipped list.
//
// Draws only the rows that can be seen. Says how many items a filter hides, always.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawListPane(const Model& model, UiState& state, CommandSink& sink);

/// "12 hidden by filter", or empty when all items are shown.
[[nodiscard]] std::string hiddenText(const app::ArticleView& view, const Shown& shown);

/// How much a claim is worth checking, in a word: "high", "medium", "low".
[[nodiscard]] std::string_view worthWord(double score);

}  // namespace assay::ui
