// The fonts of a PDF: which letters were used, what they mean, and the file of each, cut down to
// them.
//
// A letter is shown by its number in the font's own file, so that pages can be written before it is
// known which letters will be needed. What a letter stands for may differ from place to place (a
// ligature, a blank of another width): then the same file is entered once more with other meanings,
// so that every reader gets back the very words. Fonts that cannot be cut down (variable ones,
// pictures) are drawn letter by letter (pdf_drawn_font.h). Holds references to Pango's fonts and to
// the file it writes to; one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/pdf_file.h"

using PangoFont = struct _PangoFont;  // NOLINT(readability-identifier-naming): not ours

namespace assay::report {

class PdfFonts {
 public:
  explicit PdfFonts(PdfFile& file);
  ~PdfFonts();
  PdfFonts(const PdfFonts&) = delete;
  PdfFonts& operator=(const PdfFonts&) = delete;

  /// A number for the face of `font`, whatever its size.
  [[nodiscard]] std::uint16_t face(PangoFont* font);

  /// How a letter is shown.
  struct Code {
    std::uint16_t font = 0;  ///< "F" and this is its name on the page
    std::uint16_t code = 0;
    bool wide = true;    ///< two bytes; else one
    double advance = 0;  ///< how far it moves the pen, in thousandths of the size
  };
  /// The code of a glyph that stands for `text` (nothing: it belongs to the one before).
  [[nodiscard]] Code code(std::uint16_t face, std::uint32_t glyph, std::string_view text);
  /// The blank of a face.
  [[nodiscard]] std::uint32_t blank(std::uint16_t face) const;
  /// Whether the machine has no bold of this face, so that it is drawn with an outline; the same
  /// for italics, drawn leaning.
  [[nodiscard]] bool emboldened(std::uint16_t face) const;
  [[nodiscard]] bool slanted(std::uint16_t face) const;

  /// Writes the fonts. What /Resources /Font is to be.
  [[nodiscard]] std::string finish();

 private:
  struct Face;
  struct Font;

  Code embeddedCode(Face& face, std::uint32_t glyph, std::string_view text);
  Code drawnCode(std::uint16_t face, std::uint32_t glyph, std::string_view text);
  std::size_t addFont(std::uint16_t face);
  void writeFace(Face& face, std::size_t place);

  PdfFile& file_;
  std::vector<std::unique_ptr<Face>> faces_;
  std::vector<std::unique_ptr<Font>> fonts_;
};

}  // namespace assay::report
