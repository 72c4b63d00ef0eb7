// The bar at the top (article, progress, what was saved), the failures under it, and the line of
// keys at the bottom.
#pragma once

#include "app/coverage.h"
#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

[[nodiscard]] float topBarHeight(const Theme& theme);
[[nodiscard]] float hintLineHeight(const Theme& theme);

void drawTopBar(const Model& model, UiState& state, CommandSink& sink);
/// Sentences that stay until they are dismissed; takes no height when there are none.
void drawFailures(const Model& model, UiState& state);
void drawHintLine(const Model& model, const UiState& state, CommandSink& sink);

/// How much of the article's words somebody has checked, and a way to put the tint away.
void drawCoverageStrip(const Model& model, const app::Coverage& coverage, UiState& state);

/// "14 of 31 checked".
[[nodiscard]] std::string progressText(std::size_t settled, std::size_t all);

}  // namespace assay::ui
