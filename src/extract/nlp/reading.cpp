#include "extract/nlp/reading.h"

#include <algorithm>

#include "extract/nlp/characters.h"
#include "extract/nlp/sentences.h"

namespace assay::extract::nlp {

std::size_t Reading::tokenFrom(std::size_t at) const {
  const auto found = std::partition_point(tokens.begin(), tokens.end(),
                                          [at](const Token& t) { return t.span.end <= at; });
  return static_cast<std::size_t>(found - tokens.begin());
}

Range Reading::tokensIn(base::Span span) const {
  const std::size_t begin = tokenFrom(span.begin);
  std::size_t end = begin;
  if (!span.empty()) {
    const auto found = std::partition_point(
        tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
    end = std::max(begin, static_cast<std::size_t>(found - tokens.begin()));
  }
  return {begin, end};
}

Reading read(std::string_view text, std::span<const model::Block> blocks) {
  Reading reading;
  reading.text = text;
  reading.lower = asciiLower(text);
  reading.tokens.reserve(text.size() / 5);
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    if (!model::info(blocks[block].role).checked || blocks[block].span.empty()) continue;
    Paragraph paragraph{blocks[block].span, block, blocks[block].role, {}, {}};
    paragraph.sentences.begin = reading.sentences.size();
    paragraph.tokens.begin = reading.tokens.size();
    for (const base::Span& span : sentences(text, blocks[block].span)) {
      Sentence sentence{span, {reading.tokens.size(), 0}, reading.paragraphs.size()};
      appendTokens(text, span, reading.tokens);
      sentence.tokens.end = reading.tokens.size();
      if (sentence.tokens.size() == 0) continue;
      reading.sentenceOf.resize(reading.tokens.size(),
                                static_cast<std::uint32_t>(reading.sentences.size()));
      reading.sentences.push_back(sentence);
    }
    paragraph.sentences.end = reading.sentences.size();
    paragraph.tokens.end = reading.tokens.size();
    if (paragraph.tokens.size() > 0) reading.paragraphs.push_back(paragraph);
  }
  return reading;
}

}  // namespace assay::extract::nlp
