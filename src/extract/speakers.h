// Who says it: every attribution's source resolved over the whole article.
//
// "Kelly", "she", "the man", "the report" become one speaker each, named as fully as the article
// names them. A source that could be several people, or nobody in particular, stays without a
// speaker: unknown is an answer, a wrong name is worse than none.
//
// Thread: pure functions. Units: bytes of the text.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/attribution.h"
#include "extract/nlp/reading.h"
#include "extract/quotation_marks.h"
#include "model/extraction.h"

namespace assay::extract {

struct Resolved {
  std::vector<model::Speaker> speakers;  ///< in the order in which they first speak
  /// One an attribution: index into speakers, or none.
  std::vector<std::optional<std::size_t>> of;
  /// One an attribution: how sure that is, 0..1.
  std::vector<double> certainty;
};

[[nodiscard]] Resolved resolveSpeakers(const nlp::Reading& reading,
                                       const std::vector<Marked>& marked,
                                       const std::vector<Attribution>& attributions);

}  // namespace assay::extract
