#include "extract/neural/inputs.h"

#include <algorithm>

#include "extract/nlp/characters.h"

namespace assay::extract::neural {

Shape shapeOf(std::string_view word) {
  std::size_t lower = 0;
  std::size_t upper = 0;
  bool digits = false;
  bool first = false;  // the first letter is a capital
  for (std::size_t at = 0; at < word.size(); at = nlp::next(word, at)) {
    const char32_t c = nlp::charAt(word, at);
    digits = digits || nlp::isDigit(c);
    if (nlp::isUpper(c)) {
      first = first || lower + upper == 0;
      ++upper;
    } else if (nlp::isLetter(c)) {
      ++lower;
    }
  }
  if (lower + upper == 0) return digits ? Shape::digits : Shape::other;
  if (upper == 0) return Shape::lower;
  if (first && upper == 1) return Shape::capitalised;
  return lower == 0 ? Shape::capitals : Shape::mixed;
}

std::vector<std::uint8_t> markStates(const nlp::Reading& reading,
                                     const std::vector<Marked>& marked) {
  std::vector<std::uint8_t> states(reading.tokens.size(), 0);
  const auto put = [&](std::size_t begin, std::size_t end, std::uint8_t state) {
    for (std::size_t t = begin; t < end; ++t) {
      states[t] = static_cast<std::uint8_t>(states[t] | state);
    }
  };
  std::size_t done = 0;  // marks inside marks must not make the time quadratic
  for (const Marked& m : marked) {
    const nlp::Range outer = reading.tokensIn(m.outer);
    const nlp::Range inner = reading.tokensIn(m.inner);
    if (outer.size() == 0) continue;
    put(outer.begin, inner.begin, kOpensMarks);
    put(inner.end, outer.end, kClosesMarks);
    if (m.depth == 0) {
      put(std::max(done, inner.begin), inner.end, kInsideMarks);
      done = std::max(done, inner.end);
    } else if (m.depth == 1) {
      put(inner.begin, inner.end, kNestedMarks);
    }
  }
  return states;
}

Edge edgeOf(const nlp::Reading& reading, std::size_t token) {
  if (reading.sentenceAt(token).tokens.begin == token) return Edge::sentence;
  return reading.tokens[token].spaceBefore ? Edge::space : Edge::glued;
}

}  // namespace assay::extract::neural
