// The table of promises: what is counted together, and what breaks one.
#include "tests/store/promises/table.h"

#include <catch2/catch_amalgamated.hpp>

#include <sstream>

using assay::promises::laboratoryRows;
using assay::promises::Row;

namespace {

constexpr const char* kSound =
    "kill 1000 0 0\nloss 40000 0 0\nloss 10000 0 0\ncontrol 2000 311 0\nfault 20411 0 0\n"
    "damage 20000 0 0\nseen 240 0 0\nwriters 4000 0 84\nwalks 2000 0 0\n";

/// "+" for a promise that is kept, "-" for one that is broken.
std::string kept(const std::string& tallies, std::size_t times = 1) {
  std::istringstream in(tallies);
  std::string signs;
  for (const Row& row : laboratoryRows(in, times)) signs += row.kept ? '+' : '-';
  return signs;
}

}  // namespace

TEST_CASE("promises are counted together and shown with their limits") {
  std::istringstream in(kSound);
  const auto rows = laboratoryRows(in, 1);
  REQUIRE(rows.size() == 8);
  CHECK(rows[1].measured == "0 lost or corrupt in 50,000 losses");
  CHECK(rows[1].limit == "0 of 50,000 or more");
  CHECK(rows[2].measured == "311 commits lost in 2,000 losses");
  CHECK(rows[6].measured == "0 lost of 4,000, longest wait 84 ms");
  CHECK(kept(kSound) == "++++++++");
}

TEST_CASE("a promise is broken by one loss, by too few runs, and by a control that loses nothing") {
  CHECK(kept(std::string(kSound) + "kill 1 1 0\n") == "-+++++++");
  CHECK(kept(kSound, 2) == "--++-+--");
  CHECK(kept("") == "--------");
  std::string tame = kSound;
  tame.replace(tame.find("311"), 3, "0");
  CHECK(kept(tame) == "++-+++++");
}
