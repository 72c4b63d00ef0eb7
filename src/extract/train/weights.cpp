#include "extract/train/weights.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace assay::extract::train {

namespace {

void append32(std::string& out, std::uint32_t value) {
  char bytes[4];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

// The largest weight that keeps its exact size; the few beyond it are clipped.
float ceiling(std::span<const float> weights) {
  std::vector<float> sizes;
  for (const float w : weights) {
    if (w != 0.0F) sizes.push_back(std::abs(w));
  }
  if (sizes.empty()) return 1.0F;
  const auto rank = static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * 0.9995);
  std::nth_element(sizes.begin(), sizes.begin() + rank, sizes.end());
  return sizes[static_cast<std::size_t>(rank)];
}

}  // namespace

void FeatureRows::count(std::uint64_t feature) {
  if (++counts_[feature] == 1) order_.push_back(feature);
}

void FeatureRows::close(std::uint32_t least) {
  for (const std::uint64_t feature : order_) {
    const std::uint32_t times = counts_[feature];
    if (times < least) continue;
    rows_.emplace(feature, static_cast<std::uint32_t>(features_.size()));
    features_.push_back(feature);
    times_.push_back(times);
  }
  counts_.clear();
  order_.clear();
}

std::uint32_t FeatureRows::row(std::uint64_t feature) const {
  const auto found = rows_.find(feature);
  return found == rows_.end() ? kNone : found->second;
}

std::string pack(const FeatureRows& rows, std::span<const float> weights,
                 std::span<const std::string> labels, float least) {
  const std::size_t width = labels.size();
  const float scale = ceiling(weights) / 127.0F;
  std::string pool;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> kept;  // feature, offset
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::string entry;
    for (std::size_t label = 0; label < width; ++label) {
      const float weight = weights[row * width + label];
      const float whole = std::clamp(std::round(weight / scale), -127.0F, 127.0F);
      if (std::abs(weight) < least || whole == 0.0F) continue;
      entry += static_cast<char>(static_cast<unsigned char>(label));
      entry += static_cast<char>(static_cast<signed char>(whole));
    }
    if (entry.empty()) continue;
    kept.emplace_back(rows.feature(row), static_cast<std::uint32_t>(pool.size()));
    pool += static_cast<char>(static_cast<unsigned char>(entry.size() / 2));
    pool += entry;
  }
  while (pool.size() % 4 != 0) pool += '\0';
  std::uint32_t bits = 4;
  while ((std::size_t{1} << bits) * 7 < kept.size() * 10) ++bits;
  const std::size_t mask = (std::size_t{1} << bits) - 1;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> slots(mask + 1);
  for (const auto& [feature, offset] : kept) {
    std::size_t slot = static_cast<std::size_t>(feature) & mask;
    while (slots[slot].first != 0) slot = (slot + 1) & mask;
    slots[slot] = {static_cast<std::uint32_t>(feature >> 32U) | 1U, offset};
  }
  std::string names;
  for (const std::string& label : labels) names += label + "\n";
  while (names.size() % 4 != 0) names += '\0';

  std::string out = "ASLIN01\n";
  append32(out, static_cast<std::uint32_t>(width));
  append32(out, bits);
  append32(out, static_cast<std::uint32_t>(pool.size()));
  append32(out, static_cast<std::uint32_t>(names.size()));
  std::uint32_t scaleBits = 0;
  std::memcpy(&scaleBits, &scale, sizeof scale);
  append32(out, scaleBits);
  append32(out, 0);
  out += names;
  for (const auto& [key, offset] : slots) {
    append32(out, key);
    append32(out, offset);
  }
  return out + pool;
}

}  // namespace assay::extract::train
