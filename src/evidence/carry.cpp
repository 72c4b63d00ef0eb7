#include "evidence/carry.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.h"
#include "evidence/word_diff.h"

namespace assay::evidence {

using base::Span;

namespace {

constexpr std::size_t kContext = 32;          // code points on either side
constexpr std::size_t kMostBetween = 600;     // bytes between two parts of one quote
constexpr std::size_t kMostCandidates = 6;    // of those found that likeness is counted for
constexpr std::size_t kMostOccurrences = 50;  // of one text; more are "several" all the same

/// The block that holds the byte, or the whole text.
Span blockAround(const DraftText& draft, std::size_t byte) {
  const auto after = std::upper_bound(
      draft.blocks.begin(), draft.blocks.end(), byte,
      [](std::size_t at, const model::Block& block) { return at < block.span.begin; });
  if (after == draft.blocks.begin()) return {0, draft.text.size()};
  const Span block = std::prev(after)->span;
  return byte <= block.end ? block : Span{0, draft.text.size()};
}

/// What stands around a place: inside its paragraph, on one line each.
struct Around {
  std::string before;
  std::string between;
  std::string after;

  bool operator==(const Around&) const = default;
  [[nodiscard]] std::string all() const { return before + " … " + between + " … " + after; }
};

Around aroundOf(const DraftText& draft, const std::vector<Span>& spans) {
  Around around;
  const Span first = blockAround(draft, spans.front().begin);
  const Span last = blockAround(draft, spans.back().begin);
  const std::string_view lead = Span{first.begin, spans.front().begin}.of(draft.text);
  around.before = base::oneLine(base::codePointsBefore(lead, lead.size(), kContext));
  const std::string_view tail =
      Span{spans.back().end, std::max(last.end, spans.back().end)}.of(draft.text);
  around.after = base::oneLine(base::codePointsFrom(tail, 0, kContext));
  for (std::size_t i = 1; i < spans.size(); ++i) {
    const Span gap{spans[i - 1].end, std::max(spans[i].begin, spans[i - 1].end)};
    if (gap.size() <= kMostBetween) around.between += base::oneLine(gap.of(draft.text)) + "|";
  }
  return around;
}

std::string textOf(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans) {
    if (!out.empty()) out += " … ";
    out += span.of(text);
  }
  return out;
}

Span hullOf(const std::vector<Span>& spans) { return {spans.front().begin, spans.back().end}; }

std::size_t common(const std::vector<Span>& one, const std::vector<Span>& other) {
  std::size_t bytes = 0;
  for (const Span& a : one) {
    for (const Span& b : other) {
      const std::size_t begin = std::max(a.begin, b.begin);
      const std::size_t end = std::min(a.end, b.end);
      if (begin < end) bytes += end - begin;
    }
  }
  return bytes;
}

std::size_t sizeOf(const std::vector<Span>& spans) {
  std::size_t bytes = 0;
  for (const Span& span : spans) bytes += span.size();
  return bytes;
}

bool isNegation(std::string_view key) {
  constexpr std::array<std::string_view, 9> kWords{
      "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without"};
  return std::ranges::find(kWords, key) != kWords.end() || key.ends_with("n't") ||
         key.ends_with("n’t");
}

/// Numbers and negations of a text: what turns a statement into another one.
std::multiset<std::string> turningWords(std::string_view text) {
  std::multiset<std::string> words;
  for (const Span& word : wordsOf(text)) {
    const std::string key = base::searchKey(word.of(text));
    const bool number = key.find_first_of("0123456789") != std::string::npos;
    if (number || isNegation(key)) words.insert(key);
  }
  return words;
}

class CarryOverMaker {
 public:
  CarryOverMaker(const DraftText& before, const std::vector<Standing>& items,
                 const DraftText& after, const std::vector<Standing>& found)
      : before_(before),
        items_(items),
        after_(after),
        found_(found),
        wordsBefore_(wordsOf(before.text)),
        wordsAfter_(wordsOf(after.text)),
        map_(matchWords(before.text, wordsBefore_, after.text, wordsAfter_)) {
    out_.items.resize(items.size());
    usedFound_.resize(found.size());
    indexFound();
  }

