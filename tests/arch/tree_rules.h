// Rules about files as wholes: is each one built, and is it of a size a person can read?
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/arch/room_table.h"
#include "tests/arch/source_tree.h"

namespace assay::arch {

/// Sources that no target builds: every .cpp of src/, every *_test.cpp and *_fuzz.cpp of tests/.
/// `built` holds the paths that CMake wrote down.
[[nodiscard]] std::vector<std::string> unbuiltFiles(const Tree& tree,
                                                    const std::set<std::string>& built);

/// Files over 600 lines in src/, over 1,000 in tests/, over 100 in src/main/.
[[nodiscard]] std::vector<std::string> longFiles(const Tree& tree);

/// Rows of the table without a folder.
[[nodiscard]] std::vector<std::string> emptyRooms(const Tree& tree, const RoomTable& rooms);

/// Headers that do not begin with a comment saying what they are, or lack #pragma once.
[[nodiscard]] std::vector<std::string> bareHeaders(const Tree& tree);

}  // namespace assay::arch
