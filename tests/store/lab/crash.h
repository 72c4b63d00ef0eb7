// What a power loss may leave of a disk.
//
// The rules are those of POSIX disks at their worst: what was synced is there; of what was not,
// every 512-byte sector is old, new or garbage, in any combination; a truncation that was not
// synced happened or not; a file that was made and never synced may be gone; a deletion whose
// folder was not synced may be undone. Bytes beside a write are never harmed.
#pragma once

#include <random>
#include <span>

#include "tests/store/lab/memory_disk.h"

namespace assay::test {

/// A state of the disk after a loss of power right after the first `done` operations of `log`,
/// which began on the synced files `before`. Chance decides what was lost.
[[nodiscard]] DiskFiles afterPowerLoss(const DiskFiles& before, std::span<const DiskOp> log,
                                       std::size_t done, std::mt19937_64& chance);

/// What a killed process leaves: all that it wrote, synced or not, since the system goes on.
[[nodiscard]] DiskFiles afterKill(const DiskFiles& before, std::span<const DiskOp> log,
                                  std::size_t done);

}  // namespace assay::test
