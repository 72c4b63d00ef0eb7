// Reports of an open session: gathering the data, naming the format, writing the file whole or
// not at all.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "base/result.h"

namespace assay::app {

/// A report format as the command line and the Report screen offer it.
struct ReportChoice {
  std::string id;         ///< "html"
  std::string extension;  ///< ".html"
  std::string word;       ///< "Web page (HTML)"
  std::string meaning;    ///< one sentence
};
[[nodiscard]] std::vector<ReportChoice> reportChoices();

/// A choice of items ("open") as the command line and the Report screen offer it.
struct ReportItemChoice {
  std::string id;
  std::string word;
};
[[nodiscard]] std::vector<ReportItemChoice> reportItemChoices();

/// A language of the labels: "de", "Deutsch".
struct ReportLanguage {
  std::string id;
  std::string word;
};
[[nodiscard]] std::vector<ReportLanguage> reportLanguages();

/// A line under the title: "Prepared for" and "the lawyers".
struct ReportTitleField {
  std::string name;
  std::string value;
};

struct ReportRequest {
  model::ArticleId article;
  std::string format = "html";
  bool notes = true;             ///< internal notes and contacts of sources are printed
  bool sensitiveSources = true;  ///< off: sources marked sensitive are only named by number
  std::string language = "en";   ///< of the labels: en, de, fr, es
  // For what is published (ClaimReview): the page the review stands on, and who publishes it.
  std::string reviewUrl{};
  std::string publisher{};
  std::string publisherUrl{};
  bool rawCsv = false;
  std::string items = "all";  ///< which items are shown; reportItemChoices() has them
  bool history = false;       ///< every change of every item; wants notes and sensitive sources
  std::vector<ReportTitleField> titleFields{};
};

/// What a report says of itself, for previews and for the line printed after writing.
/// Items are those shown; settled and unfinished are of the whole article.
struct ReportSummary {
  std::size_t items = 0;
  std::size_t leftOut = 0;  ///< by the choice of items
  std::size_t settled = 0;
  std::size_t unfinished = 0;
  std::size_t bytes = 0;
};

/// The bytes of a report. unsupported when the format, the language or the choice of items is
/// unknown, naming those there are; invalidInput for a history that may not be shown; corrupt when
/// a protocol is asked of a store that does not verify.
[[nodiscard]] base::Result<std::string> makeReport(const Session& session,
                                                   const ReportRequest& request,
                                                   ReportSummary* summary = nullptr);

/// Makes a report and writes it atomically.
[[nodiscard]] base::Result<ReportSummary> writeReport(const Session& session,
                                                      const ReportRequest& request,
                                                      const std::filesystem::path& file);

// Machine-readable listings (report/listing.h), for the command line.
[[nodiscard]] std::string extractionJson(const ImportArticle& extracted);
[[nodiscard]] std::string extractionText(const ImportArticle& extracted);
/// Items of one article, or of all when `article` is empty, that pass the filter.
[[nodiscard]] base::Result<std::string> listItems(const Session& session,
                                                  const model::ArticleId& article,
                                                  const Filter& filter, std::string_view format,
                                                  std::size_t columns);
/// One line of `assay worth`: score, TAB, reasons.
[[nodiscard]] std::string worthLine(std::string_view sentence);

}  // namespace assay::app
