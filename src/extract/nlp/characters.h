// What a character is, for the readers of text: letters, marks, closers.
//
// Not here: decoding and counting (base/utf8.h). ASCII is answered without a call; the rest asks
// ICU's property tables, which are part of its library and load nothing.
//
// Thread: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace assay::extract::nlp {

[[nodiscard]] bool isSpace(char32_t c);
[[nodiscard]] bool isLetter(char32_t c);
[[nodiscard]] bool isUpper(char32_t c);
[[nodiscard]] bool isLower(char32_t c);
[[nodiscard]] bool isDigit(char32_t c);
/// A letter, a digit, or a combining mark that belongs to one.
[[nodiscard]] bool isWordCharacter(char32_t c);
[[nodiscard]] bool isApostrophe(char32_t c);
[[nodiscard]] bool isDash(char32_t c);
/// Any sign that may open or close a quotation, apostrophes among them.
[[nodiscard]] bool isQuotationMark(char32_t c);
/// What may stand between a full stop and the end of its sentence: brackets and marks.
[[nodiscard]] bool isCloser(char32_t c);
[[nodiscard]] bool isOpener(char32_t c);

/// The code point at byte `at`, or U+0000 at the end of the text.
[[nodiscard]] inline char32_t charAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80U ? byte : base::codePointAt(text, at).value;
}

/// The byte after the code point at `at`; `at` must be inside the text.
[[nodiscard]] inline std::size_t next(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return at + (byte < 0x80U ? 1 : base::codePointAt(text, at).length);
}

/// The code point before byte `end`, or U+0000 at the start of the text.
[[nodiscard]] inline char32_t charBefore(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  const auto byte = static_cast<unsigned char>(text[end - 1]);
  return byte < 0x80U ? byte : base::codePointBefore(text, end).value;
}

/// First byte at or after `at` that is no white space, at most `end`.
[[nodiscard]] std::size_t skipSpace(std::string_view text, std::size_t at, std::size_t end);

/// `text` with its ASCII letters in lower case and ’ as it was: same length, same offsets.
[[nodiscard]] std::string asciiLower(std::string_view text);

/// True when there are letters and none of them is lower case.
[[nodiscard]] bool allCapitals(std::string_view text);

}  // namespace assay::extract::nlp
