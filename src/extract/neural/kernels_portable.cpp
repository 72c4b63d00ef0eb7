#include "extract/neural/kernel_loops.h"

namespace assay::extract::neural {

namespace {

void products(const std::uint8_t* left, std::size_t leftStride, std::size_t rows,
              const std::int8_t* packed, std::size_t blocks, std::size_t groups,
              std::int32_t* out) {
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint8_t* bytes = left + row * leftStride;
    for (std::size_t block = 0; block < blocks; ++block) {
      std::int32_t sums[kBlock] = {};
      const std::int8_t* column = packed + block * groups * kBlock * kGroup;
      for (std::size_t group = 0; group < groups; ++group) {
        for (std::size_t j = 0; j < kBlock; ++j) {
          std::int32_t sum = 0;
          for (std::size_t k = 0; k < kGroup; ++k) {
            sum += bytes[group * kGroup + k] * column[j * kGroup + k];
          }
          sums[j] += sum;
        }
        column += kBlock * kGroup;
      }
      for (std::size_t j = 0; j < kBlock; ++j) out[(row * blocks + block) * kBlock + j] = sums[j];
    }
  }
}

}  // namespace

float likelihood(float x) {
  const float small = exponential(x < 0.0F ? x : -x);
  return (x < 0.0F ? small : 1.0F) / (1.0F + small);
}

const Kernels& portableKernels() {
  static constexpr Kernels kKernels = {"portable",    products,    scaledLoop,    geluLoop,
                                       quantisedLoop, weightsLoop, normalisedLoop};
  return kKernels;
}

const Kernels& bestKernels() {
  static const Kernels& best = [] -> const Kernels& {
    if (const Kernels* vnni = vnniKernels()) return *vnni;
    if (const Kernels* avx2 = avx2Kernels()) return *avx2;
    return portableKernels();
  }();
  return best;
}

}  // namespace assay::extract::neural
