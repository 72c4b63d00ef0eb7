// Draft against draft: where the items of one draft stand in the next.
//
// Five baskets, and no guess that is not told. Unchanged: the same words at the same place, with
// the same words around them. Moved: the same words and surroundings, somewhere else. Reworded: its
// words, or those around it, are others, or they stand at several places; a place is proposed, and
// a person decides. Gone: nothing in the new draft is alike. New: what was found in the new draft
// and is no item of the old one.
//
// The method, in this order: the same text where the difference of the drafts leads; the same text
// elsewhere, told apart by its surroundings; then likeness (word_diff.h), with what is found in the
// new draft and with what stands where the old words stood. Surroundings are 32 characters on
// either side, inside the paragraph, and what stands between the parts of a quote.
//
// Not here: what a draft is to the store, and what accepting does (app/). Pure and deterministic.
// Units: bytes of the drafts' texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace assay::evidence {

/// A draft as the comparison sees it. Refers to what it was made from.
struct DraftText {
  std::string_view text;
  const std::vector<model::Block>& blocks;
};

/// Where an item stands in the old draft, or what was found in the new one.
struct Standing {
  std::vector<base::Span> spans;  ///< in order, at least one
  bool quote = false;             ///< a quote is never carried to a claim, nor the other way
  std::optional<base::Span> cue = {};
  std::optional<base::Span> source = {};
};

enum class Basket : std::uint8_t { unchanged, moved, reworded, gone };

/// What the place in the new draft rests on.
enum class Method : std::uint8_t {
  sameText,      ///< the same words where the difference of the drafts leads, or only there
  context,       ///< the same words at several places; the surroundings decide
  otherContext,  ///< the same words, but those around them are others
  unsure,        ///< the same words at several places, and the surroundings do not decide
  likeness,      ///< other words that are alike
  none,          ///< gone
};

struct Carried {
  Basket basket = Basket::gone;
  Method method = Method::none;
  double likeness = 0;  ///< of the words, 0..1; see word_diff.h
  bool clear = false;   ///< reworded: one proposal stands out, and no number or "not" differs
  std::vector<base::Span> spans;  ///< in the new draft; empty when it is gone
  std::optional<base::Span> cue;
  std::optional<base::Span> source;
};

struct CarryOver {
  std::vector<Carried> items;      ///< one for each of the old ones
  std::vector<std::size_t> fresh;  ///< of what was found in the new draft: those that are new
};

[[nodiscard]] CarryOver carryOver(const DraftText& before, const std::vector<Standing>& items,
                                  const DraftText& after, const std::vector<Standing>& found);

/// Least likeness of a proposal; below it the item is gone.
inline constexpr double kLeastLikeness = 0.5;
/// Least likeness of one that can be accepted with all other clear ones.
inline constexpr double kClearLikeness = 0.8;

}  // namespace assay::evidence
