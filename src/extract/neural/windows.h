// A text cut into the windows that the encoder reads.
//
// A window holds whole sentences, and ends with a paragraph where that leaves it at least half
// full; a sentence longer than a window is cut. Every token is in exactly one window.
//
// Thread: pure functions. Time grows with the length of the text.
#pragma once

#include <vector>

#include "extract/neural/word_pieces.h"
#include "extract/nlp/reading.h"

namespace assay::extract::neural {

/// A sentence, or a piece of an endless one.
struct WindowPart {
  nlp::Range tokens;
  bool endsParagraph = false;
  std::size_t pieces = 0;  ///< the separator behind a paragraph counted

  bool operator==(const WindowPart&) const = default;
};
using Window = std::vector<WindowPart>;

/// The pieces of every token, one list after the other.
struct PiecesOfTokens {
  std::vector<Piece> pieces;
  std::vector<std::size_t> begins;  ///< one a token, and the end of the last

  [[nodiscard]] std::size_t count(std::size_t token) const {
    return begins[token + 1] - begins[token];
  }
};
[[nodiscard]] PiecesOfTokens piecesOf(const nlp::Reading& reading, const WordPieces& pieces);

/// `budget`: most pieces in a window. A token of more pieces than fit counts as one that fills it.
[[nodiscard]] std::vector<Window> cutIntoWindows(const nlp::Reading& reading,
                                                 const PiecesOfTokens& pieces, std::size_t budget);

}  // namespace assay::extract::neural
