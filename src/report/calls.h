// Whom to call, and about what: the open queries, grouped by the person to ask, and the items
// flagged "call back" that no open query is about.
//
// A query says whom it goes to. Whom to ask about a flagged item: the people behind its evidence
// (sources with a contact, and those interviewed); without any, its speaker; without one, the
// author of the article. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/report_data.h"

namespace assay::report {

/// One thing to ask.
struct Call {
  std::optional<std::size_t> query;  ///< index into ReportData::queries; none: a flagged item
  std::vector<std::size_t> items;    ///< indices into ReportData::items, what it is about

  bool operator==(const Call&) const = default;
};

struct Recipient {
  std::string name;
  std::string about;    ///< roles, kind, or author and publisher, on one line; may be empty
  std::string contact;  ///< may be empty
  std::vector<Call> calls;
};

/// Queries by number, then flagged items in the order of the text. invalidInput when there is
/// neither.
[[nodiscard]] base::Result<std::vector<Recipient>> recipientsOf(const ReportData& data,
                                                                Language language);

/// What is asked: the words of the query, else the note of the item, or nothing.
[[nodiscard]] std::string questionOf(const ReportData& data, const Call& call);

}  // namespace assay::report
