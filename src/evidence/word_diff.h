// Two texts word by word: which words stayed, which went and which came.
//
// A word is a run of letters, digits and what holds them together ("don't", "1,200", "€5"); every
// other mark is a word of its own, blanks are none. Words are the same when their bytes are.
//
// The difference is a longest common subsequence that is found between anchors: words that occur
// once in both texts and in the same order (patience), and inside the gaps by Myers' O(ND). It is
// what a reader sees, not the least number of words at any price: a paragraph that moved is gone at
// one place and new at the other. Pure and deterministic. Units: bytes of the texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::evidence {

/// The words of a text, in order.
[[nodiscard]] std::vector<base::Span> wordsOf(std::string_view text);

/// For each word of the first text the index of the word of the second that it stayed, or nothing.
/// Rising.
using WordMap = std::vector<std::optional<std::size_t>>;
[[nodiscard]] WordMap matchWords(std::string_view before,
                                 const std::vector<base::Span>& wordsBefore, std::string_view after,
                                 const std::vector<base::Span>& wordsAfter);

/// A stretch of a difference as people read it.
struct DiffPart {
  enum class Kind : std::uint8_t { same, gone, come } kind = Kind::same;
  base::Span before;  ///< empty for what came
  base::Span after;   ///< empty for what went

  bool operator==(const DiffPart&) const = default;
};
/// The texts as parts in order; of a change, what went stands before what came. Blanks between
/// words belong to the part of the word before them.
[[nodiscard]] std::vector<DiffPart> wordDiff(std::string_view before, std::string_view after);

/// How alike two texts are: twice the words they have in common, in order, over all their words.
/// 1 for equal words, 0 for none in common; case and punctuation do not count. Two texts without
/// words are alike.
[[nodiscard]] double likeness(std::string_view before, std::string_view after);

}  // namespace assay::evidence
