#include "extract/checkable.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extract/nlp/reporting_words.h"
#include "extract/worth_words.h"

namespace assay::extract {

namespace {

using nlp::Pos;
using nlp::Range;
using nlp::Reading;

// A sign, and what it adds to the two sums.
struct SignInfo {
  std::string_view name;
  double checkable;
  double matters;
};

constexpr std::array<SignInfo, kSigns> kTable = {{
    {"always", 0.38, -1.39},
    {"worth", 0.00, -0.12},
    {"log-odds of the worth", 0.51, 0.67},
    {"length", -0.04, -0.41},
    {"short", -0.64, -0.52},
    {"past", 0.59, 0.41},
    {"past, own words", 0.21, -0.34},
    {"modal verb", -0.26, 0.20},
    {"modal verb, quoted", 0.04, -0.17},
    {"mental verb", -0.05, -0.17},
    {"intensive", -0.22, -0.05},
    {"first person", 0.00, -0.01},
    {"negation", -0.21, -0.15},
    {"question mark", -0.80, -0.31},
    {"own words", 0.10, -0.23},
    {"direct quote", -0.59, -0.28},
    {"mixed quote", -0.19, 0.00},
    {"reported", 0.67, 0.50},
    {"number", 0.74, 1.32},
    {"date", 0.30, 0.14},
    {"comparison", -0.14, 0.05},
    {"superlative", -0.28, 0.02},
    {"named person", -0.02, -0.17},
    {"named body", 0.21, 0.00},
    {"law", -0.02, 0.19},
    {"allegation", 0.13, 0.98},
    {"causal", 0.20, 0.39},
    {"general", 0.01, -0.01},
    {"harm", -0.06, 0.18},
    {"record", 0.40, 0.38},
    {"prediction", -0.20, -0.05},
    {"opinion", -0.49, -0.07},
    {"question, by its words", -0.80, -0.31},
    {"instruction", -0.59, -0.23},
    {"experience", 0.00, -0.01},
}};

// How far the signs and the encoder count when both speak: about equally. Weights fitted on the
// marked articles, one left out (train/fit_claims.py), are no better.
struct Both {
  double base;
  double signs;
  double encoder;

  [[nodiscard]] constexpr double of(double sum, double sense) const {
    return base + signs * sum + encoder * sense;
  }
};
constexpr Both kBothCheckable{0.0, 0.5, 0.8};
constexpr Both kBothMatters{0.0, 0.5, 0.8};

// Where the reasons of a clause stand in the table, in the order of model::ClaimReason.
constexpr std::size_t kFirstPlace = 14;
constexpr std::size_t kFirstReason = 18;

// Own words, direct, mixed, reported.
std::size_t placeOf(std::optional<model::QuoteKind> kind) {
  if (!kind) return 0;
  switch (*kind) {
    case model::QuoteKind::direct: return 1;
    case model::QuoteKind::mixed: return 2;
    default: return 3;
  }
}

constexpr std::array<std::string_view, 17> kIntensives = {
    "absolutely", "certainly", "clearly", "completely", "deeply", "just",
    "maybe",      "obviously", "perhaps", "probably",   "quite",  "really",
    "simply",     "so",        "too",     "totally",    "very"};

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace

Signs signsOf(const Reading& r, Range clause, const Worth& worth,
              std::optional<model::QuoteKind> kind) {
  int words = 0;
  bool past = false;
  bool modal = false;
  bool mental = false;
  bool intensive = false;
  bool first = false;
  bool negation = false;
  bool question = false;
  for (std::size_t t = clause.begin; t < clause.end; ++t) {
    const std::string_view lower = r.lowerWord(t);
    const Pos p = r.pos[t];
    const bool word =
        r.tokens[t].kind == nlp::TokenKind::word || r.tokens[t].kind == nlp::TokenKind::number;
    words += word ? 1 : 0;
    past = past || p == Pos::vbd || p == Pos::vbn;
    modal = modal || p == Pos::md || lower == "need" || lower == "needs" || lower == "ought";
    mental = mental || (nlp::isVerb(p) && nlp::reporting(lower) == nlp::Reporting::belief);
    intensive = intensive || std::binary_search(kIntensives.begin(), kIntensives.end(), lower);
    first = first || experienceWords().has(lower);
    negation = negation || lower == "not" || lower == "n't" || lower == "n’t" || lower == "never" ||
               lower == "no";
    question = question || lower == "?";
  }
  const auto when = [](bool holds) { return holds ? 1.0 : 0.0; };
  const double share = std::clamp(worth.score, 0.001, 0.999);
  // In the order of the table.
  Signs out = {1.0,
               worth.score,
               std::log(share / (1.0 - share)),
               std::min(words, 30) / 15.0,
               when(words < 6),
               when(past),
               when(past && !kind),
               when(modal),
               when(modal && kind.has_value()),
               when(mental),
               when(intensive),
               when(first),
               when(negation),
               when(question)};
  out[kFirstPlace + placeOf(kind)] = 1.0;
  for (const model::ClaimReason reason : worth.reasons) {
    out[kFirstReason + static_cast<std::size_t>(reason)] = 1.0;
  }
  return out;
}

ClauseSense sumsOf(const Signs& signs) {
  ClauseSense sum;
  for (std::size_t i = 0; i < kSigns; ++i) {
    sum.checkable += kTable[i].checkable * signs[i];
    sum.matters += kTable[i].matters * signs[i];
  }
  return sum;
}

Checkability judge(const Signs& signs, const std::optional<ClauseSense>& sense) {
  const ClauseSense own = sumsOf(signs);
  if (!sense) return {logistic(own.checkable), logistic(own.matters)};
  return {logistic(kBothCheckable.of(own.checkable, sense->checkable)),
          logistic(kBothMatters.of(own.matters, sense->matters))};
}

}  // namespace assay::extract
