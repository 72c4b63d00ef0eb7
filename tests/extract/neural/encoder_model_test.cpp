#include "extract/neural/encoder_model.h"

#include <catch2/catch_amalgamated.hpp>

#include "extract/models.h"
#include "tests/extract/neural/tiny_encoder.h"

namespace assay::extract::neural {
namespace {

constexpr std::string_view kRemedy =
    ". Take the assets/models/encoder.bin that belongs to this version.";

std::string refusal(TinyEncoder& tiny, const std::string& bytes) {
  const auto opened = tiny.open(bytes);
  return opened ? "opened" : opened.error().message;
}

TEST_CASE("A whole encoder is opened with all it holds") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  CHECK(model.pieces.size() == 12);
  CHECK(model.relations == std::vector<std::string_view>{"root", "nsubj"});
  CHECK(model.layers.size() == 1);
  CHECK(model.window == 24);
  CHECK(model.layers[0].up.columns == 32);
  CHECK(model.layers[0].up.rows == 16);
  CHECK(model.tag.blocks == 3);
  CHECK_FALSE(model.empty());
}

TEST_CASE("An encoder that is cut off anywhere is refused with a sentence") {
  TinyEncoder tiny;
  const std::string whole = tiny.bytes();
  for (std::size_t size = 0; size < whole.size(); size += 61) {
    const auto opened = tiny.open(std::string_view(whole).substr(0, size));
    REQUIRE_FALSE(opened);
    REQUIRE(opened.error().code == base::ErrorCode::corrupt);
  }
  CHECK(refusal(tiny, whole.substr(0, 40)) ==
        "The encoder cannot be used: the file does not begin as one of this version" +
            std::string(kRemedy));
  CHECK(refusal(tiny, whole.substr(0, whole.size() - 1)) ==
        "The encoder cannot be used: its bytes are not those that were written" +
            std::string(kRemedy));
}

TEST_CASE("A file cut off with a sum that fits is refused all the same") {
  TinyEncoder tiny;
  for (std::size_t size = 64; size < tiny.bytes().size(); size += 64) {
    std::string cut = tiny.bytes().substr(0, size);
    TinyEncoder::seal(cut);
    REQUIRE(refusal(tiny, cut) ==
            "The encoder cannot be used: it ends too early or is of another kind" +
                std::string(kRemedy));
  }
  std::string longer = tiny.bytes() + std::string(64, 'x');
  TinyEncoder::seal(longer);
  CHECK(refusal(tiny, longer) != "opened");
}

TEST_CASE("A single bit that turned over is noticed") {
  TinyEncoder tiny;
  for (std::size_t at = 8; at < tiny.bytes().size(); at += 37) {
    std::string bytes = tiny.bytes();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
    REQUIRE(refusal(tiny, bytes) != "opened");
  }
}

TEST_CASE("Sizes that this version does not know are refused") {
  TinyEncoder tiny;
  for (std::size_t field = 0; field < 12; ++field) {
    for (const std::uint32_t value : {0U, 17U, 0xFFFFFFFFU}) {
      if (field == 2 && value == 0) continue;  // no plain layers are fine
      std::string bytes = tiny.bytes();
      std::memcpy(bytes.data() + 16 + field * 4, &value, sizeof value);
      TinyEncoder::seal(bytes);
      INFO(field << " is " << value);
      REQUIRE(refusal(tiny, bytes) != "opened");
    }
  }
}

TEST_CASE("Numbers that no encoder learns are refused, wherever they stand") {
  TinyEncoder tiny;
  std::size_t refused = 0;
  for (std::size_t at = 64; at + 4 <= tiny.bytes().size(); at += 4) {
    std::string bytes = tiny.bytes();
    bytes.replace(at, 4, std::string("\xFF\xFF\xFF\x7F", 4));  // not a number; 2^31 - 1
    TinyEncoder::seal(bytes);
    const std::string said = refusal(tiny, bytes);
    if (said == "The encoder cannot be used: it holds numbers that no encoder learns" +
                    std::string(kRemedy)) {
      ++refused;
    }
  }
  CHECK(refused > 500);
}

}  // namespace
}  // namespace assay::extract::neural
