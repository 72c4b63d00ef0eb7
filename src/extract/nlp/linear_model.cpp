#include "extract/nlp/linear_model.h"

#include <cstring>

namespace assay::extract::nlp {

namespace {

constexpr std::string_view kMagic = "ASLIN01\n";
constexpr std::size_t kHeader = 32;
constexpr std::size_t kSlot = 8;

std::uint32_t u32At(const char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

}  // namespace

std::optional<LinearModel> LinearModel::open(std::string_view bytes) {
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) return std::nullopt;
  const std::size_t labels = u32At(bytes.data() + 8);
  const std::size_t bits = u32At(bytes.data() + 12);
  const std::size_t pool = u32At(bytes.data() + 16);
  const std::size_t names = u32At(bytes.data() + 20);
  if (labels == 0 || labels > 255 || bits > 28 || names % 4 != 0) return std::nullopt;
  const std::size_t slots = std::size_t{1} << bits;
  if (bytes.size() != kHeader + names + slots * kSlot + pool) return std::nullopt;
  LinearModel model;
  std::memcpy(&model.scale_, bytes.data() + 24, sizeof model.scale_);
  std::string_view rest = bytes.substr(kHeader, names);
  for (std::size_t i = 0; i < labels; ++i) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    model.labels_.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  model.slots_ = bytes.data() + kHeader + names;
  model.pool_ = model.slots_ + slots * kSlot;
  model.mask_ = slots - 1;
  model.poolSize_ = pool;
  return model;
}

void LinearModel::add(std::uint64_t feature, std::span<std::int32_t> scores) const {
  if (slots_ == nullptr) return;
  const auto key = static_cast<std::uint32_t>(feature >> 32U) | 1U;
  std::size_t slot = static_cast<std::size_t>(feature) & mask_;
  for (std::size_t probes = 0; probes <= mask_; ++probes, slot = (slot + 1) & mask_) {
    const char* at = slots_ + slot * kSlot;
    const std::uint32_t here = u32At(at);
    if (here == 0) return;
    if (here != key) continue;
    const std::size_t offset = u32At(at + 4);
    if (offset >= poolSize_) return;
    const std::size_t count = static_cast<unsigned char>(pool_[offset]);
    if (offset + 1 + 2 * count > poolSize_) return;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t label = static_cast<unsigned char>(pool_[offset + 1 + 2 * i]);
      const auto weight = static_cast<signed char>(pool_[offset + 2 + 2 * i]);
      if (label < scores.size()) scores[label] += weight;
    }
    return;
  }
}

void LinearModel::addAll(std::span<const std::uint64_t> features,
                         std::span<std::int32_t> scores) const {
  if (slots_ == nullptr) return;
  for (const std::uint64_t feature : features) {
    __builtin_prefetch(slots_ + (static_cast<std::size_t>(feature) & mask_) * kSlot);
  }
  for (const std::uint64_t feature : features) add(feature, scores);
}

std::uint64_t hashOf(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return mixed(hash, bytes.size());
}

}  // namespace assay::extract::nlp
