// The promises about time, measured.
#pragma once

#include <cstddef>
#include <vector>

#include "tests/store/promises/table.h"

namespace assay::promises {

/// One row each: a durable edit, an import, opening and folding a store of `size` events, searching
/// one of `size` items. `size` is 1,000,000 in the promise; less is for trying this out.
[[nodiscard]] std::vector<Row> speedRows(std::size_t size);

}  // namespace assay::promises
