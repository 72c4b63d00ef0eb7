#include "extract/checkable.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extract/nlp/reporting_words.h"
#include "extract/worth_words.h"

namespace assay::extract {

namespace {

using model::ClaimReason;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

// What a sign adds to the two sums.
struct Weight {
  double checkable;
  double matters;
};

constexpr Weight kBase{-0.73, -2.24};
constexpr Weight kWorth{0.94, 0.92};  // times the worth of the sentence alone
// Times the log-odds of the same: the order of work follows it further than the thirty signs do.
constexpr double kWorthOdds = 0.6;
constexpr Weight kLength{0.54, 0.20};   // times the number of words / 15
constexpr Weight kShort{-0.51, -0.22};  // fewer than six words
constexpr Weight kPast{0.50, 0.27};     // something happened
constexpr Weight kPastOwn{0.13, 0.23};  // … in the writer's own words
constexpr Weight kModal{-0.45, 0.06};   // "would", "must", "will"
constexpr Weight kModalQuoted{-0.08, 0.17};
constexpr Weight kMental{-0.29, -0.36};    // "think", "hope", "want"
constexpr Weight kIntensive{-0.10, 0.09};  // "very", "clearly"
constexpr Weight kFirst{-0.05, -0.06};
constexpr Weight kNegation{0.09, -0.12};
constexpr Weight kQuestion{-0.44, -0.22};

// In the order of model::ClaimReason.
constexpr std::array<Weight, 17> kReasons = {{
    {0.65, 1.02},    // number
    {0.29, 0.17},    // date
    {-0.12, 0.12},   // comparison
    {-0.11, 0.00},   // superlative
    {0.12, -0.18},   // named person
    {0.28, 0.28},    // named body
    {0.34, 0.27},    // law
    {0.10, 0.29},    // allegation
    {-0.01, 0.28},   // causal
    {-0.05, 0.03},   // general
    {0.10, 0.38},    // harm
    {0.22, 0.01},    // record
    {-0.06, 0.11},   // prediction
    {-0.65, -0.26},  // opinion
    {0.00, 0.00},    // question: counted once, above
    {0.04, -0.07},   // instruction
    {-0.22, -0.22},  // experience
}};

Weight ofPlace(std::optional<model::QuoteKind> kind) {
  if (!kind) return {0.16, 0.0};
  switch (*kind) {
    case model::QuoteKind::direct: return {-0.42, -0.29};
    case model::QuoteKind::mixed: return {-0.25, -0.20};
    default: return {0.49, 0.43};
  }
}

constexpr std::array<std::string_view, 17> kIntensives = {
    "absolutely", "certainly", "clearly", "completely", "deeply", "just",
    "maybe",      "obviously", "perhaps", "probably",   "quite",  "really",
    "simply",     "so",        "too",     "totally",    "very"};

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace

Checkability judge(const Reading& r, Range clause, const Worth& worth,
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
  Weight sum = kBase;
  const auto add = [&sum](Weight weight, double times) {
    sum.checkable += weight.checkable * times;
    sum.matters += weight.matters * times;
  };
  const auto when = [&add](bool holds, Weight weight) { add(weight, holds ? 1.0 : 0.0); };
  add(kWorth, worth.score);
  const double share = std::clamp(worth.score, 0.001, 0.999);
  sum.matters += kWorthOdds * std::log(share / (1.0 - share));
  add(kLength, std::min(words, 30) / 15.0);
  add(ofPlace(kind), 1.0);
  when(words < 6, kShort);
  when(past, kPast);
  when(past && !kind, kPastOwn);
  when(modal, kModal);
  when(modal && kind, kModalQuoted);
  when(mental, kMental);
  when(intensive, kIntensive);
  when(first, kFirst);
  when(negation, kNegation);
  when(question, kQuestion);
  for (const ClaimReason reason : worth.reasons) {
    add(kReasons[static_cast<std::size_t>(reason)], 1.0);
  }
  return {logistic(sum.checkable), logistic(sum.matters)};
}

}  // namespace assay::extract
