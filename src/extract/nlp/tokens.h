// Words, numbers and marks of a sentence.
//
// The cut follows the habit of the Penn Treebank, which the taggers learn from: "don't" is "do"
// and "n't", "Kelly's" is "Kelly" and "'s", a hyphenated word is one word, a sum of money is its
// sign and its number. Every character that is no white space belongs to exactly one token.
//
// Not here: sentences (sentences.h). Thread: pure functions. Units: bytes of the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::extract::nlp {

enum class TokenKind : std::uint8_t {
  word,         ///< has a letter
  number,       ///< digits, with their separators and ordinal endings
  mark,         ///< may open or close a quotation
  punctuation,  ///< full stop, comma, dash, bracket
  symbol,       ///< currency, percent, anything else
};

struct Token {
  base::Span span;
  TokenKind kind = TokenKind::word;
  bool spaceBefore = false;  ///< white space or the sentence's start stands before it

  bool operator==(const Token&) const = default;
};

/// Appends the tokens of one sentence, in order. Time grows with its length.
void appendTokens(std::string_view text, base::Span sentence, std::vector<Token>& out);

}  // namespace assay::extract::nlp
