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

Care careOf(const ItemRow& row) {
  return model::info(row.status).settled ? Care::checked : Care::open;
}

// One mark for every byte: a word asks only about the bytes under it.
std::vector<Care> careOf(const ArticleView& view) {
  std::vector<Care> care(view.draft->text.size(), Care::none);
  for (const ItemRow& row : view.rows) {
    const Care now = careOf(row);
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

// The words of the article that begin before `within` ends and end after it begins; maybe the one
// in front of them.
template <class Each>
void eachWord(const model::Draft& draft, Span within, const Each& each) {
  const std::string_view text = draft.text;
  for (const model::Block& block : draft.blocks) {
    const std::size_t end = std::min(block.span.end, text.size());
    if (block.role == model::BlockRole::boilerplate || end <= within.begin) continue;
    std::size_t at = std::max(block.span.begin, within.begin);
    while (at > block.span.begin && !isBlank(text[at - 1])) --at;
    while (at < end && at < within.end) {
      if (isBlank(text[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < end && !isBlank(text[at])) ++at;
      if (isWord(text.substr(begin, at - begin))) each(Span{begin, at});
    }
  }
}

void addWord(Coverage& coverage, Span word, const std::vector<Care>& care, std::string_view text) {
  // The item's end often leaves out the full stop: the best mark under the word is the word's.
  Care best = Care::none;
  for (std::size_t at = word.begin; at < word.end; ++at) best = std::max(best, care[at]);
  ++coverage.words;
  if (best == Care::checked) ++coverage.checked;
  if (best == Care::open) ++coverage.open;
  if (best == Care::none) join(coverage.missed, word, text);
}

/// Words that stand in items, in order, and which of them were checked before and are now.
struct Touched {
  std::vector<Span> words;
  std::vector<std::uint8_t> were;
  std::vector<std::uint8_t> are;
};

// One walk over the rows: of a hundred thousand it takes longer than all else.
void look(Touched& touched, const ArticleView& before, const ArticleView& now) {
  const std::vector<Span>& words = touched.words;
  touched.were.assign(words.size(), 0);
  touched.are.assign(words.size(), 0);
  for (std::size_t row = 0; row < now.rows.size(); ++row) {
    for (const Span& span : now.rows[row].spans) {
      if (span.end <= words.front().begin || span.begin >= words.back().end) continue;
      auto word = std::ranges::partition_point(
          words, [&span](const Span& each) { return each.end <= span.begin; });
      for (; word != words.end() && word->begin < span.end; ++word) {
        const auto at = static_cast<std::size_t>(word - words.begin());
        if (careOf(before.rows[row]) == Care::checked) touched.were[at] = 1;
        if (careOf(now.rows[row]) == Care::checked) touched.are[at] = 1;
      }
    }
  }
}

}  // namespace

Coverage coverage(const ArticleView& view) {
  const std::string_view text = view.draft->text;
  const std::vector<Care> care = careOf(view);
  Coverage coverage;
  eachWord(*view.draft, {0, text.size()}, [&](Span word) { addWord(coverage, word, care, text); });
  return coverage;
}

Coverage coverageAfter(const Coverage& coverage, const ArticleView& before,
                       const ArticleView& now) {
  constexpr std::size_t kFew = 64;
  if (!now.samePlaces(before)) return app::coverage(now);
  const std::vector<std::size_t> changed = now.rows.differences(before.rows);
  if (changed.size() > kFew) return app::coverage(now);
  Touched touched;
  std::vector<Span>& words = touched.words;
  for (const std::size_t row : changed) {
    if (careOf(now.rows[row]) == careOf(before.rows[row])) continue;
    for (const Span& span : now.rows[row].spans) {
      eachWord(*now.draft, span, [&](Span word) {
        if (word.overlaps(span)) words.push_back(word);
      });
    }
  }
  if (words.empty()) return coverage;
  std::ranges::sort(words);
  const auto repeated = std::ranges::unique(words);
  words.erase(repeated.begin(), repeated.end());
  look(touched, before, now);
  const auto were = static_cast<std::size_t>(std::ranges::count(touched.were, 1));
  const auto are = static_cast<std::size_t>(std::ranges::count(touched.are, 1));
  Coverage after = coverage;
  after.checked += are;
  after.checked -= were;
  after.open += were;
  after.open -= are;
  return after;
}

}  // namespace assay::app
