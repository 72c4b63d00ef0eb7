// Every statement that can be shown true or false, as the clause that says one checkable thing.
//
// Works sentence by sentence: a clause that only attributes ("Kelly said") is left out, what it
// attributes is a claim inside its quote; clauses joined by "and", "but" or a semicolon, each
// with a subject and a verb of its own, are separate claims. Questions, orders, opinions and
// vague predictions are not put before a checker. Headlines are not claims of their own: the
// body says the same in full.
//
// Thread: pure functions over read-only models. Units: bytes of the text.
#pragma once

#include <vector>

#include "extract/models.h"
#include "extract/nlp/reading.h"
#include "model/extraction.h"

namespace assay::extract {

/// The claims of a reading, in order; `quotes` are the quotes found in it, in order.
[[nodiscard]] std::vector<model::Claim> findClaims(const nlp::Reading& reading,
                                                   const std::vector<model::Quote>& quotes,
                                                   const Models& models);

}  // namespace assay::extract
