#include "extract/neural/word_pieces.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

namespace assay::extract::neural {
namespace {

constexpr std::string_view kList =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##afford\n##able\nafford\ncafe\nmuller\n’\n“\n'\ns\n-\nco\n##"
    "op\nop\n"
    "##s\nta\n##x\n東\n";

// The pieces of a word, by their numbers in the list.
std::vector<Piece> cut(std::string_view word) {
  static const WordPieces pieces(kList);
  std::vector<Piece> out;
  pieces.append(word, out);
  return out;
}

TEST_CASE("A word is cut into the longest pieces that the list has, from its beginning") {
  CHECK(cut("unaffordable") == std::vector<Piece>{4, 5, 6});
  CHECK(cut("afford") == std::vector<Piece>{7});
  CHECK(cut("taxs") == std::vector<Piece>{19, 20, 18});
}

TEST_CASE("Case and accents are taken off") {
  CHECK(cut("CAFÉ") == std::vector<Piece>{8});
  CHECK(cut("Cafe\u0301") == std::vector<Piece>{8});
  CHECK(cut("Müller") == std::vector<Piece>{9});
  CHECK(plainWord("ÀÉÎÕÜ\u0007x") == "aeioux");
  CHECK(plainWord("Don\u0001't") == "don't");
}

TEST_CASE("Every mark and every ideograph stands alone") {
  CHECK(cut("’s") == std::vector<Piece>{10, 13});
  CHECK(cut("co-op") == std::vector<Piece>{15, 14, 17});
  CHECK(cut("coop") == std::vector<Piece>{15, 16});
  CHECK(cut("“") == std::vector<Piece>{11});
  CHECK(cut("東東") == std::vector<Piece>{21, 21});
}

TEST_CASE("What the list does not know is one unknown piece, and nothing is never nothing") {
  CHECK(cut("xyz") == std::vector<Piece>{1});
  CHECK(cut("unxyz") == std::vector<Piece>{1});
  CHECK(cut("xyz-s") == std::vector<Piece>{1, 14, 13});
  CHECK(cut("") == std::vector<Piece>{1});
  CHECK(cut("\u0301") == std::vector<Piece>{1});
  CHECK(cut(std::string(101, 's')) == std::vector<Piece>{1});
}

TEST_CASE("The special pieces are found by their names") {
  const WordPieces pieces(kList);
  CHECK(pieces.size() == 22);
  CHECK(pieces.unknown() == 1);
  CHECK(pieces.start() == 2);
  CHECK(pieces.separator() == 3);
}

}  // namespace
}  // namespace assay::extract::neural
