#include "extract/nlp/language.h"

#include <string>

#include "extract/nlp/characters.h"

namespace assay::extract::nlp {

namespace {

// clang-format off
constexpr std::string_view kEnglishWords[] = {
    "about", "after", "all", "and", "are", "because", "been", "but", "by", "can", "could", "did",
    "do", "for", "from", "had", "have", "he", "her", "his", "how", "if", "into", "is", "it",
    "its", "just", "more", "not", "of", "only", "or", "other", "our", "out", "over", "said",
    "says", "she", "some", "than", "that", "the", "their", "them", "there", "these", "they",
    "this", "those", "to", "up", "we", "were", "what", "when", "where", "which", "while", "who",
    "will", "with", "would", "you", "your",
};

constexpr std::string_view kForeignWords[] = {
    "al", "alla", "auch", "auf", "aus", "aux", "avec", "bei", "che", "como", "con", "da", "dans",
    "das", "dass", "de", "dei", "del", "della", "dem", "den", "der", "des", "di", "dit", "door",
    "du", "een", "ein", "eine", "einer", "el", "elle", "em", "en", "er", "es", "est", "esta",
    "et", "het", "ich", "il", "ils", "im", "ist", "je", "la", "las", "le", "les", "lo", "los",
    "lui", "mais", "met", "mit", "na", "naar", "nach", "nel", "nicht", "niet", "nous", "nur",
    "oder", "ont", "os", "ou", "par", "para", "pas", "per", "pero", "plus", "por", "pour", "que",
    "qui", "sa", "se", "sich", "sie", "sind", "son", "su", "sur", "sus", "um", "uma", "un", "una",
    "und", "une", "uno", "van", "vom", "von", "voor", "vous", "wie", "wir", "wird", "wurde", "y",
    "zijn", "zu", "zum", "zur",
};

// clang-format on

// Fewer words, or letters, than these prove nothing.
constexpr std::size_t kLeastWords = 20;
constexpr std::size_t kLeastLetters = 20;

constexpr WordList kEnglish{kEnglishWords};
constexpr WordList kForeign{kForeignWords};

// The last letter of the Latin script's main blocks.
constexpr char32_t kLastLatin = 0x24F;

struct Counts {
  std::size_t letters = 0;
  std::size_t accented = 0;
  std::size_t otherScripts = 0;
};

Counts lettersOf(const Reading& reading) {
  Counts counts;
  for (const Paragraph& paragraph : reading.paragraphs) {
    for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;
         at = next(reading.text, at)) {
      const char32_t c = charAt(reading.text, at);
      if (!isLetter(c)) continue;
      ++counts.letters;
      if (c > kLastLatin) {
        ++counts.otherScripts;
      } else if (c >= 0x80U) {
        ++counts.accented;
      }
    }
  }
  return counts;
}

}  // namespace

bool isEnglish(const Reading& reading) {
  const Counts letters = lettersOf(reading);
  if (letters.otherScripts > kLeastLetters && letters.otherScripts * 2 > letters.letters) {
    return false;
  }
  std::size_t words = 0;
  std::size_t english = 0;
  std::size_t foreign = 0;
  for (std::size_t t = 0; t < reading.tokens.size(); ++t) {
    if (reading.tokens[t].kind != TokenKind::word) continue;
    ++words;
    const std::string_view word = reading.lowerWord(t);
    if (kEnglish.has(word)) {
      ++english;
    } else if (kForeign.has(word)) {
      ++foreign;
    }
  }
  if (words < kLeastWords) return true;
  if (foreign * 100 > words * 8 && foreign > english * 2) return false;
  // Languages that no table knows: hardly a word of English, and letters that English has not.
  return english * 100 >= words * 5 || letters.accented * 50 < letters.letters;
}

const WordList& englishWords() { return kEnglish; }
const WordList& foreignWords() { return kForeign; }

}  // namespace assay::extract::nlp
