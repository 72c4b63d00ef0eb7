// What a report says about itself: how far the check is, and what must be settled.
//
// Pure functions of ReportData. Kept apart from the formats, so that all of them say the same.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "report/report_data.h"

namespace assay::report {

constexpr std::size_t kStatusCount = static_cast<std::size_t>(model::Status::cut) + 1;

/// Items of every status, by the status's value.
using StatusCounts = std::array<std::size_t, kStatusCount>;
[[nodiscard]] StatusCounts statusCounts(const ReportData& data);

/// The one sentence on top of a report: "12 of 31 items are still open. This report is not
/// final." It is about all items of the article; a second one says when not all are shown.
[[nodiscard]] std::string finishedSentence(const ReportData& data, Language language);

/// "58 % of the article's words belong to an item, 37 % to one that is checked." Empty when there
/// are no words.
[[nodiscard]] std::string coverageSentence(const ReportData& data, Language language);
[[nodiscard]] Coverage coverageOf(const ReportData& data);

/// The article must not run before a person has looked at this: wrong, disputed or unverifiable,
/// or changed since it was checked.
[[nodiscard]] bool mustBeSettled(const model::Item& item);

/// "38 %" of `whole`, rounded to whole percent; never "0 %" of something nor "100 %" of less than
/// everything. "0 %" when there is nothing.
[[nodiscard]] std::string percent(std::size_t part, std::size_t whole);

/// Numbers of the items that use each source, in the order of the items; one list per source.
[[nodiscard]] std::vector<std::vector<std::size_t>> itemsBySource(const ReportData& data);

/// Queries about each item, by number; one list per item.
[[nodiscard]] std::vector<std::vector<std::size_t>> queriesByItem(const ReportData& data);

/// "Query 3 · Mats Holm (author) · asked 2026-02-03".
[[nodiscard]] std::string queryLine(const model::Query& query, Language language);
/// "Mats Holm (author)", or what he is when there is no name.
[[nodiscard]] std::string recipientLine(const model::Query& query, Language language);
/// "minutes.pdf, 14 KB, 2026-02-03 14:02 UTC, SHA-256 9f86…".
[[nodiscard]] std::string snapshotLine(const ReportSnapshot& snapshot);

/// "2026-02-03 14:02 UTC", or empty for 0.
[[nodiscard]] std::string minuteText(base::Millis time);

/// The title to print: the article's own, or the language's word for none.
[[nodiscard]] std::string titleOf(const ReportData& data, Language language);

}  // namespace assay::report
