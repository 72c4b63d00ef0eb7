// A set of words known when the program is built, in a sorted table: no work at the start.
//
// Tables hold lower-case ASCII words (with ’ written '), one list a file of its own under nlp/
// and the folder above. Whoever adds a word keeps the order; a test goes over every table.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace assay::extract::nlp {

class WordList {
 public:
  constexpr explicit WordList(std::span<const std::string_view> sorted) : sorted_(sorted) {
    std::size_t at = 0;
    for (std::size_t first = 0; first < begins_.size(); ++first) {
      while (at < sorted.size() && static_cast<unsigned char>(sorted[at].front()) < first) ++at;
      begins_[first] = static_cast<std::uint16_t>(at);
    }
  }

  /// `lower` must be in lower case already.
  [[nodiscard]] constexpr bool has(std::string_view lower) const { return !find(lower).empty(); }
  /// The list's own word, which outlives the argument; empty when it has none.
  [[nodiscard]] constexpr std::string_view find(std::string_view lower) const {
    // Asked of every word of a text: those with the same first letter are few.
    const std::size_t first = lower.empty() ? kLetters : static_cast<unsigned char>(lower.front());
    if (first >= kLetters) return {};
    const auto begin = sorted_.begin() + begins_[first];
    const auto end = sorted_.begin() + begins_[first + 1];
    const auto found = std::lower_bound(begin, end, lower);
    return found != end && *found == lower ? *found : std::string_view();
  }
  [[nodiscard]] constexpr std::span<const std::string_view> words() const { return sorted_; }
  [[nodiscard]] constexpr bool inOrder() const {
    return std::adjacent_find(sorted_.begin(), sorted_.end(),
                              [](auto a, auto b) { return b <= a; }) == sorted_.end();
  }

 private:
  static constexpr std::size_t kLetters = 127;

  std::span<const std::string_view> sorted_;
  std::array<std::uint16_t, kLetters + 1> begins_{};  // by the first letter
};

}  // namespace assay::extract::nlp
