// Quotes whose speaker the layout names: a line that signs what stands above or before it.
//
//   “We will stay.” — Dana Ortega          a dash and a name behind the marks
//   We will stay.                          a passage without marks, and below it
//   @dana_ortega                           nothing but the handle of whoever wrote it
//   <… author="dana_ortega">We stay.</…>   an element of a page that names its author
//
// Thread: pure functions. Units: bytes of the text; ranges are tokens of the reading.
#pragma once

#include <optional>
#include <vector>

#include "extract/attribution.h"
#include "extract/clauses.h"
#include "extract/nlp/reading.h"

namespace assay::extract {

/// The signature that fills [from, to): a dash and a name, nothing else. The dash is its cue.
[[nodiscard]] std::optional<AttributingClause> signatureIn(const nlp::Reading& reading,
                                                           std::size_t from, std::size_t to);

/// A paragraph without marks behind one that ends with "Kelly added:" or "gave the plan a warm
/// endorsement:", set off as block quotes are.
[[nodiscard]] std::vector<Attribution> findSetOff(const nlp::Reading& reading);

/// Passages above a line of nothing but a handle, where an article has several such lines (one
/// alone is the writer's own).
[[nodiscard]] std::vector<Attribution> findSigned(const nlp::Reading& reading);

/// Posts that stand in the text with their element; see embedded_posts.h.
[[nodiscard]] std::vector<Attribution> findPosts(const nlp::Reading& reading);

}  // namespace assay::extract
