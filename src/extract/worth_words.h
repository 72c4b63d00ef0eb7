// Words that speak for or against checking a sentence, one table a reason.
//
// General English in lower case; a word may stand in several tables. Adding a word is adding it
// to its table, in order. Thread: constants.
#pragma once

#include "extract/nlp/word_list.h"

namespace assay::extract {

/// "twelve", "dozen", "half"
[[nodiscard]] const nlp::WordList& numberWords();
/// "than", "rose", "fewer"
[[nodiscard]] const nlp::WordList& comparisonWords();
/// "first", "only", "largest"
[[nodiscard]] const nlp::WordList& superlativeWords();
/// "court", "bill", "illegal"
[[nodiscard]] const nlp::WordList& lawWords();
/// "accused", "fraud"
[[nodiscard]] const nlp::WordList& allegationWords();
/// "because", "led"
[[nodiscard]] const nlp::WordList& causalWords();
/// "all", "never", "everybody"
[[nodiscard]] const nlp::WordList& generalWords();
/// "killed", "toxic"
[[nodiscard]] const nlp::WordList& harmWords();
/// "voted", "signed", "hired": acts that leave a trace
[[nodiscard]] const nlp::WordList& recordWords();
/// "will", "expected"
[[nodiscard]] const nlp::WordList& predictionWords();
/// "should", "disgraceful", "think"
[[nodiscard]] const nlp::WordList& opinionWords();
/// "I", "our"
[[nodiscard]] const nlp::WordList& experienceWords();

}  // namespace assay::extract
