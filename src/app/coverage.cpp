#include "app/coverage.h"

#include <algorithm>
#include <cstdint>

namespace assay::app {

namespace {

using base::Span;

enum class Care : std::uint8_t { none, open, checked };

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A letter or a digit. Of longer characters only the first byte is asked: 0xC2 and 0xE2 begin signs
// such as "£", dashes and curly marks; everything above is taken for a letter.
bool isWord(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || (byte >= 0xC3 && byte != 0xE2);
  });
}

// One mark for every byte: a word asks only about the bytes under it.
std::vector<Care> careOf(const ArticleView& view) {
  std::vector<Care> care(view.draft->text.size(), Care::none);
  for (const ItemRow& row : view.rows) {
    const Care now = model::info(row.status).settled ? Care::checked : Care::open;
    for (const Span& span : row.spans) {
      const std::size_t end = std::min(span.end, care.size());
      for (std::size_t at = span.begin; at < end; ++at) care[at] = std::max(care[at], now);
    }
  }
  return care;
}

void join(std::vector<Span>& spans, Span word, std::string_view text) {
  const auto onlyBlanks = [&](std::size_t from, std::size_t to) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                       text.begin() + static_cast<std::ptrdiff_t>(to),
                       [](char c) { return c == ' '; });
  };
  if (!spans.empty() && onlyBlanks(spans.back().end, word.begin)) {
    spans.back().end = word.end;
  } else {
    spans.push_back(word);
  }
}

void addWord(Coverage& coverage, Span word, const std::vector<Care>& care, std::string_view text) {
  // The item's end often leaves out the full stop: the best mark under the word is the word's.
  Care best = Care::none;
  for (std::size_t at = word.begin; at < word.end; ++at) best = std::max(best, care[at]);
  ++coverage.words;
  if (best == Care::checked) {
    ++coverage.checked;
  } else if (best == Care::open) {
    ++coverage.open;
    join(coverage.opened, word, text);
  } else {
    join(coverage.missed, word, text);
  }
}

}  // namespace

Coverage coverage(const ArticleView& view) {
  const std::string_view text = view.draft->text;
  const std::vector<Care> care = careOf(view);
  Coverage coverage;
  for (const model::Block& block : view.draft->blocks) {
    if (block.role == model::BlockRole::boilerplate) continue;
    const std::size_t end = std::min(block.span.end, text.size());
    for (std::size_t at = block.span.begin; at < end;) {
      if (isBlank(text[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < end && !isBlank(text[at])) ++at;
      if (isWord(text.substr(begin, at - begin))) addWord(coverage, {begin, at}, care, text);
    }
  }
  return coverage;
}

}  // namespace assay::app
