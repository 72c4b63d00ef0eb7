// Where sentences begin and end.
//
// Rules over the characters of one block: abbreviations, initials, titles, decimals, ellipses,
// list numbers, marks and brackets around the full stop, full stops without a blank behind them.
// Quotations are cut inside as well; "…!" she said is kept whole. Nothing is learned, so that
// the same text is cut the same way whatever model is in use.
//
// Not here: tokens (tokens.h). Thread: pure functions. Units: bytes of the text.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::extract::nlp {

/// The sentences of one block, in order, without the white space between them; together they
/// hold every other character of the block. No sentence is longer than a few thousand bytes:
/// a text without full stops is cut at a blank. Time grows with the length of the block.
[[nodiscard]] std::vector<base::Span> sentences(std::string_view text, base::Span block);

}  // namespace assay::extract::nlp
