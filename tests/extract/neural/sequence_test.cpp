#include "extract/neural/sequence.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::extract::neural {
namespace {

TEST_CASE("An inside follows only its own beginning or inside") {
  // Alone, the second token would go on with what never began.
  const Rows scores{5, {1, 0, 0, 0, 0,  //
                        0, 0, 5, 3, 0,  //
                        0, 0, 0, 0, 9,  //
                        0, 0, 4, 0, 3}};
  const auto tags = bestSequence(scores, 5);
  CHECK(tags == std::vector<std::uint8_t>{0, 3, 4, 4});
  CHECK(runsOf(tags, 3) == std::vector<nlp::Range>{{1, 4}});
  CHECK(runsOf(tags, 1).empty());
}

TEST_CASE("Only the first scores of a row count, and runs that touch stay apart") {
  const Rows scores{4, {0, 9, 0, 99, 0, 9, 0, 99, 0, 0, 9, 99}};
  const auto tags = bestSequence(scores, 3);
  CHECK(tags == std::vector<std::uint8_t>{1, 1, 2});
  CHECK(runsOf(tags, 1) == std::vector<nlp::Range>{{0, 1}, {1, 3}});
}

TEST_CASE("No tokens have no tags") { CHECK(bestSequence(Rows{5, {}}, 5).empty()); }

}  // namespace
}  // namespace assay::extract::neural
