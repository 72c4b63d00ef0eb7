// The best tree over the words of a sentence (Chu, Liu and Edmonds), with one root.
//
// Thread: pure functions. Time: the square of the number of words, times the depth of the circles
// that the best heads alone would make.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/neural/encoder.h"

namespace assay::extract::neural {

/// The head of each word; the root is its own. scores[i][j]: how well word j heads word i, and on
/// the diagonal, how well word i is the root. `count` words, at least one.
[[nodiscard]] std::vector<std::size_t> bestTree(const Rows& scores, std::size_t count);

}  // namespace assay::extract::neural
