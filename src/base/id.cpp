#include "base/id.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <array>
#include <cstdint>
#include <random>

namespace assay::base {

namespace {

std::uint64_t randomBits() {
  std::array<unsigned char, 8> bytes{};
  std::uint64_t bits = 0;
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1) {
    for (const unsigned char byte : bytes) bits = (bits << 8U) | byte;
    return bits;
  }
  // Only a machine without any entropy source comes here; the kernel's device is as good.
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

}  // namespace

std::string UuidSource::next() {
  const auto time = static_cast<std::uint64_t>(clock_.now()) & 0xFFFFFFFFFFFFULL;
  const std::uint64_t a = randomBits();
  const std::uint64_t b = randomBits();
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", time >> 16U, time & 0xFFFFU,
                     a & 0xFFFU, 0x8000U | (b >> 48U & 0x3FFFU), b & 0xFFFFFFFFFFFFULL);
}

}  // namespace assay::base
