#include "extract/neural/kernel_loops.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace assay::extract::neural {

#if defined(__AVX2__)

namespace {

// Four rows at once: a block of columns is widened to 16 bits once for all of them. The pairs of
// products that one step sums fit into 32 bits, so nothing is cut off.
template <std::size_t kRows>
void tile(const std::uint8_t* left, std::size_t leftStride, const std::int8_t* packed,
          std::size_t groups, std::int32_t* out, std::size_t outStride) {
  __m256i sums[kRows][4];
  for (auto& row : sums) {
    for (auto& sum : row) sum = _mm256_setzero_si256();
  }
  for (std::size_t group = 0; group < groups; ++group) {
    __m256i columns[4];
    for (std::size_t q = 0; q < 4; ++q) {
      const auto* bytes = reinterpret_cast<const __m128i*>(packed + group * 64 + q * 16);
      columns[q] = _mm256_cvtepi8_epi16(_mm_loadu_si128(bytes));
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, left + r * leftStride + group * 4, 4);
      const __m256i wide = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
      for (std::size_t q = 0; q < 4; ++q) {
        sums[r][q] = _mm256_add_epi32(sums[r][q], _mm256_madd_epi16(wide, columns[q]));
      }
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t q = 0; q < 4; q += 2) {
      // Pairs of neighbours are summed; the halves come out crossed and are put in order.
      const __m256i crossed = _mm256_hadd_epi32(sums[r][q], sums[r][q + 1]);
      const __m256i inOrder = _mm256_permute4x64_epi64(crossed, 0xD8);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + r * outStride + q * 4), inOrder);
    }
  }
}

void products(const std::uint8_t* left, std::size_t leftStride, std::size_t rows,
              const std::int8_t* packed, std::size_t blocks, std::size_t groups,
              std::int32_t* out) {
  const std::size_t outStride = blocks * kBlock;
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::int8_t* column = packed + block * groups * kBlock * kGroup;
    std::int32_t* to = out + block * kBlock;
    std::size_t row = 0;
    for (; row + 2 <= rows; row += 2) {
      tile<2>(left + row * leftStride, leftStride, column, groups, to + row * outStride, outStride);
    }
    if (row < rows) {
      tile<1>(left + row * leftStride, leftStride, column, groups, to + row * outStride, outStride);
    }
  }
}

}  // namespace

const Kernels* avx2Kernels() {
  static constexpr Kernels kKernels = {"avx2",        products,    scaledLoop,    geluLoop,
                                       quantisedLoop, weightsLoop, normalisedLoop};
  return __builtin_cpu_supports("avx2") != 0 ? &kKernels : nullptr;
}

#else

const Kernels* avx2Kernels() { return nullptr; }

#endif

}  // namespace assay::extract::neural
