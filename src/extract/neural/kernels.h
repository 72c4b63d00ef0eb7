// The inner loops of the encoder, one set for each kind of processor.
//
// All sets give exactly the same numbers: products are sums of integers, and what is done with
// floats is done value by value, or summed in sixteen fixed lanes, without fused steps. So the
// processor decides how long it takes and nothing else.
//
// Thread: pure functions. Buffers belong to the caller; none may overlap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace assay::extract::neural {

/// Columns of a packed matrix stand together in blocks of so many.
inline constexpr std::size_t kBlock = 16;
/// Rows of it (what a column is summed over) in groups of so many.
inline constexpr std::size_t kGroup = 4;

struct Kernels {
  std::string_view name;

  /// out[row][column] = Σ left[row][k] · packed[k][column], for `blocks` blocks of columns and
  /// `groups` groups of k. `left`: rows of groups · 4 bytes, `leftStride` apart; `packed`: blocks
  /// of groups of 16 columns of 4; `out`: rows of blocks · 16.
  void (*products)(const std::uint8_t* left, std::size_t leftStride, std::size_t rows,
                   const std::int8_t* packed, std::size_t blocks, std::size_t groups,
                   std::int32_t* out);
  /// values[i] = (sums[i] − 128 · columnSums[i]) · scale · scales[i] + bias[i]
  void (*scaled)(const std::int32_t* sums, const std::int32_t* columnSums, float scale,
                 const float* scales, const float* bias, std::size_t count, float* values);
  /// GELU of each value, with an error below 1e-6.
  void (*gelu)(float* values, std::size_t count);
  /// out[i] = 128 + values[i] / scale, rounded; gives the scale, which makes the largest 127.
  float (*quantised)(const float* values, std::size_t count, std::uint8_t* out);
  /// out[i] = 255 · exp(values[i] − the largest), rounded; gives their sum. Values at and after
  /// `count` up to `padded` get 0.
  std::uint32_t (*weights)(const float* values, std::size_t count, std::size_t padded,
                           std::uint8_t* out);
  /// values = normalised(values + more) · gain + bias, over a multiple of sixteen values.
  void (*normalised)(float* values, const float* more, const float* gain, const float* bias,
                     std::size_t count);
};

/// 1 / (1 + e^−x), the same on every processor.
[[nodiscard]] float likelihood(float x);

/// Runs everywhere.
[[nodiscard]] const Kernels& portableKernels();
/// Nothing when this processor (or this build) cannot run them.
[[nodiscard]] const Kernels* avx2Kernels();
[[nodiscard]] const Kernels* vnniKernels();
/// The fastest set that this processor runs.
[[nodiscard]] const Kernels& bestKernels();

}  // namespace assay::extract::neural
