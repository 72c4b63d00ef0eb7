// Weights while they are learned, and the way they are packed into a model file.
//
// Features are hashes (nlp/linear_model.h); each that occurs often enough gets a row with one
// number a label. Rows are numbered in the order features are first seen, so training is
// repeatable. Thread: one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assay::extract::train {

class FeatureRows {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// Counts one occurrence.
  void count(std::uint64_t feature);
  /// Keeps features seen at least `least` times; afterwards rows can be asked for.
  void close(std::uint32_t least);
  /// The row of a feature, or kNone.
  [[nodiscard]] std::uint32_t row(std::uint64_t feature) const;
  [[nodiscard]] std::size_t size() const { return features_.size(); }
  [[nodiscard]] std::uint64_t feature(std::size_t row) const { return features_[row]; }
  /// How often the feature of a row was counted.
  [[nodiscard]] std::uint32_t times(std::size_t row) const { return times_[row]; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  std::vector<std::uint64_t> order_;  // first seen first, while counting
  std::unordered_map<std::uint64_t, std::uint32_t> rows_;
  std::vector<std::uint64_t> features_;
  std::vector<std::uint32_t> times_;
};

/// The bytes of a model file. `weights` holds rows.size() × labels.size() numbers. Weights below
/// `least` (in absolute value) are left out.
[[nodiscard]] std::string pack(const FeatureRows& rows, std::span<const float> weights,
                               std::span<const std::string> labels, float least);

}  // namespace assay::extract::train
