#include "import/html_entity.h"

#include <libxml/HTMLparser.h>

#include <charconv>

#include "base/utf8.h"

namespace assay::importer {

namespace {

// Zero is no character of a text; surrogates and numbers too large are caught on appending.
char32_t characterOf(std::string_view digits, int base) {
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  const bool character = error == std::errc{} && stop == end && value != 0;
  return character ? char32_t{value} : U'\uFFFD';
}

}  // namespace

std::string entityText(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') {
    return std::string(reference);
  }
  const std::string inner(reference.substr(1, reference.size() - 2));
  std::string out;
  if (inner.front() == '#') {
    const bool hexadecimal = inner.size() > 1 && (inner[1] == 'x' || inner[1] == 'X');
    const std::string_view digits = std::string_view(inner).substr(hexadecimal ? 2 : 1);
    base::appendCodePoint(out, characterOf(digits, hexadecimal ? 16 : 10));
    return out;
  }
  // libxml2's table is that of HTML 4, which has all signs that editors write by name.
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(inner.c_str()));
  if (known == nullptr) return std::string(reference);
  base::appendCodePoint(out, char32_t{known->value});
  return out;
}

}  // namespace assay::importer
