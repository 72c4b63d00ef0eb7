#include "extract/nlp/sentences.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/nlp/abbreviations.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/list_items.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract::nlp {

namespace {

using base::Span;

// Longer than any sentence of an article, short enough that work per sentence stays small.
constexpr std::size_t kLongest = 3000;
// How far the rules look around a full stop.
constexpr std::size_t kReach = 64;

bool isTerminator(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'！' ||
         c == U'？' || c == U'؟' || c == U'۔' || c == U'।' || c == U'‼' || c == U'⁉';
}

// A run of full stops and the closing marks behind it.
struct Stop {
  std::size_t begin = 0;  // the first terminator
  std::size_t signs = 0;  // behind the last terminator
  std::size_t end = 0;    // behind the closers
  std::size_t dots = 0;
  bool onlyDots = true;
  bool spaced = false;  // ". . ."
  bool quoted = false;  // a quotation mark closes behind it
};

class Cutter {
 public:
  Cutter(std::string_view text, Span block) : text_(text), block_(block) {
    caseless_ = !std::any_of(text.begin() + static_cast<std::ptrdiff_t>(block.begin),
                             text.begin() + static_cast<std::ptrdiff_t>(block.end),
                             [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  std::vector<Span> run() {
    ListItems items(text_, block_);
    std::size_t begin = skipSpace(text_, block_.begin, block_.end);
    std::size_t at = items.skipMarker(begin);
    while (at < block_.end) {
      if (at > begin && items.startsAt(at)) {
        push(begin, at);
        begin = at;
        at = items.skipMarker(at);
        continue;
      }
      const char32_t c = charAt(text_, at);
      if (isTerminator(c)) {
        const Stop stop = readStop(at);
        const std::optional<std::size_t> cut = boundary(begin, stop);
        at = stop.signs;
        if (cut) {
          push(begin, *cut);
          begin = skipSpace(text_, *cut, block_.end);
          at = std::max(begin, *cut);
          if (items.startsAt(begin)) at = items.skipMarker(begin);
        }
        continue;
      }
      if (at - begin > kLongest && isSpace(c)) {
        push(begin, at);
        begin = skipSpace(text_, at, block_.end);
        at = begin;
        continue;
      }
      at = next(text_, at);
    }
    push(begin, block_.end);
    return std::move(out_);
  }

 private:
  void push(std::size_t begin, std::size_t end) {
    while (end > begin && isSpace(charBefore(text_, end))) {
      end -= base::codePointBefore(text_, end).length;
    }
    if (begin < end) out_.push_back({begin, end});
  }

  Stop readStop(std::size_t at) const {
    Stop stop;
    stop.begin = at;
    std::size_t to = at;
    while (to < block_.end) {
      const char32_t c = charAt(text_, to);
      if (isTerminator(c)) {
        stop.onlyDots = stop.onlyDots && (c == U'.' || c == U'…');
        stop.dots += c == U'…' ? 3 : 1;
        to = next(text_, to);
      } else if (c == U' ' && stop.onlyDots && charAt(text_, to + 1) == U'.' &&
                 to + 1 < block_.end && !isDigit(charAt(text_, to + 2))) {
        stop.spaced = true;
        ++to;
      } else {
        break;
      }
    }
    stop.signs = to;
    while (to < block_.end && isCloser(charAt(text_, to)) && !opensNext(to)) {
      stop.quoted = stop.quoted || isQuotationMark(charAt(text_, to));
      to = next(text_, to);
    }
    stop.end = to;
    return stop;
  }

  // A mark that sits against the next word opens there ("word.“Next").
  bool opensNext(std::size_t at) const {
    const char32_t c = charAt(text_, at);
    return (c == U'“' || c == U'‘' || c == U'(' || c == U'[') &&
           isWordCharacter(charAt(text_, next(text_, at)));
  }

  // Where the sentence ends if it ends at this stop.
  std::optional<std::size_t> boundary(std::size_t begin, const Stop& stop) const {
    const std::size_t follow = skipSpace(text_, stop.end, block_.end);
    if (follow >= block_.end) return block_.end;
    if (stop.begin == begin && stop.onlyDots) return std::nullopt;
    if (follow == stop.end) return glued(stop) ? std::optional(stop.end) : std::nullopt;
    std::size_t word = follow;
    while (word < block_.end && (isOpener(charAt(text_, word)) || isDash(charAt(text_, word)) ||
                                 charAt(text_, word) == U'_')) {
      word = next(text_, word);
    }
    const char32_t first = charAt(text_, word);
    if (isLower(first) && !startsInLowerCase(stop)) return std::nullopt;
    if (!isWordCharacter(first) && follow == word && !isQuotationMark(first)) {
      if (first == U',' || first == U';' || first == U':' || first == U'&') return std::nullopt;
    }
    if (stop.spaced || stop.dots >= 3) return afterEllipsis(stop, word);
    if (bracketed(stop)) return std::nullopt;
    if (stop.quoted && reportedNext(word, stop.onlyDots)) return std::nullopt;
    if (stop.onlyDots && stop.dots == 1 && !endsAfter(stop, word)) return std::nullopt;
    return stop.end;
  }

  // A text without any capital letter still has sentences.
  bool startsInLowerCase(const Stop& stop) const {
    if (!caseless_ || stop.dots > 1) return false;
    return wordBefore(stop.begin).size() > 3;
  }

  // "[...]" and "(?)" stand inside a sentence.
  bool bracketed(const Stop& stop) const {
    const char32_t open = charBefore(text_, stop.begin);
    return (open == U'[' || open == U'(') && stop.end > stop.signs && stop.begin > block_.begin;
  }

  std::optional<std::size_t> afterEllipsis(const Stop& stop, std::size_t word) const {
    const std::string lower = asciiLower(wordAt(word));
    if (stop.spaced && stop.dots > 3 && !isSpace(charBefore(text_, stop.begin)) &&
        stop.begin > block_.begin) {
      return next(text_, stop.begin);  // "… compounds. . . . The practice"
    }
    if (bracketed(stop) || (stop.dots == 3 && (lower == "i" || lower == "i'm"))) {
      return std::nullopt;
    }
    return stop.end;
  }

  // "world.Today": no blank, but a long word, a full stop and a capitalised word.
  bool glued(const Stop& stop) const {
    if (!isUpper(charAt(text_, stop.end)) || stop.end + 1 >= block_.end) return false;
    if (!isLower(charAt(text_, next(text_, stop.end)))) return false;
    const std::string before = wordBefore(stop.begin);
    if (before.find('@') != std::string::npos || before.find('/') != std::string::npos ||
        before.find('.') != std::string::npos || before.starts_with("www")) {
      return false;
    }
    const std::size_t chunk = text_.substr(stop.end, kReach).find_first_of(" \n@/");
    if (chunk != std::string_view::npos && text_[stop.end + chunk] != ' ' &&
        text_[stop.end + chunk] != '\n') {
      return false;
    }
    const char32_t last = charBefore(text_, stop.begin);
    return isDigit(last) || isCloser(last) || (isLower(last) && before.size() > 2) || stop.quoted;
  }

  // Does a single full stop end its sentence before the word at `word`?
  bool endsAfter(const Stop& stop, std::size_t word) const {
    const std::string before = wordBefore(stop.begin);
    const bool starter = isStarter(word);
    if (before.empty()) return true;
    if (stop.end > stop.signs) return true;  // a mark or bracket closed behind it
    if (titleAbbreviations().has(before)) return false;
    if (abbreviationsBeforeNumbers().has(before) && isDigit(charAt(text_, word))) return false;
    if (before.size() == 1 && isLetter(charAt(text_, stop.begin - 1))) {
      return endsAfterInitial(stop, starter);
    }
    if (otherAbbreviations().has(before) || before.find('.') != std::string::npos) {
      return starter || isQuotationMark(charAt(text_, skipSpace(text_, stop.end, block_.end)));
    }
    return true;
  }

  // "Albert I. Jones" goes on, "you and I. Did" does not.
  bool endsAfterInitial(const Stop& stop, bool starter) const {
    if (isLower(charAt(text_, stop.begin - 1))) return starter;
    const std::size_t before = stop.begin - 1;
    std::size_t at = before;
    while (at > block_.begin && isSpace(charBefore(text_, at))) --at;
    std::size_t from = at;
    while (from > block_.begin && at - from < kReach && !isSpace(charBefore(text_, from))) {
      from -= base::codePointBefore(text_, from).length;
    }
    return starter && !isUpper(charAt(text_, from));
  }

  bool isStarter(std::size_t word) const {
    return sentenceStarters().has(asciiLower(wordAt(word))) && isUpper(charAt(text_, word));
  }

  // After a closed quotation: "said Kelly", "Kelly said", "the mayor said" belong to it. After a
  // full stop only when nothing is said behind the verb ("It warns that …" is a new sentence).
  bool reportedNext(std::size_t word, bool fullStop) const {
    std::size_t at = word;
    bool sawSentenceWord = false;
    for (int i = 0; i < 5 && at < block_.end; ++i) {
      const std::string_view here = wordAt(at);
      if (here.empty()) return false;
      if (isReportingVerb(asciiLower(here))) {
        if (i == 0 && isUpper(charAt(text_, at))) return false;
        return !fullStop || saysNothing(at + here.size());
      }
      sawSentenceWord = sawSentenceWord || (i > 0 && isLower(charAt(text_, at)));
      if (sawSentenceWord && i > 1) return false;
      at += here.size();
      if (at < block_.end && charAt(text_, at) == U'.') ++at;  // an initial or a title
      at = skipSpace(text_, at, block_.end);
    }
    return false;
  }

  // What follows a verb without a content of its own: the end, a comma, a place or a time.
  bool saysNothing(std::size_t at) const {
    const std::size_t next = skipSpace(text_, at, block_.end);
    const char32_t c = charAt(text_, next);
    if (next >= block_.end || c == U'.' || c == U',' || c == U';') return true;
    const std::string word = asciiLower(wordAt(next));
    return word == "in" || word == "on" || word == "at" || word == "after" || word == "during" ||
           word == "to" || word == "when" || word == "last";
  }

  std::string_view wordAt(std::size_t at) const {
    std::size_t end = at;
    while (end < block_.end && end - at < kReach &&
           (isWordCharacter(charAt(text_, end)) || isApostrophe(charAt(text_, end)) ||
            charAt(text_, end) == U'-')) {
      end = next(text_, end);
    }
    return text_.substr(at, end - at);
  }

  // The lower-case run of characters before a full stop, back to a blank, a mark or a bracket.
  std::string wordBefore(std::size_t end) const {
    std::size_t at = end;
    while (at > block_.begin && end - at < kReach) {
      const char32_t c = charBefore(text_, at);
      if (isSpace(c) || c == U'(' || c == U'[' || (isQuotationMark(c) && !isApostrophe(c)) ||
          c == U'—' || c == U'…' || c == U',') {
        break;
      }
      at -= base::codePointBefore(text_, at).length;
    }
    return asciiLower(text_.substr(at, end - at));
  }

  std::string_view text_;
  Span block_;
  bool caseless_ = false;
  std::vector<Span> out_;
};

}  // namespace

std::vector<Span> sentences(std::string_view text, Span block) { return Cutter(text, block).run(); }

}  // namespace assay::extract::nlp
