// Words that try to become something else: markup, formulas, links, disguises.
//
// Every payload is meant for one format and goes through all of them. `hostileReport` puts one
// into every text a report knows, the article included.
#pragma once

#include <span>
#include <string_view>

#include "report/report_data.h"

namespace assay::test {

[[nodiscard]] std::span<const std::string_view> hostilePayloads();

/// A report with three items, two sources and evidence whose every text is `payload`. `url` is
/// the address of article and sources.
[[nodiscard]] report::ReportData hostileReport(std::string_view payload, std::string_view url);

}  // namespace assay::test
