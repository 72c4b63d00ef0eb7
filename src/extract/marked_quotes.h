// Quotes that stand between quotation marks, with the words around them that say whose they are.
//
// Reads before, behind and between the marks of a paragraph: "…," Kelly said. "…" is one quote
// with two pieces; a paragraph of nothing but marked words goes on from the one before or from
// its introduction; a few marked words inside a sentence belong to the sentence's own verb, and
// without one they are a title, a nickname or irony, and no quote.
//
// Thread: pure functions. Units: bytes of the text.
#pragma once

#include <vector>

#include "extract/attribution.h"

namespace assay::extract {

/// Direct and mixed quotes in the order of their content.
[[nodiscard]] std::vector<Attribution> findMarkedQuotes(const nlp::Reading& reading,
                                                        const std::vector<Marked>& marked);

}  // namespace assay::extract
