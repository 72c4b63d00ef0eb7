#include "extract/train/chain.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace assay::extract::train {

namespace {

constexpr double kNever = -1e30;

double logSum(const double* values, std::size_t count) {
  double top = kNever;
  for (std::size_t i = 0; i < count; ++i) top = std::max(top, values[i]);
  if (top <= kNever) return kNever;
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += std::exp(values[i] - top);
  return top + std::log(sum);
}

}  // namespace

Chain::Chain(std::vector<float> penalties, std::size_t labels, double rate, const Allowed& allowed)
    : labels_(labels),
      rate_(rate),
      penalties_(std::move(penalties)),
      allowed_(labels * labels),
      weights_(penalties_.size() * labels, 0.0F),
      squares_(penalties_.size() * labels, 0.1F) {
  for (std::size_t a = 0; a < labels; ++a) {
    for (std::size_t b = 0; b < labels; ++b) allowed_[a * labels + b] = allowed(a, b) ? 1 : 0;
  }
}

void Chain::scoreAll(std::span<const ChainToken> tokens, std::span<const std::uint32_t> pool) {
  scores_.assign(tokens.size() * labels_, 0.0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    double* scores = &scores_[i * labels_];
    for (std::uint32_t f = 0; f < tokens[i].count; ++f) {
      const float* weights = &weights_[std::size_t{pool[tokens[i].first + f]} * labels_];
      for (std::size_t l = 0; l < labels_; ++l) scores[l] += static_cast<double>(weights[l]);
    }
  }
}

// Forward and backward sums; gives log Z. The first token comes from label 0.
double Chain::passBoth(std::span<const ChainToken> tokens) {
  const std::size_t n = tokens.size();
  const std::size_t width = labels_;
  forward_.assign(n * width, kNever);
  backward_.assign(n * width, 0.0);
  std::vector<double> cell(width);
  const auto weight = [&](std::size_t i, std::size_t a, std::size_t b) {
    return static_cast<double>(weights_[(std::size_t{tokens[i].transition} + a) * width + b]);
  };
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t b = 0; b < width; ++b) {
      if (i == 0) {
        if (allowed_[b] != 0) forward_[b] = weight(0, 0, b) + scores_[b];
        continue;
      }
      for (std::size_t a = 0; a < width; ++a) {
        cell[a] =
            allowed_[a * width + b] != 0 ? forward_[(i - 1) * width + a] + weight(i, a, b) : kNever;
      }
      forward_[i * width + b] = logSum(cell.data(), width) + scores_[i * width + b];
    }
  }
  for (std::size_t i = n - 1; i > 0; --i) {
    for (std::size_t a = 0; a < width; ++a) {
      for (std::size_t b = 0; b < width; ++b) {
        cell[b] = allowed_[a * width + b] != 0
                      ? weight(i, a, b) + scores_[i * width + b] + backward_[i * width + b]
                      : kNever;
      }
      backward_[(i - 1) * width + a] = logSum(cell.data(), width);
    }
  }
  return logSum(&forward_[(n - 1) * width], width);
}

void Chain::step(std::uint32_t row, std::size_t label, double gradient) {
  const std::size_t at = std::size_t{row} * labels_ + label;
  const double g = gradient + static_cast<double>(penalties_[row] * weights_[at]);
  squares_[at] += static_cast<float>(g * g);
  weights_[at] -= static_cast<float>(rate_ * g / std::sqrt(static_cast<double>(squares_[at])));
}

double Chain::learn(std::span<const ChainToken> tokens, std::span<const std::uint32_t> pool) {
  if (tokens.empty()) return 0;
  const std::size_t width = labels_;
  scoreAll(tokens, pool);
  const double z = passBoth(tokens);
  double gold = 0;
  std::size_t before = 0;
  // Gradients are taken before any weight moves: scores_ and the sums are a snapshot.
  std::vector<double> pairs(tokens.size() * width * width, 0.0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t g = tokens[i].gold;
    const std::size_t from = i == 0 ? 0 : before;
    gold += scores_[i * width + g] +
            static_cast<double>(weights_[(std::size_t{tokens[i].transition} + from) * width + g]);
    before = g;
    for (std::size_t a = 0; a < (i == 0 ? 1 : width); ++a) {
      for (std::size_t b = 0; b < width; ++b) {
        if (allowed_[a * width + b] == 0) continue;
        const double left = i == 0 ? 0.0 : forward_[(i - 1) * width + a];
        const double w =
            static_cast<double>(weights_[(std::size_t{tokens[i].transition} + a) * width + b]);
        pairs[(i * width + a) * width + b] =
            std::exp(left + w + scores_[i * width + b] + backward_[i * width + b] - z);
      }
    }
  }
  before = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t g = tokens[i].gold;
    const std::size_t from = i == 0 ? 0 : before;
    for (std::size_t a = 0; a < (i == 0 ? 1 : width); ++a) {
      for (std::size_t b = 0; b < width; ++b) {
        const double p = pairs[(i * width + a) * width + b];
        const double d = p - (a == from && b == g ? 1.0 : 0.0);
        if (std::abs(d) > 1e-5) {
          step(tokens[i].transition + static_cast<std::uint32_t>(a), b, d);
        }
      }
    }
    for (std::size_t l = 0; l < width; ++l) {
      const double p = std::exp(forward_[i * width + l] + backward_[i * width + l] - z);
      const double d = p - (l == g ? 1.0 : 0.0);
      if (std::abs(d) < 1e-4) continue;
      for (std::uint32_t f = 0; f < tokens[i].count; ++f) step(pool[tokens[i].first + f], l, d);
    }
    before = g;
  }
  return z - gold;
}

}  // namespace assay::extract::train
