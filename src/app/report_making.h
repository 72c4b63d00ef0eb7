// The two halves of a report: what is read from the store, and what is made of it without the
// store.
//
// For reporting.h, which does both at once, and for the job that gives the session back in between.
// Only app/ includes this.
#pragma once

#include <string>

#include "app/reporting.h"
#include "base/job.h"
#include "base/result.h"
#include "report/report.h"

namespace assay::app {

struct GatheredReport {
  const report::ReportFormat* format = nullptr;
  report::ReportOptions options;  ///< names `job`, which must live until the bytes are made
  report::ReportData data;
};

/// Errors as of makeReport; cancelled when `job` was.
[[nodiscard]] base::Result<GatheredReport> gatherReport(const Session& session,
                                                        const ReportRequest& request,
                                                        const base::Job& job);
[[nodiscard]] base::Result<std::string> bytesOf(const GatheredReport& gathered,
                                                ReportSummary* summary);
/// What a stopped report ends with.
[[nodiscard]] std::unexpected<base::Error> stopped();

}  // namespace assay::app
