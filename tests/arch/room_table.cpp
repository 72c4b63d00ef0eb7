#include "tests/arch/room_table.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace assay::arch {

namespace {

std::string trimmed(std::string text) {
  const auto drop = [](char c) { return c == ' ' || c == '`'; };
  while (!text.empty() && drop(text.back())) text.pop_back();
  while (!text.empty() && drop(text.front())) text.erase(0, 1);
  return text;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string each; std::getline(in, each, separator);) parts.push_back(trimmed(each));
  return parts;
}

std::set<std::string> namesIn(const std::string& cell) {
  std::set<std::string> names;
  for (const std::string& name : split(cell, ',')) {
    if (!name.empty() && name != "–") names.insert(name);
  }
  return names;
}

void spellOutAll(RoomTable& rooms) {
  for (auto& [name, room] : rooms) {
    if (!room.mayInclude.contains("all")) continue;
    room.mayInclude.clear();
    for (const auto& [other, otherRoom] : rooms) {
      if (otherRoom.rank < room.rank) room.mayInclude.insert(other);
    }
  }
}

}  // namespace

RoomTable parseRoomTable(std::string_view readme, std::vector<std::string>& problems) {
  RoomTable rooms;
  std::istringstream in{std::string(readme)};
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `src/")) continue;
    const std::vector<std::string> cells = split(line, '|');
    if (cells.size() != 6) {
      problems.push_back("src/README.md: a row of the table has not 5 cells: " + line);
      continue;
    }
    const std::string name = cells[1].substr(4, cells[1].find_last_of('/') - 4);
    Room room;
    room.rank = cells[2].empty() ? -1 : cells[2][0] - '0';
    room.mayInclude = namesIn(cells[4]);
    room.libraries = namesIn(cells[5]);
    rooms[name] = room;
  }
  if (rooms.empty()) problems.emplace_back("src/README.md: no table of rooms found");
  spellOutAll(rooms);
  for (const auto& [name, room] : rooms) {
    for (const std::string& other : room.mayInclude) {
      const auto found = rooms.find(other);
      if (found == rooms.end()) {
        problems.push_back("src/README.md: " + name + " may include " + other +
                           ", which has no row");
      } else if (found->second.rank >= room.rank) {
        problems.push_back("src/README.md: " + name + " may include " + other +
                           ", which is not of a lower rank");
      }
    }
  }
  return rooms;
}

std::string libraryOf(std::string_view header) {
  struct Prefix {
    std::string_view start;
    std::string_view library;
  };
  static constexpr std::array kPrefixes{
      Prefix{"sqlite3", "sqlite3"},
      Prefix{"imgui", "imgui"},
      Prefix{"misc/", "imgui"},
      Prefix{"imstb_", "imgui"},
      Prefix{"GLFW/", "glfw"},
      Prefix{"GL/", "GL"},
      Prefix{"unicode/", "ICU"},
      Prefix{"immintrin.h", "x86-intrinsics"},
      Prefix{"openssl/", "OpenSSL"},
      Prefix{"fmt/", "fmt"},
      Prefix{"CLI/", "CLI11"},
      Prefix{"nlohmann/", "nlohmann-json"},
      Prefix{"simdjson.h", "simdjson"},
      Prefix{"libxml/", "libxml2"},
      Prefix{"md4c", "md4c"},
      Prefix{"ft2build.h", "freetype"},
      Prefix{"freetype", "freetype"},
      Prefix{"fontconfig/", "fontconfig"},
      Prefix{"cairo", "cairo"},
      Prefix{"pango", "pango"},
      Prefix{"hb", "harfbuzz"},
      Prefix{"zip", "libzip"},
      Prefix{"zlib.h", "zlib"},
      Prefix{"pugi", "pugixml"},
      Prefix{"curl/", "libcurl"},
      Prefix{"soci/", "SOCI"},
      Prefix{"seccomp.h", "libseccomp"},
      Prefix{"benchmark/", "benchmark"},
      Prefix{"catch2/", "catch2"},
  };
  // What belongs to C, POSIX and Linux; everything else with a ".h" or a "/" must be in the list.
  static constexpr std::array kSystem{"sys/",     "fcntl.h",  "unistd.h", "poll.h",    "signal.h",
                                      "spawn.h",  "dirent.h", "errno.h",  "pwd.h",     "time.h",
                                      "linux/",   "mntent.h", "dlfcn.h",  "pthread.h", "stdlib.h",
                                      "malloc.h", "stdio.h",  "limits.h"};
  for (const Prefix& prefix : kPrefixes) {
    if (header.starts_with(prefix.start)) return std::string(prefix.library);
  }
  if (header.find('.') == std::string_view::npos && header.find('/') == std::string_view::npos) {
    return {};
  }
  const bool system = std::any_of(kSystem.begin(), kSystem.end(),
                                  [&](const char* start) { return header.starts_with(start); });
  return system ? "" : "?";
}

}  // namespace assay::arch
