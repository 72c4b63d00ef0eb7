// Where a store lies: on a disk of this machine, or in a folder that other machines share.
//
// Locks are what lets two programs use one store; on network file systems they cannot be relied
// on. Not here: what is done about it (open.h).
#pragma once

#include <cstdint>
#include <filesystem>

namespace assay::store {

/// Whether a type of file system, as statfs(2) numbers them, belongs to a network.
[[nodiscard]] bool isNetworkFileSystem(std::uint64_t type);
/// Whether the folder of `path` is on such a one. False when that cannot be found out.
[[nodiscard]] bool isOnNetwork(const std::filesystem::path& path);

}  // namespace assay::store
