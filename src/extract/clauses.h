// The clause that attributes: "Kelly said", "said Kelly, a teacher", "according to a report".
//
// Read from tags and the table of reporting words. Used for quotes between marks and for
// reported speech alike. Thread: pure functions. Ranges are tokens of the reading.
#pragma once

#include <optional>

#include "extract/nlp/reading.h"

namespace assay::extract {

struct AttributingClause {
  nlp::Range cue;
  std::optional<nlp::Range> source;
  nlp::Range whole;  ///< everything that belongs to the clause, source and cue included
};

/// The clause that stands at the beginning of [from, to), as behind a quotation: "Kelly said",
/// "said Kelly", "the mayor told reporters", "according to Kelly".
[[nodiscard]] std::optional<AttributingClause> clauseAfter(const nlp::Reading& reading,
                                                           std::size_t from, std::size_t to);

/// The clause nearest to the end of [from, to), as before a quotation: "Kelly said that the
/// plan is", "he called it". The content of an unmarked beginning starts at whole.end.
[[nodiscard]] std::optional<AttributingClause> clauseBefore(const nlp::Reading& reading,
                                                            std::size_t from, std::size_t to);

}  // namespace assay::extract
