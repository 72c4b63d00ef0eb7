// The loops over floats that every set of kernels shares as text, compiled once for each kind of
// processor. Included only by kernels_*.cpp, each of which puts it into a namespace of its own;
// nothing of the standard library is called here, so that no function built for one processor can
// be taken by the linker for another.
//
// Compiled with -ffp-contract=off: a product and a sum stay two steps everywhere.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/neural/kernels.h"

namespace {

using assay::extract::neural::kBlock;
using std::size_t;
using std::uint8_t;

// To the nearest integer, halves to the even one; |x| < 2^22.
inline float rounded(float x) { return (x + 12582912.0F) - 12582912.0F; }

// e^x for x ≤ 0; below −87 it is e^−87, which rounds to nothing here.
inline float exponential(float x) {
  const float low = x < -87.0F ? -87.0F : x;
  const float n = rounded(low * 1.44269504F);
  const float f = (low - n * 0.693359375F) + n * 2.12194440e-4F;
  float p = 1.9875691500e-4F;
  p = p * f + 1.3981999507e-3F;
  p = p * f + 8.3334519073e-3F;
  p = p * f + 4.1665795894e-2F;
  p = p * f + 1.6666665459e-1F;
  p = p * f + 5.0000001201e-1F;
  p = p * f * f + f + 1.0F;
  const auto power = static_cast<std::int32_t>(n) + 127;
  return p * __builtin_bit_cast(float, power << 23);
}

// x · Φ(x); the error function after Abramowitz and Stegun, 7.1.26.
inline float geluOf(float x) {
  const float z = (x < 0.0F ? -x : x) * 0.70710678F;
  const float t = 1.0F / (1.0F + 0.3275911F * z);
  float p = 1.061405429F;
  p = p * t - 1.453152027F;
  p = p * t + 1.421413741F;
  p = p * t - 0.284496736F;
  p = p * t + 0.254829592F;
  const float tail = p * t * exponential(-z * z);  // 1 − erf(z)
  const float half = 0.5F * x;
  return x < 0.0F ? half * tail : half * (2.0F - tail);
}

void geluLoop(float* values, size_t count) {
  for (size_t i = 0; i < count; ++i) values[i] = geluOf(values[i]);
}

void scaledLoop(const std::int32_t* sums, const std::int32_t* columnSums, float scale,
                const float* scales, const float* bias, size_t count, float* values) {
  for (size_t i = 0; i < count; ++i) {
    const auto sum = static_cast<float>(sums[i] - 128 * columnSums[i]);
    values[i] = sum * (scale * scales[i]) + bias[i];
  }
}

inline float largestOf(const float* lanes) {
  float most = lanes[0];
  for (size_t j = 1; j < kBlock; ++j) most = lanes[j] > most ? lanes[j] : most;
  return most;
}

float quantisedLoop(const float* values, size_t count, uint8_t* out) {
  float lanes[kBlock] = {};
  size_t i = 0;
  for (; i + kBlock <= count; i += kBlock) {
    for (size_t j = 0; j < kBlock; ++j) {
      const float size = values[i + j] < 0.0F ? -values[i + j] : values[i + j];
      lanes[j] = size > lanes[j] ? size : lanes[j];
    }
  }
  for (; i < count; ++i) {
    const float size = values[i] < 0.0F ? -values[i] : values[i];
    lanes[0] = size > lanes[0] ? size : lanes[0];
  }
  const float most = largestOf(lanes);
  const float scale = most > 1e-20F ? most / 127.0F : 1.0F;
  const float inverse = 1.0F / scale;
  for (i = 0; i < count; ++i) {
    out[i] = static_cast<uint8_t>(static_cast<std::int32_t>(rounded(values[i] * inverse)) + 128);
  }
  return scale;
}

std::uint32_t weightsLoop(const float* values, size_t count, size_t padded, uint8_t* out) {
  float most = values[0];
  for (size_t i = 1; i < count; ++i) most = values[i] > most ? values[i] : most;
  std::uint32_t sum = 0;
  for (size_t i = 0; i < count; ++i) {
    const auto weight = static_cast<std::int32_t>(rounded(255.0F * exponential(values[i] - most)));
    out[i] = static_cast<uint8_t>(weight);
    sum += static_cast<std::uint32_t>(weight);
  }
  for (size_t i = count; i < padded; ++i) out[i] = 0;
  return sum;
}

// Sixteen lanes, then pairs of them: the order of the sum is part of the result.
inline float sumOf(float* lanes) {
  for (size_t width = kBlock / 2; width > 0; width /= 2) {
    for (size_t j = 0; j < width; ++j) lanes[j] += lanes[j + width];
  }
  return lanes[0];
}

void normalisedLoop(float* values, const float* more, const float* gain, const float* bias,
                    size_t count) {
  float lanes[kBlock] = {};
  for (size_t i = 0; i < count; i += kBlock) {
    for (size_t j = 0; j < kBlock; ++j) {
      values[i + j] += more[i + j];
      lanes[j] += values[i + j];
    }
  }
  const float mean = sumOf(lanes) / static_cast<float>(count);
  for (float& lane : lanes) lane = 0.0F;
  for (size_t i = 0; i < count; i += kBlock) {
    for (size_t j = 0; j < kBlock; ++j) {
      const float off = values[i + j] - mean;
      lanes[j] += off * off;
    }
  }
  const float variance = sumOf(lanes) / static_cast<float>(count);
  const float scale = 1.0F / __builtin_sqrtf(variance + 1e-12F);
  for (size_t i = 0; i < count; ++i) values[i] = (values[i] - mean) * scale * gain[i] + bias[i];
}

}  // namespace
