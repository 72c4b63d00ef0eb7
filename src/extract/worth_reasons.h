// The reasons for and against checking a clause, read off its tokens.
//
// Used by worth.h for a sentence alone and by claims.h for clauses of an article.
// Thread: pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/models.h"
#include "extract/nlp/reading.h"
#include "extract/worth.h"

namespace assay::extract {

/// The worth of the tokens in `range`, which lie inside one sentence or a few.
[[nodiscard]] Worth worthOf(const nlp::Reading& reading, nlp::Range range, const Models& models);

/// The features of a clause in groups, each counted by the root of its size, so that a long clause
/// does not outweigh a short one: words and runs of words; runs of letters inside words, which
/// know endings and see through wrong spellings; parts of speech and reasons.
struct WorthFeatures {
  static constexpr std::size_t kGroups = 3;
  std::array<std::vector<std::uint64_t>, kGroups> groups;
};
[[nodiscard]] WorthFeatures worthFeatures(const nlp::Reading& reading, nlp::Range range);

/// The feature that every clause has.
inline constexpr std::uint64_t kWorthBias = nlp::mixed(1, 0);

/// What a model makes of features: the chance that a checker would want to see it. 0.5 when the
/// model is empty.
[[nodiscard]] double learnedWorth(const WorthFeatures& features, const nlp::LinearModel& model);

}  // namespace assay::extract
