// Who may include whom.
//
// Every function gives one whole sentence for each violation, none when all is well.
#pragma once

#include <string>
#include <vector>

#include "tests/arch/room_table.h"
#include "tests/arch/source_tree.h"

namespace assay::arch {

/// Files of src/: a forbidden edge, a room without a row, a stray third-party header, a room's
/// header written with <…> or a library's with "…".
[[nodiscard]] std::vector<std::string> forbiddenIncludes(const Tree& tree, const RoomTable& rooms);

/// Files of tests/<room>/: what the room itself may include, the room, tests/support, Catch2 and
/// readers of formats. tests/fuzz and tests/bench may include every room, tests/bench also what
/// stands beside the tests of the rooms (samples, the renderer without a window).
[[nodiscard]] std::vector<std::string> forbiddenTestIncludes(const Tree& tree,
                                                             const RoomTable& rooms);

/// Headers that include each other in a ring, each ring once.
[[nodiscard]] std::vector<std::string> includeCycles(const Tree& tree);

}  // namespace assay::arch
