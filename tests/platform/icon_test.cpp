// The icon: its size, its transparent corners, its colours.
#include "platform/icon.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>

namespace assay::platform {

namespace {

std::array<int, 4> pixel(const std::vector<std::uint8_t>& bytes, int side, int x, int y) {
  const auto at = static_cast<std::size_t>(y * side + x) * 4;
  return {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]};
}

}  // namespace

TEST_CASE("the icon has four bytes for each pixel at every size") {
  for (const int side : {16, 32, 64}) {
    CHECK(iconPixels(side).size() == static_cast<std::size_t>(side * side * 4));
  }
}

TEST_CASE("the icon is a blue tile with transparent corners, paper on it and a green tick") {
  const std::vector<std::uint8_t> bytes = iconPixels(64);
  CHECK(pixel(bytes, 64, 0, 0)[3] == 0);
  CHECK(pixel(bytes, 64, 63, 63)[3] == 0);
  CHECK(pixel(bytes, 64, 6, 32) == std::array{43, 95, 164, 255});
  CHECK(pixel(bytes, 64, 32, 15) == std::array{251, 250, 247, 255});
  CHECK(pixel(bytes, 64, 31, 46) == std::array{0, 112, 79, 255});
}

}  // namespace assay::platform
