#include "extract/neural/word_pieces.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "extract/nlp/characters.h"

namespace assay::extract::neural {

namespace {

// A word longer than this is no word, and is not looked at piece by piece.
constexpr std::size_t kLongestWord = 100;

bool isAscii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

bool standsAlone(char32_t c) {
  if (c < 0x80)
    return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || c > 'z';
  return u_ispunct(static_cast<UChar32>(c)) != 0 ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0;
}

void appendDecomposed(const UNormalizer2& forms, char32_t c, std::string& out) {
  constexpr std::int32_t kMost = 32;
  UChar parts[kMost];
  UErrorCode error = U_ZERO_ERROR;
  const auto plain = static_cast<UChar32>(c);
  const std::int32_t length = unorm2_getDecomposition(&forms, plain, parts, kMost, &error);
  const auto put = [&](UChar32 part) {
    if (u_charType(part) == U_NON_SPACING_MARK || u_iscntrl(part) != 0) return;
    base::appendCodePoint(out, static_cast<char32_t>(u_tolower(part)));
  };
  if (length < 0 || U_FAILURE(error)) return put(plain);
  for (std::int32_t at = 0; at < length;) {
    UChar32 part = 0;
    U16_NEXT(parts, at, length, part);
    put(part);
  }
}

}  // namespace

std::string plainWord(std::string_view word) {
  if (isAscii(word)) {
    std::string out = nlp::asciiLower(word);
    std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; });
    return out;
  }
  std::string out;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* forms = unorm2_getNFDInstance(&error);
  if (U_FAILURE(error)) return std::string(word);
  for (std::size_t at = 0; at < word.size(); at = nlp::next(word, at)) {
    appendDecomposed(*forms, nlp::charAt(word, at), out);
  }
  return out;
}

WordPieces::WordPieces(std::string_view list) {
  while (!list.empty() && count_ < 0xFFFFU) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view piece = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const auto id = static_cast<Piece>(count_++);
    if (piece == "[UNK]") unknown_ = id;
    if (piece == "[CLS]") start_ = id;
    if (piece == "[SEP]") separator_ = id;
    const bool inside = piece.size() > 2 && piece.starts_with("##");
    if (inside) piece.remove_prefix(2);
    longest_ = std::max(longest_, piece.size());
    (inside ? inside_ : first_).emplace(piece, id);
  }
}

const Piece* WordPieces::find(std::string_view piece, bool inside) const {
  const auto& pieces = inside ? inside_ : first_;
  const auto found = pieces.find(piece);
  return found == pieces.end() ? nullptr : &found->second;
}

// A run of characters without punctuation.
void WordPieces::appendPlain(std::string_view plain, std::vector<Piece>& out) const {
  const std::size_t before = out.size();
  if (plain.size() > kLongestWord) return out.push_back(unknown_);
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t length = std::min(longest_, plain.size() - at);
    const Piece* piece = nullptr;
    while (length > 0 && (piece = find(plain.substr(at, length), at > 0)) == nullptr) --length;
    if (piece == nullptr) {
      out.resize(before);
      return out.push_back(unknown_);
    }
    out.push_back(*piece);
    at += length;
  }
}

void WordPieces::append(std::string_view word, std::vector<Piece>& out) const {
  const std::size_t before = out.size();
  const std::string plain = plainWord(word);
  const std::string_view all = plain;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t after = nlp::next(all, at);
    if (standsAlone(nlp::charAt(all, at))) {
      if (at > begin) appendPlain(all.substr(begin, at - begin), out);
      appendPlain(all.substr(at, after - at), out);
      begin = after;
    }
    at = after;
  }
  if (begin < all.size()) appendPlain(all.substr(begin), out);
  if (out.size() == before) out.push_back(unknown_);
}

}  // namespace assay::extract::neural
