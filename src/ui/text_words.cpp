#include "ui/text_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace assay::ui {

namespace {

using base::CodePoint;
using base::codePointAt;
using base::codePointBefore;
using base::Span;

enum class Kind { word, blank, joiner, numberJoiner, other };

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

Kind kindOfAscii(char32_t c) {
  if (isDigit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Kind::word;
  switch (c) {
    case U' ':
    case U'\t':
    case U'\n':
    case U'\r': return Kind::blank;
    case U'\'':
    case U'-':
    case U'_':
    case U'&':
    case U'@': return Kind::joiner;
    case U'.':
    case U',':
    case U':':
    case U'/': return Kind::numberJoiner;
    case U'$':
    case U'%':
    case U'#': return Kind::word;
    default: return Kind::other;
  }
}

Kind kindOf(char32_t c) {
  if (c < 0x80) return kindOfAscii(c);
  switch (c) {
    case 0x00A0:
    case 0x202F:
    case 0x3000: return Kind::blank;
    case 0x2019:  // the apostrophe most texts use; as a closing quote nothing follows it
    case 0x2010:
    case 0x2011:
    case 0x00AD: return Kind::joiner;
    case 0x00A2:
    case 0x00A3:
    case 0x00A5:
    case 0x00AA:
    case 0x00B0:
    case 0x00B5:
    case 0x00BA:
    case 0x2030: return Kind::word;
    default: break;
  }
  if (c >= 0x2000 && c <= 0x200A) return Kind::blank;
  if (c >= 0x2012 && c <= 0x206F) return Kind::other;  // dashes, quotation marks, dots
  if ((c >= 0xA1 && c <= 0xBF) || c == 0xD7 || c == 0xF7) return Kind::other;
  if ((c >= 0x3001 && c <= 0x3020) || (c >= 0xFF01 && c <= 0xFF0F)) return Kind::other;
  return Kind::word;
}

// Whether a word goes on across the boundary at `at`.
bool joined(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const CodePoint before = codePointBefore(text, at);
  const CodePoint after = codePointAt(text, at);
  const Kind left = kindOf(before.value);
  const Kind right = kindOf(after.value);
  if (left == Kind::word && right == Kind::word) return true;
  // A joiner belongs to the word when there is word on both of its sides.
  const auto joins = [&](Kind kind, std::size_t from, std::size_t to) {
    if (kind != Kind::joiner && kind != Kind::numberJoiner) return false;
    if (from == 0 || to >= text.size()) return false;
    const char32_t a = codePointBefore(text, from).value;
    const char32_t b = codePointAt(text, to).value;
    if (kind == Kind::numberJoiner) return isDigit(a) && isDigit(b);
    return kindOf(a) == Kind::word && kindOf(b) == Kind::word;
  };
  return joins(left, at - before.length, at) || joins(right, at, at + after.length);
}

// Whether the character at `at` is part of a word.
bool inWord(std::string_view text, std::size_t at) {
  const CodePoint c = codePointAt(text, at);
  return kindOf(c.value) == Kind::word || (joined(text, at) && joined(text, at + c.length));
}

bool isBlank(char32_t c) { return kindOf(c) == Kind::blank; }

}  // namespace

Span wordAt(std::string_view text, std::size_t at) {
  if (text.empty()) return {};
  if (at >= text.size()) at = text.size() - codePointBefore(text, text.size()).length;
  const CodePoint here = codePointAt(text, at);
  Span span{at, at + here.length};
  if (inWord(text, at)) {
    while (joined(text, span.begin)) span.begin -= codePointBefore(text, span.begin).length;
    while (joined(text, span.end)) span.end += codePointAt(text, span.end).length;
  } else if (isBlank(here.value)) {
    while (span.begin > 0 && isBlank(codePointBefore(text, span.begin).value)) {
      span.begin -= codePointBefore(text, span.begin).length;
    }
    while (span.end < text.size() && isBlank(codePointAt(text, span.end).value)) {
      span.end += codePointAt(text, span.end).length;
    }
  }
  return base::atGraphemes(text, span);
}

Span atWords(std::string_view text, Span span) {
  span.end = std::min(span.end, text.size());
  while (span.begin < span.end && isBlank(codePointAt(text, span.begin).value)) {
    span.begin += codePointAt(text, span.begin).length;
  }
  while (span.begin < span.end && isBlank(codePointBefore(text, span.end).value)) {
    span.end -= codePointBefore(text, span.end).length;
  }
  if (span.empty()) return {span.begin, span.begin};
  while (joined(text, span.begin)) span.begin -= codePointBefore(text, span.begin).length;
  while (joined(text, span.end)) span.end += codePointAt(text, span.end).length;
  return base::atGraphemes(text, span);
}

std::size_t nextWordEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && !inWord(text, at)) at += codePointAt(text, at).length;
  return at < text.size() ? wordAt(text, at).end : at;
}

std::size_t previousWordStart(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t before = at - codePointBefore(text, at).length;
    if (inWord(text, before)) return wordAt(text, before).begin;
    at = before;
  }
  return 0;
}

std::size_t nextWordStart(std::string_view text, std::size_t at) {
  if (at < text.size() && inWord(text, at)) at = wordAt(text, at).end;
  while (at < text.size() && !inWord(text, at)) at += codePointAt(text, at).length;
  return at;
}

std::size_t previousWordEnd(std::string_view text, std::size_t at) {
  // Out of the word that `at` stands in or ends, then back to the one before.
  if (at > 0) {
    const std::size_t before = at - codePointBefore(text, at).length;
    if (inWord(text, before)) at = wordAt(text, before).begin;
  }
  while (at > 0) {
    const std::size_t before = at - codePointBefore(text, at).length;
    if (inWord(text, before)) return at;
    at = before;
  }
  return 0;
}

std::vector<Span> movedByWord(std::string_view text, std::vector<Span> spans, EdgeMove move) {
  if (spans.empty()) return spans;
  std::size_t& begin = spans.front().begin;
  std::size_t& end = spans.back().end;
  switch (move) {
    case EdgeMove::endForward: {
      const std::size_t next = nextWordEnd(text, end);
      // Behind the last word stand only its full stop and blanks: no word is won there.
      if (previousWordStart(text, next) >= end) end = next;
      break;
    }
    case EdgeMove::endBack: {
      const std::size_t next = previousWordEnd(text, end);
      if (next > spans.back().begin) end = next;
      break;
    }
    case EdgeMove::beginForward: {
      const std::size_t next = nextWordStart(text, begin);
      if (next < spans.front().end) begin = next;
      break;
    }
    case EdgeMove::beginBack: {
      const std::size_t next = previousWordStart(text, begin);
      if (nextWordEnd(text, next) <= begin) begin = next;
      break;
    }
  }
  return spans;
}

}  // namespace assay::ui
