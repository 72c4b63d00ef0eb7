// How sure a quote is: the words are right and so is whose they are.
//
// A number that means what it says: of the quotes at 0.9, nine in ten are right. The layers say
// how good their evidence is; what such evidence turned out to be worth was measured on the dev
// articles (logistic regression; five-fold over articles it stays within three points of the
// truth, see REPORT.md).
//
// Thread: pure functions.
#pragma once

#include <cstdint>

#include "extract/attribution.h"

namespace assay::extract {

/// Who found the attributions: their estimates of themselves are worth different amounts.
enum class Reader : std::uint8_t { linear, encoder };

/// 0..1. `speakerCertainty` is how sure the resolved speaker is, nothing when there is none.
[[nodiscard]] double confidenceOf(const Attribution& attribution,
                                  std::optional<double> speakerCertainty, Reader reader);

}  // namespace assay::extract
