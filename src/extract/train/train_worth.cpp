#include "extract/train/train_worth.h"

#include <algorithm>
#include <array>
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

constexpr int kRounds = 30;
constexpr std::array<std::uint32_t, WorthFeatures::kGroups> kLeastSeen = {2, 3, 3};
constexpr double kRate = 0.3;
constexpr double kPenalty = 0.6;  // the reciprocal of what a mistake costs
constexpr float kLeastWeight = 0.01F;

WorthFeatures featuresOf(const std::string& text) {
  const model::Block block{{0, text.size()}, model::BlockRole::body, true};
  nlp::Reading reading = nlp::read(text, {&block, 1});
  nlp::tagPartsOfSpeech(reading, builtInModels().pos);
  return worthFeatures(reading, {0, reading.tokens.size()});
}

// A row of weights and what it counts for.
struct Input {
  std::uint32_t row = 0;
  float value = 0;
};

struct Example {
  std::vector<Input> inputs;
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
  const auto test = readRated(data / "worth" / "ct24_dev-test.tsv");
  if (!test) return base::passOn(test);
  FeatureRows rows;
  // A group of features is counted apart: what is rare among letters is frequent among words.
  std::vector<WorthFeatures> features;
  std::array<FeatureRows, WorthFeatures::kGroups> counts;
  for (const RatedSentence& sentence : *train) {
    features.push_back(featuresOf(sentence.text));
    for (std::size_t g = 0; g < WorthFeatures::kGroups; ++g) {
      for (const std::uint64_t f : features.back().groups[g]) counts[g].count(f);
    }
  }
  for (std::size_t g = 0; g < WorthFeatures::kGroups; ++g) counts[g].close(kLeastSeen[g]);
  for (const WorthFeatures& each : features) {
    rows.count(kWorthBias);
    for (std::size_t g = 0; g < WorthFeatures::kGroups; ++g) {
      for (const std::uint64_t f : each.groups[g]) {
        if (counts[g].row(f) != FeatureRows::kNone) rows.count(f);
      }
    }
  }
  rows.close(1);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < train->size(); ++i) {
    Example example;
    example.worth = (*train)[i].worth;
    example.inputs.push_back({rows.row(kWorthBias), 1.0F});
    for (const auto& group : features[i].groups) {
      const float value = 1.0F / std::sqrt(static_cast<float>(group.size()));
      for (const std::uint64_t f : group) {
        if (rows.row(f) != FeatureRows::kNone) example.inputs.push_back({rows.row(f), value});
      }
    }
    examples.push_back(std::move(example));
  }
  // Both answers weigh the same altogether.
  const auto all = static_cast<double>(examples.size());
  const auto yes = static_cast<double>(
      std::count_if(examples.begin(), examples.end(), [](const Example& e) { return e.worth; }));
  const double positive = all / (2 * yes);
  const double negative = all / (2 * (all - yes));
  std::vector<double> weights(rows.size());
  std::vector<double> squares(rows.size(), 0.01);
  for (int round = 0; round < kRounds; ++round) {
    std::size_t stride = 7919 + static_cast<std::size_t>(round) * 2;
    while (std::gcd(stride, examples.size()) != 1) ++stride;
    std::size_t at = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      at = (at + stride) % examples.size();
      const Example& example = examples[at];
      double sum = 0;
      for (const Input& in : example.inputs) sum += weights[in.row] * static_cast<double>(in.value);
      const double p = 1.0 / (1.0 + std::exp(-sum));
      const double d = (p - (example.worth ? 1.0 : 0.0)) * (example.worth ? positive : negative);
      for (const Input& in : example.inputs) {
        const double g =
            d * static_cast<double>(in.value) + kPenalty * weights[in.row] / rows.times(in.row);
        squares[in.row] += g * g;
        weights[in.row] -= kRate * g / std::sqrt(squares[in.row]);
      }
    }
  }
  const std::vector<float> packed(weights.begin(), weights.end());
  const std::vector<std::string> labels = {"worth"};
  std::string bytes = pack(rows, packed, labels, kLeastWeight);
  const auto model = nlp::LinearModel::open(bytes);
  if (!model) return base::fail(base::ErrorCode::internal, "The packed model cannot be read.");
  measure(*dev, *model, "ct24_dev");
  measure(*test, *model, "ct24_dev-test");
  return bytes;
}

}  // namespace assay::extract::train
