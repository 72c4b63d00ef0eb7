// The drawing of one page of a PDF: letters, boxes and lines as operators (ISO 32000-1, 8 and 9).
//
// All of it is marked: as words with their number in the structure (pdf_structure.h), or as
// furniture that readers skip. Units are points, y grows downwards from the top of the page.
// Thread: one; does not own the fonts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/pdf_fonts.h"
#include "report/pdf_type.h"

namespace assay::report {

class PdfInk {
 public:
  PdfInk(PdfFonts& fonts, double pageHeight) : fonts_(fonts), height_(pageHeight) {}

  /// What is drawn until end() are words: stretch `number` of the page, in an element of this role.
  void beginWords(std::string_view role, int number);
  /// What is drawn until end() is no part of the text. `kind` may say more: "/Type/Pagination".
  void beginFurniture(std::string_view kind = {});
  void end();

  void box(double x, double top, double width, double height, std::uint32_t colour);
  /// A line under words or through them.
  void underline(const Underline& mark, double left, double right, double baseline, double size);
  /// Some letters of a run; `x` is where the line begins, `text` what was set.
  void letters(const SetText& set, const SetRun& run, std::size_t first, std::size_t last,
               std::string_view text, double x, double baseline);

  /// The operators so far; another page begins.
  [[nodiscard]] std::string take();

 private:
  enum class Mode : std::uint8_t { fill = 0, outlined = 2, unseen = 3 };

  void number(double value) {
    appendNumber(out_, value);
    out_ += ' ';
  }
  void fillColour(std::uint32_t colour);
  void strokeColour(std::uint32_t colour);
  void lineOf(double left, double right, double y);
  void wave(double left, double right, double y);
  void place(const PdfFonts::Code& code, const SetRun& run, double x, double y, Mode mode);
  void show(const PdfFonts::Code& code);
  void endArray();
  void endText();
  void missing(const SetRun& run, const SetGlyph& glyph, std::string_view text, double x, double y);

  PdfFonts& fonts_;
  double height_;
  std::string out_;
  // What the page knows already, so that it is not told again.
  std::uint32_t fill_ = 0;
  std::uint32_t stroke_ = 0;
  int font_ = -1;
  double size_ = 0;
  Mode mode_ = Mode::fill;
  bool inText_ = false;
  bool inArray_ = false;
  double y_ = 0;
  double pen_ = 0;  // where the next letter would stand
};

}  // namespace assay::report
