#include "base/utf8.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <memory>

// The warning is about the inside of ICU's U8_NEXT, which expands here and not in its header.
#pragma GCC diagnostic ignored "-Wconversion"

namespace assay::base {

namespace {

constexpr std::size_t kStride = 256;

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t countIn(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !isContinuation(byte); }));
}

// ICU's break iterators cost far more to make than to use; each thread keeps one.
icu::BreakIterator* graphemes() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    auto* made = icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status);
    return std::unique_ptr<icu::BreakIterator>(U_SUCCESS(status) ? made : nullptr);
  }();
  return iterator.get();
}

bool atTextEdge(std::string_view text, std::size_t at) { return at == 0 || at >= text.size(); }

// Almost all offsets lie between two ASCII letters, where no break iterator is needed.
bool plainBoundary(std::string_view text, std::size_t at) {
  if (atTextEdge(text, at)) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  const auto after = static_cast<unsigned char>(text[at]);
  return before < 0x80U && after < 0x80U && !(before == '\r' && after == '\n');
}

/// Of eight bytes, as one number; false for fewer.
bool isAscii(std::string_view bytes) {
  std::uint64_t word = 0;
  if (bytes.size() < sizeof word) return false;
  std::memcpy(&word, bytes.data(), sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

}  // namespace

std::optional<std::size_t> firstInvalidByte(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (isAscii(bytes.substr(at, sizeof(std::uint64_t)))) {
      at += sizeof(std::uint64_t);
      continue;
    }
    if (static_cast<unsigned char>(bytes[at]) < 0x80U) {
      ++at;
      continue;
    }
    // ICU's macros take 32-bit offsets; a window of four bytes is all that one code point needs.
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(4, bytes.size() - at));
    const char* here = bytes.data() + at;
    std::int32_t length = 0;
    UChar32 value = 0;
    U8_NEXT(here, length, window, value);
    if (value < 0) return at;
    at += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

std::size_t codePointCount(std::string_view text) { return countIn(text); }

CodePoint codePointAt(std::string_view text, std::size_t at) {
  const auto window = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - at));
  const char* here = text.data() + at;
  std::int32_t length = 0;
  UChar32 value = 0;
  U8_NEXT(here, length, window, value);
  return {value < 0 ? U'\uFFFD' : static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

CodePoint codePointBefore(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && isContinuation(text[begin])) --begin;
  return {codePointAt(text.substr(0, end), begin).value, end - begin};
}

void appendCodePoint(std::string& out, char32_t value) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool failed = false;
  const auto wanted = static_cast<UChar32>(value);
  U8_APPEND(bytes, length, U8_MAX_LENGTH, wanted, failed);
  if (failed) {
    out += "\xEF\xBF\xBD";
    return;
  }
  out.append(bytes, static_cast<std::size_t>(length));
}

Span atGraphemes(std::string_view text, Span span) {
  span.end = std::min(span.end, text.size());
  span.begin = std::min(span.begin, span.end);
  if (plainBoundary(text, span.begin) && plainBoundary(text, span.end)) return span;
  icu::BreakIterator* iterator = graphemes();
  if (iterator == nullptr) return span;
  // Graphemes are short: a window around the span spares walking a whole article.
  constexpr std::size_t kReach = 256;
  std::size_t from = span.begin > kReach ? span.begin - kReach : 0;
  while (from > 0 && isContinuation(text[from])) --from;
  std::size_t to = std::min(text.size(), span.end + kReach);
  while (to < text.size() && isContinuation(text[to])) ++to;
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data() + from, static_cast<std::int64_t>(to - from), &status);
  iterator->setText(&utext, status);
  if (U_SUCCESS(status)) {
    const auto begin = static_cast<std::int32_t>(span.begin - from);
    const auto end = static_cast<std::int32_t>(span.end - from);
    if (!iterator->isBoundary(begin)) {
      span.begin = from + static_cast<std::size_t>(std::max(0, iterator->preceding(begin)));
    }
    if (!iterator->isBoundary(end)) {
      const std::int32_t next = iterator->following(end);
      span.end = next < 0 ? to : from + static_cast<std::size_t>(next);
    }
  }
  utext_close(&utext);
  return span;
}

std::string shortened(std::string_view text, std::size_t count) {
  if (text.size() <= count || countIn(text) <= count) return std::string(text);
  const std::size_t cut = codePointsFrom(text, 0, count > 0 ? count - 1 : 0).size();
  // A cut inside a grapheme drops the whole of it, so that the limit holds.
  return std::string(text.substr(0, atGraphemes(text, {cut, cut}).begin)) + "…";
}

std::string oneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = codePointAt(text, at);
    if (u_isUWhiteSpace(static_cast<UChar32>(c.value))) {
      blank = !out.empty();
    } else {
      if (blank) out += ' ';
      blank = false;
      out.append(text.substr(at, c.length));
    }
    at += c.length;
  }
  return out;
}

std::size_t terminalColumns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = codePointAt(text, at);
    at += c.length;
    const auto value = static_cast<UChar32>(c.value);
    const std::int8_t type = u_charType(value);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const std::int32_t width = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return columns;
}

std::string_view codePointsBefore(std::string_view text, std::size_t at, std::size_t count) {
  std::size_t begin = at;
  while (begin > 0 && count > 0) {
    begin -= codePointBefore(text, begin).length;
    --count;
  }
  return text.substr(begin, at - begin);
}

std::string_view codePointsFrom(std::string_view text, std::size_t at, std::size_t count) {
  std::size_t end = at;
  while (end < text.size() && count > 0) {
    end += codePointAt(text, end).length;
    --count;
  }
  return text.substr(at, end - at);
}

std::string searchKey(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  folded = nfkd->normalize(folded, status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  bare.foldCase();
  std::string out;
  bare.toUTF8String(out);
  return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  for (std::size_t at = 0; at < text.size(); at += kStride) {
    before_.push_back(size_);
    size_ += countIn(text.substr(at, kStride));
  }
  if (before_.empty()) before_.push_back(0);
}

std::size_t CodePointIndex::codePointAtByte(std::size_t byteOffset) const {
  byteOffset = std::min(byteOffset, text_.size());
  const std::size_t slot = std::min(byteOffset / kStride, before_.size() - 1);
  return before_[slot] + countIn(text_.substr(slot * kStride, byteOffset - slot * kStride));
}

std::size_t CodePointIndex::byteAtCodePoint(std::size_t codePoint) const {
  if (codePoint >= size_) return text_.size();
  const auto above = std::upper_bound(before_.begin(), before_.end(), codePoint);
  const auto slot = static_cast<std::size_t>(above - before_.begin()) - 1;
  std::size_t at = slot * kStride;
  std::size_t seen = before_[slot];
  // A stride can begin inside a code point that was counted in the stride before it.
  while (at < text_.size() && isContinuation(text_[at])) ++at;
  while (seen < codePoint) {
    at += codePointAt(text_, at).length;
    ++seen;
  }
  return at;
}

Span CodePointIndex::toCodePoints(Span bytes) const {
  return {codePointAtByte(bytes.begin), codePointAtByte(bytes.end)};
}

Span CodePointIndex::toBytes(Span codePoints) const {
  return {byteAtCodePoint(codePoints.begin), byteAtCodePoint(codePoints.end)};
}

}  // namespace assay::base
