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
};

/// What a report says of itself, for previews and for the line printed after writing.
struct ReportSummary {
  std::size_t items = 0;
  std::size_t settled = 0;
  std::size_t unfinished = 0;
  std::size_t bytes = 0;
};

/// The bytes of a report. unsupported when the format is unknown, naming those there are.
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
