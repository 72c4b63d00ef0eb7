#include "import/document_builder.h"

#include <unicode/uchar.h>

#include <utility>

#include "base/utf8.h"

namespace assay::importer {

namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// ICU's table is asked only for what is not ASCII; nearly all white space is.
bool isWhite(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

}  // namespace

std::string collapsed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char pending = 0;  // the blank or line feed that stands for the run being read
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool noBreak = c == '\xC2' && text.substr(at, 2) == kNoBreakSpace;
    if (c == '\n') {
      pending = '\n';
      ++at;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || noBreak) {
      if (pending == 0) pending = ' ';
      at += noBreak ? 2 : 1;
    } else if (c == '\xC2' && text.substr(at, 2) == kSoftHyphen) {
      // A place where a browser may break a word; no reader sees it, and no search would find
      // the word with it.
      at += 2;
    } else {
      // A run is written when something follows it: so there is none at the ends.
      if (pending != 0 && !out.empty()) out += pending;
      pending = 0;
      out += c;
      ++at;
    }
  }
  return out;
}

std::string untrailed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    if (line.empty() && out.empty()) continue;
    out.append(line) += '\n';
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

base::Span trimmedSpan(std::string_view text, base::Span span) {
  const base::Span whole = span;
  while (span.begin < span.end) {
    const base::CodePoint c = base::codePointAt(text, span.begin);
    if (!isWhite(c.value)) break;
    span.begin += c.length;
  }
  while (span.begin < span.end) {
    const base::CodePoint c = base::codePointBefore(text, span.end);
    if (!isWhite(c.value)) break;
    span.end -= c.length;
  }
  // Nothing was trimmed: the edges are those of a line, which are grapheme boundaries.
  if (span.begin == whole.begin && span.end == whole.end) return span;
  if (span.empty()) return span;
  return base::atGraphemes(text, span);
}

bool DocumentBuilder::add(std::string_view text, model::BlockRole role, bool given) {
  const base::Span inner = trimmedSpan(text, {0, text.size()});
  if (inner.empty()) return true;
  if (document_.blocks.size() >= maxBlocks_) {
    full_ = true;
    return false;
  }
  std::string& out = document_.text;
  if (!out.empty()) out += "\n\n";
  const std::size_t begin = out.size();
  out += inner.of(text);
  document_.blocks.push_back({{begin, out.size()}, role, given});
  return true;
}

void DocumentBuilder::addFirst(std::string_view text, model::BlockRole role, bool given) {
  std::string first = collapsed(text);
  if (first.empty()) return;
  const base::Span span{0, first.size()};
  if (!document_.text.empty()) first += "\n\n";
  for (model::Block& block : document_.blocks) {
    block.span.begin += first.size();
    block.span.end += first.size();
  }
  document_.text.insert(0, first);
  document_.blocks.insert(document_.blocks.begin(), {span, role, given});
}

model::Document DocumentBuilder::take() {
  // A printed document ends like a text file.
  if (!document_.text.empty()) document_.text += '\n';
  return std::move(document_);
}

}  // namespace assay::importer
