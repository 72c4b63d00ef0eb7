// Words for people and bodies: what they are called, how they are addressed, first names.
//
// All in lower case, in the singular where both exist. First names help to read "he" and "she";
// names that both may bear are in neither table.
#pragma once

#include "extract/nlp/word_list.h"

namespace assay::extract::nlp {

/// "resident", "mayor", "lawyer": nouns for a person.
[[nodiscard]] const WordList& personNouns();
/// "council", "campaign", "police": nouns for a body of people.
[[nodiscard]] const WordList& bodyNouns();
/// "bank", "newspaper": what a body with a name of its own is called when it is spoken of again.
[[nodiscard]] const WordList& firmWords();
/// "senator", "mr", "vice", "former": may stand before a name without belonging to it.
[[nodiscard]] const WordList& titleWords();
/// "university", "inc", "times": in a name, these make it a body's.
[[nodiscard]] const WordList& organisationWords();
[[nodiscard]] const WordList& maleNames();
[[nodiscard]] const WordList& femaleNames();

}  // namespace assay::extract::nlp
