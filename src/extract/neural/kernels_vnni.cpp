#include "extract/neural/kernel_loops.h"

#if defined(__AVX512VNNI__) && defined(__AVX512BW__)
#include <immintrin.h>
#endif

namespace assay::extract::neural {

#if defined(__AVX512VNNI__) && defined(__AVX512BW__)

namespace {

// kRows rows by kBlocks blocks of sixteen columns, all sums in registers.
template <std::size_t kRows, std::size_t kBlocks>
void tile(const std::uint8_t* left, std::size_t leftStride, const std::int8_t* packed,
          std::size_t groups, std::int32_t* out, std::size_t outStride) {
  __m512i sums[kRows][kBlocks];
  for (auto& row : sums) {
    for (auto& sum : row) sum = _mm512_setzero_si512();
  }
  for (std::size_t group = 0; group < groups; ++group) {
    __m512i columns[kBlocks];
    for (std::size_t b = 0; b < kBlocks; ++b) {
      columns[b] = _mm512_loadu_si512(packed + (b * groups + group) * 64);
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, left + r * leftStride + group * 4, 4);
      const __m512i wide = _mm512_set1_epi32(four);
      for (std::size_t b = 0; b < kBlocks; ++b) {
        sums[r][b] = _mm512_dpbusd_epi32(sums[r][b], wide, columns[b]);
      }
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t b = 0; b < kBlocks; ++b) {
      _mm512_storeu_si512(out + r * outStride + b * kBlock, sums[r][b]);
    }
  }
}

template <std::size_t kBlocks>
void stripe(const std::uint8_t* left, std::size_t leftStride, std::size_t rows,
            const std::int8_t* packed, std::size_t groups, std::int32_t* out,
            std::size_t outStride) {
  std::size_t row = 0;
  for (; row + 8 <= rows; row += 8) {
    tile<8, kBlocks>(left + row * leftStride, leftStride, packed, groups, out + row * outStride,
                     outStride);
  }
  for (; row < rows; ++row) {
    tile<1, kBlocks>(left + row * leftStride, leftStride, packed, groups, out + row * outStride,
                     outStride);
  }
}

void products(const std::uint8_t* left, std::size_t leftStride, std::size_t rows,
              const std::int8_t* packed, std::size_t blocks, std::size_t groups,
              std::int32_t* out) {
  const std::size_t outStride = blocks * kBlock;
  const std::size_t blockBytes = groups * kBlock * kGroup;
  std::size_t block = 0;
  for (; block + 3 <= blocks; block += 3) {
    stripe<3>(left, leftStride, rows, packed + block * blockBytes, groups, out + block * kBlock,
              outStride);
  }
  for (; block < blocks; ++block) {
    stripe<1>(left, leftStride, rows, packed + block * blockBytes, groups, out + block * kBlock,
              outStride);
  }
}

}  // namespace

const Kernels* vnniKernels() {
  static constexpr Kernels kKernels = {"avx512-vnni", products,    scaledLoop,    geluLoop,
                                       quantisedLoop, weightsLoop, normalisedLoop};
  const bool runs = __builtin_cpu_supports("avx512vnni") != 0 &&
                    __builtin_cpu_supports("avx512bw") != 0 &&
                    __builtin_cpu_supports("avx512vl") != 0;
  return runs ? &kKernels : nullptr;
}

#else

const Kernels* vnniKernels() { return nullptr; }

#endif

}  // namespace assay::extract::neural
