#include "extract/embedded_posts.h"

#include <algorithm>
#include <cstddef>

#include "extract/nlp/characters.h"

namespace assay::extract {

namespace {

using base::Span;

// Longer than this is no name: some pages have their attributes mixed up.
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestNameWords = 4;
constexpr std::size_t kFewestWords = 3;

std::size_t wordsIn(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    at = nlp::skipSpace(text, at, text.size());
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
    words += at > begin ? 1U : 0U;
  }
  return words;
}

// The value of the first attribute whose name ends with "author"; its place in the tag.
std::optional<Span> authorIn(std::string_view tag) {
  constexpr std::string_view kAttribute = "author=\"";
  const std::size_t at = tag.find(kAttribute);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t begin = at + kAttribute.size();
  const std::size_t end = tag.find('"', begin);
  if (end == std::string_view::npos) return std::nullopt;
  return Span{begin, end};
}

// Where the tag that begins the paragraph ends; a ">" inside a value does not end it.
std::size_t endOfTag(std::string_view paragraph) {
  bool inValue = false;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    if (paragraph[at] == '"') inValue = !inValue;
    if (paragraph[at] == '>' && !inValue) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<EmbeddedPost> embeddedPost(std::string_view paragraph) {
  if (paragraph.size() < 2 || paragraph[0] != '<' ||
      !nlp::isLetter(static_cast<unsigned char>(paragraph[1]))) {
    return std::nullopt;
  }
  const std::size_t begin = endOfTag(paragraph);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto author = authorIn(paragraph.substr(0, begin));
  const std::size_t end = paragraph.find('<', begin);
  if (!author || end == std::string_view::npos) return std::nullopt;
  EmbeddedPost post;
  post.said = {nlp::skipSpace(paragraph, begin, end), end};
  if (wordsIn(post.said.of(paragraph)) < kFewestWords) return std::nullopt;
  Span name = *author;
  if (name.begin < name.end && paragraph[name.begin] == '@') ++name.begin;
  if (!name.empty() && name.size() <= kLongestName &&
      wordsIn(name.of(paragraph)) <= kLongestNameWords) {
    post.author = name;
  }
  return post;
}

}  // namespace assay::extract
