// A draft read once: paragraphs, sentences, tokens and their tags, which all layers share.
//
// Only blocks whose role is checked are read; boilerplate never reaches the layers above. The
// text is not copied and must outlive the reading. Positions are bytes of that text; paragraphs,
// sentences and tokens refer to each other by index, ranges are half-open.
//
// Thread: a value; reading it from several threads is safe.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/nlp/part_of_speech.h"
#include "extract/nlp/tokens.h"
#include "model/document.h"

namespace assay::extract::nlp {

/// Indices [begin, end) into one of the lists of a Reading.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool has(std::size_t index) const { return begin <= index && index < end; }
  bool operator==(const Range&) const = default;
};

struct Sentence {
  base::Span span;
  Range tokens;
  std::size_t paragraph = 0;
};

struct Paragraph {
  base::Span span;
  std::size_t block = 0;  ///< index into the blocks that were read
  model::BlockRole role = model::BlockRole::body;
  Range sentences;
  Range tokens;
};

class Memory;

struct Reading {
  std::string_view text;
  std::string lower;  ///< the text with ASCII letters in lower case; same offsets
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Pos> pos;               ///< one a token; empty until a tagger filled it
  std::vector<std::uint64_t> hashes;  ///< of the words, one a token; empty until a tagger needs it
  std::vector<std::uint32_t> sentenceOf;  ///< one a token
  Memory* memory = nullptr;               ///< of the draft before, not owned; null reads all anew

  [[nodiscard]] std::string_view word(std::size_t token) const {
    return tokens[token].span.of(text);
  }
  [[nodiscard]] std::string_view lowerWord(std::size_t token) const {
    return tokens[token].span.of(lower);
  }
  /// The stretch from the first to the last token of a range that is not empty.
  [[nodiscard]] base::Span spanOf(Range range) const {
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
  /// First token that ends behind byte `at` (the token at `at`, or the next one).
  [[nodiscard]] std::size_t tokenFrom(std::size_t at) const;
  /// The tokens that overlap a stretch of text.
  [[nodiscard]] Range tokensIn(base::Span span) const;
  [[nodiscard]] const Sentence& sentenceAt(std::size_t token) const {
    return sentences[sentenceOf[token]];
  }
};

/// Reads the checked blocks of a text: paragraphs, sentences, tokens. Tags are left empty.
[[nodiscard]] Reading read(std::string_view text, std::span<const model::Block> blocks);

}  // namespace assay::extract::nlp
