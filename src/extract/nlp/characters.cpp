#include "extract/nlp/characters.h"

#include <unicode/uchar.h>

namespace assay::extract::nlp {

namespace {

constexpr bool ascii(char32_t c) { return c < 0x80U; }
constexpr bool asciiUpper(char32_t c) { return c >= U'A' && c <= U'Z'; }
constexpr bool asciiLowerCase(char32_t c) { return c >= U'a' && c <= U'z'; }
UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

bool isSpace(char32_t c) {
  if (ascii(c)) return c == U' ' || (c >= U'\t' && c <= U'\r');
  return u_isUWhiteSpace(icu(c)) != 0;
}

bool isLetter(char32_t c) {
  return ascii(c) ? asciiUpper(c) || asciiLowerCase(c) : u_isalpha(icu(c)) != 0;
}

bool isUpper(char32_t c) {
  return ascii(c) ? asciiUpper(c) : u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}

bool isLower(char32_t c) { return ascii(c) ? asciiLowerCase(c) : u_islower(icu(c)) != 0; }

bool isDigit(char32_t c) { return ascii(c) ? c >= U'0' && c <= U'9' : u_isdigit(icu(c)) != 0; }

bool isWordCharacter(char32_t c) {
  if (isLetter(c) || isDigit(c)) return true;
  if (ascii(c)) return false;
  constexpr std::uint32_t kMarks = U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK | U_GC_NL_MASK;
  return (U_GET_GC_MASK(icu(c)) & kMarks) != 0;
}

bool isApostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ'; }

bool isDash(char32_t c) {
  return c == U'-' || c == U'–' || c == U'—' || c == U'―' || c == U'‒' || c == U'−';
}

bool isQuotationMark(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'«':
    case U'»':
    case U'‹':
    case U'›':
    case U'「':
    case U'」':
    case U'`':
    case U'″': return true;
    default: return false;
  }
}

bool isCloser(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || (isQuotationMark(c) && c != U'„' && c != U'‚');
}

bool isOpener(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'¿' || c == U'¡' ||
         (isQuotationMark(c) && c != U'”');
}

std::size_t skipSpace(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && isSpace(charAt(text, at))) at = next(text, at);
  return at;
}

std::string asciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool allCapitals(std::string_view text) {
  bool letters = false;
  for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
    const char32_t c = charAt(text, at);
    if (isLower(c)) return false;
    letters = letters || isUpper(c);
  }
  return letters;
}

}  // namespace assay::extract::nlp
