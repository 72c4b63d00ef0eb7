// What is shown while no article is open: ways to begin, and the articles there are.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

/// `recent` are files opened lately, newest first; `sample` is false when it is not installed;
/// `problem` says why no store is open, or is empty.
struct StartInput {
  const std::vector<std::string>& recent;
  bool sample = false;
  std::string_view problem;
};
void drawStartScreen(const Model& model, UiState& state, CommandSink& sink,
                     const StartInput& input);

}  // namespace assay::ui
