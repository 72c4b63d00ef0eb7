// Type setting: a paragraph's words become lines of letters, each in its place.
//
// Pango chooses fonts, breaks lines and puts letters together; what comes out is plain numbers, so
// that what draws it (pdf_ink.h) and what asks where words stand know nothing of Pango. Lengths are
// points, places of letters 1/1024 of one. Does not own the fonts; one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "report/pdf_fonts.h"
#include "report/pdf_words.h"

namespace assay::report {

constexpr double kPlaces = 1024;  ///< of a letter, in a point

struct SetGlyph {
  /// Glyphs of no font: nothing to see where there is nothing to see, a box where no font of the
  /// machine has the character.
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint32_t kBox = 0xFFFFFFFE;

  std::uint32_t glyph = kNone;
  std::int32_t x = 0;      ///< where its room on the line begins
  std::int32_t width = 0;  ///< of that room
  std::int32_t shift = 0;  ///< how far beside and above it is drawn, as marks are
  std::int32_t rise = 0;
  std::uint32_t begin = 0;  ///< the bytes it stands for; none when it belongs to the one before
  std::uint32_t end = 0;
};

/// Letters of one face, size and colour.
struct SetRun {
  std::uint16_t face = 0;
  double size = 0;
  std::uint32_t colour = 0;
  std::size_t first = 0;  ///< of SetText::glyphs
  std::size_t last = 0;   ///< one behind
};

struct SetLine {
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  double indent = 0;  ///< where it begins; above 0 where right-to-left words end at the other edge
  double width = 0;
  std::size_t first = 0;  ///< of SetText::runs
  std::size_t last = 0;   ///< one behind
};

/// Runs of a line, and letters of a run, stand in the order in which they are read; where on the
/// line each stands is told by its place alone.
struct SetText {
  std::vector<SetLine> lines;
  std::vector<SetRun> runs;
  std::vector<SetGlyph> glyphs;
};

class TypeSetter {
 public:
  explicit TypeSetter(PdfFonts& fonts);
  ~TypeSetter();
  TypeSetter(const TypeSetter&) = delete;
  TypeSetter& operator=(const TypeSetter&) = delete;

  /// Sets a paragraph; a width below 0 never breaks a line.
  [[nodiscard]] std::shared_ptr<const SetText> set(const Words& words, const TextStyle& style,
                                                   double width);
  /// The same by Pango alone: takes longer, and is what tests hold the other against.
  [[nodiscard]] std::shared_ptr<const SetText> setWhole(const Words& words, const TextStyle& style,
                                                        double width);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace assay::report
