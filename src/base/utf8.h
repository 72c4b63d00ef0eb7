// UTF-8: validation, counting, and translation between bytes and code points.
//
// Not here: decoding of other charsets (import/), case folding and word breaking (extract/nlp/).
// All functions are pure. Unless stated, input must be valid UTF-8; check foreign bytes with
// firstInvalidByte first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::base {

/// Offset of the first byte that breaks UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong
/// forms, nothing above U+10FFFF), or nothing when all of `bytes` is valid.
[[nodiscard]] std::optional<std::size_t> firstInvalidByte(std::string_view bytes);

/// Number of code points in `text`.
[[nodiscard]] std::size_t codePointCount(std::string_view text);

/// One decoded code point and its length in bytes (1 to 4).
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};

/// The code point that begins at byte `at`; `at` must be the start of one inside `text`.
[[nodiscard]] CodePoint codePointAt(std::string_view text, std::size_t at);

/// The code point that ends at byte `end` (exclusive); `end` must be above 0.
[[nodiscard]] CodePoint codePointBefore(std::string_view text, std::size_t end);

/// Appends one code point to `out`.
void appendCodePoint(std::string& out, char32_t value);

/// The span moved outwards to the nearest grapheme boundaries (UAX #29, by ICU).
[[nodiscard]] Span atGraphemes(std::string_view text, Span span);

/// `text` cut to at most `count` code points, with "…" in place of what was cut. Never cuts
/// inside a grapheme.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t count);

/// `text` with every run of white space made one blank, trimmed: for one-line views.
[[nodiscard]] std::string oneLine(std::string_view text);

/// Columns `text` takes in a terminal with a fixed-width font (ICU: East Asian width; marks that
/// sit on another letter and invisible characters take none). Of a single line.
[[nodiscard]] std::size_t terminalColumns(std::string_view text);

/// The last `count` code points of `text` before byte `at`, the first `count` from byte `at`.
[[nodiscard]] std::string_view codePointsBefore(std::string_view text, std::size_t at,
                                                std::size_t count);
[[nodiscard]] std::string_view codePointsFrom(std::string_view text, std::size_t at,
                                              std::size_t count);

/// Case-folded, accent-free form for searching: "Müller" and "MULLER" agree (ICU: NFKD, marks
/// dropped, folded).
[[nodiscard]] std::string searchKey(std::string_view text);

/// Translates byte offsets of one text into code point offsets and back. Keeps a table with one
/// entry per 256 bytes; a lookup costs at most 256 bytes of counting. Does not own the text,
/// which must outlive it. Safe to read from several threads.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  /// Code points before byte `byteOffset` (0 … text size).
  [[nodiscard]] std::size_t codePointAtByte(std::size_t byteOffset) const;
  /// Byte where code point number `codePoint` begins; past the end gives the text's size.
  [[nodiscard]] std::size_t byteAtCodePoint(std::size_t codePoint) const;
  /// A byte span in code points.
  [[nodiscard]] Span toCodePoints(Span bytes) const;
  /// A code point span in bytes.
  [[nodiscard]] Span toBytes(Span codePoints) const;
  /// Length of the whole text in code points.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> before_;  // code points before byte 256 * i
  std::size_t size_ = 0;
};

}  // namespace assay::base
