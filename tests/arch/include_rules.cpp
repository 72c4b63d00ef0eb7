#include "tests/arch/include_rules.h"

#include <algorithm>

namespace assay::arch {

namespace {

std::string at(const Include& include) {
  return include.file + ":" + std::to_string(include.line) + ": ";
}

std::string listed(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "nothing" : out;
}

// What one folder may reach, for sources and tests alike.
struct Allowance {
  std::string who;
  std::set<std::string> rooms;
  std::set<std::string> libraries;
  std::set<std::string> testFolders;  // below tests/
};

std::string violation(const Include& include, const Allowance& may, const RoomTable& rooms) {
  const std::string top = part(include.target, 0);
  if (include.quoted && top == "tests") {
    const std::string folder = part(include.target, 1);
    if (may.testFolders.contains(folder)) return {};
    return at(include) + may.who + " must not include " + include.target + " of tests/" + folder;
  }
  if (rooms.contains(top)) {
    if (!include.quoted) return at(include) + "write \"" + include.target + "\", it is our own";
    if (may.rooms.contains(top)) return {};
    return at(include) + may.who + " must not include " + top + " (" + include.target +
           "); it may include " + listed(may.rooms);
  }
  const std::string library = libraryOf(include.target);
  if (library == "?") {
    return at(include) + include.target +
           " belongs to no room and to no library that tests/arch/room_table.cpp knows";
  }
  if (library.empty() || may.libraries.contains(library)) return {};
  return at(include) + may.who + " must not use " + library + " (" + include.target +
         "); it may use " + listed(may.libraries);
}

void check(const std::string& file, const std::string& text, const Allowance& may,
           const RoomTable& rooms, std::vector<std::string>& found) {
  for (const Include& include : includesOf(file, text)) {
    std::string sentence = violation(include, may, rooms);
    if (!sentence.empty()) found.push_back(std::move(sentence));
  }
}

class CycleFinder {
 public:
  explicit CycleFinder(const Tree& tree) : tree_(tree) {}

  std::vector<std::string> find() {
    for (const auto& [file, text] : tree_) visit(file);
    return std::move(found_);
  }

 private:
  void visit(const std::string& file) {
    if (done_.contains(file)) return;
    const auto onPath = std::find(path_.begin(), path_.end(), file);
    if (onPath != path_.end()) {
      std::string ring;
      for (auto step = onPath; step != path_.end(); ++step) ring += *step + " → ";
      found_.push_back("headers include each other in a ring: " + ring + file);
      return;
    }
    path_.push_back(file);
    for (const Include& include : includesOf(file, tree_.at(file))) {
      if (!include.quoted) continue;
      if (tree_.contains("src/" + include.target)) visit("src/" + include.target);
      if (tree_.contains(include.target)) visit(include.target);
    }
    path_.pop_back();
    done_.insert(file);
  }

  const Tree& tree_;
  std::vector<std::string> path_;
  std::set<std::string> done_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> forbiddenIncludes(const Tree& tree, const RoomTable& rooms) {
  std::vector<std::string> found;
  std::set<std::string> unknown;
  for (const auto& [file, text] : tree) {
    if (part(file, 0) != "src") continue;
    const std::string name = part(file, 1);
    const auto room = rooms.find(name);
    if (room == rooms.end()) {
      if (unknown.insert(name).second) {
        found.push_back("src/" + name + " has no row in the table of src/README.md");
      }
      continue;
    }
    Allowance may{name, room->second.mayInclude, room->second.libraries, {}};
    may.rooms.insert(name);
    check(file, text, may, rooms, found);
  }
  return found;
}

std::vector<std::string> forbiddenTestIncludes(const Tree& tree, const RoomTable& rooms) {
  std::set<std::string> allRooms;
  for (const auto& [name, room] : rooms) allRooms.insert(name);
  std::vector<std::string> found;
  for (const auto& [file, text] : tree) {
    if (part(file, 0) != "tests") continue;
    const std::string name = part(file, 1);
    if (name == "lint") continue;  // goes into clang-tidy, not into a program of ours
    // Besides Catch2: what reads and writes formats, so that a test can judge them from outside.
    Allowance may{"tests/" + name,
                  {},
                  {"catch2", "fmt", "nlohmann-json", "libxml2", "md4c", "pugixml", "zlib"},
                  {"support", name}};
    if (const auto room = rooms.find(name); room != rooms.end()) {
      may.rooms = room->second.mayInclude;
      may.rooms.insert(name);
      may.libraries.insert(room->second.libraries.begin(), room->second.libraries.end());
    } else if (name == "support") {
      may.rooms = {"base"};
    } else if (name == "fuzz") {
      may.rooms = allRooms;
      may.testFolders.insert(allRooms.begin(), allRooms.end());
    } else if (name == "bench") {
      may.rooms = allRooms;
      may.libraries.insert({"benchmark", "imgui", "sqlite3"});
      may.testFolders.insert(allRooms.begin(), allRooms.end());
    } else if (name == "validate") {
      may.rooms = allRooms;
      may.testFolders.insert("report");
    } else if (name != "arch") {
      found.push_back(file + ": tests/" + name + " is the folder of no room");
      continue;
    }
    check(file, text, may, rooms, found);
  }
  return found;
}

std::vector<std::string> includeCycles(const Tree& tree) { return CycleFinder(tree).find(); }

}  // namespace assay::arch
