// What a text in another language still gives: the words between its quotation marks.
//
// No source, no cue and no claims, since nothing here reads the language; which marks open and
// close is known for German, French, Spanish and others (quotation_marks.h).
//
// Thread: pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "extract/quotation_marks.h"
#include "model/extraction.h"

namespace assay::extract {

/// The sentence that tells the user.
inline constexpr std::string_view kNotEnglish =
    "The text is not English: only what stands between quotation marks was taken from it, without "
    "speakers and claims. Add the others by hand.";

/// A direct quote for every outermost marked stretch of at least two words, paragraphs that go on
/// joined.
[[nodiscard]] std::vector<model::Quote> quotesByMarksAlone(std::string_view text,
                                                           const std::vector<Marked>& marked);

}  // namespace assay::extract
