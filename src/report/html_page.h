// The parts of the HTML report, one function each, appending to one page.
//
// Inside this room only. All text from outside passes through appendHtml (escape.h); what is
// appended with `<<` is markup written here. A page refers to its data and options, which must
// outlive it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report/labels.h"
#include "report/report_data.h"

namespace assay::report {

class HtmlPage {
 public:
  HtmlPage(const ReportData& data, const ReportOptions& options);

  /// Appends markup as it is.
  HtmlPage& operator<<(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  /// Appends words, escaped.
  HtmlPage& text(std::string_view words);
  /// Appends a label of the report's language, escaped.
  HtmlPage& label(Label which) { return text(report::label(language, which)); }

  /// `<a href="…">words</a>` when `url` may be linked, else the words alone.
  void outsideLink(std::string_view words, std::string_view url);
  /// A link to the check of item `index`, with its number as text.
  void checkLink(std::size_t index);
  /// `<p class="status">` and the like, by `element`: the glyph, hidden from screen readers, and
  /// the word.
  void status(model::Status status, std::string_view element);

  /// The head of a table with these columns, and the start of its body.
  void columns(std::initializer_list<Label> names);

  /// The key of item `index` or source `index` in ids: its number when that is a plain one, else
  /// its place. Never holds anything but letters, digits and hyphens.
  [[nodiscard]] const std::string& itemKey(std::size_t index) const { return itemKeys_[index]; }
  [[nodiscard]] const std::string& sourceKey(std::size_t index) const { return sourceKeys_[index]; }
  [[nodiscard]] std::string take() { return std::move(out_); }

  const ReportData& data;
  const ReportOptions& options;
  const Language language;

 private:
  std::string out_;
  std::vector<std::string> itemKeys_;
  std::vector<std::string> sourceKeys_;
};

/// The CSS class of a status: "s-in_progress".
[[nodiscard]] std::string statusClass(model::Status status);

/// The whole style sheet; the same on every page, so that its hash can stand in the policy.
[[nodiscard]] std::string htmlStyle();

void appendMasthead(HtmlPage& page);
void appendSummary(HtmlPage& page);
void appendToSettle(HtmlPage& page);
void appendArticle(HtmlPage& page);
void appendChecks(HtmlPage& page);
void appendSources(HtmlPage& page);
void appendFooter(HtmlPage& page);

}  // namespace assay::report
