// Is a text English? All that is learned and all word tables here are.
//
// Told from the script and from the little words that no text of a language does without. Short
// texts, and English that is damaged (capitals only, words glued together), count as English:
// reading a foreign text badly costs less than not reading an English one.
//
// Thread: pure functions.
#pragma once

#include "extract/nlp/reading.h"
#include "extract/nlp/word_list.h"

namespace assay::extract::nlp {

[[nodiscard]] bool isEnglish(const Reading& reading);

/// Little words of English, and of German, French, Spanish, Italian, Portuguese and Dutch that
/// are no English words.
[[nodiscard]] const WordList& englishWords();
[[nodiscard]] const WordList& foreignWords();

}  // namespace assay::extract::nlp
