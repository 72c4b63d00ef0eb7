#include "extract/quotation_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/nlp/characters.h"

namespace assay::extract {

namespace {

using base::Span;
using nlp::charAt;
using nlp::charBefore;
using nlp::next;

// Deeper nesting than this is damage, not quotation.
constexpr std::size_t kDeepest = 6;

// Words that begin with an apostrophe for letters left out.
constexpr std::array<std::string_view, 9> kElided = {"em",   "tis", "twas",  "til", "cause",
                                                     "bout", "n",   "round", "cuz"};

enum class Family : std::uint8_t {
  straight,
  curly,
  guillemet,
  low,
  pair,
  corner,
  single,
  lowSingle
};

struct Open {
  Family family = Family::straight;
  char32_t closer = 0;
  std::size_t begin = 0;  // of the mark
  std::size_t inner = 0;  // behind it
  std::size_t slot = 0;   // in the list of results
};

class Finder {
 public:
  Finder(std::string_view text, Span paragraph, std::size_t number, std::vector<Marked>& out)
      : text_(text), paragraph_(paragraph), number_(number), out_(out), first_(out.size()) {}

  void run() {
    collectSingleClosers();
    for (std::size_t at = paragraph_.begin; at < paragraph_.end;) {
      const char32_t c = charAt(text_, at);
      const std::size_t after = next(text_, at);
      if (!nlp::isQuotationMark(c)) {
        at = after;
        continue;
      }
      at = mark(c, at, after);
    }
    finish();
  }

 private:
  [[nodiscard]] char32_t before(std::size_t at) const {
    return at > paragraph_.begin ? charBefore(text_, at) : U' ';
  }
  [[nodiscard]] char32_t behind(std::size_t at) const {
    return at < paragraph_.end ? charAt(text_, at) : U' ';
  }

  // Room on the left: a quotation may open here.
  [[nodiscard]] bool roomBefore(std::size_t at) const {
    const char32_t c = before(at);
    return nlp::isSpace(c) || c == U'(' || c == U'[' || c == U'{' || nlp::isDash(c) || c == U'/' ||
           c == U':' || c == U'>' || (nlp::isQuotationMark(c) && c != U'”');
  }
  // Room on the right: a quotation may close here.
  [[nodiscard]] bool roomBehind(std::size_t at) const {
    const char32_t c = behind(at);
    return nlp::isSpace(c) || !(nlp::isWordCharacter(c) || c == U'(' || c == U'[' || c == U'$' ||
                                c == U'£' || c == U'€' || c == U'#' || c == U'@' || c == U'“' ||
                                c == U'‘' || c == U'.' || c == U'…');
  }

  // Handles the mark at `at` and gives the byte to go on from.
  std::size_t mark(char32_t c, std::size_t at, std::size_t after) {
    switch (c) {
      case U'“': openOrClose(Family::curly, U'”', at, after, c); break;
      case U'”': closeOr(Family::curly, U'”', at, after, c); break;
      case U'„': open(Family::low, U'“', at, after); break;
      case U'‟': closeAny(at, after, c); break;
      case U'«': guillemet(U'»', at, after, c); break;
      case U'»': guillemet(U'«', at, after, c); break;
      case U'「': open(Family::corner, U'」', at, after); break;
      case U'」': closeAny(at, after, c); break;
      case U'"': straight(at, after); break;
      case U'‘':
      case U'‚':
      case U'‹': openSingle(c, at, after); break;
      case U'’':
      case U'›':
      case U'\'':
      case U'`': return single(c, at, after);
      default: break;
    }
    return after;
  }

  void open(Family family, char32_t closer, std::size_t at, std::size_t after) {
    if (stack_.size() >= kDeepest) return;
    Marked marked;
    marked.outer = {at, paragraph_.end};
    marked.inner = {after, paragraph_.end};
    marked.paragraph = number_;
    marked.depth = static_cast<std::uint8_t>(stack_.size());
    marked.closed = false;
    marked.single = family == Family::single || family == Family::lowSingle;
    stack_.push_back({family, closer, at, after, out_.size()});
    out_.push_back(marked);
  }

  // Closes the stack's entry `level`; what stands above it was never a quotation.
  void closeLevel(std::size_t level, std::size_t at, std::size_t after) {
    for (std::size_t i = level + 1; i < stack_.size(); ++i) dropped(stack_[i]);
    Marked& marked = out_[stack_[level].slot];
    marked.outer.end = after;
    marked.inner.end = at;
    marked.closed = true;
    stack_.resize(level);
  }

