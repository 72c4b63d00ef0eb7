// firstInvalidByte against a reference that is slow and follows table 3-7 of the Unicode Standard
// row by row.
#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <optional>
#include <random>
#include <string>

#include "base/utf8.h"

namespace assay::base {

namespace {

struct Row {
  unsigned firstLow;
  unsigned firstHigh;
  unsigned secondLow;
  unsigned secondHigh;
  std::size_t length;
};

constexpr std::array kTable{
    Row{0x00, 0x7F, 0, 0, 1},       Row{0xC2, 0xDF, 0x80, 0xBF, 2}, Row{0xE0, 0xE0, 0xA0, 0xBF, 3},
    Row{0xE1, 0xEC, 0x80, 0xBF, 3}, Row{0xED, 0xED, 0x80, 0x9F, 3}, Row{0xEE, 0xEF, 0x80, 0xBF, 3},
    Row{0xF0, 0xF0, 0x90, 0xBF, 4}, Row{0xF1, 0xF3, 0x80, 0xBF, 4}, Row{0xF4, 0xF4, 0x80, 0x8F, 4},
};

unsigned byteAt(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// Length of the code point at the start of `bytes`, or 0 when there is none.
std::size_t lengthByTable(std::string_view bytes) {
  for (const Row& row : kTable) {
    const unsigned first = byteAt(bytes, 0);
    if (first < row.firstLow || first > row.firstHigh) continue;
    if (bytes.size() < row.length) return 0;
    if (row.length == 1) return 1;
    const unsigned second = byteAt(bytes, 1);
    if (second < row.secondLow || second > row.secondHigh) return 0;
    for (std::size_t i = 2; i < row.length; ++i) {
      if (byteAt(bytes, i) < 0x80 || byteAt(bytes, i) > 0xBF) return 0;
    }
    return row.length;
  }
  return 0;
}

std::optional<std::size_t> byTable(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = lengthByTable(bytes.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

// Counts disagreements instead of asserting each of millions of cases.
struct Count {
  std::size_t wrong = 0;
  std::string first;

  void compare(std::string_view bytes) {
    if (firstInvalidByte(bytes) == byTable(bytes)) return;
    if (wrong++ == 0) first = bytes;
  }
};

}  // namespace

TEST_CASE("Every sequence of one and two bytes is judged as in table 3-7") {
  Count count;
  for (unsigned a = 0; a < 256; ++a) {
    count.compare(std::string{static_cast<char>(a)});
    for (unsigned b = 0; b < 256; ++b) {
      count.compare(std::string{static_cast<char>(a), static_cast<char>(b)});
    }
  }
  CAPTURE(count.first);
  CHECK(count.wrong == 0);
}

TEST_CASE("Every sequence of three bytes that begins above ASCII is judged as in table 3-7") {
  Count count;
  std::string bytes(3, '\0');
  for (unsigned a = 0xC0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      for (unsigned c = 0; c < 256; ++c) {
        bytes[0] = static_cast<char>(a);
        bytes[1] = static_cast<char>(b);
        bytes[2] = static_cast<char>(c);
        count.compare(bytes);
      }
    }
  }
  CAPTURE(count.first);
  CHECK(count.wrong == 0);
}

TEST_CASE("Sequences of four bytes are judged as in table 3-7 at all their edges") {
  constexpr std::array kEdges{0x00U, 0x7FU, 0x80U, 0x8FU, 0x90U, 0x9FU, 0xA0U,
                              0xBFU, 0xC0U, 0xE0U, 0xF0U, 0xF4U, 0xFFU};
  Count count;
  std::string bytes(4, '\0');
  for (unsigned a = 0xE0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      for (const unsigned c : kEdges) {
        for (const unsigned d : kEdges) {
          bytes[0] = static_cast<char>(a);
          bytes[1] = static_cast<char>(b);
          bytes[2] = static_cast<char>(c);
          bytes[3] = static_cast<char>(d);
          count.compare(bytes);
        }
      }
    }
  }
  CAPTURE(count.first);
  CHECK(count.wrong == 0);
}

TEST_CASE("Long mixtures of good and bad sequences are judged as in table 3-7") {
  constexpr std::array<std::string_view, 12> kParts{
      "plain ", "é", "“", "😀", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF",
      "x",      "ß", "…", "漢", "\xC3",         "\xED\xA0\x80"};
  std::mt19937 random(7);
  Count count;
  std::size_t invalid = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    // The last two parts are broken: most rounds go without them.
    const unsigned parts = round % 4 == 0 ? 12 : 10;
    for (auto i = random() % 20; i > 0; --i) bytes += kParts[random() % parts];
    if (round % 7 == 0 && !bytes.empty()) bytes.pop_back();
    count.compare(bytes);
    invalid += byTable(bytes) ? 1 : 0;
  }
  CAPTURE(count.first);
  CHECK(count.wrong == 0);
  CHECK(invalid > 1'000);  // both outcomes were looked at
  CHECK(invalid < 15'000);
}

TEST_CASE("The offset is that of the byte where the broken sequence begins") {
  CHECK(firstInvalidByte("") == std::nullopt);
  CHECK(firstInvalidByte("abc") == std::nullopt);
  CHECK(firstInvalidByte("ab\xFF") == 2);
  CHECK(firstInvalidByte("é\xC3(") == 2);
  CHECK(firstInvalidByte("é\xE2\x80") == 2);
  CHECK(firstInvalidByte("\xC0\xAF") == 0);            // overlong
  CHECK(firstInvalidByte("a\xED\xA0\x80") == 1);       // surrogate
  CHECK(firstInvalidByte("ab\xF4\x90\x80\x80") == 2);  // above U+10FFFF
}

}  // namespace assay::base
