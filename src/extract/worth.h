// How much a sentence deserves to be checked, and why.
//
// Looks at one sentence alone, knows nothing of the article around it. The score orders the work;
// it says nothing about whether the sentence is true.
//
// Thread: safe from any thread.
#pragma once

#include <string_view>
#include <vector>

#include "model/extraction.h"

namespace assay::extract {

struct Worth {
  double score = 0;  ///< 0..1; from 0.5 a checker would want to see it
  /// Why, each at most once, in the order of model::claimReasons().
  std::vector<model::ClaimReason> reasons;
  bool checkable = true;  ///< false: opinion, question, instruction, vague prediction
};

/// The worth of one sentence or clause, valid UTF-8, with or without its full stop. An empty
/// text is not checkable and scores 0.
[[nodiscard]] Worth worth(std::string_view sentence);

}  // namespace assay::extract
