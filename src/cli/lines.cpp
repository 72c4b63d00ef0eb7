#include "cli/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace assay::cli {

namespace {

constexpr std::size_t kLabelColumn = 12;

std::string padded(std::string text, std::size_t columns) {
  const std::size_t used = base::terminalColumns(text);
  if (used < columns) text.append(columns - used, ' ');
  return text;
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::codePointAt(text, at);
    const bool kept = point.value == U'\n' || point.value == U'\t';
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    if (control && !kept) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string brief(std::string_view text, std::size_t count) {
  return harmless(base::shortened(base::oneLine(text), count));
}

std::string labelled(std::string_view label, std::string_view value) {
  std::string out = padded(std::string(label), kLabelColumn);
  for (const char c : harmless(value)) {
    out += c;
    if (c == '\n') out.append(kLabelColumn, ' ');
  }
  return out + "\n";
}

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], base::terminalColumns(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i + 1 < row.size() ? padded(row[i], widths[i]) + "  " : row[i];
    }
    out += '\n';
  }
  return out;
}

}  // namespace assay::cli
