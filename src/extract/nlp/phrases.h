// Noun phrases around a verb, found from the tags alone.
//
// No parse: a phrase is what can be read off the parts of speech to the left or the right of a
// point, with its "of …" and ", an engineer at …," when they belong to it. Good enough to tell
// who says; the limits of clauses are not its business.
//
// Thread: pure functions. Ranges are tokens of the reading.
#pragma once

#include <optional>

#include "extract/nlp/reading.h"

namespace assay::extract::nlp {

/// The phrase that ends right before token `end`, inside [from, end).
[[nodiscard]] std::optional<Range> phraseBefore(const Reading& reading, std::size_t from,
                                                std::size_t end);

/// The phrase that begins at token `begin`, inside [begin, to). With its apposition when one
/// follows behind a comma.
[[nodiscard]] std::optional<Range> phraseFrom(const Reading& reading, std::size_t begin,
                                              std::size_t to);

/// The subject of the verb at `verb`: the phrase before it and its adverbs and auxiliaries.
[[nodiscard]] std::optional<Range> subjectOf(const Reading& reading, std::size_t from,
                                             std::size_t verb);

/// The part of a phrase before its apposition, its relative clause and its "of …".
[[nodiscard]] Range coreOf(const Reading& reading, Range phrase);

/// Are there two words or more, and do all of more than three letters and the first begin with a
/// capital, as in the title of a work or a programme?
[[nodiscard]] bool titleCased(const Reading& reading, Range words);

[[nodiscard]] bool isPersonalPronoun(std::string_view lower);

}  // namespace assay::extract::nlp
