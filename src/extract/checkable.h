// Whether a clause of an article states something that can be checked, and how much it matters.
//
// Two small sums of hand-readable signs (tense, modal verbs, first person, opinion words, what
// stands in the clause, where it stands); their weights were fitted on the hand-marked articles
// and rounded (REPORT.md). worth.h knows a sentence alone; this knows its place in the article.
//
// Thread: pure functions.
#pragma once

#include <optional>

#include "extract/nlp/reading.h"
#include "extract/worth.h"
#include "model/extraction.h"

namespace assay::extract {

struct Checkability {
  double checkable = 0;  ///< 0..1; from 0.5 it is put before a checker
  double matters = 0;    ///< 0..1; orders the work
};

/// Judges a clause; `kind` is the kind of the quote it stands in, if any.
[[nodiscard]] Checkability judge(const nlp::Reading& reading, nlp::Range clause, const Worth& worth,
                                 std::optional<model::QuoteKind> kind);

}  // namespace assay::extract
