#include "tests/report/html_skeleton.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <utility>

namespace assay::test {

namespace {

std::string unescaped(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '&') {
      out += text[at++];
      continue;
    }
    bool known = false;
    for (const auto& [entity, c] : kEntities) {
      if (!text.substr(at).starts_with(entity)) continue;
      out += c;
      at += entity.size();
      known = true;
      break;
    }
    if (!known) FAIL("a bare ampersand at: " << text.substr(at, 40));
  }
  return out;
}

struct Token {
  bool tag = false;
  std::string_view body;  ///< of a tag: without the angle brackets
};

std::vector<Token> tokens(std::string_view page) {
  std::vector<Token> out;
  while (!page.empty()) {
    if (page.front() != '<') {
      const std::size_t end = std::min(page.find('<'), page.size());
      out.push_back({false, page.substr(0, end)});
      page.remove_prefix(end);
      continue;
    }
    bool quoted = false;
    std::size_t end = 1;
    while (end < page.size() && (quoted || page[end] != '>')) {
      if (page[end] == '"') quoted = !quoted;
      if (page[end] == '<') FAIL("an angle bracket inside a tag: " << page.substr(0, end + 20));
      ++end;
    }
    REQUIRE(end < page.size());
    out.push_back({true, page.substr(1, end - 1)});
    page.remove_prefix(end + 1);
    if (out.back().body == "style") page.remove_prefix(page.find("</style>"));
  }
  return out;
}

/// Calls `each(name, value)` for the attributes of a tag.
template <class Each>
void attributes(std::string_view tag, Each each) {
  std::size_t at = std::min(tag.find(' '), tag.size());
  while (at < tag.size()) {
    const std::size_t name = at + 1;
    const std::size_t equals = tag.find('=', name);
    if (equals == std::string_view::npos || tag.substr(equals, 2) != "=\"") {
      if (tag.substr(at) == " html") return;  // the doctype
      FAIL("an attribute without quotes: <" << tag << ">");
    }
    const std::size_t end = tag.find('"', equals + 2);
    each(tag.substr(name, equals - name), tag.substr(equals + 2, end - equals - 2));
    at = end + 1;
    if (at < tag.size() && tag[at] != ' ') {
      if (tag.substr(at) == "/") return;
      FAIL("attributes run together: <" << tag << ">");
    }
  }
}

}  // namespace

std::vector<std::string> htmlSkeleton(std::string_view page) {
  std::vector<std::string> out;
  for (const Token& token : tokens(page)) {
    if (!token.tag) continue;
    std::string entry{token.body.substr(0, token.body.find(' '))};
    attributes(token.body, [&](std::string_view name, std::string_view value) {
      const bool words =
          name == "content" || name == "title" || name == "aria-label" || name == "href";
      entry += " " + std::string(name) + "=" + (words ? "…" : std::string(value));
    });
    out.push_back(std::move(entry));
  }
  return out;
}

std::vector<std::string> htmlLinks(std::string_view page) {
  std::vector<std::string> out;
  for (const Token& token : tokens(page)) {
    if (!token.tag) continue;
    attributes(token.body, [&](std::string_view name, std::string_view value) {
      if (name == "href") out.push_back(unescaped(value));
    });
  }
  return out;
}

std::string htmlWords(std::string_view page) {
  std::string out;
  for (const Token& token : tokens(page)) {
    if (!token.tag) out += unescaped(token.body);
  }
  return out;
}

}  // namespace assay::test
