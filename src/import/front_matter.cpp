#include "import/front_matter.h"

#include <algorithm>
#include <array>

#include "import/ascii.h"
#include "model/evidence.h"

namespace assay::importer {

namespace {

// Front matter is a few lines; a rule at the start of a long text must not cost a walk through it.
constexpr std::size_t kMostBytes = 16'384;

// Takes the first line, without its line feed, off `rest`.
std::string_view takeLine(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The end of the key when the line is "key: …" at the left edge, else npos.
std::size_t keyEnd(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::string_view::npos;
  const bool plain =
      std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        const char l = lower(c);
        return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      });
  const bool spaced = colon + 1 == line.size() || line[colon + 1] == ' ';
  return plain && spaced ? colon : std::string_view::npos;
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && value.front() == value.back()) {
    const char quote = value.front();
    const std::string_view inner = value.substr(1, value.size() - 2);
    if (quote == '\'' || quote == '"') {
      std::string out;
      for (std::size_t i = 0; i < inner.size(); ++i) {
        const bool escaped = quote == '"' ? inner[i] == '\\' : inner.substr(i, 2) == "''";
        if (escaped && i + 1 < inner.size()) ++i;
        out += inner[i];
      }
      return out;
    }
  }
  // A comment needs a blank before its sign; "C#" and "#1" keep theirs.
  return std::string(trimmed(value.substr(0, value.find(" #"))));
}

// Items of a list become one line, as a byline names several people.
void appendItem(std::string& list, std::string_view item) {
  const std::string value = unquoted(item);
  if (value.empty()) return;
  if (!list.empty()) list += ", ";
  list += value;
}

// "[A, B]" as "A, B"; anything else unquoted.
std::string scalarOrList(std::string_view value) {
  value = trimmed(value);
  if (!value.starts_with('[') || !value.ends_with(']')) return unquoted(value);
  value = value.substr(1, value.size() - 2);
  std::string out;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    appendItem(out, value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return out;
}

// The value of a key: what stands on its line, or the indented lines and "- " items below it.
std::string takeValue(std::string_view first, std::string_view& rest) {
  first = trimmed(first);
  const bool below = first.empty() || first.front() == '>' || first.front() == '|';
  if (!below) return scalarOrList(first);
  std::string folded;
  std::string list;
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-')) {
    if (rest.starts_with("---")) break;  // the closing marker is no item
    const std::string_view line = trimmed(takeLine(rest));
    if (line.starts_with("- ")) {
      appendItem(list, line.substr(2));
    } else if (!line.empty()) {
      if (!folded.empty()) folded += ' ';
      folded += line;
    }
  }
  return list.empty() ? folded : list;
}

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return equalAnyCase(key, name); });
}

}  // namespace

std::size_t frontMatterSize(std::string_view text) {
  std::string_view rest = text.substr(0, kMostBytes);
  if (trimmed(takeLine(rest)) != "---") return 0;
  // Without a key between the markers it is a rule, a paragraph and another rule.
  bool keyed = false;
  while (!rest.empty()) {
    const std::string_view line = takeLine(rest);
    const std::string_view mark = trimmed(line);
    if (mark == "---" || mark == "...") {
      const auto used = static_cast<std::size_t>(rest.data() - text.data());
      return keyed ? used : 0;
    }
    keyed = keyed || keyEnd(line) != std::string_view::npos;
  }
  return 0;
}

FrontMatter readFrontMatter(std::string_view text) {
  FrontMatter matter;
  std::string_view rest = text;
  takeLine(rest);
  while (!rest.empty()) {
    const std::string_view line = takeLine(rest);
    const std::size_t end = keyEnd(line);
    if (end == std::string_view::npos) continue;
    const std::string_view key = line.substr(0, end);
    std::string value = takeValue(line.substr(end + 1), rest);
    if (isOneOf(key, {"title"})) {
      matter.title = std::move(value);
    } else if (isOneOf(key, {"byline", "author", "authors"})) {
      if (matter.byline.empty()) matter.byline = std::move(value);
    } else if (isOneOf(key, {"url", "canonical", "canonical_url", "link"})) {
      if (model::isWebAddress(value)) matter.url = std::move(value);
    }
  }
  return matter;
}

}  // namespace assay::importer
