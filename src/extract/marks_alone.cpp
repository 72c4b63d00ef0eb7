#include "extract/marks_alone.h"

#include <optional>

#include "extract/nlp/characters.h"

namespace assay::extract {

namespace {

using base::Span;

// How many marked stretches are somebody's words and not a title or irony, by guess.
constexpr double kConfidence = 0.5;

// Without the narrow blanks that French sets inside its marks.
Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && nlp::isSpace(nlp::charAt(text, span.begin))) {
    span.begin = nlp::next(text, span.begin);
  }
  while (span.begin < span.end && nlp::isSpace(nlp::charBefore(text, span.end))) {
    span.end -= base::codePointBefore(text, span.end).length;
  }
  return span;
}

// Two words, or as many letters of a script that sets no blanks between words.
bool says(std::string_view text, Span span) {
  std::size_t letters = 0;
  bool blank = false;
  for (std::size_t at = span.begin; at < span.end; at = nlp::next(text, at)) {
    const char32_t c = nlp::charAt(text, at);
    blank = blank || nlp::isSpace(c);
    letters += nlp::isLetter(c) ? 1U : 0U;
    if (letters >= 4 && (blank || c > 0x2E80)) return true;
  }
  return false;
}

}  // namespace

std::vector<model::Quote> quotesByMarksAlone(std::string_view text,
                                             const std::vector<Marked>& marked) {
  std::vector<model::Quote> quotes;
  std::vector<std::optional<std::size_t>> quoteOf(marked.size());
  for (std::size_t m = 0; m < marked.size(); ++m) {
    if (marked[m].depth > 0) continue;
    const Span inner = trimmed(text, marked[m].inner);
    if (!says(text, inner)) continue;
    if (marked[m].continues && quoteOf[*marked[m].continues]) {
      quoteOf[m] = quoteOf[*marked[m].continues];
      quotes[*quoteOf[m]].content.push_back(inner);
      continue;
    }
    quoteOf[m] = quotes.size();
    model::Quote quote;
    quote.content = {inner};
    quote.confidence = kConfidence;
    quotes.push_back(std::move(quote));
  }
  return quotes;
}

}  // namespace assay::extract
