#include "report/report_data.h"

#include <algorithm>

namespace assay::report {

std::size_t ReportData::unfinished() const {
  const auto shown = static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(),
                    [](const ReportItem& item) { return !model::info(item.item.status).settled; }));
  return shown + (leftOut ? leftOut->open : 0);
}

std::size_t ReportData::count(model::Status status) const {
  return static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(), [&](const ReportItem& i) { return i.item.status == status; }));
}

}  // namespace assay::report
