#include "extract/confidence.h"

#include <algorithm>
#include <cmath>

namespace assay::extract {

namespace {

// What the estimate of a layer counts for, and what else was found out to matter.
struct Weights {
  double base;
  double evidence;  // times the log-odds of the estimate
  double direct;
  double mixed;
  double source;
  double speaker;
};
constexpr Weights kLinear{-1.57, 0.81, 0.79, -0.36, 1.01, 0.34};
constexpr Weights kEncoder{0.10, 0.86, 0.01, -0.39, 0.25, 0.06};
// An unknown speaker leaves the words.
constexpr double kWordsAlone = 0.6;

}  // namespace

double confidenceOf(const Attribution& attribution, std::optional<double> speakerCertainty,
                    Reader reader) {
  const Weights& weights = reader == Reader::encoder ? kEncoder : kLinear;
  const double estimate =
      std::clamp(attribution.confidence * speakerCertainty.value_or(kWordsAlone), 0.001, 0.999);
  double sum = weights.base + weights.evidence * std::log(estimate / (1.0 - estimate));
  if (attribution.kind == model::QuoteKind::direct) sum += weights.direct;
  if (attribution.kind == model::QuoteKind::mixed) sum += weights.mixed;
  if (attribution.source) sum += weights.source;
  if (speakerCertainty) sum += weights.speaker;
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace assay::extract
