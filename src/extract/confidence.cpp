#include "extract/confidence.h"

#include <algorithm>
#include <cmath>

namespace assay::extract {

namespace {

// What a layer's own estimate counts for, and what else was found out to matter.
constexpr double kBase = -1.57;
constexpr double kEvidence = 0.81;  // times the log-odds of the estimate
constexpr double kDirect = 0.79;
constexpr double kMixed = -0.36;
constexpr double kSource = 1.01;
constexpr double kSpeaker = 0.34;
// An unknown speaker leaves the words.
constexpr double kWordsAlone = 0.6;

}  // namespace

double confidenceOf(const Attribution& attribution, std::optional<double> speakerCertainty) {
  const double estimate =
      std::clamp(attribution.confidence * speakerCertainty.value_or(kWordsAlone), 0.001, 0.999);
  double sum = kBase + kEvidence * std::log(estimate / (1.0 - estimate));
  if (attribution.kind == model::QuoteKind::direct) sum += kDirect;
  if (attribution.kind == model::QuoteKind::mixed) sum += kMixed;
  if (attribution.source) sum += kSource;
  if (speakerCertainty) sum += kSpeaker;
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace assay::extract