  CarryOver make() {
    // In rising doubt: what is sure takes its place before anything is guessed about the rest.
    for (std::size_t i = 0; i < items_.size(); ++i) atItsPlace(i);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (isOpen(i)) elsewhere(i);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (isOpen(i)) alike(i);
    }
    for (std::size_t f = 0; f < found_.size(); ++f) {
      if (!isTaken(found_[f])) out_.fresh.push_back(f);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool isOpen(std::size_t item) const {
    return out_.items[item].method == Method::none;
  }

  void put(std::size_t item, Basket basket, Method method, std::vector<Span> spans) {
    Carried& carried = out_.items[item];
    carried.basket = basket;
    carried.method = method;
    carried.likeness = 1;
    if (items_[item].cue) carried.cue = image(*items_[item].cue);
    if (items_[item].source) carried.source = image(*items_[item].source);
    takenBy_[items_[item].quote].insert({hullOf(spans).begin, item});
    carried.spans = std::move(spans);
  }

  // ------------------------------------------------------------------------------- the same place

  /// The words that a span touches, as [first, last).
  static std::pair<std::size_t, std::size_t> wordsIn(const std::vector<Span>& words, Span span) {
    const auto first = std::partition_point(
        words.begin(), words.end(), [&](const Span& word) { return word.end <= span.begin; });
    const auto last = std::partition_point(first, words.end(),
                                           [&](const Span& word) { return word.begin < span.end; });
    return {static_cast<std::size_t>(first - words.begin()),
            static_cast<std::size_t>(last - words.begin())};
  }

  /// Where a span stands in the new draft when all of its words stayed side by side, and its bytes
  /// with them.
  [[nodiscard]] std::optional<Span> image(Span span) const {
    const auto [first, last] = wordsIn(wordsBefore_, span);
    if (first == last) return std::nullopt;
    for (std::size_t i = first; i < last; ++i) {
      if (!map_[i] || *map_[i] != *map_[first] + (i - first)) return std::nullopt;
    }
    const std::size_t shift = wordsAfter_[*map_[first]].begin;
    const std::size_t from = wordsBefore_[first].begin;
    // A span may begin inside a word, or with the blank before it.
    if (span.begin < from && shift < from - span.begin) return std::nullopt;
    const std::size_t begin = shift + span.begin - from;
    const Span there{begin, begin + span.size()};
    if (there.end > after_.text.size() || there.of(after_.text) != span.of(before_.text)) {
      return std::nullopt;
    }
    return there;
  }

  void atItsPlace(std::size_t item) {
    std::vector<Span> spans;
    for (const Span& span : items_[item].spans) {
      const auto there = image(span);
      if (!there) return;
      spans.push_back(*there);
    }
    const Around old = aroundOf(before_, items_[item].spans);
    const Around now = aroundOf(after_, spans);
    if (old == now) {
      put(item, Basket::unchanged, Method::sameText, std::move(spans));
    } else {
      surroundingsChanged(item, std::move(spans), old, now);
    }
  }

  void surroundingsChanged(std::size_t item, std::vector<Span> spans, const Around& old,
                           const Around& now) {
    put(item, Basket::reworded, Method::otherContext, std::move(spans));
    // Where the same words stand elsewhere too, nobody can be sure that these are the ones.
    out_.items[item].clear = turningWords(old.all()) == turningWords(now.all()) &&
                             occurrences(items_[item].spans).size() == 1;
  }

  // ------------------------------------------------------------------------------- somewhere else

  /// Every place where the parts of the item stand one after the other, at the edges of words.
  [[nodiscard]] std::vector<std::vector<Span>> occurrences(const std::vector<Span>& spans) const {
    std::vector<std::vector<Span>> all;
    const std::string_view head = spans.front().of(before_.text);
    if (head.empty()) return all;
    for (std::size_t at = after_.text.find(head);
         at != std::string_view::npos && all.size() < kMostOccurrences;
         at = after_.text.find(head, at + 1)) {
      std::vector<Span> place{{at, at + head.size()}};
      for (std::size_t i = 1; i < spans.size(); ++i) {
        const std::string_view part = spans[i].of(before_.text);
        const std::size_t next = after_.text.find(part, place.back().end);
        if (next == std::string_view::npos || next - place.back().end > kMostBetween) break;
        place.push_back({next, next + part.size()});
      }
      if (place.size() == spans.size() && atWordEdges(hullOf(place)))
        all.push_back(std::move(place));
    }
    return all;
  }

  [[nodiscard]] bool atWordEdges(Span span) const {
    const auto [first, last] = wordsIn(wordsAfter_, span);
    return first < last && wordsAfter_[first].begin >= span.begin &&
           wordsAfter_[last - 1].end <= span.end;
  }

  /// An item of the same kind and the same words stands there already.
  [[nodiscard]] bool isHeld(std::size_t item, const std::vector<Span>& spans) const {
    const auto& taken = takenBy_[items_[item].quote];
    const auto [from, to] = taken.equal_range(hullOf(spans).begin);
    return std::any_of(from, to,
                       [&](const auto& entry) { return out_.items[entry.second].spans == spans; });
  }

  void elsewhere(std::size_t item) {
    std::vector<std::vector<Span>> places = occurrences(items_[item].spans);
    std::erase_if(places, [&](const auto& place) { return isHeld(item, place); });
    if (places.empty()) return;
    const Around old = aroundOf(before_, items_[item].spans);
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (aroundOf(after_, places[i]) == old) fitting.push_back(i);
    }
    if (fitting.size() == 1) {
      const Method method = places.size() == 1 ? Method::sameText : Method::context;
      put(item, Basket::moved, method, std::move(places[fitting.front()]));
      return;
    }
    if (places.size() == 1) {
      const Around now = aroundOf(after_, places.front());
      surroundingsChanged(item, std::move(places.front()), old, now);
      // A word or two that stand somewhere are no proof that they are the same statement.
      const auto [first, last] = wordsIn(wordsBefore_, items_[item].spans.front());
      if (last - first < 4) out_.items[item].clear = false;
      return;
    }
    const auto best =
        std::max_element(places.begin(), places.end(), [&](const auto& one, const auto& other) {
          return likeness(old.all(), aroundOf(after_, one).all()) <
                 likeness(old.all(), aroundOf(after_, other).all());
        });
    put(item, Basket::reworded, Method::unsure, std::move(*best));
  }

