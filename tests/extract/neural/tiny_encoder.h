// An encoder small enough to be written down by a test: one layer of sixteen values, twelve pieces.
//
// Its weights come from a fixed sequence of numbers, so what it finds means nothing and is always
// the same.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/neural/encoder_model.h"
#include "extract/nlp/part_of_speech.h"

namespace assay::extract::neural {

class TinyEncoder {
 public:
  static constexpr std::uint32_t kWidth = 16;
  static constexpr std::uint32_t kInner = 32;
  static constexpr std::uint32_t kWindow = 24;
  static constexpr std::string_view kPieces =
      "[UNK]\n[CLS]\n[SEP]\nthe\nmayor\nsaid\ntax\n##es\nrose\n.\n,\nu\n";

  TinyEncoder() {
    bytes_.assign(64, '\0');
    text(kPieces);
    text("root\nnsubj\n");
    integers(12 * kWidth);
    floats(12, 0.01F);
    for (const std::uint32_t rows : {kWindow, 6U, 16U, 4U}) floats(rows * kWidth, 0.5F);
    norm();
    for (const auto& [columns, rows] : std::vector<std::pair<std::uint32_t, std::uint32_t>>{
             {3 * kWidth, kWidth}, {kWidth, kWidth}, {kInner, kWidth}, {kWidth, kInner}}) {
      product(columns, rows);
    }
    norm();
    norm();
    for (const std::uint32_t columns : {3U, 16U, 16U, 16U, 5U}) product(columns, kWidth);
    floats(16 * 16, 0.5F);
    for (const std::uint32_t columns :
         {static_cast<std::uint32_t>(nlp::kPosCount), 16U, 16U, 16U, 16U, 16U, 2U, 16U, 1U, 2U}) {
      product(columns, kWidth);
    }
    const std::array<std::uint32_t, 12> sizes = {12, 1,  0, kWidth,         1, kInner, kWindow,
                                                 16, 16, 2, nlp::kPosCount, 16};
    std::memcpy(bytes_.data() + 16, sizes.data(), sizeof sizes);
    bytes_.replace(0, 8, "ASENC02\n");
    seal(bytes_);
  }

  /// The file's bytes.
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  /// Opens any bytes where the program would have them: at a multiple of 64.
  [[nodiscard]] base::Result<EncoderModel> open(std::string_view bytes) {
    space_.assign(bytes.size() + 64, '\0');
    void* at = space_.data();
    std::size_t room = space_.size();
    at = std::align(64, bytes.size(), at, room);
    std::memcpy(at, bytes.data(), bytes.size());
    return openEncoder({static_cast<const char*>(at), bytes.size()});
  }
  [[nodiscard]] EncoderModel model() { return open(bytes_).value(); }

  /// Gives changed bytes the sum that belongs to them.
  static void seal(std::string& bytes) {
    const std::uint64_t sum = sumOf(std::string_view(bytes).substr(16));
    std::memcpy(bytes.data() + 8, &sum, sizeof sum);
  }

 private:
  void align() { bytes_.resize((bytes_.size() + 63) / 64 * 64, '\0'); }
  void put(const void* data, std::size_t size) {
    align();
    bytes_.append(static_cast<const char*>(data), size);
  }
  void text(std::string_view lines) {
    const auto size = static_cast<std::uint32_t>(lines.size());
    put(&size, sizeof size);
    put(lines.data(), lines.size());
  }
  // −127 … 127, each as often as the other.
  std::int8_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int8_t>(static_cast<int>((state_ >> 33U) % 255U) - 127);
  }
  void integers(std::size_t count) {
    std::vector<std::int8_t> values(count);
    for (auto& value : values) value = next();
    put(values.data(), count);
  }
  void floats(std::size_t count, float size) {
    std::vector<float> values(count);
    for (float& value : values) value = size * static_cast<float>(next()) / 127.0F;
    put(values.data(), count * sizeof(float));
  }
  void norm() {
    const std::vector<float> gain(kWidth, 1.0F);
    put(gain.data(), kWidth * sizeof(float));
    floats(kWidth, 0.1F);
  }
  void product(std::uint32_t columns, std::uint32_t rows) {
    const std::array<std::uint32_t, 2> sizes = {columns, rows};
    put(sizes.data(), sizeof sizes);
    const std::uint32_t padded = (columns + 15) / 16 * 16;
    const std::vector<float> scales(padded, 0.004F);
    put(scales.data(), padded * sizeof(float));
    floats(padded, 0.1F);
    std::vector<std::int8_t> packed(std::size_t{padded} * rows, 0);
    std::vector<std::int32_t> sums(padded, 0);
    for (std::uint32_t column = 0; column < columns; ++column) {
      for (std::uint32_t row = 0; row < rows; ++row) {
        const std::int8_t value = next();
        packed[((column / 16) * (rows / 4) + row / 4) * 64 + (column % 16) * 4 + row % 4] = value;
        sums[column] += value;
      }
    }
    put(sums.data(), padded * sizeof(std::int32_t));
    put(packed.data(), packed.size());
  }

  std::string bytes_;
  std::string space_;
  std::uint64_t state_ = 7;
};

}  // namespace assay::extract::neural
