// Comparing markup without regard to case. Markup is ASCII: names of elements, attributes,
// charsets and extensions; words of the article are never looked at with these.
//
// Pure functions over views; nothing is kept.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace assay::importer {

/// `c` in lower case when it is one of A to Z, else `c` itself.
[[nodiscard]] constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

/// Whether the two agree when A to Z are taken as a to z.
[[nodiscard]] inline bool equalAnyCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

[[nodiscard]] inline bool startsWithAnyCase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equalAnyCase(text.substr(0, prefix.size()), prefix);
}

[[nodiscard]] inline bool endsWithAnyCase(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         equalAnyCase(text.substr(text.size() - suffix.size()), suffix);
}

/// The white space of markup: blank, tab, line feed, carriage return, form feed.
[[nodiscard]] constexpr bool isMarkupBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// `text` without markup's white space at both ends.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isMarkupBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isMarkupBlank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace assay::importer
