// The history as lines: what the store recorded, in words of the domain.
//
// Pure functions over the store's entries, whose values are readable already.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/session.h"

namespace assay::cli {

/// "status: unchecked → verified", "created".
[[nodiscard]] std::string changeText(const store::HistoryEntry& entry);

/// One line a change, aligned: time, who, command, what.
[[nodiscard]] std::string itemHistory(const std::vector<store::HistoryEntry>& entries);

/// One line a command, aligned, however many changes it made; at most the newest `limit`.
[[nodiscard]] std::string commandHistory(const std::vector<store::HistoryEntry>& entries,
                                         std::size_t limit);

}  // namespace assay::cli
