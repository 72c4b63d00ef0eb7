// What stands between quotation marks.
//
// Straight and curly, double and single, low-high, guillemets in both directions, two
// apostrophes typed for one mark; nested; continued over paragraphs (opened again, not closed
// before); left open by mistake. Apostrophes, feet and inches are told apart.
//
// Not here: whether the words are a quotation, a title or irony, and whose they are
// (marked_quotes.h). Thread: pure functions. Units: bytes of the text. Time grows with the
// length of the text, however many marks it has.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::extract {

/// One stretch between marks.
struct Marked {
  base::Span outer;           ///< with its marks
  base::Span inner;           ///< without them
  std::size_t paragraph = 0;  ///< index into the spans that were asked about
  std::uint8_t depth = 0;     ///< 0 outermost, 1 inside another
  bool closed = true;         ///< false: its end is the paragraph's end
  bool single = false;        ///< between single marks
  /// Index of the stretch of the paragraph before that this one goes on from.
  std::optional<std::size_t> continues;
};

/// The stretches of some paragraphs, ordered by where they begin.
[[nodiscard]] std::vector<Marked> findMarked(std::string_view text,
                                             const std::vector<base::Span>& paragraphs);

}  // namespace assay::extract
