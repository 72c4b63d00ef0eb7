// Is everything in the file as it was written? Chain, fold, keys, structure.
//
// Reads only. What is wrong comes out as sentences; a Result error means that the file could not be
// read at all (busy, a broken disk).
#pragma once

#include "base/result.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace assay::store {

[[nodiscard]] base::Result<VerifyReport> verifyStore(Database& database);

/// The part of it that reads every event: the chain, and that state = fold(events).
[[nodiscard]] base::Result<void> verifyEvents(Database& database, VerifyReport& report);

}  // namespace assay::store