  // ----------------------------------------------------------------------------------- other words

  void indexFound() {
    for (std::size_t f = 0; f < found_.size(); ++f) {
      for (const std::string& key : keysOf(textOf(after_.text, found_[f].spans))) {
        foundWith_[key].push_back(f);
      }
    }
  }

  static std::set<std::string> keysOf(std::string_view text) {
    std::set<std::string> keys;
    for (const Span& word : wordsOf(text)) {
      std::string key = base::searchKey(word.of(text));
      if (key.size() > 1) keys.insert(std::move(key));
    }
    return keys;
  }

  /// Those found that share the most words with the item; rare words count for more.
  [[nodiscard]] std::vector<std::size_t> candidates(std::size_t item, std::string_view text) const {
    std::map<std::size_t, double> shared;
    for (const std::string& key : keysOf(text)) {
      const auto with = foundWith_.find(key);
      if (with == foundWith_.end()) continue;
      for (const std::size_t f : with->second) {
        if (found_[f].quote != items_[item].quote || usedFound_[f] || isTaken(found_[f])) continue;
        shared[f] += 1.0 / static_cast<double>(with->second.size());
      }
    }
    std::vector<std::size_t> best;
    best.reserve(shared.size());
    for (const auto& [f, weight] : shared) best.push_back(f);
    std::stable_sort(best.begin(), best.end(),
                     [&](std::size_t a, std::size_t b) { return shared[a] > shared[b]; });
    if (best.size() > kMostCandidates) best.resize(kMostCandidates);
    return best;
  }

