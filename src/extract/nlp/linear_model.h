// Weights of a linear model, read where they lie: nothing is parsed or copied at the start.
//
// The format, little-endian, every part aligned to 4 bytes:
//   0   8 bytes  "ASLIN01\n"
//   8   u32      number of labels (1 … 255)
//   12  u32      bits of the table (slots = 2^bits)
//   16  u32      bytes of the pool
//   20  u32      bytes of the label names, a multiple of 4
//   24  f32      scale: a weight is its integer times this
//   28  u32      0
//   32  names, each ended by "\n", padded with "\0"
//   …   slots: u32 key (0 is empty), u32 offset into the pool; open addressing, linear probing
//   …   pool: u8 count, then count × (u8 label, i8 weight)
// A feature is a 64-bit hash: its low bits choose the slot, its high 32 bits are the key. Scores
// are sums of integers, so every machine gets the same ones.
//
// Owns nothing: the bytes must outlive the object. Thread: reading is safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assay::extract::nlp {

class LinearModel {
 public:
  /// A model without weights: one nameless label, every score 0.
  LinearModel() = default;

  /// Looks at the header and the sizes; nothing when the bytes are no model of this version.
  [[nodiscard]] static std::optional<LinearModel> open(std::string_view bytes);

  [[nodiscard]] bool empty() const { return slots_ == nullptr; }
  [[nodiscard]] std::size_t labelCount() const { return labels_.size(); }
  [[nodiscard]] std::string_view label(std::size_t index) const { return labels_[index]; }
  [[nodiscard]] double scale() const { return static_cast<double>(scale_); }

  /// Adds the weights of one feature to `scores`, which has one entry a label.
  void add(std::uint64_t feature, std::span<std::int32_t> scores) const;
  /// The same for many features; asks the memory for all of them before it waits for the first.
  void addAll(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;

 private:
  std::vector<std::string_view> labels_;
  const char* slots_ = nullptr;
  const char* pool_ = nullptr;
  std::size_t mask_ = 0;
  std::size_t poolSize_ = 0;
  float scale_ = 1;
};

/// Hashes that name features. The same on every machine and for ever: models depend on them.
[[nodiscard]] std::uint64_t hashOf(std::string_view bytes);
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6U) + (a >> 2U));
  x ^= x >> 30U;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27U;
  x *= 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

}  // namespace assay::extract::nlp
