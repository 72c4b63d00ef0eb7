// What may be shown under the options of a report: the one place that withholds.
//
// Every writer takes its data through this, so that no format can forget a rule. Not all items:
// the others are counted (LeftOut), nothing else of them is left. Without notes: no internal notes,
// no queries, no contacts, no history. Without sensitive sources: nothing of such a source but its
// number and stance. What people wrote into other fields (a correction that names a source, say)
// is not searched.
#pragma once

#include <optional>

#include "report/report_data.h"

namespace assay::report {

/// Holds a changed copy only when something is withheld; else refers to the data it was made
/// from, which must outlive it. Neither copied nor moved, for the reference inside.
class Shown {
 public:
  Shown(const ReportData& data, const ReportOptions& options);
  Shown(const Shown&) = delete;
  Shown& operator=(const Shown&) = delete;

  [[nodiscard]] const ReportData& data() const { return *data_; }

 private:
  std::optional<ReportData> copy_;
  const ReportData* data_;
};

}  // namespace assay::report
