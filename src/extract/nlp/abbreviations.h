// Short forms that are written with a full stop, and words that begin sentences.
//
// All in lower case and without the last full stop ("mr", "u.s"). General English of news: no
// name of a person or place of one article.
#pragma once

#include "extract/nlp/word_list.h"

namespace assay::extract::nlp {

/// "mr", "sen", "ald": what follows is a name, whatever its letters.
[[nodiscard]] const WordList& titleAbbreviations();
/// "no", "sec", "rs": the full stop ends nothing before a number.
[[nodiscard]] const WordList& abbreviationsBeforeNumbers();
/// "inc", "u.s", "p.m": ends a sentence only before a sentence starter.
[[nodiscard]] const WordList& otherAbbreviations();
/// "the", "he", "in", "how": what a new sentence tends to begin with.
[[nodiscard]] const WordList& sentenceStarters();

}  // namespace assay::extract::nlp
