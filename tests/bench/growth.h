// Does the time of finding grow with the text, also for texts that nobody would print?
#pragma once

#include <vector>

#include "tests/bench/promises.h"

namespace assay::bench {

/// One row a kind of text: ten times the text in at most twelve times the time.
[[nodiscard]] std::vector<Promise> measureGrowth();

}  // namespace assay::bench
