#include "import/formats.h"

#include <algorithm>
#include <array>

#include "import/ascii.h"
#include "import/front_matter.h"
#include "import/known_kinds.h"

namespace assay::importer {

namespace {

constexpr std::size_t kLook = 4096;  // bytes at the start that decide about an unnamed text

constexpr std::array<std::string_view, 4> kMarkdownFiles{".md", ".markdown", ".mdown", ".mkd"};
constexpr std::array<std::string_view, 3> kHtmlFiles{".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 2> kTextFiles{".txt", ".text"};

// Only what nobody writes in a plain text by chance: a title line or front matter.
bool looksLikeMarkdown(std::string_view start) {
  const std::size_t first = start.find_first_not_of("\r\n");
  if (first == std::string_view::npos) return false;
  return start.substr(first).starts_with("# ") || frontMatterSize(start) > 0;
}

// A fragment copied out of a page has no doctype; it begins with one of the usual elements.
bool looksLikeHtml(std::string_view start) {
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  start.remove_prefix(first);
  constexpr std::array<std::string_view, 9> kOpenings{
      "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<h1"};
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return startsWithAnyCase(start, opening); });
}

bool looksLikeText(std::string_view) { return true; }

// In the order in which their looks are tried; text takes what is left.
constexpr std::array kRows{
    FormatRow{Format::html, "html", kHtmlFiles, looksLikeHtml, importHtml},
    FormatRow{Format::markdown, "markdown", kMarkdownFiles, looksLikeMarkdown, importMarkdown},
    FormatRow{Format::text, "text", kTextFiles, looksLikeText, importText},
};

// UTF-16 is looked at without its zero bytes: markup is ASCII.
std::string startOf(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (wide || bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(wide ? 2 : 3);
  std::string start(bytes.substr(0, kLook));
  if (wide) std::erase(start, '\0');
  return start;
}

}  // namespace

std::span<const FormatRow> formatRows() { return kRows; }

const FormatRow& rowOf(Format format) {
  return *std::find_if(kRows.begin(), kRows.end(),
                       [&](const FormatRow& row) { return row.format == format; });
}

std::string_view formatId(Format format) { return rowOf(format).id; }

std::string readableFiles() {
  // Backwards: the rows go from the most particular look to the least, people know .txt best.
  std::string out;
  for (std::size_t i = kRows.size(); i-- > 0;) {
    out += kRows[i].extensions.front();
    if (i > 0) out += i == 1 ? " and " : ", ";
  }
  return out;
}

base::Result<Format> formatOf(std::string_view name, std::string_view bytes) {
  if (const auto kind = knownKind(bytes)) {
    return base::fail(base::ErrorCode::unsupported, subjectOf(name) + " is " + std::string(*kind) +
                                                        ". Assay reads " + readableFiles() +
                                                        "; save the article as one of these.");
  }
  for (const FormatRow& row : kRows) {
    const bool named =
        std::any_of(row.extensions.begin(), row.extensions.end(),
                    [&](std::string_view extension) { return endsWithAnyCase(name, extension); });
    if (named) return row.format;
  }
  const std::string start = startOf(bytes);
  const auto row = std::find_if(kRows.begin(), kRows.end(),
                                [&](const FormatRow& r) { return r.looksLike(start); });
  return row->format;
}

}  // namespace assay::importer
