// Words cut into the pieces that the encoder knows.
//
// BERT's way: accents and case are taken off, every punctuation sign stands alone, the longest
// piece that fits comes first; pieces inside a word begin with "##" in the list. The case is told
// to the encoder apart from the pieces (inputs.h).
//
// Thread: reading is safe from any thread. Time grows with the length of the word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assay::extract::neural {

using Piece = std::uint16_t;

class WordPieces {
 public:
  WordPieces() = default;
  /// `list`: the pieces in order, each ended by "\n"; must outlive the object. Holds fewer than
  /// 65,536 of them, "[UNK]", "[CLS]" and "[SEP]" among them.
  explicit WordPieces(std::string_view list);

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] Piece unknown() const { return unknown_; }
  [[nodiscard]] Piece start() const { return start_; }
  [[nodiscard]] Piece separator() const { return separator_; }

  /// Appends the pieces of one word, at least one.
  void append(std::string_view word, std::vector<Piece>& out) const;

 private:
  void appendPlain(std::string_view plain, std::vector<Piece>& out) const;
  [[nodiscard]] const Piece* find(std::string_view piece, bool inside) const;

  std::unordered_map<std::string_view, Piece> first_;   // begin a word
  std::unordered_map<std::string_view, Piece> inside_;  // go on with it, without "##"
  std::size_t count_ = 0;
  std::size_t longest_ = 0;
  Piece unknown_ = 0;
  Piece start_ = 0;
  Piece separator_ = 0;
};

/// `word` in lower case without accents and control characters, in UTF-8.
[[nodiscard]] std::string plainWord(std::string_view word);

}  // namespace assay::extract::neural
