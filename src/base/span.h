// A stretch of a text.
//
// Units: bytes of a valid UTF-8 text, half-open [begin, end), both at grapheme boundaries.
// Whatever leaves the program counts Unicode code points instead (see utf8.h, CodePointIndex).
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace assay::base {

struct Span {
  std::size_t begin = 0;  ///< first byte
  std::size_t end = 0;    ///< one past the last byte

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(std::size_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool contains(Span inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  /// The text under the span; the span must lie inside `text`.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }

  constexpr auto operator<=>(const Span&) const = default;
};

}  // namespace assay::base
