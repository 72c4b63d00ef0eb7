#include "extract/neural/tree.h"

#include <catch2/catch_amalgamated.hpp>

#include <random>

namespace assay::extract::neural {
namespace {

float sumOfTree(const Rows& scores, const std::vector<std::size_t>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i][heads[i]];
  return sum;
}

bool isTree(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == i ? 1U : 0U;
    std::size_t at = i;
    for (std::size_t step = 0; step < heads.size() && heads[at] != at; ++step) at = heads[at];
    if (heads[at] != at) return false;
  }
  return roots == 1;
}

// The best of all trees with this root, by trying every choice of heads.
float bestByTrying(const Rows& scores, std::size_t count, std::size_t root) {
  float best = -1e30F;
  std::vector<std::size_t> heads(count, 0);
  while (true) {
    if (isTree(heads) && heads[root] == root) best = std::max(best, sumOfTree(scores, heads));
    std::size_t i = 0;
    while (i < count && ++heads[i] == count) heads[i++] = 0;
    if (i == count) return best;
  }
}

TEST_CASE("No tree with its root is better than the one found") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = 1 + random() % 5;
    Rows scores{8, std::vector<float>(count * 8)};
    for (float& value : scores.values) value = static_cast<float>(random() % 1000);
    const std::vector<std::size_t> heads = bestTree(scores, count);
    REQUIRE(isTree(heads));
    std::size_t root = 0;
    while (heads[root] != root) ++root;
    REQUIRE(sumOfTree(scores, heads) == bestByTrying(scores, count, root));
  }
}

TEST_CASE("Circles within circles are broken where it costs least") {
  // 1 and 2 want each other, both together want 3, 3 wants them; 0 is the root.
  const Rows scores{4,
                    {90, 0, 0, 0,   //
                     1, 0, 50, 30,  //
                     0, 50, 0, 20,  //
                     12, 40, 0, 0}};
  CHECK(bestTree(scores, 4) == std::vector<std::size_t>{0, 3, 1, 0});
}

TEST_CASE("A long sentence that would be one circle becomes a chain") {
  constexpr std::size_t kWords = 120;
  Rows scores{128, std::vector<float>(kWords * 128, 0.0F)};
  for (std::size_t i = 0; i < kWords; ++i) scores[i][(i + 1) % kWords] = 9.0F;
  scores[5][5] = 100.0F;
  const auto heads = bestTree(scores, kWords);
  REQUIRE(isTree(heads));
  CHECK(heads[5] == 5);
  CHECK(heads[4] == 5);
  CHECK(heads[6] == 7);
}

}  // namespace
}  // namespace assay::extract::neural
