// Who writes into this very file.
//
// An actor is a person in one copy of a store: the person's name, "~", and a suffix drawn by lot.
// Sequences of one actor must never be continued in two places, or two copies of a file could not
// be merged later. So the suffix is bound to the file's identity (machine, device, inode, birth):
// in a copy, and also in a moved or restored file, the binding does not hold and a new suffix is
// drawn. The binding stands in the table `local`, which is no part of the record and is never
// merged. What it cannot see is a snapshot of a whole machine that is set back; a merge then finds
// two events with one number and says so.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "store/sqlite.h"

namespace assay::store {

/// The name as it is stored, or invalidInput: 1 to 100 code points on one line, valid UTF-8.
[[nodiscard]] base::Result<std::string> checkedActorName(std::string_view name);

/// What the file is on this machine, as one text: different for every copy.
[[nodiscard]] base::Result<std::string> fileIdentity(const std::filesystem::path& path);

/// The actor of `name` in this file; draws and records a new one when there is none or when the
/// file is a copy. Inside a writing transaction, so that two processes agree.
[[nodiscard]] base::Result<std::string> resolveActor(Database& database, std::string_view name,
                                                     base::IdSource& ids);

}  // namespace assay::store
