// Finds every quote, speaker and claim in a draft.
//
// Pure and deterministic: the same document gives the same bytes on every machine; no network, no
// clock, no file is looked at. The work is a chain of layers, one file set each, every one of them
// usable and measured alone:
//   blocks.h           what each paragraph is for
//   nlp/               tokens, sentences, light tags
//   neural/            the thorough reader: tags, parse, attributions, worth
//   quotation_marks.h  what stands between marks
//   attribution.h      cue, source and content of direct, indirect and mixed quotes
//   speakers.h         who is meant, over the whole article
//   claims.h, worth.h  what can be checked, and how much it deserves it
//
// Not here: deciding anything about what was found (app/), reading files (import/), writing the
// result down (report/).
//
// Thread: safe from any thread, also at once. Units: bytes of the document's text, at grapheme
// boundaries. The result owns all it holds; the document is not needed afterwards.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/job.h"
#include "base/result.h"
#include "extract/nlp/memory.h"
#include "model/document.h"
#include "model/extraction.h"

namespace assay::extract {

/// How closely a draft is read. Both ways give the same result on every machine.
enum class Setting : std::uint8_t {
  automatic,  ///< thorough up to kThoroughBytes, fast beyond
  fast,       ///< linear models
  thorough,   ///< the encoder (neural/): better, and some thirty times slower
};
/// The longest text that is read thoroughly unless asked: about five thousand words, which take a
/// second and a half, or two on a slow machine; read again after an edit, a tenth of that or less.
inline constexpr std::size_t kThoroughBytes = 30'000;

/// Everything found in `document`. A document without blocks is cut at its line breaks first.
/// Roles of blocks that were given stay; the others are settled here. Time grows with the length
/// of the text. Fails only with `cancelled`. With the `memory` of the draft before, what has not
/// changed is not read again; the result is the same with and without.
[[nodiscard]] base::Result<model::Extraction> extract(const model::Document& document,
                                                      const base::Job& job = {},
                                                      nlp::Memory* memory = nullptr,
                                                      Setting setting = Setting::automatic);

}  // namespace assay::extract
