#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace assay::base {

namespace {

// Texts of one to four bytes a code point, so that they fall across the table's strides.
std::string randomText(std::mt19937& random, std::size_t codePoints) {
  constexpr std::array<std::string_view, 8> kSigns{"a", " ", "\n", "é", "“", "—", "漢", "😀"};
  std::string text;
  const auto kinds = 1 + random() % 8;
  for (std::size_t i = 0; i < codePoints; ++i) text += kSigns[random() % kinds];
  return text;
}

// Where each code point begins, and the end of the text.
std::vector<std::size_t> beginnings(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) out.push_back(at);
  }
  out.push_back(text.size());
  return out;
}

}  // namespace

TEST_CASE("Offsets are translated as counting one by one would do") {
  std::mt19937 random(11);
  std::size_t wrong = 0;
  std::size_t looked = 0;
  for (const std::size_t length :
       {0U, 1U, 2U, 63U, 64U, 65U, 85U, 86U, 127U, 128U, 255U, 256U, 257U, 3'000U}) {
    for (int round = 0; round < 12; ++round) {
      const std::string text = randomText(random, length);
      const CodePointIndex index(text);
      const std::vector<std::size_t> begins = beginnings(text);
      wrong += index.size() == begins.size() - 1 ? 0 : 1;
      for (std::size_t i = 0; i < begins.size(); ++i) {
        wrong += index.byteAtCodePoint(i) == begins[i] ? 0 : 1;
        wrong += index.codePointAtByte(begins[i]) == i ? 0 : 1;
        ++looked;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(looked > 50'000);
}

TEST_CASE("Offsets past the end give the end") {
  const std::string text = "né";
  const CodePointIndex index(text);
  CHECK(index.size() == 2);
  CHECK(index.byteAtCodePoint(2) == 3);
  CHECK(index.byteAtCodePoint(99) == 3);
  CHECK(index.codePointAtByte(99) == 2);
}

TEST_CASE("A text of no bytes has one offset") {
  const CodePointIndex index("");
  CHECK(index.size() == 0);
  CHECK(index.byteAtCodePoint(0) == 0);
  CHECK(index.codePointAtByte(0) == 0);
}

TEST_CASE("Spans go to code points and back") {
  const std::string text = "“Né” 😀 x";
  const CodePointIndex index(text);
  const Span bytes{text.find("Né"), text.find(" 😀")};
  CHECK(index.toCodePoints(bytes) == Span{1, 4});
  CHECK(index.toBytes({1, 4}) == bytes);
  CHECK(index.toCodePoints({0, text.size()}) == Span{0, index.size()});
  CHECK(Span{5, 6} == index.toCodePoints({text.find("😀"), text.find(" x")}));
}

}  // namespace assay::base
