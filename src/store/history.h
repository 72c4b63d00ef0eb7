// The record as people read it: one line for every change, newest last.
//
// Read from the events, not from the state: it shows what was undone as well, marked so. Values
// come out as in names.h. The events of commands themselves are not lines; their labels stand in
// each. Costs a look-up for each line: thousands of lines are fine, the whole of a large store is
// for export (maintenance.h).
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace assay::store {

/// Changes of one item and of the evidence on it, or of the whole store; the newest `limit`.
[[nodiscard]] base::Result<std::vector<HistoryEntry>> readHistory(
    Database& database, const std::optional<model::ItemId>& item, std::size_t limit);

}  // namespace assay::store
