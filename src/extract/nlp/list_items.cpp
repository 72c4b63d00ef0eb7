#include "extract/nlp/list_items.h"

#include <array>
#include <string>

#include "extract/nlp/characters.h"

namespace assay::extract::nlp {

namespace {

bool isBullet(char32_t c) {
  return c == U'•' || c == U'⁃' || c == U'◦' || c == U'▪' || c == U'‣' || c == U'·';
}

// "i" to "x" and back to a number; 0 when it is none of them.
std::size_t romanValue(std::string_view word) {
  constexpr std::array<std::string_view, 10> kRoman = {"i",  "ii",  "iii",  "iv", "v",
                                                       "vi", "vii", "viii", "ix", "x"};
  for (std::size_t i = 0; i < kRoman.size(); ++i) {
    if (word == kRoman[i]) return i + 1;
  }
  return 0;
}

}  // namespace

ListItems::ListItems(std::string_view text, base::Span block) : text_(text), block_(block) {
  const Marker first = markerAt(skipSpace(text, block.begin, block.end));
  style_ = first.style;
  sign_ = first.sign;
  value_ = first.value;
  if (style_ == Style::none && plainLines()) style_ = Style::lines;
}

// Several short lines in lower case without a full stop anywhere: a list typed by hand.
bool ListItems::plainLines() const {
  if (!isLower(charAt(text_, block_.begin)) || block_.size() > 2000) return false;
  const std::string_view all = block_.of(text_);
  return all.find('\n') != std::string_view::npos &&
         all.find_first_of(".!?") == std::string_view::npos;
}

bool ListItems::startsAt(std::size_t at) {
  if (style_ == Style::none || at <= block_.begin) return false;
  if (style_ == Style::lines) return charBefore(text_, at) == U'\n' && !isSpace(charAt(text_, at));
  if (!isSpace(charBefore(text_, at))) return false;
  const char32_t c = charAt(text_, at);
  if (style_ == Style::bullet) return c == sign_;
  if (c != U'(' && !isDigit(c) && !isLetter(c)) return false;
  const Marker marker = markerAt(at);
  if (marker.value != value_ + 1 || marker.sign != sign_) return false;
  ++value_;
  return true;
}

std::size_t ListItems::skipMarker(std::size_t at) const {
  if (style_ == Style::none || style_ == Style::lines || at >= block_.end) return at;
  if (style_ == Style::bullet) {
    const std::size_t number = skipSpace(text_, next(text_, at), block_.end);
    const Marker marker = numbered(number);
    return marker.value > 0 ? marker.end : number;
  }
  const Marker marker = markerAt(at);
  return marker.value > 0 ? marker.end : at;
}

ListItems::Marker ListItems::markerAt(std::size_t at) const {
  if (at >= block_.end) return {};
  const char32_t c = charAt(text_, at);
  if (isBullet(c)) return {1, next(text_, at), Style::bullet, c};
  Marker marker = numbered(at);
  // A number opens a list only when it is the first one; "5. The" elsewhere is text.
  if (style_ == Style::none && marker.value != 1) return {};
  return marker;
}

ListItems::Marker ListItems::numbered(std::size_t at) const {
  const bool bracket = charAt(text_, at) == U'(' && at < block_.end;
  if (bracket) ++at;
  std::size_t end = at;
  while (end < block_.end && end - at < 5 &&
         (isDigit(charAt(text_, end)) || isLetter(charAt(text_, end)))) {
    end = next(text_, end);
  }
  if (end == at || end >= block_.end) return {};
  const std::string word = asciiLower(text_.substr(at, end - at));
  Marker marker;
  if (isDigit(charAt(text_, at))) {
    if (word.find_first_not_of("0123456789") != std::string::npos || word.size() > 4) return {};
    marker.value = static_cast<std::size_t>(std::stoul(word));
    marker.style = Style::number;
  } else if (romanValue(word) > 0 && (style_ == Style::roman || style_ == Style::none)) {
    marker.value = romanValue(word);
    marker.style = Style::roman;
  } else if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') {
    marker.value = static_cast<std::size_t>(word[0] - 'a') + 1;
    marker.style = Style::letter;
  } else {
    return {};
  }
  std::size_t close = end;
  if (charAt(text_, close) == U'.' && !bracket) ++close;
  if (charAt(text_, close) == U')') ++close;
  if (close == end || !isSpace(charAt(text_, close))) return {};
  // "I. Jones" and "A. Smith": a capital with a full stop is an initial, not a list.
  if (marker.style != Style::number && isUpper(charAt(text_, at)) &&
      charBefore(text_, close) == U'.') {
    return {};
  }
  marker.sign = charBefore(text_, close);
  marker.end = skipSpace(text_, close, block_.end);
  return marker;
}

}  // namespace assay::extract::nlp
