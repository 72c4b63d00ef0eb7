// What is reported without quotation marks: "Kelly said the vote was lost", "…, according to a
// report", "The polls show a close race".
//
// Thread: pure functions over read-only models. Units: bytes of the text.
#pragma once

#include <vector>

#include "extract/attribution.h"

namespace assay::extract {

/// Attributions in the order of their content, found by the tables of reporting words alone.
[[nodiscard]] std::vector<Attribution> findReportedByRules(const nlp::Reading& reading);

/// model::Quote::attitude of a quote without marks. What stands in a headline of capitalised
/// words is none: they hide the verbs.
[[nodiscard]] bool isAttitude(const nlp::Reading& reading, const model::Quote& quote);

}  // namespace assay::extract
