// Verbs and nouns that report what somebody said, wrote, thinks or wants.
//
// Tables of general English; a form is recognised through its dictionary form ("said" → "say").
// Not here: whether the word reports anything in its sentence (attribution does that).
//
// Thread: pure functions. Words are in lower case.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/nlp/word_list.h"

namespace assay::extract::nlp {

/// How a verb reports.
enum class Reporting : std::uint8_t {
  none,
  speech,   ///< "said", "warned", "wrote": words were uttered
  belief,   ///< "believes", "hopes": a thought is reported
  comment,  ///< "called", "slammed": what was said is told by its target or its label
};

/// The class of a verb in any of its forms; `none` for other words.
[[nodiscard]] Reporting reporting(std::string_view lower);

/// Shorthand for reporting(lower) == Reporting::speech.
[[nodiscard]] bool isReportingVerb(std::string_view lower);

/// The dictionary form of a reporting verb ("denied" → "deny"), or empty.
[[nodiscard]] std::string_view reportingLemma(std::string_view lower);

/// "statement", "claim", "warning": nouns whose "that" clause is reported.
[[nodiscard]] bool isReportingNoun(std::string_view lower);

/// "report", "poll", "letter", "guidelines": things that can be a source of words.
[[nodiscard]] bool isDocumentNoun(std::string_view lower);
/// May the same document be called both, as "study" and "report", but not "letter" and "manual"?
[[nodiscard]] bool mayBeOneDocument(std::string_view lower, std::string_view other);

/// Every table of this file, for the test that goes over their order.
[[nodiscard]] const WordList& speechVerbs();
[[nodiscard]] const WordList& beliefVerbs();
[[nodiscard]] const WordList& commentVerbs();
[[nodiscard]] const WordList& reportingNouns();
[[nodiscard]] const WordList& documentNouns();

}  // namespace assay::extract::nlp
