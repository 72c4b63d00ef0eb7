// Whether a clause of an article states something that can be checked, and how much it matters.
//
// Two small sums of hand-readable signs (tense, modal verbs, first person, opinion words, what
// stands in the clause, where it stands); their weights were fitted on marked clauses and rounded
// (train/fit_claims.py, REPORT.md). worth.h knows a sentence alone; this knows its place in the
// article.
//
// Thread: pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "extract/nlp/reading.h"
#include "extract/worth.h"
#include "model/extraction.h"

namespace assay::extract {

struct Checkability {
  double checkable = 0;  ///< 0..1; from about 0.5 it is put before a checker
  double matters = 0;    ///< 0..1; orders the work
};

/// How much of each sign a clause has, in the order of the table in checkable.cpp.
inline constexpr std::size_t kSigns = 35;
using Signs = std::array<double, kSigns>;

/// The signs of a clause; `kind` is the kind of the quote it stands in, if any.
[[nodiscard]] Signs signsOf(const nlp::Reading& reading, nlp::Range clause, const Worth& worth,
                            std::optional<model::QuoteKind> kind);

/// Log-odds of both, before anything makes a share of them.
struct ClauseSense {
  double checkable = 0;
  double matters = 0;
};
/// What the signs alone say.
[[nodiscard]] ClauseSense sumsOf(const Signs& signs);

/// `sense`: what the encoder says of the clause, when the text was read thoroughly.
[[nodiscard]] Checkability judge(const Signs& signs, const std::optional<ClauseSense>& sense);

}  // namespace assay::extract
