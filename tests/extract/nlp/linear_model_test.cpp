#include "extract/nlp/linear_model.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <string>

#include "extract/models.h"

namespace assay::extract::nlp {
namespace {

void append32(std::string& out, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

// A model of two labels with one feature: 5 for the first, -3 for the second.
std::string tinyModel(std::uint64_t feature) {
  std::string bytes = "ASLIN01\n";
  for (const std::uint32_t value : {2U, 2U, 8U, 4U, 0x3F000000U, 0U}) append32(bytes, value);
  bytes += "a\nb\n";
  for (std::uint32_t slot = 0; slot < 4; ++slot) {
    const bool here = (feature & 3U) == slot;
    append32(bytes, here ? static_cast<std::uint32_t>(feature >> 32U) | 1U : 0U);
    append32(bytes, 0);
  }
  bytes += std::string{'\2', '\0', '\5', '\1', '\xFD', '\0', '\0', '\0'};
  return bytes;
}

TEST_CASE("A model gives the weights of the features it knows") {
  const std::uint64_t known = hashOf("said");
  const std::string bytes = tinyModel(known);
  const auto model = LinearModel::open(bytes);
  REQUIRE(model.has_value());
  CHECK(model->labelCount() == 2);
  CHECK(model->label(1) == "b");
  CHECK(model->scale() == 0.5);
  std::array<std::int32_t, 2> scores{};
  model->add(known, scores);
  model->add(hashOf("never seen"), scores);
  CHECK(scores == std::array<std::int32_t, 2>{5, -3});
}

TEST_CASE("Bytes that are no whole model are refused at every length") {
  const std::string bytes = tinyModel(1);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(LinearModel::open(std::string_view(bytes).substr(0, size)).has_value());
  }
  CHECK_FALSE(LinearModel::open(bytes + "x").has_value());
  std::string other = bytes;
  other[5] = '9';
  CHECK_FALSE(LinearModel::open(other).has_value());
}

TEST_CASE("The program carries its models") {
  CHECK_FALSE(builtInModels().pos.empty());
  CHECK_FALSE(builtInModels().quotes.empty());
}

}  // namespace
}  // namespace assay::extract::nlp
