// Whom to call, and about what: the items flagged "call back", grouped by the person to ask.
//
// The store keeps no queries of its own yet. Whom to ask about an item: the people behind its
// evidence (sources with a contact, and those interviewed); without any, its speaker; without one,
// the author of the article. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/report_data.h"

namespace assay::report {

struct Recipient {
  std::string name;
  std::string about;               ///< roles or author and publisher, on one line; may be empty
  std::string contact;             ///< may be empty
  std::vector<std::size_t> items;  ///< indices into ReportData::items, in order
};

/// In the order in which the article comes to them. invalidInput when nothing is flagged.
[[nodiscard]] base::Result<std::vector<Recipient>> recipientsOf(const ReportData& data,
                                                                Language language);

/// What is asked about an item: its note, or nothing.
[[nodiscard]] std::string questionOf(const ReportItem& entry);

}  // namespace assay::report
