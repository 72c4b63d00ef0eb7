// A set of words known when the program is built, in a sorted table: no work at the start.
//
// Tables hold lower-case ASCII words (with ’ written '), one list a file of its own under nlp/
// and the folder above. Whoever adds a word keeps the order; a test goes over every table.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace assay::extract::nlp {

class WordList {
 public:
  constexpr explicit WordList(std::span<const std::string_view> sorted) : sorted_(sorted) {}

  /// `lower` must be in lower case already.
  [[nodiscard]] constexpr bool has(std::string_view lower) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), lower);
  }
  [[nodiscard]] constexpr std::span<const std::string_view> words() const { return sorted_; }
  [[nodiscard]] constexpr bool inOrder() const {
    return std::adjacent_find(sorted_.begin(), sorted_.end(),
                              [](auto a, auto b) { return b <= a; }) == sorted_.end();
  }

 private:
  std::span<const std::string_view> sorted_;
};

}  // namespace assay::extract::nlp
