// A linear-chain conditional random field while it is learned.
//
// Tokens are lists of feature rows; transitions are rows too, chosen by a class of the token.
// Thread: one. The same examples in the same order give the same weights.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace assay::extract::train {

struct ChainToken {
  std::uint32_t first = 0;  ///< where its feature rows begin in the pool
  std::uint32_t count = 0;
  std::uint32_t transition = 0;  ///< row of the transitions from label 0; others follow it
  std::uint8_t gold = 0;
};

struct ChainExample {
  std::size_t begin = 0;  ///< tokens [begin, end) of the list
  std::size_t end = 0;
};

class Chain {
 public:
  using Allowed = std::function<bool(std::size_t from, std::size_t to)>;

  /// `penalties` holds one number a row: how strongly its weights are drawn to zero each time
  /// they are touched.
  Chain(std::vector<float> penalties, std::size_t labels, double rate, const Allowed& allowed);

  /// One step on one example; gives its negative log likelihood.
  double learn(std::span<const ChainToken> tokens, std::span<const std::uint32_t> pool);

  [[nodiscard]] const std::vector<float>& weights() const { return weights_; }

 private:
  void scoreAll(std::span<const ChainToken> tokens, std::span<const std::uint32_t> pool);
  double passBoth(std::span<const ChainToken> tokens);
  void step(std::uint32_t row, std::size_t label, double gradient);

  std::size_t labels_;
  double rate_;
  std::vector<float> penalties_;
  std::vector<char> allowed_;   // from × to
  std::vector<float> weights_;  // rows × labels
  std::vector<float> squares_;  // sums of squared gradients
  std::vector<double> scores_;  // tokens × labels
  std::vector<double> forward_;
  std::vector<double> backward_;
};

}  // namespace assay::extract::train
