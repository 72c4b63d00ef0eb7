// Items of a list that was run together into one block: "1. First 2. Second", "• one • two".
//
// A list is believed only when the block begins with its first marker; each next number or
// letter must follow the one before. Used by sentences.h alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace assay::extract::nlp {

class ListItems {
 public:
  /// Looks at the start of the block. The text must outlive the object.
  ListItems(std::string_view text, base::Span block);

  /// Does the next item begin at byte `at`? Asked for growing `at` only; a yes moves on to the
  /// marker after it.
  [[nodiscard]] bool startsAt(std::size_t at);

  /// Behind the marker at `at`, or `at` when none is there.
  [[nodiscard]] std::size_t skipMarker(std::size_t at) const;

 private:
  enum class Style : std::uint8_t { none, bullet, number, letter, roman, lines };

  // A marker's value ("3" of "3.)") and the byte behind it; value 0 is no marker.
  struct Marker {
    std::size_t value = 0;
    std::size_t end = 0;
    Style style = Style::none;
    char32_t sign = 0;  // the bullet, or the sign that closes the number
  };
  [[nodiscard]] Marker markerAt(std::size_t at) const;
  [[nodiscard]] Marker numbered(std::size_t at) const;
  [[nodiscard]] bool plainLines() const;

  std::string_view text_;
  base::Span block_;
  Style style_ = Style::none;
  char32_t sign_ = 0;
  std::size_t value_ = 0;  // of the last item seen
};

}  // namespace assay::extract::nlp
