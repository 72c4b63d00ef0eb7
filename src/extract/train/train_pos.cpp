#include "extract/train/train_pos.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <vector>

#include "extract/blocks.h"
#include "extract/nlp/linear_model.h"
#include "extract/nlp/part_of_speech.h"
#include "extract/nlp/reading.h"
#include "extract/train/corpus.h"
#include "extract/train/treebank_text.h"
#include "extract/train/weights.h"

namespace assay::extract::train {

namespace {

using nlp::Pos;
using nlp::Reading;

constexpr int kRounds = 6;
constexpr std::uint32_t kLeastSeen = 3;

// A text with the tag that each of its tokens should get; `none` is not learned.
struct Tagged {
  Reading reading;
  std::vector<Pos> gold;
};

// Keeps texts alive at a fixed place: readings point into them.
struct Texts {
  std::deque<TreebankText> all;
};

Tagged fromArticle(const Article& article) {
  Tagged tagged;
  const auto blocks = settleBlocks(article.text, {});
  tagged.reading = nlp::read(article.text, blocks);
  nlp::hashWords(tagged.reading);
  tagged.gold.assign(tagged.reading.tokens.size(), Pos::none);
  std::size_t i = 0;
  for (const MachineToken& token : article.tokens) {
    const auto& tokens = tagged.reading.tokens;
    while (i < tokens.size() && tokens[i].span.begin < token.span.begin) ++i;
    if (i < tokens.size() && tokens[i].span == token.span) {
      tagged.gold[i] = nlp::posByName(token.pos);
    }
  }
  return tagged;
}

Tagged fromTreebank(const std::vector<TreeSentence>& sentences, Texts& texts) {
  Tagged tagged;
  tagged.reading = texts.all.emplace_back(sentences).reading();
  for (const TreeSentence& sentence : sentences) {
    for (const std::string& tag : sentence.tags) tagged.gold.push_back(nlp::posByName(tag));
  }
  nlp::hashWords(tagged.reading);
  return tagged;
}

class Learner {
 public:
  Learner() {
    for (std::size_t i = 1; i < nlp::kPosCount; ++i) {
      labels_.emplace_back(nlp::posName(static_cast<Pos>(i)));
    }
  }

  void count(const Tagged& text) {
    each(text, [&](std::size_t, Pos, std::span<const std::uint64_t> features) {
      for (const std::uint64_t f : features) rows_.count(f);
      return Pos::none;
    });
  }

  void close() {
    rows_.close(kLeastSeen);
    weights_.assign(rows_.size() * labels_.size(), 0.0F);
    sums_.assign(weights_.size(), 0.0);
  }

  void learn(const Tagged& text) {
    each(text, [&](std::size_t, Pos gold, std::span<const std::uint64_t> features) {
      ++steps_;
      const Pos guess = best(features);
      if (guess != gold) {
        update(features, gold, 1.0F);
        update(features, guess, -1.0F);
      }
      return guess;
    });
  }

  std::string packed() const {
    std::vector<float> mean(weights_.size());
    const auto steps = static_cast<double>(steps_);
    for (std::size_t i = 0; i < mean.size(); ++i) {
      mean[i] = weights_[i] - static_cast<float>(sums_[i] / steps);
    }
    return pack(rows_, mean, labels_, 0.02F);
  }

 private:
  // Walks over the tokens as the tagger would; `visit` says which tag the next ones see. Where
  // no tag is known the guess is used; while learning, the guess is what the tagger will see.
  template <class Visit>
  void each(const Tagged& text, Visit visit) {
    std::vector<std::uint64_t> features;
    for (const nlp::Sentence& sentence : text.reading.sentences) {
      Pos before = Pos::none;
      Pos beforeThat = Pos::none;
      for (std::size_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        features.clear();
        nlp::posFeatures(text.reading, sentence.tokens, t, before, beforeThat, features);
        const Pos gold = text.gold[t];
        Pos tag = gold;
        if (gold == Pos::none) {
          tag = weights_.empty() ? Pos::nn : best(features);
        } else if (const Pos seen = visit(t, gold, features); seen != Pos::none) {
          tag = seen;
        }
        beforeThat = before;
        before = tag;
      }
    }
  }

