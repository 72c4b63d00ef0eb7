#include "report/pdf_word_setter.h"

#include <algorithm>
#include <utility>

namespace assay::report {

namespace {

bool isLetter(unsigned char byte) {
  // Of more than one byte: letters with accents. What is a sign among them is looked at before.
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

enum class Sort : std::uint8_t {
  letter,
  quote,
  stop,
  opening,
  closing,
  hyphen,
  money,
  percent,
  other
};

struct Sign {
  Sort sort = Sort::other;
  std::size_t length = 1;
};

Sign signAt(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (isLetter(byte)) return {Sort::letter, 1};
  switch (byte) {
    case '"':
    case '\'': return {Sort::quote, 1};
    case '.':
    case ',':
    case ':':
    case ';': return {Sort::stop, 1};
    case '(':
    case '[': return {Sort::opening, 1};
    case ')':
    case ']': return {Sort::closing, 1};
    case '-': return {Sort::hyphen, 1};
    case '$': return {Sort::money, 1};
    case '%': return {Sort::percent, 1};
    default: break;
  }
  if (byte >= 0xC3 && byte < 0xCC) return {Sort::letter, 2};  // and × and ÷, alone between blanks
  for (const std::string_view quote : {"‘", "’", "“", "”", "„", "«", "»"}) {
    if (text.substr(at).starts_with(quote)) return {Sort::quote, quote.size()};
  }
  for (const std::string_view blank : {"\u00A0", "\u202F"}) {  // that keep words together
    if (text.substr(at).starts_with(blank)) return {Sort::letter, blank.size()};
  }
  for (const std::string_view sign : {"€", "£"}) {
    if (text.substr(at).starts_with(sign)) return {Sort::money, sign.size()};
  }
  return {Sort::other, byte < 0x80 ? 1U : byte < 0xE0 ? 2U : 3U};
}

bool staysTogether(Sort a, Sort b, bool digits) {
  if (a == Sort::quote || b == Sort::quote) return true;
  switch (a) {
    case Sort::letter:
      return b == Sort::letter || b == Sort::stop || b == Sort::opening || b == Sort::closing ||
             b == Sort::percent || b == Sort::hyphen;
    case Sort::stop:
    case Sort::closing: return b == Sort::letter || b == Sort::stop || b == Sort::closing;
    case Sort::opening: return b == Sort::letter || b == Sort::money;
    case Sort::hyphen: return digits && b == Sort::letter;  // of a date
    case Sort::money: return digits;
    case Sort::percent: return b == Sort::stop || b == Sort::closing;
    default: return false;
  }
}

/// Whether a line can be broken nowhere inside the word (UAX #14, of its rules what is needed here;
/// false also when in doubt).
bool isSolid(std::string_view word) {
  Sign before = signAt(word, 0);
  for (std::size_t at = before.length; at < word.size();) {
    const Sign next = signAt(word, at);
    const bool digits = word[at] >= '0' && word[at] <= '9';
    if (!staysTogether(before.sort, next.sort, digits)) return false;
    before = next;
    at += next.length;
  }
  return true;
}

/// Puts lines together.
class Paragraph {
 public:
  Paragraph(SetText& out, std::int32_t limit) : out_(out), limit_(limit) {}

  [[nodiscard]] bool fits(std::int32_t width) const { return limit_ < 0 || x_ + width <= limit_; }
  [[nodiscard]] bool fitsAlone(std::int32_t width) const { return width <= limit_; }

  void add(const SetText& set, std::size_t at, std::uint32_t colour) {
    for (const SetRun& from : set.runs) {
      const bool goesOn = out_.runs.size() > line_.first && out_.runs.back().face == from.face &&
                          out_.runs.back().size == from.size && out_.runs.back().colour == colour;
      if (!goesOn) {
        out_.runs.push_back({from.face, from.size, colour, out_.glyphs.size(), 0});
      }
      for (std::size_t i = from.first; i < from.last; ++i) {
        SetGlyph glyph = set.glyphs[i];
        glyph.x += x_;
        glyph.begin += static_cast<std::uint32_t>(at);
        glyph.end += static_cast<std::uint32_t>(at);
        out_.glyphs.push_back(glyph);
      }
      out_.runs.back().last = out_.glyphs.size();
    }
    x_ += widthOf(set);
  }

  void endLine(std::size_t end) {
    line_.end = end;
    line_.last = out_.runs.size();
    line_.width = x_ / kPlaces;
    out_.lines.push_back(line_);
    line_ = {end, end, 0, 0, out_.runs.size(), 0};
    x_ = 0;
  }
  void skipTo(std::size_t begin) { line_.begin = begin; }

  static std::int32_t widthOf(const SetText& set) {
    if (set.glyphs.empty()) return 0;
    return set.glyphs.back().x + set.glyphs.back().width;
  }

 private:
  SetText& out_;
  std::int32_t limit_;
  std::int32_t x_ = 0;
  SetLine line_;
};

}  // namespace

bool isPlain(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
    // Two bytes up to U+02FF; of three bytes the punctuation, arrows and shapes from U+2010 on.
    if (byte >= 0xCC && !(byte == 0xE2 && next >= 0x80 && next < 0xAF && next != 0x83))
      return false;
  }
  return true;
}

WordSetter::Known& WordSetter::knownIn(const Look& look) {
  for (Kept& each : kept_) {
    if (each.look == look) return each.words;
  }
  kept_.push_back({look, {}});
  return kept_.back().words;
}

void WordSetter::forgetSome() {
  constexpr std::size_t kMostKept = 20'000;  // words of one look: a long article has fewer
  for (Kept& each : kept_) {
    if (each.words.size() > kMostKept) each.words.clear();
  }
}

/// Cuts [begin, end) where the style changes, and sets what is new; false when styles overlap.
bool WordSetter::parts(const Words& words, const TextStyle& style, std::size_t begin,
                       std::size_t end) {
  parts_.clear();
  auto run = std::partition_point(words.runs.begin(), words.runs.end(),
                                  [&](const Run& each) { return each.end <= begin; });
  while (begin < end) {
    Look look{style.face, style.size, style.bold, style.italic, false};
    Part part{begin, end, style.colour, nullptr};
    if (run != words.runs.end() && run->begin <= begin) {
      look.bold = look.bold || run->bold;
      look.raised = run->raised;
      part.colour = run->colour;
      part.end = std::min(end, run->end);
      if (part.end == run->end) ++run;
    } else if (run != words.runs.end()) {
      part.end = std::min(end, run->begin);
    }
    if (part.end <= begin) return false;
    // A line that was ended by hand still keeps its words from those of the next: with a blank.
    std::string_view text = std::string_view(words.text).substr(begin, part.end - begin);
    if (text == "\n") text = " ";
    Known& known = knownIn(look);
    auto found = known.find(text);
    if (found == known.end()) {
      Words one(text);
      one.runs.push_back({0, text.size(), 0, look.bold, look.raised});
      found = known.emplace(std::string(text), setOne_(one, style)).first;
    }
    part.set = found->second.get();
    parts_.push_back(part);
    begin = part.end;
  }
  return true;
}

std::shared_ptr<const SetText> WordSetter::set(const Words& words, const TextStyle& style,
                                               double width) {
  const std::string_view text = words.text;
  if (!isPlain(text) || text.find('\t') != std::string_view::npos) return nullptr;
  forgetSome();
  auto made = std::make_shared<SetText>();
  made->glyphs.reserve(text.size() + 1);
  Paragraph paragraph(*made, width < 0 ? -1 : static_cast<std::int32_t>(width * kPlaces));
  bool begun = false;  // a word stands on this line
  for (std::size_t at = 0; at < text.size();) {
    const char first = text[at];
    const bool blank = first == ' ' || first == '\n';
    const std::size_t end = blank ? at + 1 : std::min(text.find_first_of(" \n", at), text.size());
    if (!parts(words, style, at, end)) return nullptr;
    if (!blank) {
      std::int32_t wide = 0;
      for (const Part& part : parts_) wide += Paragraph::widthOf(*part.set);
      if (!paragraph.fits(wide)) {
        if (!begun || !paragraph.fitsAlone(wide) || !isSolid(text.substr(at, end - at))) {
          return nullptr;
        }
        paragraph.endLine(at);
      }
      begun = true;
    }
    for (const Part& part : parts_) paragraph.add(*part.set, part.begin, part.colour);
    at = end;
    if (first == '\n') {
      paragraph.endLine(at - 1);
      paragraph.skipTo(at);
      begun = false;
    }
  }
  paragraph.endLine(text.size());
  return made;
}

}  // namespace assay::report
