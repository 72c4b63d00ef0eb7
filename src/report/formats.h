// The writers behind the table of formats; each stands in its own format_*.cpp.
//
// Only report.cpp and tests call them; everybody else goes through reportFormats().
#pragma once

#include <string>

#include "base/result.h"
#include "report/report_data.h"

namespace assay::report {

[[nodiscard]] base::Result<std::string> writeHtml(const ReportData& data,
                                                  const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeMarkdown(const ReportData& data,
                                                      const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeCsvItems(const ReportData& data,
                                                      const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeCsvSources(const ReportData& data,
                                                        const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeCsvSnapshots(const ReportData& data,
                                                          const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeCsvQueries(const ReportData& data,
                                                        const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeJson(const ReportData& data,
                                                  const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeJsonLines(const ReportData& data,
                                                       const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeAnnotations(const ReportData& data,
                                                         const ReportOptions& options);
/// invalidInput, naming everything that is missing, when the review cannot be published.
[[nodiscard]] base::Result<std::string> writeClaimReview(const ReportData& data,
                                                         const ReportOptions& options);
/// The same in a script block, ready to be pasted into a page; same failures.
[[nodiscard]] base::Result<std::string> writeClaimReviewScript(const ReportData& data,
                                                               const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeProtocol(const ReportData& data,
                                                      const ReportOptions& options);
/// invalidInput when no item is flagged "call back".
[[nodiscard]] base::Result<std::string> writeCalls(const ReportData& data,
                                                   const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writeCallsDocx(const ReportData& data,
                                                       const ReportOptions& options);
/// internal when the container could not be made.
[[nodiscard]] base::Result<std::string> writeDocx(const ReportData& data,
                                                  const ReportOptions& options);
[[nodiscard]] base::Result<std::string> writePdf(const ReportData& data,
                                                 const ReportOptions& options);

}  // namespace assay::report
