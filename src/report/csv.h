// Comma-separated values after RFC 4180: CRLF, quotes doubled, and a byte-order mark for Excel.
//
// Unless raw, a cell is made safe for spreadsheets: an apostrophe goes in front of whatever would
// be run as a formula, and disguising characters are shown as marks (escape.h). Raw keeps every
// byte, for programs. Not thread-safe; one object a file.
#pragma once

#include <string>
#include <string_view>

namespace assay::report {

class CsvFile {
 public:
  explicit CsvFile(bool raw);

  /// Adds a cell to the present row.
  void cell(std::string_view text);
  void cell(std::size_t number) { cell(std::to_string(number)); }
  void endRow();

  /// The whole file; the object is empty afterwards.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool raw_;
  bool rowStarted_ = false;
};

/// `text` with an apostrophe in front of "=", "+", "-" and "@" (also in their full-width forms)
/// where a spreadsheet would take them for the start of a formula: at the start of the cell, and
/// after a semicolon, tab or line break inside it, where a program set to another separator
/// begins a new cell.
[[nodiscard]] std::string formulaSafe(std::string_view text);

}  // namespace assay::report
