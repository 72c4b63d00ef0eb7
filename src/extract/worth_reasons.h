// The reasons for and against checking a clause, read off its tokens.
//
// Used by worth.h for a sentence alone and by claims.h for clauses of an article.
// Thread: pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/models.h"
#include "extract/nlp/reading.h"
#include "extract/worth.h"

namespace assay::extract {

/// The worth of the tokens in `range`, which lie inside one sentence or a few.
[[nodiscard]] Worth worthOf(const nlp::Reading& reading, nlp::Range range, const Models& models);

/// Appends the features of a clause for the learned part: words, pairs of words, reasons.
void worthFeatures(const nlp::Reading& reading, nlp::Range range, std::vector<std::uint64_t>& out);

/// What a model makes of features: the chance that a checker would want to see it. 0.5 when the
/// model is empty.
[[nodiscard]] double learnedWorth(const std::vector<std::uint64_t>& features,
                                  const nlp::LinearModel& model);

}  // namespace assay::extract
