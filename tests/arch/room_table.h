// The table of src/README.md: which rooms there are and what each may include.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace assay::arch {

struct Room {
  int rank = 0;
  std::set<std::string> mayInclude;  ///< rooms; "all" is already spelled out
  std::set<std::string> libraries;   ///< third-party libraries by the names of the table
};

using RoomTable = std::map<std::string, Room>;

/// The rows of the table. What cannot be read, or contradicts itself (an unknown room, a room of
/// the same or a higher rank), goes to `problems` as sentences.
[[nodiscard]] RoomTable parseRoomTable(std::string_view readme, std::vector<std::string>& problems);

/// The library that a header comes from ("sqlite3.h" → "sqlite3"), "" for the standard library and
/// the system, "?" for a header of no library in the list.
[[nodiscard]] std::string libraryOf(std::string_view header);

}  // namespace assay::arch