  Pos best(std::span<const std::uint64_t> features) {
    scores_.assign(labels_.size(), 0.0F);
    for (const std::uint64_t f : features) {
      const std::uint32_t row = rows_.row(f);
      if (row == FeatureRows::kNone) continue;
      const float* weights = &weights_[row * labels_.size()];
      for (std::size_t l = 0; l < labels_.size(); ++l) scores_[l] += weights[l];
    }
    const auto at = std::max_element(scores_.begin(), scores_.end()) - scores_.begin();
    return static_cast<Pos>(at + 1);
  }

  void update(std::span<const std::uint64_t> features, Pos pos, float by) {
    const std::size_t label = static_cast<std::size_t>(pos) - 1;
    for (const std::uint64_t f : features) {
      const std::uint32_t row = rows_.row(f);
      if (row == FeatureRows::kNone) continue;
      weights_[row * labels_.size() + label] += by;
      sums_[row * labels_.size() + label] += static_cast<double>(by) * static_cast<double>(steps_);
    }
  }

  FeatureRows rows_;
  std::vector<std::string> labels_;
  std::vector<float> weights_;
  std::vector<double> sums_;  // what the mean over all steps lacks
  std::vector<float> scores_;
  std::size_t steps_ = 0;
};

void measure(const char* name, Tagged text, const nlp::LinearModel& model) {
  nlp::tagPartsOfSpeech(text.reading, model);
  std::size_t right = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < text.gold.size(); ++i) {
    if (text.gold[i] == Pos::none) continue;
    ++all;
    right += text.gold[i] == text.reading.pos[i] ? 1U : 0U;
  }
  std::printf("pos %s: %.2f %% of %zu\n", name,
              100.0 * static_cast<double>(right) / static_cast<double>(all), all);
}

}  // namespace

base::Result<std::string> trainPos(const std::filesystem::path& data) {
  Texts texts;
  std::vector<Tagged> gold;
  std::vector<Tagged> dev;
  for (const char* name : {"en_ewt-train.conllu", "en_gum_ccby-train.conllu"}) {
    const auto sentences = readTreebank(data / "syntax" / name);
    if (!sentences) return base::passOn(sentences);
    gold.push_back(fromTreebank(*sentences, texts));
  }
  const auto ewtDev = readTreebank(data / "syntax" / "en_ewt-dev.conllu");
  if (!ewtDev) return base::passOn(ewtDev);
  auto train = readArticles(data / "quotes", "train", true);
  if (!train) return base::passOn(train);
  auto devArticles = readArticles(data / "quotes", "dev", true);
  if (!devArticles) return base::passOn(devArticles);

  std::vector<Tagged> news;
  for (const Article& article : *train) news.push_back(fromArticle(article));
  Learner learner;
  for (const Tagged& text : news) learner.count(text);
  for (const Tagged& text : gold) learner.count(text);
  learner.close();
  for (int round = 0; round < kRounds; ++round) {
    for (const Tagged& text : news) learner.learn(text);
    for (const Tagged& text : gold) learner.learn(text);
    std::printf("pos round %d\n", round + 1);
  }
  std::string bytes = learner.packed();
  const auto model = nlp::LinearModel::open(bytes);
  if (!model) return base::fail(base::ErrorCode::internal, "The packed model cannot be read.");
  measure("EWT dev", fromTreebank(*ewtDev, texts), *model);
  std::size_t right = 0;
  std::size_t all = 0;
  for (const Article& article : *devArticles) {
    Tagged tagged = fromArticle(article);
    nlp::tagPartsOfSpeech(tagged.reading, *model);
    for (std::size_t i = 0; i < tagged.gold.size(); ++i) {
      if (tagged.gold[i] == Pos::none) continue;
      ++all;
      right += tagged.gold[i] == tagged.reading.pos[i] ? 1U : 0U;
    }
  }
  std::printf("pos news dev against the machine's tags: %.2f %% of %zu\n",
              100.0 * static_cast<double>(right) / static_cast<double>(all), all);
  return bytes;
}

}  // namespace assay::extract::train
