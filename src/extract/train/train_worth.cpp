#include "extract/train/train_worth.h"

#include <cmath>
#include <cstdio>
#include <numeric>
#include <vector>

#include "extract/models.h"
#include "extract/train/corpus.h"
#include "extract/train/weights.h"
#include "extract/worth_reasons.h"

namespace assay::extract::train {

namespace {

constexpr int kRounds = 10;
constexpr std::uint32_t kLeastSeen = 2;
constexpr double kRate = 0.05;
constexpr double kPenalty = 0.8;
// Statements worth checking are a quarter of the data; they weigh a little more.
constexpr double kPositiveWeight = 3.5;

std::vector<std::uint64_t> featuresOf(const std::string& text) {
  const model::Block block{{0, text.size()}, model::BlockRole::body, true};
  nlp::Reading reading = nlp::read(text, {&block, 1});
  nlp::tagPartsOfSpeech(reading, builtInModels().pos);
  std::vector<std::uint64_t> features;
  if (!reading.tokens.empty()) worthFeatures(reading, {0, reading.tokens.size()}, features);
  return features;
}

struct Example {
  std::vector<std::uint32_t> rows;
  bool worth = false;
};

void measure(const std::vector<RatedSentence>& sentences, const nlp::LinearModel& model,
             const char* name) {
  double right = 0;
  double said = 0;
  double wanted = 0;
  for (const RatedSentence& sentence : sentences) {
    const bool yes = learnedWorth(featuresOf(sentence.text), model) >= 0.5;
    right += yes && sentence.worth ? 1 : 0;
    said += yes ? 1 : 0;
    wanted += sentence.worth ? 1 : 0;
  }
  std::printf("worth %s: P %.1f R %.1f F1 %.1f\n", name, 100 * right / said, 100 * right / wanted,
              200 * right / (said + wanted));
}

}  // namespace

base::Result<std::string> trainWorth(const std::filesystem::path& data) {
  const auto train = readRated(data / "worth" / "ct24_train.tsv");
  if (!train) return base::passOn(train);
  const auto dev = readRated(data / "worth" / "ct24_dev.tsv");
  if (!dev) return base::passOn(dev);
  FeatureRows rows;
  std::vector<std::vector<std::uint64_t>> features;
  for (const RatedSentence& sentence : *train) {
    features.push_back(featuresOf(sentence.text));
    for (const std::uint64_t f : features.back()) rows.count(f);
  }
  rows.close(kLeastSeen);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < train->size(); ++i) {
    Example example;
    example.worth = (*train)[i].worth;
    for (const std::uint64_t f : features[i]) {
      if (rows.row(f) != FeatureRows::kNone) example.rows.push_back(rows.row(f));
    }
    examples.push_back(std::move(example));
  }
  std::vector<double> weights(rows.size());
  std::vector<double> squares(rows.size(), 0.1);
  for (int round = 0; round < kRounds; ++round) {
    std::size_t stride = 7919 + static_cast<std::size_t>(round) * 2;
    while (std::gcd(stride, examples.size()) != 1) ++stride;
    std::size_t at = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      at = (at + stride) % examples.size();
      const Example& example = examples[at];
      double sum = 0;
      for (const std::uint32_t row : example.rows) sum += weights[row];
      const double p = 1.0 / (1.0 + std::exp(-sum));
      const double d = (p - (example.worth ? 1.0 : 0.0)) * (example.worth ? kPositiveWeight : 1.0);
      for (const std::uint32_t row : example.rows) {
        const double g = d + kPenalty * weights[row] / rows.times(row);
        squares[row] += g * g;
        weights[row] -= kRate * g / std::sqrt(squares[row]);
      }
    }
  }
  const std::vector<float> packed(weights.begin(), weights.end());
  const std::vector<std::string> labels = {"worth"};
  std::string bytes = pack(rows, packed, labels, 0.02F);
  const auto model = nlp::LinearModel::open(bytes);
  if (!model) return base::fail(base::ErrorCode::internal, "The packed model cannot be read.");
  measure(*dev, *model, "ct24_dev");
  return bytes;
}

}  // namespace assay::extract::train
