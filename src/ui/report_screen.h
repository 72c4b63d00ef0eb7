// The Report screen: format and parts, how finished the article is, where it is written.
//
// Says how many items are unfinished before anything is written, and where the file is afterwards.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawReportScreen(const Model& model, UiState& state, CommandSink& sink);

/// A file name from a title: "council-votes-to-replace", without an extension; "report" when
/// nothing is left.
[[nodiscard]] std::string fileNameFor(std::string_view title);

/// Begins with the defaults of the article: its name, beside the store or where the last report
/// went.
void openReportScreen(const Model& model, UiState& state, const std::string& folder);

}  // namespace assay::ui
