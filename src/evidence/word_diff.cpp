#include "evidence/word_diff.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/utf8.h"

namespace assay::evidence {

using base::Span;

namespace {

// Above this many steps a gap is taken as changed whole: two texts that have nothing in common are
// not worth a square of their length.
constexpr std::size_t kMostSteps = 600;
// Above this many pairs of words likeness is counted from the difference instead of from the table.
constexpr std::size_t kMostPairs = 4'000'000;

bool isBlank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x3000;
}

// Letters, digits and marks of all scripts; ASCII punctuation and that of typography are none.
bool isLetter(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }
  return !isBlank(c) && !(c >= 0x2010 && c <= 0x2027) && !(c >= 0x2030 && c <= 0x205E) &&
         c != 0xAB && c != 0xBB && c != 0xA1 && c != 0xBF && c != 0xB7;
}

// What belongs to a word when letters stand on both sides: "don't", "1,200", "so-called".
bool joins(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '-' || c == ',' || c == '.' || c == ':' || c == '/';
}

/// Words as small numbers, equal for equal bytes.
class Numbering {
 public:
  std::vector<std::size_t> of(std::string_view text, const std::vector<Span>& words) {
    std::vector<std::size_t> numbers;
    numbers.reserve(words.size());
    for (const Span& word : words) {
      numbers.push_back(known_.try_emplace(word.of(text), known_.size()).first->second);
    }
    return numbers;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> known_;
};

class Matcher {
 public:
  Matcher(const std::vector<std::size_t>& before, const std::vector<std::size_t>& after)
      : a_(before), b_(after), map_(before.size()) {}

  WordMap run() {
    between(0, a_.size(), 0, b_.size());
    return std::move(map_);
  }

 private:
  // Stack instead of recursion: a text may have as many anchors as words.
  void between(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
    struct Gap {
      std::size_t a0, a1, b0, b1;
    };
    std::vector<Gap> gaps{{a0, a1, b0, b1}};
    while (!gaps.empty()) {
      Gap gap = gaps.back();
      gaps.pop_back();
      while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && a_[gap.a0] == b_[gap.b0]) {
        map_[gap.a0++] = gap.b0++;
      }
      while (gap.a0 < gap.a1 && gap.b0 < gap.b1 && a_[gap.a1 - 1] == b_[gap.b1 - 1]) {
        map_[--gap.a1] = --gap.b1;
      }
      if (gap.a0 == gap.a1 || gap.b0 == gap.b1) continue;
      const auto anchors = anchorsIn(gap.a0, gap.a1, gap.b0, gap.b1);
      if (anchors.empty()) {
        shortest(gap.a0, gap.a1, gap.b0, gap.b1);
        continue;
      }
      std::size_t a = gap.a0;
      std::size_t b = gap.b0;
      for (const auto& [x, y] : anchors) {
        map_[x] = y;
        gaps.push_back({a, x, b, y});
        a = x + 1;
        b = y + 1;
      }
      gaps.push_back({a, gap.a1, b, gap.b1});
    }
  }

