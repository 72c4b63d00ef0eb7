// What draftView and ImportDraft share: the items of one draft laid on another.
#pragma once

#include <vector>

#include "evidence/carry.h"
#include "model/extraction.h"
#include "model/item.h"

namespace assay::app {

[[nodiscard]] evidence::Standing standingOf(const model::Item& item);
/// Quotes first, then claims, in the order of the extraction.
[[nodiscard]] std::vector<evidence::Standing> standingsOf(const model::Extraction& found);

/// Whether half of the one or of the other is one and the same stretch of words.
[[nodiscard]] bool overlaps(const std::vector<base::Span>& one,
                            const std::vector<base::Span>& other);

}  // namespace assay::app
