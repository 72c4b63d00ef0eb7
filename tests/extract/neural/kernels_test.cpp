#include "extract/neural/kernels.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace assay::extract::neural {
namespace {

// The sets that this machine runs besides the portable one.
std::vector<const Kernels*> faster() {
  std::vector<const Kernels*> sets;
  for (const Kernels* set : {avx2Kernels(), vnniKernels()}) {
    if (set != nullptr) sets.push_back(set);
  }
  return sets;
}

std::vector<float> someFloats(std::mt19937& random, std::size_t count, float size) {
  std::vector<float> out(count);
  for (float& value : out) {
    value = (static_cast<float>(random() % 20'001) / 10'000.0F - 1.0F) * size;
  }
  return out;
}

struct Factors {
  std::size_t rows, blocks, groups, stride;
  std::vector<std::uint8_t> left;
  std::vector<std::int8_t> packed;
};

Factors someFactors(std::mt19937& random) {
  Factors f{1 + random() % 19, 1 + random() % 7, 1 + random() % 40, 0, {}, {}};
  f.stride = f.groups * kGroup + random() % 5;
  f.left.resize(f.rows * f.stride);
  f.packed.resize(f.blocks * f.groups * kBlock * kGroup);
  // The largest values are the ones that could be cut off.
  const bool extreme = random() % 4 == 0;
  for (auto& v : f.left) v = static_cast<std::uint8_t>(extreme ? 255 : random() % 256);
  for (auto& v : f.packed) {
    const auto any = random() % 256;
    v = static_cast<std::int8_t>(extreme ? 127 + any % 2 : any);
  }
  return f;
}

std::vector<std::int32_t> productsWith(const Kernels& kernels, const Factors& f) {
  std::vector<std::int32_t> out(f.rows * f.blocks * kBlock, -1);
  kernels.products(f.left.data(), f.stride, f.rows, f.packed.data(), f.blocks, f.groups,
                   out.data());
  return out;
}

TEST_CASE("The portable products are what their definition says") {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    const Factors f = someFactors(random);
    std::vector<std::int32_t> expected;
    for (std::size_t row = 0; row < f.rows; ++row) {
      for (std::size_t column = 0; column < f.blocks * kBlock; ++column) {
        std::int32_t sum = 0;
        for (std::size_t k = 0; k < f.groups * kGroup; ++k) {
          const std::size_t block = column / kBlock * f.groups + k / kGroup;
          sum += f.left[row * f.stride + k] *
                 f.packed[block * kBlock * kGroup + column % kBlock * kGroup + k % kGroup];
        }
        expected.push_back(sum);
      }
    }
    REQUIRE(productsWith(portableKernels(), f) == expected);
  }
}

TEST_CASE("Every set of kernels gives the products of the portable one") {
  std::mt19937 random(2);
  for (int round = 0; round < 60; ++round) {
    const Factors f = someFactors(random);
    const auto expected = productsWith(portableKernels(), f);
    for (const Kernels* set : faster()) {
      INFO(set->name);
      REQUIRE(productsWith(*set, f) == expected);
    }
  }
}

TEST_CASE("Every set of kernels gives the bits of the portable one for floats") {
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    const std::size_t count = kBlock * (1 + random() % 30);
    const std::size_t some = count - random() % kBlock;
    const auto values = someFloats(random, count, std::exp2(static_cast<float>(round) / 2 - 10));
    const auto more = someFloats(random, count, 3.0F);
    const auto gain = someFloats(random, count, 1.5F);
    std::vector<std::int32_t> sums(count);
    for (auto& sum : sums) sum = static_cast<std::int32_t>(random() % 40'000'000) - 20'000'000;
    const std::vector<std::int32_t> columns(count, 117);
    const auto all = [&](const Kernels& k) {
      std::vector<float> out(count);
      k.scaled(sums.data(), columns.data(), 0.013F, gain.data(), more.data(), some, out.data());
      std::vector<float> curved = values;
      k.gelu(curved.data(), some);
      std::vector<float> normal = values;
      k.normalised(normal.data(), more.data(), gain.data(), more.data(), count);
      std::vector<std::uint8_t> bytes(2 * count);
      out.push_back(k.quantised(values.data(), some, bytes.data()));
      out.push_back(
          static_cast<float>(k.weights(values.data(), some, count, bytes.data() + count)));
      out.insert(out.end(), curved.begin(), curved.end());
      out.insert(out.end(), normal.begin(), normal.end());
      out.insert(out.end(), bytes.begin(), bytes.end());
      return out;
    };
    const std::vector<float> expected = all(portableKernels());
    for (const Kernels* set : faster()) {
      INFO(set->name);
      REQUIRE(all(*set) == expected);
    }
  }
}

TEST_CASE("GELU is right to six places") {
  for (float x = -12.0F; x < 12.0F; x += 0.01F) {
    float value = x;
    portableKernels().gelu(&value, 1);
    const auto exact = static_cast<double>(x);
    const double wanted = 0.5 * exact * (1 + std::erf(exact / std::sqrt(2.0)));
    REQUIRE(std::abs(static_cast<double>(value) - wanted) < 2e-6);
  }
}

TEST_CASE("Weights are the exponentials of what is below the largest, in 255ths") {
  const std::vector<float> values = {1.0F, 3.0F, -100.0F, 2.5F, 3.0F};
  std::vector<std::uint8_t> out(8, 9);
  CHECK(portableKernels().weights(values.data(), 5, 8, out.data()) == 35 + 255 + 0 + 155 + 255);
  CHECK(out == std::vector<std::uint8_t>{35, 255, 0, 155, 255, 0, 0, 0});
}

TEST_CASE("Quantised values keep their largest as 127 and zero as zero") {
  const std::vector<float> values = {0.0F, -2.0F, 1.0F, 0.5F};
  std::vector<std::uint8_t> out(4);
  CHECK(portableKernels().quantised(values.data(), 4, out.data()) == 2.0F / 127.0F);
  CHECK(out == std::vector<std::uint8_t>{128, 1, 192, 160});
  const std::vector<float> nothing(4, 0.0F);
  CHECK(portableKernels().quantised(nothing.data(), 4, out.data()) == 1.0F);
  CHECK(out == std::vector<std::uint8_t>{128, 128, 128, 128});
}

TEST_CASE("Normalised values have mean 0 and variance 1 before gain and bias") {
  std::mt19937 random(5);
  std::vector<float> values = someFloats(random, 64, 9.0F);
  const std::vector<float> more(64, 2.0F);
  const std::vector<float> gain(64, 2.0F);
  const std::vector<float> bias(64, 1.0F);
  portableKernels().normalised(values.data(), more.data(), gain.data(), bias.data(), 64);
  double sum = 0;
  double squares = 0;
  for (const float value : values) {
    const auto v = static_cast<double>(value);
    sum += v;
    squares += (v - 1.0) * (v - 1.0);
  }
  CHECK(std::abs(sum / 64 - 1.0) < 1e-5);
  CHECK(std::abs(squares / 64 - 4.0) < 1e-4);
}

TEST_CASE("Likelihood goes from 0 over one half to 1") {
  CHECK(likelihood(0.0F) == 0.5F);
  CHECK(std::abs(likelihood(2.0F) - 0.880797F) < 1e-6F);
  CHECK(std::abs(likelihood(-2.0F) - 0.119203F) < 1e-6F);
  CHECK(likelihood(500.0F) == 1.0F);
  CHECK(likelihood(-500.0F) < 1e-30F);
}

}  // namespace
}  // namespace assay::extract::neural