  void dropped(const Open& open) { out_[open.slot].inner = {open.inner, open.inner}; }

  [[nodiscard]] std::optional<std::size_t> level(Family family) const {
    for (std::size_t i = stack_.size(); i > 0; --i) {
      if (stack_[i - 1].family == family) return i - 1;
    }
    return std::nullopt;
  }

  // “ also closes „ and is sometimes typed where ” belongs.
  void openOrClose(Family family, char32_t closer, std::size_t at, std::size_t after, char32_t c) {
    if (const auto low = level(Family::low); low && c == U'“') return closeLevel(*low, at, after);
    const auto same = level(family);
    if (same && !roomBefore(at) && roomBehind(after)) return closeLevel(*same, at, after);
    if (same && stack_.back().family == family && roomBefore(at)) {
      // Opened again without having been closed: the first was left open.
      endOpen(*same, at);
    }
    open(family, closer, at, after);
  }

  // Ends an entry that was never closed, at the blank before byte `at`.
  void endOpen(std::size_t level, std::size_t at) {
    for (std::size_t i = level + 1; i < stack_.size(); ++i) dropped(stack_[i]);
    std::size_t end = at;
    while (end > stack_[level].inner && nlp::isSpace(charBefore(text_, end))) {
      end -= base::codePointBefore(text_, end).length;
    }
    Marked& marked = out_[stack_[level].slot];
    marked.outer.end = end;
    marked.inner.end = end;
    stack_.resize(level);
  }

  void closeOr(Family family, char32_t, std::size_t at, std::size_t after, char32_t c) {
    for (std::size_t i = stack_.size(); i > 0; --i) {
      const Family f = stack_[i - 1].family;
      if (f == family || f == Family::low || (f == Family::straight && !roomBefore(at))) {
        return closeLevel(i - 1, at, after);
      }
    }
    // ”Swedish” and mistyped openings. Nothing can be closed where a paragraph begins: “ was meant,
    // if it is closed at all.
    const bool starts =
        at == paragraph_.begin && text_.find("”", after) < paragraph_.end && roomBehind(after);
    if (starts || (roomBefore(at) && !roomBehind(after))) {
      open(Family::curly, c, at, starts ? nlp::skipSpace(text_, after, paragraph_.end) : after);
    }
  }

  void closeAny(std::size_t at, std::size_t after, char32_t c) {
    for (std::size_t i = stack_.size(); i > 0; --i) {
      if (stack_[i - 1].closer == c || stack_[i - 1].family == Family::low) {
        return closeLevel(i - 1, at, after);
      }
    }
  }

  // «French», »German«: the first to come says which way they point.
  void guillemet(char32_t other, std::size_t at, std::size_t after, char32_t c) {
    const auto opened = level(Family::guillemet);
    if (opened && stack_[*opened].closer == c) return closeLevel(*opened, at, after);
    open(Family::guillemet, other, at, after);
  }

  void straight(std::size_t at, std::size_t after) {
    const auto same = level(Family::straight);
    const bool opening = roomBefore(at) && !roomBehind(after);
    if (same) {
      if (opening && stack_.back().family == Family::straight) {
        endOpen(*same, at);
        return open(Family::straight, U'"', at, after);
      }
      return closeLevel(*same, at, after);
    }
    if (const auto curly = level(Family::curly); curly && !roomBefore(at)) {
      return closeLevel(*curly, at, after);
    }
    const bool inches = nlp::isDigit(before(at));
    if (!inches && (opening || roomBefore(at) || !roomBehind(after))) {
      open(Family::straight, U'"', at, after);
    }
  }

  void openSingle(char32_t c, std::size_t at, std::size_t after) {
    // ‚German‘: the mark that opens in English closes there.
    if (const auto low = level(Family::lowSingle); low && c == U'‘' && closerShape(at, after)) {
      return closeLevel(*low, at, after);
    }
    if (c == U'‘' && behind(after) == U'‘') return;
    if (nlp::isDigit(behind(after)) || elided(after)) return;
    if (c == U'‚' && !roomBefore(at)) return;
    if (c == U'‘' && nlp::isLetter(before(at))) return;
    if (!closerAfter(after)) return;
    open(c == U'‚' ? Family::lowSingle : Family::single, c == U'‹' ? U'›' : U'’', at, after);
  }

