// The table of promises: what is counted together, and what breaks one.
#include "tests/store/promises/table.h"

#include <catch2/catch_amalgamated.hpp>

#include <sstream>

using assay::promises::Counts;
using assay::promises::laboratoryRows;
using assay::promises::Row;

namespace {

constexpr const char* kSound =
    "kill 1000 0 0\nloss 40000 0 0\nloss 10000 0 0\ncontrol 2000 311 0\nfault 20411 0 0\n"
    "damage 20000 0 0\nseen 240 0 0\nwriters 4000 0 84\nwalks 2000 0 0\n";

/// "+" for a promise that is kept, "-" for one that is broken.
std::string kept(const std::string& tallies, Counts counts = Counts::usual) {
  std::istringstream in(tallies);
  std::string signs;
  for (const Row& row : laboratoryRows(in, counts)) signs += row.kept ? '+' : '-';
  return signs;
}

}  // namespace

TEST_CASE("promises are counted together and shown with their limits") {
  std::istringstream in(kSound);
  const auto rows = laboratoryRows(in, Counts::usual);
  REQUIRE(rows.size() == 8);
  CHECK(rows[1].measured == "0 lost or corrupt in 50,000 losses");
  CHECK(rows[1].limit == "0 of 50,000 or more");
  CHECK(rows[2].measured == "311 commits lost in 2,000 losses");
  CHECK(rows[6].measured == "0 lost of 4,000, longest wait 84 ms");
  CHECK(kept(kSound) == "++++++++");
}

TEST_CASE("a promise is broken by one loss, by too few runs, and by a control that loses nothing") {
  CHECK(kept(std::string(kSound) + "kill 1 1 0\n") == "-+++++++");
  CHECK(kept("") == "--------");
  std::string tame = kSound;
  tame.replace(tame.find("311"), 3, "0");
  CHECK(kept(tame) == "++-+++++");
}

TEST_CASE("a soak asks for more of everything, and for an hour of writers") {
  constexpr const char* kSoaked =
      "kill 50000 0 0\nloss 2000000 0 0\ncontrol 2000 311 0\nfault 46000 0 0\ndamage 1000000 0 0\n"
      "seen 240 0 0\nwriters 800000 0 84\nseconds 3000 0 0\nseconds 600 0 0\nwalks 100000 0 0\n";
  CHECK(kept(kSoaked, Counts::soak) == "++++++++");
  CHECK(kept(kSound, Counts::soak) == "--+--+--");
  std::string hasty = kSoaked;
  hasty.replace(hasty.find("3000"), 4, "2999");
  CHECK(kept(hasty, Counts::soak) == "++++++-+");
  std::istringstream in(kSoaked);
  const auto rows = laboratoryRows(in, Counts::soak);
  CHECK(rows[6].measured == "0 lost of 800,000, longest wait 84 ms, 60 min");
  CHECK(rows[6].limit == "0 in 60 min");
}
