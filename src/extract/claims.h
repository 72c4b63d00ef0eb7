// Every statement that can be shown true or false, as the clause that says one checkable thing.
//
// Works sentence by sentence: a clause that only attributes ("Kelly said") is left out, what it
// attributes is a claim inside its quote; clauses joined by "and", "but" or a semicolon, each
// with a subject and a verb of its own, are separate claims, and so is what a clause behind
// "that" says ("the idea that he was killed"). Questions, orders, opinions and
// vague predictions are not put before a checker. Headlines are not claims of their own: the
// body says the same in full.
//
// Thread: pure functions over read-only models. Units: bytes of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/checkable.h"
#include "extract/models.h"
#include "extract/neural/findings.h"
#include "extract/nlp/reading.h"
#include "model/extraction.h"

namespace assay::extract {

/// One statement an article makes, checkable or not.
struct Clause {
  enum class Form : std::uint8_t { main, aside, complement, verbless };

  base::Span span;                   ///< without quotation marks and full stop at its ends
  nlp::Range tokens;                 ///< the same
  std::optional<std::size_t> quote;  ///< the quote it stands in, by its place in the list
  Form form = Form::main;
  std::vector<model::ClaimReason> reasons;
  Signs signs{};                     ///< what judge() goes by
  std::optional<ClauseSense> sense;  ///< likewise, when the text was read thoroughly
};

/// All clauses of the text that could be claims, in order; `quotes` as below.
[[nodiscard]] std::vector<Clause> findClauses(const nlp::Reading& reading,
                                              const std::vector<model::Quote>& quotes,
                                              const neural::Findings& findings,
                                              const Models& models);

/// The claims of a reading, in order; `quotes` are the quotes found in it, in order;
/// `findings` are empty when it was read fast.
[[nodiscard]] std::vector<model::Claim> findClaims(const nlp::Reading& reading,
                                                   const std::vector<model::Quote>& quotes,
                                                   const neural::Findings& findings,
                                                   const Models& models);

}  // namespace assay::extract
