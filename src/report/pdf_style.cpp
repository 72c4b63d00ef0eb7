#include "report/pdf_style.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/escape.h"

namespace assay::report {

std::string shown(std::string_view text) {
  constexpr std::size_t kLongestWord = 64;
  constexpr std::size_t kStep = 48;
  const std::string whole = visible(text);
  std::string out;
  out.reserve(whole.size());
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find_first_of(" \n\t", at), whole.size());
    std::string_view word = std::string_view(whole).substr(at, end - at);
    while (word.size() > kLongestWord) {
      const base::Span head =
          base::atGraphemes(word, {0, base::codePointsFrom(word, 0, kStep).size()});
      out.append(head.of(word)).append("\u200B");
      word.remove_prefix(head.size());
    }
    out += word;
    if (end < whole.size()) out += whole[end];
    at = end + 1;
  }
  return out;
}

std::uint32_t colourOf(model::Status status) { return model::info(status).paper; }

std::uint32_t colourOf(model::Stance stance) {
  switch (stance) {
    case model::Stance::supports: return kGreen;
    case model::Stance::refutes: return kRed;
    default: return kSecond;
  }
}

TextStyle styleOf(model::BlockRole role) {
  TextStyle style{Face::serif, 11, false, false, kText, 1.55};
  switch (role) {
    case model::BlockRole::headline: return {Face::serif, 19, true, false, kText, 1.25};
    case model::BlockRole::deck: return {Face::serif, 13, false, false, kSecond, 1.4};
    case model::BlockRole::subheading: return {Face::serif, 13, true, false, kText, 1.4};
    case model::BlockRole::pullQuote: return {Face::serif, 14, false, true, kText, 1.4};
    case model::BlockRole::byline:
    case model::BlockRole::dateline:
      style.face = Face::sans;
      style.size = 9.5;
      break;
    case model::BlockRole::caption:
      style.size = 9.5;
      style.colour = kSecond;
      break;
    case model::BlockRole::boilerplate: return {Face::sans, 8.25, false, false, 0x8A887F, 1.4};
    case model::BlockRole::body: break;
  }
  return style;
}

}  // namespace assay::report
