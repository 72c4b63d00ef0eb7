// Words as a hand on the mouse means them: what a double click takes and a selection snaps to.
//
// Not a tokenizer: extraction has its own (extract/nlp). A word here keeps its inner apostrophes
// and hyphens ("council's", "well-known"), numbers keep their points, commas, colons and signs
// ("£14.2", "11,600", "58%", "14:02"); white space and other punctuation stand between words.
//
// Units: bytes of valid UTF-8. All functions are pure and look only around the place asked about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::ui {

/// The word that holds the character at `at`; when that is no part of a word, the run of characters
/// like it (blanks, or one punctuation mark). Empty only for an empty text.
[[nodiscard]] base::Span wordAt(std::string_view text, std::size_t at);

/// `span` without blanks at its ends, then widened so that it cuts no word. A span of nothing but
/// blanks comes back empty.
[[nodiscard]] base::Span atWords(std::string_view text, base::Span span);

/// End of the first word that ends after `at`; the text's size when there is none.
[[nodiscard]] std::size_t nextWordEnd(std::string_view text, std::size_t at);
/// Start of the last word that begins before `at`; 0 when there is none.
[[nodiscard]] std::size_t previousWordStart(std::string_view text, std::size_t at);
/// Start of the first word that begins after `at`; the text's size when there is none.
[[nodiscard]] std::size_t nextWordStart(std::string_view text, std::size_t at);
/// End of the last word that ends before `at`; 0 when there is none.
[[nodiscard]] std::size_t previousWordEnd(std::string_view text, std::size_t at);

/// Which end of an item's text is moved, and to which side.
enum class EdgeMove : std::uint8_t { endForward, endBack, beginForward, beginBack };

/// Where a selection of words goes by a key.
enum class WordMove : std::uint8_t {
  next,
  previous,
  extend,
  shrink,
  nextParagraph,
  previousParagraph,
};

/// `spans` with the begin of the first or the end of the last moved by a word. As they were where
/// there is no word to move over: an item keeps at least one, and its spans keep their order.
[[nodiscard]] std::vector<base::Span> movedByWord(std::string_view text,
                                                  std::vector<base::Span> spans, EdgeMove move);

}  // namespace assay::ui
