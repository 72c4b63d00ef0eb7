// The report formats: one table, one writer each.
//
// Adding a format is one file and one row of reportFormats(). Writers are pure: the same data
// gives the same bytes; nothing here reads a clock, a file or the store.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/report_data.h"

namespace assay::report {

using Writer = base::Result<std::string> (*)(const ReportData&, const ReportOptions&);

struct ReportFormat {
  std::string_view id;         ///< on the command line: "html"
  std::string_view extension;  ///< with the dot: ".html"
  std::string_view word;       ///< on the screen: "Web page (HTML)"
  std::string_view meaning;    ///< one sentence for help
  Writer write;
};

[[nodiscard]] std::span<const ReportFormat> reportFormats();
[[nodiscard]] const ReportFormat* reportFormatById(std::string_view id);

}  // namespace assay::report
