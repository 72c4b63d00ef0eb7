// A report with one of everything, for golden files and for looking at.
//
// Invented town, invented people. Every status, claims inside quotes, overlapping spans, a quote
// over two paragraphs, an unknown speaker, items without evidence, a sensitive source, a
// correction, right-to-left names and an emoji. Same bytes at every call.
#pragma once

#include <string>
#include <string_view>

#include "report/report_data.h"

namespace assay::test {

[[nodiscard]] report::ReportData sampleReport();

/// What the sample is published with: everything a ClaimReview requires.
[[nodiscard]] report::ReportOptions sampleOptions();

/// One body block holding `text` and no item.
[[nodiscard]] report::ReportData bareReport(std::string text);

/// Adds an item on `words`, which must stand in the text, and gives it for filling in.
report::ReportItem& addItem(report::ReportData& data, model::ItemKind kind, std::int64_t number,
                            model::Status status, std::string_view words);

/// `count` items of every kind and status, each with evidence, over an article of that size.
[[nodiscard]] report::ReportData bigReport(std::size_t count);

}  // namespace assay::test
