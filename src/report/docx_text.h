// WordprocessingML as text: paragraphs, runs, tables and links, escaped on the way in.
//
// Knows the markup of a Word document (ECMA-376, part 1), nothing of items and sources. Words from
// outside pass through visible() (escape.h); what is appended with `<<` is markup written here.
// Styles are those of docx_styles.cpp. One object a part of the package; not thread-safe.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "model/status.h"

namespace assay::report {

/// Addresses outside the document, each with the id the package knows it by.
class DocxLinks {
 public:
  /// The id of `target` ("L3"), a new one when it has none yet.
  const std::string& idOf(const std::string& target);
  /// Targets with their ids, ordered by target.
  [[nodiscard]] const std::map<std::string, std::string>& all() const { return ids_; }

 private:
  std::map<std::string, std::string> ids_;
};

/// A web address that may stand in a package, or empty. Word calls the whole document damaged when
/// one address in it is not a proper URI: so the host must be plain, and every other character
/// that RFC 3986 does not allow is percent-encoded.
[[nodiscard]] std::string packageTarget(std::string_view url);

class DocxText {
 public:
  /// Appends markup as it is.
  DocxText& operator<<(std::string_view markup) {
    out_ += markup;
    return *this;
  }

  /// Opens a paragraph; it runs from right to left when `words`, its text, begin so.
  void beginParagraph(std::string_view style, std::string_view words = {});
  void endParagraph() { out_ += "</w:p>\n"; }
  /// Words in a character style, or in the paragraph's own.
  DocxText& run(std::string_view words, std::string_view style = {});
  /// Words that a tracked change deletes; stands inside <w:del>.
  void deletedRun(std::string_view words);
  /// A whole paragraph of one style.
  void paragraph(std::string_view style, std::string_view words);

  /// Words that lead to `url`, or the plain words when it may not be linked.
  void outsideLink(DocxLinks& links, std::string_view words, std::string_view url,
                   std::string_view style = "Hyperlink");
  /// Words that lead to a bookmark of this document.
  void insideLink(std::string_view words, std::string_view bookmark, std::string_view style);

  void beginTable(std::initializer_list<int> widths, std::string_view title);
  /// Cells of a row are opened one after the other; `head` for the row that is repeated on every
  /// page.
  void beginRow(bool head = false);
  void beginCell(int width);
  void endCell() { out_ += "</w:tc>"; }
  void endRow() { out_ += "</w:tr>\n"; }
  void endTable() { out_ += "</w:tbl>\n"; }
  /// A cell with one paragraph.
  void cell(int width, std::string_view style, std::string_view words);

  [[nodiscard]] std::size_t size() const { return out_.size(); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void appendRun(std::string_view words, std::string_view style, std::string_view element);
  void appendPlainRun(std::string_view words, std::string_view style, std::string_view element,
                      bool rightToLeft);

  std::string out_;
};

/// Appends `value` for an attribute; its words are made one line first.
void appendAttribute(std::string& out, std::string_view value);

/// The character style of a status: "Status-in_progress".
[[nodiscard]] std::string statusStyle(model::Status status);

}  // namespace assay::report