  /// What stands in the new draft between the words that stayed around the item.
  [[nodiscard]] std::optional<Span> gapOf(std::size_t item) const {
    const auto [first, last] = wordsIn(wordsBefore_, hullOf(items_[item].spans));
    if (first == last) return std::nullopt;
    std::size_t begin = 0;
    std::size_t end = wordsAfter_.size();
    for (std::size_t i = first; i-- > 0;) {
      if (!map_[i]) continue;
      begin = *map_[i] + 1;
      break;
    }
    for (std::size_t i = last; i < map_.size(); ++i) {
      if (!map_[i]) continue;
      end = *map_[i];
      break;
    }
    // A whole paragraph that came in beside it is not its new wording.
    if (begin >= end || end - begin > 3 * (last - first) + 4) return std::nullopt;
    return Span{wordsAfter_[begin].begin, wordsAfter_[end - 1].end};
  }

  void alike(std::size_t item) {
    const std::string old = textOf(before_.text, items_[item].spans);
    struct Proposal {
      double likeness = 0;
      std::vector<Span> spans;
      std::optional<std::size_t> found;
    };
    std::vector<Proposal> proposals;
    for (const std::size_t f : candidates(item, old)) {
      proposals.push_back(
          {likeness(old, textOf(after_.text, found_[f].spans)), found_[f].spans, f});
    }
    if (const auto gap = gapOf(item)) {
      proposals.push_back({likeness(old, gap->of(after_.text)), {*gap}, std::nullopt});
    }
    std::erase_if(proposals, [&](const Proposal& p) { return isHeld(item, p.spans); });
    // Among equals what was found stands first: its edges are those of a statement.
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.likeness > b.likeness; });
    if (proposals.empty() || proposals.front().likeness < kLeastLikeness) return;
    Proposal& best = proposals.front();
    const bool alone = std::none_of(proposals.begin() + 1, proposals.end(), [&](const Proposal& p) {
      return p.likeness > best.likeness - 0.1 && common(p.spans, best.spans) == 0;
    });
    const bool sameTurn = turningWords(old) == turningWords(textOf(after_.text, best.spans));
    const double alikeBy = best.likeness;
    if (best.found) usedFound_[*best.found] = true;
    put(item, Basket::reworded, Method::likeness, std::move(best.spans));
    out_.items[item].likeness = alikeBy;
    out_.items[item].clear = alone && sameTurn && alikeBy >= kClearLikeness;
  }

  // ------------------------------------------------------------------------------------- what is
  // new

  /// Half of it, or half of an item, is one and the same.
  [[nodiscard]] bool isTaken(const Standing& found) const {
    const Span hull = hullOf(found.spans);
    const auto& taken = takenBy_[found.quote];
    // Items that begin before it can reach into it; nearly all are shorter than this.
    constexpr std::size_t kReach = 20'000;
    const std::size_t from = hull.begin > kReach ? hull.begin - kReach : 0;
    for (auto at = taken.lower_bound(from); at != taken.end() && at->first < hull.end; ++at) {
      const std::vector<Span>& spans = out_.items[at->second].spans;
      if (2 * common(spans, found.spans) >= std::min(sizeOf(spans), sizeOf(found.spans))) {
        return true;
      }
    }
    return false;
  }

  const DraftText& before_;
  const std::vector<Standing>& items_;
  const DraftText& after_;
  const std::vector<Standing>& found_;
  std::vector<Span> wordsBefore_;
  std::vector<Span> wordsAfter_;
  WordMap map_;
  CarryOver out_;
  std::vector<bool> usedFound_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> foundWith_;
  /// By first byte: the items that have a place, claims and quotes apart.
  std::array<std::multimap<std::size_t, std::size_t>, 2> takenBy_;
};

}  // namespace

CarryOver carryOver(const DraftText& before, const std::vector<Standing>& items,
                    const DraftText& after, const std::vector<Standing>& found) {
  return CarryOverMaker(before, items, after, found).make();
}

}  // namespace assay::evidence
