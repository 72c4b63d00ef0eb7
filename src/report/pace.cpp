#include "report/pace.h"

#include <utility>

namespace assay::report {

bool goesOn(const ReportOptions& options, std::size_t done, std::size_t all, Share share) {
  if (options.job == nullptr) return true;
  if (options.job->cancelled()) return false;
  const double part = static_cast<double>(done) / static_cast<double>(all);
  options.job->report(share.from + (share.to - share.from) * part, "writing");
  return !options.job->cancelled();
}

base::Result<std::string> unlessStopped(const ReportOptions& options,
                                        base::Result<std::string> bytes) {
  if (options.job != nullptr && options.job->cancelled()) {
    return base::fail(base::ErrorCode::cancelled, "The report was stopped.");
  }
  return bytes;
}

}  // namespace assay::report
