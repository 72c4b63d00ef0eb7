#include "report/csv.h"

#include <array>

#include "report/escape.h"

namespace assay::report {

namespace {

bool startsFormula(std::string_view rest) {
  // Full-width signs are formulas too in East Asian versions of Excel.
  constexpr std::array<std::string_view, 8> kSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  for (const std::string_view sign : kSigns) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

std::string_view leadingBlanks(std::string_view text) {
  constexpr std::array<std::string_view, 3> kBlanks{" ", "\u00A0", "\u3000"};
  std::size_t at = 0;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : kBlanks) {
      if (!text.substr(at).starts_with(blank)) continue;
      at += blank.size();
      found = true;
    }
  }
  return text.substr(0, at);
}

bool separates(char c) { return c == ';' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string formulaSafe(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 1);
  bool cellStart = true;
  for (std::size_t at = 0; at < text.size();) {
    if (cellStart) {
      const std::string_view blanks = leadingBlanks(text.substr(at));
      if (startsFormula(text.substr(at + blanks.size()))) out += '\'';
      out += blanks;
      at += blanks.size();
      cellStart = false;
      if (at == text.size()) break;
    }
    cellStart = separates(text[at]);
    out += text[at];
    ++at;
  }
  return out;
}

CsvFile::CsvFile(bool raw) : out_("\xEF\xBB\xBF"), raw_(raw) {}

void CsvFile::cell(std::string_view text) {
  if (rowStarted_) out_ += ',';
  rowStarted_ = true;
  const std::string kept = raw_ ? std::string(text) : formulaSafe(visible(text));
  if (kept.find_first_of(",;\"\r\n\t") == std::string::npos) {
    out_ += kept;
    return;
  }
  out_ += '"';
  for (const char c : kept) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvFile::endRow() {
  out_ += "\r\n";
  rowStarted_ = false;
}

}  // namespace assay::report
