// Fonts that no program can cut down for a PDF, as a font of drawings (Type 3, ISO 32000-1, 9.6.5).
//
// A letter becomes its outline, or a picture where it has colours or is only pixels. One font holds
// at most 255 of them. Thread: one; owns nothing that it is given.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/pdf_file.h"

using PangoFont = struct _PangoFont;  // NOLINT(readability-identifier-naming): not ours
using hb_font_t = struct hb_font_t;

namespace assay::report {

/// A letter of such a font: its number in the font's file, its width in units of the font.
struct DrawnGlyph {
  std::uint32_t glyph = 0;
  int advance = 0;
};

constexpr std::size_t kMostDrawn = 255;

/// Writes the font as object `number`; its codes are 1 and up, in the order of `glyphs`. `outlines`
/// is the font without a size.
void writeDrawnFont(PdfFile& file, int number, PangoFont* font, hb_font_t* outlines,
                    const std::vector<DrawnGlyph>& glyphs, int toUnicode);

}  // namespace assay::report
