#include "extract/nlp/tokens.h"

#include <array>

#include "extract/nlp/abbreviations.h"
#include "extract/nlp/characters.h"

namespace assay::extract::nlp {

namespace {

using base::Span;

// What an apostrophe joins to a word but stands as a token of its own.
constexpr std::array<std::string_view, 6> kClitics = {"s", "re", "ve", "ll", "d", "m"};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence, std::vector<Token>& out)
      : text_(text), end_(sentence.end), at_(sentence.begin), out_(out) {}

  void run() {
    bool space = true;
    while (at_ < end_) {
      const char32_t c = charAt(text_, at_);
      if (isSpace(c)) {
        space = true;
        at_ = next(text_, at_);
        continue;
      }
      step(c, space);
      space = false;
    }
  }

 private:
  void push(std::size_t begin, std::size_t end, TokenKind kind, bool space) {
    if (begin < end) out_.push_back({{begin, end}, kind, space});
  }

  void step(char32_t c, bool space) {
    const std::size_t begin = at_;
    if (isWordCharacter(c)) {
      at_ = wordEnd(begin);
      pushWord(begin, at_, space);
    } else if (clitic(begin, space) > 0) {
      at_ = clitic(begin, space);
      push(begin, at_, TokenKind::word, space);
    } else if (c == U'.' || c == U'-') {
      while (at_ < end_ && charAt(text_, at_) == c) at_ = next(text_, at_);
      push(begin, at_, TokenKind::punctuation, space);
    } else {
      at_ = next(text_, at_);
      while (at_ < end_ && joins(charAt(text_, at_))) at_ = next(text_, at_);
      push(begin, at_, kindOf(c), space);
    }
  }

  // Variation selectors, joiners and modifiers stay with the sign before them: a token never
  // ends inside what a reader sees as one character.
  static bool joins(char32_t c) {
    return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) ||
           (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20FF);
  }

  static TokenKind kindOf(char32_t c) {
    if (isQuotationMark(c)) return TokenKind::mark;
    switch (c) {
      case U',':
      case U';':
      case U':':
      case U'!':
      case U'?':
      case U'(':
      case U')':
      case U'[':
      case U']':
      case U'{':
      case U'}':
      case U'…':
      case U'/':
      case U'–':
      case U'—': return TokenKind::punctuation;
      default: return TokenKind::symbol;
    }
  }

  // An apostrophe right after a word, with a known ending behind it: "'s", "’ll".
  std::size_t clitic(std::size_t at, bool space) const {
    if (space || !isApostrophe(charAt(text_, at))) return 0;
    const std::size_t from = next(text_, at);
    std::size_t to = from;
    while (to < end_ && isLetter(charAt(text_, to)) && to - from < 8) to = next(text_, to);
    const std::string ending = asciiLower(text_.substr(from, to - from));
    for (const auto known : kClitics) {
      if (ending == known) return to;
    }
    return 0;
  }

  bool wordAt(std::size_t at) const { return at < end_ && isWordCharacter(charAt(text_, at)); }
  bool digitAt(std::size_t at) const { return at < end_ && isDigit(charAt(text_, at)); }

  // End of the run of characters that make one word, from its first letter or digit.
  std::size_t wordEnd(std::size_t begin) const {
    std::size_t at = begin;
    while (at < end_) {
      const char32_t c = charAt(text_, at);
      const std::size_t after = next(text_, at);
      if (isWordCharacter(c)) {
        at = after;
      } else if (joinsInside(c, at, after) && clitic(at, false) == 0) {
        at = after;
      } else if (c == U'.' && keepsFullStop(begin, at, after)) {
        at = after;
      } else {
        break;
      }
    }
    return at;
  }

  // Signs that hold a word or a number together when both neighbours belong to it.
  bool joinsInside(char32_t c, std::size_t at, std::size_t after) const {
    if (joins(c) || c == 0xAD) return true;
    if (!wordAt(after)) return false;
    if (c == U'-' || c == U'‑' || c == U'&' || c == U'_' || c == U'@') return true;
    if (isApostrophe(c)) return true;
    const bool digits = isDigit(charBefore(text_, at)) && digitAt(after);
    if (c == U',' || c == U':' || c == U'/') return digits;
    return c == U'.' && (digits || isLetter(charBefore(text_, at)));
  }

  // "U.S.", "Mr.", "Jan." keep their full stop unless it is the sentence's own last sign.
  bool keepsFullStop(std::size_t begin, std::size_t at, std::size_t after) const {
    const std::string word = asciiLower(text_.substr(begin, std::min<std::size_t>(at - begin, 16)));
    const bool inner = word.find('.') != std::string::npos && at - begin <= 8;
    const bool initial = next(text_, begin) == at && isUpper(charAt(text_, begin));
    const bool last = skipSpace(text_, after, end_) == end_;
    if (last) return inner;
    return inner || initial || titleAbbreviations().has(word) || otherAbbreviations().has(word) ||
           (abbreviationsBeforeNumbers().has(word) && digitAt(skipSpace(text_, after, end_)));
  }

  // Splits "n't" off and pushes what a word is made of.
  void pushWord(std::size_t begin, std::size_t end, bool space) {
    const std::size_t cut = negationCut(begin, end);
    push(begin, cut, wordKind(begin, cut), space);
    push(cut, end, TokenKind::word, begin == cut && space);
  }

  std::size_t negationCut(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    for (const std::string_view ending : {"n't", "n’t", "N'T", "N’T"}) {
      if (word.size() > ending.size() && word.ends_with(ending)) return end - ending.size();
    }
    return end;
  }

  TokenKind wordKind(std::size_t begin, std::size_t end) const {
    if (!isDigit(charAt(text_, begin))) return TokenKind::word;
    for (std::size_t at = begin; at < end; at = next(text_, at)) {
      if (isLetter(charAt(text_, at))) {
        const std::string rest = asciiLower(text_.substr(at, std::min<std::size_t>(end - at, 4)));
        const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ||
                             rest == "s" || rest == "m" || rest == "bn" || rest == "k";
        return ordinal ? TokenKind::number : TokenKind::word;
      }
    }
    return TokenKind::number;
  }

  std::string_view text_;
  std::size_t end_;
  std::size_t at_;
  std::vector<Token>& out_;
};

}  // namespace

void appendTokens(std::string_view text, Span sentence, std::vector<Token>& out) {
  Tokenizer(text, sentence, out).run();
}

}  // namespace assay::extract::nlp
