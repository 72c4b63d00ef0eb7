// A look at the header of a file before SQLite does anything with it, safe beside other writers.
//
// What counts is the header that the file will have once its journal is played back: a power loss
// may have torn the one in the file. While it is read a shared lock is held, so nobody writes into
// the file; a journal that belongs to somebody who is at work is left alone.
//
// Not here: what the bytes mean (header.h). Thread: that of the database.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"
#include "store/sqlite.h"

namespace assay::store {

/// The first kHeaderSize bytes, fewer when the file is shorter. Goes through SQLite's own
/// descriptor: closing another one of the same file would drop the locks that this process holds on
/// it (POSIX locks belong to the process). Only for a connection that has run no statement yet.
/// Errors: busy when the file is held for longer than `patience`, io.
[[nodiscard]] base::Result<std::string> firstLook(Database& database,
                                                  std::chrono::milliseconds patience);

/// Bytes of the file as it lies on the disk, whatever its header says.
[[nodiscard]] base::Result<std::uint64_t> bytesOnDisk(Database& database);

}  // namespace assay::store
