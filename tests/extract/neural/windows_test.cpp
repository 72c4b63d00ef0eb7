#include "extract/neural/windows.h"

#include <catch2/catch_amalgamated.hpp>

#include <random>
#include <string>

#include "extract/blocks.h"

namespace assay::extract::neural {
namespace {

nlp::Reading readingOf(const std::string& text) { return nlp::read(text, settleBlocks(text, {})); }

// One piece a word, so that a text of so many words has so many pieces.
const WordPieces& onePieceAWord() {
  static const WordPieces pieces("[UNK]\n[CLS]\n[SEP]\n");
  return pieces;
}

std::vector<std::vector<std::size_t>> sizesOf(const std::string& text, std::size_t budget) {
  const nlp::Reading reading = readingOf(text);
  std::vector<std::vector<std::size_t>> out;
  for (const Window& window : cutIntoWindows(reading, piecesOf(reading, onePieceAWord()), budget)) {
    out.emplace_back();
    for (const WindowPart& part : window) out.back().push_back(part.pieces);
  }
  return out;
}

TEST_CASE("A window ends with a paragraph when that leaves it half full") {
  using Sizes = std::vector<std::vector<std::size_t>>;
  CHECK(sizesOf("The tax rose. It fell.\nWe saw it. They did too.\n", 100) == Sizes{{4, 4, 4, 5}});
  // 4 + 4 are half of 14; the third sentence would fit and goes to the next window all the same.
  CHECK(sizesOf("The tax rose. It fell.\nWe saw it. They did too.\n", 14) == Sizes{{4, 4}, {4, 5}});
  // 4 are less than half of 11, so the window is cut inside the paragraph.
  CHECK(sizesOf("It fell.\nWe saw it all. They did too.\n", 11) == Sizes{{4, 5}, {5}});
}

TEST_CASE("A sentence longer than a window is cut") {
  std::string text = "It";
  for (int i = 0; i < 29; ++i) text += " grew";
  CHECK(sizesOf(text + ".", 12) == std::vector<std::vector<std::size_t>>{{11}, {11}, {10}});
}

TEST_CASE("Every token is in one window, and none holds more than its budget") {
  std::mt19937 random(4);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::size_t words = 1 + random() % 300;
    for (std::size_t i = 0; i < words; ++i) {
      text += random() % 3 == 0 ? "The" : "tax";
      const auto kind = random() % 20;
      text += kind == 0 ? ". " : (kind == 1 ? ".\n" : " ");
    }
    const nlp::Reading reading = readingOf(text);
    const std::size_t budget = 8 + random() % 60;
    std::size_t next = 0;
    for (const Window& w : cutIntoWindows(reading, piecesOf(reading, onePieceAWord()), budget)) {
      std::size_t used = 0;
      for (const WindowPart& part : w) {
        REQUIRE(part.tokens.begin == next);
        REQUIRE(part.tokens.end > next);
        next = part.tokens.end;
        used += part.pieces;
      }
      REQUIRE(used <= budget);
    }
    REQUIRE(next == reading.tokens.size());
  }
}

}  // namespace
}  // namespace assay::extract::neural
