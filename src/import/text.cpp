// Plain text: the document's text is the file itself; only the blocks are found.
#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "import/document_builder.h"
#include "import/formats.h"

namespace assay::importer {

namespace {

struct Line {
  base::Span span;  // without the line feed
  bool blank = false;
};

std::vector<Line> linesOf(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t found = text.find('\n', begin);
    const std::size_t end = found == std::string_view::npos ? text.size() : found;
    const base::Span span = trimmedSpan(text, {begin, end});
    lines.push_back({span, span.empty()});
    begin = end + 1;
  }
  return lines;
}

// Text from mail and old editors is broken into lines of 60 to 80 characters, with blank lines
// between paragraphs; elsewhere a line is a paragraph. It is hard-wrapped when
// - at least three lines are followed by another line of the same paragraph,
// - the usual longest of those is 50 to 90 characters wide (as the 95th of 100 lines), and
// - nine in ten of those are full: the first word of the next line would not have fitted, and
// - one in four of the next lines begins with a small letter.
// One paragraph a line never fills its lines that evenly, verse does not fill them at all, and a
// list of headlines begins every line with a capital.
bool isHardWrapped(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kNarrowest = 50;
  constexpr std::size_t kWidest = 90;
  constexpr std::size_t kSlack = 10;  // over the usual longest: a web address, a wide character
  struct Inner {
    std::size_t width;
    std::size_t nextWord;
    bool goesOn;  // the next line begins with a small letter
  };
  std::vector<Inner> inner;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank || lines[i + 1].blank) continue;
    const std::string_view next = lines[i + 1].span.of(text);
    inner.push_back({base::codePointCount(lines[i].span.of(text)),
                     base::codePointCount(next.substr(0, next.find_first_of(" \t"))),
                     u_islower(static_cast<UChar32>(base::codePointAt(next, 0).value)) != 0});
  }
  if (inner.size() < kFewest) return false;
  std::vector<std::size_t> widths;
  widths.reserve(inner.size());
  for (const Inner& line : inner) widths.push_back(line.width);
  const auto usual = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 95 / 100);
  std::nth_element(widths.begin(), usual, widths.end());
  const std::size_t widest = *usual;
  if (widest < kNarrowest || widest > kWidest) return false;
  const auto full =
      static_cast<std::size_t>(std::count_if(inner.begin(), inner.end(), [&](const Inner& line) {
        return line.width <= widest + kSlack && line.width + 1 + line.nextWord > widest;
      }));
  const auto goingOn = static_cast<std::size_t>(
      std::count_if(inner.begin(), inner.end(), [](const Inner& line) { return line.goesOn; }));
  return full * 10 >= inner.size() * 9 && goingOn * 4 >= inner.size();
}

}  // namespace

base::Result<model::Document> importText(std::string text, const Context& context) {
  model::Document document;
  const std::vector<Line> lines = linesOf(text);
  const bool wrapped = isHardWrapped(text, lines);
  bool open = false;  // the last block goes on when the next line is not blank
  for (const Line& line : lines) {
    if (line.blank) {
      open = false;
    } else if (open && wrapped) {
      document.blocks.back().span.end = line.span.end;
    } else {
      document.blocks.push_back({line.span, model::BlockRole::body, false});
      open = true;
      if (document.blocks.size() > context.limits.maxBlocks) break;  // import.cpp refuses it
    }
  }
  document.text = std::move(text);
  return document;
}

}  // namespace assay::importer
