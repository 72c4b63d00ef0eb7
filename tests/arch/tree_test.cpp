// The tree as it stands obeys its own rules.
#include <catch2/catch_amalgamated.hpp>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/arch/include_rules.h"
#include "tests/arch/mutable_state.h"
#include "tests/arch/tree_rules.h"

using namespace assay::arch;

namespace {

const std::filesystem::path kRoot = ASSAY_SOURCE_DIR;

const Tree& tree() {
  static const Tree read = readTree(kRoot, {"src", "tests", "third_party"});
  return read;
}

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

RoomTable table() {
  std::vector<std::string> problems;
  RoomTable rooms = parseRoomTable(slurp(kRoot / "src/README.md"), problems);
  CHECK(problems == std::vector<std::string>{});
  return rooms;
}

std::set<std::string> builtSources() {
  std::ifstream in(ASSAY_BUILT_SOURCES);
  std::set<std::string> built;
  for (std::string line; std::getline(in, line);) built.insert(line);
  REQUIRE(built.contains("tests/arch/tree_test.cpp"));
  return built;
}

const std::vector<std::string> kNone;

}  // namespace

TEST_CASE("the table has a row for every room, and every row a room") {
  CHECK(emptyRooms(tree(), table()) == kNone);
}

TEST_CASE("rooms include only what their row allows") {
  CHECK(forbiddenIncludes(tree(), table()) == kNone);
}

TEST_CASE("tests include only their own room and what it may include") {
  CHECK(forbiddenTestIncludes(tree(), table()) == kNone);
}

TEST_CASE("no headers include each other in a ring") { CHECK(includeCycles(tree()) == kNone); }

TEST_CASE("every source and every test is built") {
  CHECK(unbuiltFiles(tree(), builtSources()) == kNone);
}

TEST_CASE("panels keep no state of their own") { CHECK(mutableStateInUi(tree()) == kNone); }

TEST_CASE("files are of a size a person can read") { CHECK(longFiles(tree()) == kNone); }

TEST_CASE("headers say what they are") { CHECK(bareHeaders(tree()) == kNone); }