  /// Words that occur once on both sides, as the longest run of them that rises on both.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> anchorsIn(std::size_t a0,
                                                                           std::size_t a1,
                                                                           std::size_t b0,
                                                                           std::size_t b1) {
    struct Seen {
      std::size_t inA = 0, inB = 0, atB = 0;
    };
    std::unordered_map<std::size_t, Seen> seen;
    for (std::size_t i = a0; i < a1; ++i) ++seen[a_[i]].inA;
    for (std::size_t i = b0; i < b1; ++i) {
      const auto found = seen.find(b_[i]);
      if (found == seen.end()) continue;
      ++found->second.inB;
      found->second.atB = i;
    }
    std::vector<std::pair<std::size_t, std::size_t>> unique;
    for (std::size_t i = a0; i < a1; ++i) {
      const Seen& word = seen[a_[i]];
      if (word.inA == 1 && word.inB == 1) unique.emplace_back(i, word.atB);
    }
    return risingOf(unique);
  }

  static std::vector<std::pair<std::size_t, std::size_t>> risingOf(
      const std::vector<std::pair<std::size_t, std::size_t>>& all) {
    std::vector<std::size_t> tails;  // indices into `all`, by length of the run that ends there
    std::vector<std::size_t> before(all.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto place = std::lower_bound(
          tails.begin(), tails.end(), all[i].second,
          [&](std::size_t tail, std::size_t value) { return all[tail].second < value; });
      if (place != tails.begin()) before[i] = *std::prev(place);
      if (place == tails.end()) {
        tails.push_back(i);
      } else {
        *place = i;
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t i = tails.empty() ? all.size() : tails.back(); i < all.size(); i = before[i]) {
      out.push_back(all[i]);
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  /// Myers, greedy and forwards, keeping the furthest points of every step for the way back.
  void shortest(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) {
    const auto n = static_cast<std::ptrdiff_t>(a1 - a0);
    const auto m = static_cast<std::ptrdiff_t>(b1 - b0);
    const auto most = std::min<std::ptrdiff_t>(n + m, static_cast<std::ptrdiff_t>(kMostSteps));
    const std::ptrdiff_t middle = most + 1;
    std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    std::vector<std::vector<std::ptrdiff_t>> steps;
    const auto at = [&](std::vector<std::ptrdiff_t>& v, std::ptrdiff_t k) -> std::ptrdiff_t& {
      return v[static_cast<std::size_t>(k + middle)];
    };
    for (std::ptrdiff_t d = 0; d <= most; ++d) {
      steps.push_back(furthest);
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        const bool down = k == -d || (k != d && at(furthest, k - 1) < at(furthest, k + 1));
        std::ptrdiff_t x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
        while (x < n && x - k < m && x - k >= 0 && same(a0, x, b0, x - k)) ++x;
        at(furthest, k) = x;
        if (x >= n && x - k >= m) {
          walkBack(steps, a0, b0, n, m, d, middle);
          return;
        }
      }
    }
  }

  [[nodiscard]] bool same(std::size_t a0, std::ptrdiff_t x, std::size_t b0,
                          std::ptrdiff_t y) const {
    return a_[a0 + static_cast<std::size_t>(x)] == b_[b0 + static_cast<std::size_t>(y)];
  }

  void walkBack(const std::vector<std::vector<std::ptrdiff_t>>& steps, std::size_t a0,
                std::size_t b0, std::ptrdiff_t x, std::ptrdiff_t y, std::ptrdiff_t d,
                std::ptrdiff_t middle) {
    for (; d >= 0; --d) {
      const std::vector<std::ptrdiff_t>& before = steps[static_cast<std::size_t>(d)];
      const auto at = [&](std::ptrdiff_t k) {
        return before[static_cast<std::size_t>(k + middle)];
      };
      const std::ptrdiff_t k = x - y;
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      const std::ptrdiff_t kBefore = down ? k + 1 : k - 1;
      const std::ptrdiff_t xBefore = d == 0 ? 0 : at(kBefore);
      const std::ptrdiff_t yBefore = d == 0 ? 0 : xBefore - kBefore;
      while (x > xBefore && y > yBefore && x > 0 && y > 0 && same(a0, x - 1, b0, y - 1)) {
        --x;
        --y;
        map_[a0 + static_cast<std::size_t>(x)] = b0 + static_cast<std::size_t>(y);
      }
      if (d == 0) break;
      x = xBefore;
      y = yBefore;
    }
  }

  const std::vector<std::size_t>& a_;
  const std::vector<std::size_t>& b_;
  WordMap map_;
};

/// How well a change may begin before word `index`: a new line, a new sentence, anywhere.
int edge(std::string_view text, const std::vector<Span>& words, std::size_t index) {
  if (index == 0 || index >= words.size()) return 2;
  const std::size_t end = words[index - 1].end;
  if (Span{end, words[index].begin}.of(text).find('\n') != std::string_view::npos) return 2;
  const std::string_view last = words[index - 1].of(text);
  return last == "." || last == "!" || last == "?" || last == "”" || last == "\"" ? 1 : 0;
}

/// Where a stretch of words alone went, several cuts give the same text ("the a the b" without
/// "the a", or without "a the"): takes the one at the edge of a line or of a sentence, which is
/// what a person cut. `map` says where the words of `a` stand in the other text.
void slideToEdges(std::string_view text, const std::vector<Span>& words,
                  const std::vector<std::size_t>& a, WordMap& map) {
  const auto joined = [&map](std::size_t before, std::size_t after) {
    return map[before] && map[after] && *map[after] == *map[before] + 1;
  };
  for (std::size_t i = 0; i < map.size();) {
    if (map[i]) {
      ++i;
      continue;
    }
    std::size_t j = i;
    while (j < map.size() && !map[j]) ++j;
    const std::size_t next = j + 1;
    if (i > 0 && j < map.size() && joined(i - 1, j)) {
      // Back as far as it goes, then forward to the best edge.
      std::size_t left = 0;
      while (left < i && a[i - 1 - left] == a[j - 1 - left] &&
             (left == 0 ? map[i - 1].has_value() : joined(i - 1 - left, i - left))) {
        ++left;
      }
      std::size_t right = 0;
      while (j + right < map.size() && a[i + right] == a[j + right] &&
             (right == 0 ? map[j].has_value() : joined(j + right - 1, j + right))) {
        ++right;
      }
      std::ptrdiff_t best = 0;
      int quality = edge(text, words, i);
      for (auto shift = -static_cast<std::ptrdiff_t>(left);
           shift <= static_cast<std::ptrdiff_t>(right); ++shift) {
        const int here =
            edge(text, words, static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + shift));
        if (here <= quality) continue;
        quality = here;
        best = shift;
      }
      for (; best < 0; ++best, --i, --j) std::swap(map[i - 1], map[j - 1]);
      for (; best > 0; --best, ++i, ++j) std::swap(map[i], map[j]);
    }
    i = std::max(next, j);
  }
}