  // Apostrophes and closing single marks; two in a row stand for a double mark.
  std::size_t single(char32_t c, std::size_t at, std::size_t after) {
    if ((c == U'\'' || c == U'`' || c == U'’') && after < paragraph_.end &&
        charAt(text_, after) == c) {
      const std::size_t second = next(text_, after);
      const auto pair = level(Family::pair);
      const bool opening = c == U'`' || (roomBefore(at) && !roomBehind(second));
      if (pair && !opening) {
        closeLevel(*pair, at, second);
      } else if (opening || roomBefore(at)) {
        if (pair) endOpen(*pair, at);
        open(Family::pair, c, at, second);
      }
      return second;
    }
    for (const Family family : {Family::single, Family::lowSingle}) {
      const auto opened = level(family);
      if (opened && closesSingle(at, after)) {
        closeLevel(*opened, at, after);
        return after;
      }
    }
    if (c == U'\'' && roomBefore(at) && nlp::isLetter(behind(after)) && !elided(after) &&
        !level(Family::single) && closerAfter(after)) {
      open(Family::single, U'\'', at, after);
    }
    return after;
  }

  [[nodiscard]] bool elided(std::size_t at) const {
    std::size_t end = at;
    while (end < paragraph_.end && end - at < 8 && nlp::isLetter(charAt(text_, end))) {
      end = next(text_, end);
    }
    const std::string word = nlp::asciiLower(text_.substr(at, end - at));
    return std::find(kElided.begin(), kElided.end(), word) != kElided.end();
  }

  // A sign that could close single marks: behind a word or a stop, with room on its right.
  [[nodiscard]] bool closerShape(std::size_t at, std::size_t after) const {
    return !nlp::isSpace(before(at)) && !nlp::isWordCharacter(behind(after));
  }

  // "the workers’ rights": a possessive plural before a word, when another closer follows.
  [[nodiscard]] bool closesSingle(std::size_t at, std::size_t after) const {
    if (!closerShape(at, after)) return false;
    const bool possessive = (before(at) == U's' || before(at) == U'S') && behind(after) == U' ' &&
                            nlp::isLower(behind(after + 1));
    return !possessive || !closerAfter(after);
  }

  [[nodiscard]] bool closerAfter(std::size_t at) const {
    return std::upper_bound(closers_.begin(), closers_.end(), at) != closers_.end();
  }

  void collectSingleClosers() {
    for (std::size_t at = paragraph_.begin; at < paragraph_.end;) {
      const char32_t c = charAt(text_, at);
      const std::size_t after = next(text_, at);
      const bool sign = c == U'’' || c == U'\'' || c == U'›' || c == U'‘';
      if (sign && closerShape(at, after)) closers_.push_back(at);
      at = after;
    }
  }

  // What is still open ends with the paragraph; single marks left open were apostrophes.
  void finish() {
    for (const Open& open : stack_) {
      if (out_[open.slot].single || out_[open.slot].depth > 0) dropped(open);
    }
    out_.erase(std::remove_if(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(),
                              [](const Marked& m) { return m.inner.empty(); }),
               out_.end());
  }

  std::string_view text_;
  Span paragraph_;
  std::size_t number_;
  std::vector<Marked>& out_;
  std::size_t first_;
  std::vector<Open> stack_;
  std::vector<std::size_t> closers_;
};

bool blank(std::string_view text, Span span) {
  for (std::size_t at = span.begin; at < span.end; at = next(text, at)) {
    if (nlp::isWordCharacter(charAt(text, at))) return false;
  }
  return true;
}

}  // namespace

std::vector<Marked> findMarked(std::string_view text, const std::vector<Span>& paragraphs) {
  std::vector<Marked> out;
  std::optional<std::size_t> open;  // of the paragraph before, not closed
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::size_t first = out.size();
    Finder(text, paragraphs[i], i, out).run();
    const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
    out.erase(
        std::remove_if(begin, out.end(), [&](const Marked& m) { return blank(text, m.inner); }),
        out.end());
    // Goes on when it opens again as it opened: “ behind an open " is somebody else within it.
    if (open && first < out.size() && out[first].outer.begin == paragraphs[i].begin &&
        charAt(text, out[first].outer.begin) == charAt(text, out[*open].outer.begin)) {
      out[first].continues = open;
    }
    open.reset();
    for (std::size_t m = first; m < out.size(); ++m) {
      if (!out[m].closed && out[m].outer.end == paragraphs[i].end) open = m;
    }
  }
  return out;
}

}  // namespace assay::extract
