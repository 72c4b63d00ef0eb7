// How far a report is while it is written, and whether anybody still wants it.
//
// Writers ask at every item, so that a long report stops within a moment of being told to. A writer
// that is stopped ends its loops and gives what it has to unlessStopped(), which throws it away.
// Safe from the thread that writes; the other side is base/job.h.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "report/report_data.h"

namespace assay::report {

/// Part of the whole that a loop of a writer is.
struct Share {
  double from = 0;
  double to = 1;
};

/// Says that `done` of `all` turns are over; false when nobody wants the report any more.
[[nodiscard]] bool goesOn(const ReportOptions& options, std::size_t done, std::size_t all,
                          Share share = {});

/// `bytes`, or cancelled when nobody wants them any more.
[[nodiscard]] base::Result<std::string> unlessStopped(const ReportOptions& options,
                                                      base::Result<std::string> bytes);

}  // namespace assay::report
