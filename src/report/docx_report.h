// The parts of the DOCX report, one function each, and the package they are put into.
//
// Inside this room only. All text from outside passes through DocxText. A report refers to its
// data, which must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "report/docx_text.h"
#include "report/labels.h"
#include "report/pieces.h"
#include "report/report_data.h"
#include "report/suggested_edits.h"

namespace assay::report {

constexpr int kDocxTextWidth = 8504;  // twips (1/20 point): A4 less 30 mm on either side

/// A document being written: its body and what the other parts of the package need.
struct DocxReport {
  DocxReport(const ReportData& shown, Language chosen) : data(shown), language(chosen) {}

  [[nodiscard]] std::string_view label(Label which) const { return report::label(language, which); }
  [[nodiscard]] std::string statusText(model::Status status) const {
    return std::string(model::info(status).glyph) + " " + std::string(word(language, status));
  }
  /// A heading with its bookmark; `style` is "Heading1" or "Heading1-page", which begins a page.
  void heading(Label title, std::string_view style = "Heading1");
  /// The number of an item, leading to its place in the article.
  void itemLink(std::size_t index);
  /// Ids of bookmarks and tracked changes, each once in a document.
  [[nodiscard]] std::string nextId() { return std::to_string(++lastId_); }

  const ReportData& data;
  const Language language;
  DocxText body;
  DocxText comments;
  DocxLinks links;

 private:
  int lastId_ = 0;
};

[[nodiscard]] std::string itemBookmark(std::size_t index);
[[nodiscard]] std::string sourceBookmark(std::size_t index);

/// Who a comment or a tracked change is by, and when: the attributes w:author and w:date. An item
/// nobody has decided on is the program's, without a time.
[[nodiscard]] std::string docxAuthor(const ReportData& data, const ReportItem& entry);

void appendDocxMasthead(DocxReport& report);
void appendDocxSummary(DocxReport& report);
void appendDocxToSettle(DocxReport& report);
/// The article with a comment on every item, and the corrections as tracked changes. Items
/// without a place in the text come after it, so that none is without its comment.
void appendDocxArticle(DocxReport& report);
/// The comment of one item, into the part of the comments; its id is the item's index.
void appendDocxComment(DocxReport& report, std::size_t index, Suggestion suggestion);
void appendDocxSources(DocxReport& report);
void appendDocxFingerprints(DocxReport& report);

/// The style sheet of the document (docx_styles.cpp).
[[nodiscard]] std::string docxStyles(Language language);
[[nodiscard]] std::string docxFontTable();

/// Puts the parts into one file. internal when the container could not be made.
[[nodiscard]] base::Result<std::string> docxFile(DocxReport& report, std::string_view title);

}  // namespace assay::report
