// The fonts of the workbench, found by fontconfig and put into Dear ImGui's atlas.
//
// Inter for the interface, Noto Serif for the article, DejaVu behind both for what they lack. What
// a machine does not have is replaced by the next best, at last by Dear ImGui's embedded font, so
// that the workbench opens everywhere. Glyphs are drawn when they are first needed, at any size.
//
// Ownership: LoadedFonts holds the files' bytes and must outlive the ImGui context's atlas.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/theme.h"

namespace assay::platform {

struct LoadedFonts {
  ui::Fonts fonts;
  std::vector<std::unique_ptr<std::string>> files;  ///< bytes the atlas points into
  /// What cannot be drawn with the fonts of this machine, and what to do; empty when all can.
  std::string problem;
};

/// Fills the atlas of the current ImGui context.
[[nodiscard]] LoadedFonts loadFonts();

}  // namespace assay::platform
