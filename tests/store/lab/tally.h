// What the laboratory counted, for the table of promises (tests/store/promises).
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::test {

/// Adds a line "PROMISE RUNS BROKEN WORST" to the file $ASSAY_TALLY; does nothing without one.
/// Several tests may count for one promise. `worst`: the largest value seen, where the promise has
/// one.
void tally(std::string_view promise, std::size_t runs, std::size_t broken, std::size_t worst = 0);

}  // namespace assay::test
