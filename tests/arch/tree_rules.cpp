#include "tests/arch/tree_rules.h"

#include <algorithm>

namespace assay::arch {

std::vector<std::string> unbuiltFiles(const Tree& tree, const std::set<std::string>& built) {
  std::vector<std::string> found;
  for (const auto& [file, text] : tree) {
    const bool source = file.starts_with("src/") && file.ends_with(".cpp");
    const bool test = file.ends_with("_test.cpp") || file.ends_with("_fuzz.cpp");
    if ((!source && !test) || built.contains(file)) continue;
    const std::string folder = file.substr(0, file.find_last_of('/'));
    found.push_back(file + ": no target builds it; name it in " + part(folder, 0) + "/" +
                    part(folder, 1) + "/CMakeLists.txt");
  }
  return found;
}

std::vector<std::string> longFiles(const Tree& tree) {
  std::vector<std::string> found;
  for (const auto& [file, text] : tree) {
    const auto lines = std::count(text.begin(), text.end(), '\n');
    const long limit = file.starts_with("src/main/") ? 100 : file.starts_with("src/") ? 600 : 1000;
    if (lines > limit) {
      found.push_back(file + ": " + std::to_string(lines) + " lines, the limit is " +
                      std::to_string(limit) + "; it holds more than one thing");
    }
  }
  return found;
}

std::vector<std::string> emptyRooms(const Tree& tree, const RoomTable& rooms) {
  std::vector<std::string> found;
  for (const auto& [name, room] : rooms) {
    const std::string folder = "src/" + name + "/";
    const auto first = tree.lower_bound(folder);
    if (first == tree.end() || !first->first.starts_with(folder)) {
      found.push_back("src/README.md: " + name + " has a row but no files");
    }
  }
  return found;
}

std::vector<std::string> bareHeaders(const Tree& tree) {
  std::vector<std::string> found;
  for (const auto& [file, text] : tree) {
    if (!file.ends_with(".h")) continue;
    if (!text.starts_with("//")) {
      found.push_back(file + ": a header opens with what it is and what it is not");
    }
    if (text.find("\n#pragma once\n") == std::string::npos) {
      found.push_back(file + ": #pragma once is missing");
    }
  }
  return found;
}

}  // namespace assay::arch
