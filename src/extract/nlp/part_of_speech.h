// Parts of speech: the tag set and the tagger.
//
// Tags are those of the Penn Treebank. The tagger is a greedy averaged perceptron whose weights
// lie in assets/models/pos.bin; it was taught on news and web texts (see its model card).
// Without weights every token is `none`, and the layers above fall back on word tables.
//
// Thread: pure functions over read-only weights.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace assay::extract::nlp {

struct Reading;
struct Range;
class LinearModel;

/// Penn Treebank tags, punctuation gathered into `punct`.
enum class Pos : std::uint8_t {
  none,
  cc,
  cd,
  dt,
  ex,
  fw,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nns,
  nnp,
  nnps,
  pdt,
  possessive,
  prp,
  prpPoss,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wpPoss,
  wrb,
  punct,
};
inline constexpr std::size_t kPosCount = 38;

/// "NNP", "PRP$"; "." for punct.
[[nodiscard]] std::string_view posName(Pos pos);
/// The tag of a name as treebanks write it; every name of punctuation gives `punct`.
[[nodiscard]] Pos posByName(std::string_view name);

[[nodiscard]] constexpr bool isNoun(Pos p) { return p >= Pos::nn && p <= Pos::nnps; }
[[nodiscard]] constexpr bool isName(Pos p) { return p == Pos::nnp || p == Pos::nnps; }
[[nodiscard]] constexpr bool isVerb(Pos p) { return p >= Pos::vb && p <= Pos::vbz; }
/// A verb form that can stand alone: "said", "says", "say", "will".
[[nodiscard]] constexpr bool isFinite(Pos p) {
  return p == Pos::vbd || p == Pos::vbp || p == Pos::vbz || p == Pos::md;
}
[[nodiscard]] constexpr bool isAdjective(Pos p) { return p >= Pos::jj && p <= Pos::jjs; }
[[nodiscard]] constexpr bool isAdverb(Pos p) { return p >= Pos::rb && p <= Pos::rbs; }

/// Fills reading.hashes, which the features are made of.
void hashWords(Reading& reading);

/// Appends the features of one token, given the tags of the two before it in its sentence.
/// The trainer and the tagger both call this: what is learned is what is asked. The words of the
/// reading must be hashed.
void posFeatures(const Reading& reading, Range sentence, std::size_t token, Pos before,
                 Pos beforeThat, std::vector<std::uint64_t>& out);

/// Fills reading.pos for every token.
void tagPartsOfSpeech(Reading& reading, const LinearModel& model);

}  // namespace assay::extract::nlp