WordMap inverse(const WordMap& map, std::size_t size) {
  WordMap other(size);
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map[i]) other[*map[i]] = i;
  }
  return other;
}

/// Words alone, in small letters and without accents: what likeness compares.
std::vector<std::string> keysOf(std::string_view text) {
  std::vector<std::string> keys;
  for (const Span& word : wordsOf(text)) {
    std::string key = base::searchKey(word.of(text));
    if (isLetter(base::codePointAt(word.of(text), 0).value)) keys.push_back(std::move(key));
  }
  return keys;
}

std::size_t inCommon(const std::vector<std::string>& before,
                     const std::vector<std::string>& after) {
  std::unordered_map<std::string_view, std::size_t> known;
  const auto numbers = [&known](const std::vector<std::string>& words) {
    std::vector<std::size_t> out;
    out.reserve(words.size());
    for (const std::string& word : words) {
      out.push_back(known.try_emplace(word, known.size()).first->second);
    }
    return out;
  };
  const std::vector<std::size_t> a = numbers(before);
  const std::vector<std::size_t> b = numbers(after);
  const WordMap map = Matcher(a, b).run();
  return static_cast<std::size_t>(
      std::count_if(map.begin(), map.end(), [](const auto& word) { return word.has_value(); }));
}

}  // namespace

std::vector<Span> wordsOf(std::string_view text) {
  std::vector<Span> words;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint first = base::codePointAt(text, at);
    if (isBlank(first.value)) {
      at += first.length;
      continue;
    }
    std::size_t end = at + first.length;
    while (isLetter(first.value) && end < text.size()) {
      const base::CodePoint next = base::codePointAt(text, end);
      if (isLetter(next.value)) {
        end += next.length;
        continue;
      }
      const std::size_t beyond = end + next.length;
      if (!joins(next.value) || beyond >= text.size() ||
          !isLetter(base::codePointAt(text, beyond).value)) {
        break;
      }
      end = beyond;
    }
    words.push_back({at, end});
    at = end;
  }
  return words;
}

WordMap matchWords(std::string_view before, const std::vector<Span>& wordsBefore,
                   std::string_view after, const std::vector<Span>& wordsAfter) {
  Numbering numbering;
  const std::vector<std::size_t> a = numbering.of(before, wordsBefore);
  const std::vector<std::size_t> b = numbering.of(after, wordsAfter);
  WordMap map = Matcher(a, b).run();
  slideToEdges(before, wordsBefore, a, map);
  WordMap back = inverse(map, b.size());
  slideToEdges(after, wordsAfter, b, back);
  return inverse(back, a.size());
}

std::vector<DiffPart> wordDiff(std::string_view before, std::string_view after) {
  const std::vector<Span> wordsBefore = wordsOf(before);
  const std::vector<Span> wordsAfter = wordsOf(after);
  const WordMap map = matchWords(before, wordsBefore, after, wordsAfter);
  std::vector<DiffPart> parts;
  // A part reaches to where the next begins, so that its blanks are its own.
  const auto upTo = [](const std::vector<Span>& words, std::size_t index, std::string_view text) {
    return index + 1 < words.size() ? words[index + 1].begin : text.size();
  };
  const auto add = [&parts](DiffPart::Kind kind, Span gone, Span come) {
    if (!parts.empty() && parts.back().kind == kind) {
      parts.back().before.end = gone.end;
      parts.back().after.end = come.end;
    } else {
      parts.push_back({kind, gone, come});
    }
  };
  std::size_t b = 0;
  const auto comeUntil = [&](std::size_t end, std::size_t place) {
    for (; b < end; ++b) {
      add(DiffPart::Kind::come, {place, place}, {wordsAfter[b].begin, upTo(wordsAfter, b, after)});
    }
  };
  for (std::size_t a = 0; a < wordsBefore.size(); ++a) {
    const Span gone{wordsBefore[a].begin, upTo(wordsBefore, a, before)};
    if (map[a]) {
      comeUntil(*map[a], gone.begin);
      add(DiffPart::Kind::same, gone, {wordsAfter[b].begin, upTo(wordsAfter, b, after)});
      ++b;
    } else {
      const std::size_t place = b < wordsAfter.size() ? wordsAfter[b].begin : after.size();
      add(DiffPart::Kind::gone, gone, {place, place});
    }
  }
  comeUntil(wordsAfter.size(), before.size());
  return parts;
}

double likeness(std::string_view before, std::string_view after) {
  const std::vector<std::string> a = keysOf(before);
  const std::vector<std::string> b = keysOf(after);
  if (a.empty() && b.empty()) return 1;
  const double words = static_cast<double>(a.size() + b.size());
  if (a.size() * b.size() > kMostPairs) return 2.0 * static_cast<double>(inCommon(a, b)) / words;
  // The plain table: items are a few dozen words long.
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const std::string& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return 2.0 * static_cast<double>(row.back()) / words;
}

}  // namespace assay::evidence
