#include "extract/train/train_quotes.h"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <vector>

#include "extract/blocks.h"
#include "extract/marked_quotes.h"
#include "extract/models.h"
#include "extract/quote_tags.h"
#include "extract/reported_speech.h"
#include "extract/train/chain.h"
#include "extract/train/corpus.h"
#include "extract/train/weights.h"

namespace assay::extract::train {

namespace {

using nlp::Range;
using nlp::Reading;

constexpr int kRounds = 6;
constexpr std::uint32_t kLeastSeen = 4;
constexpr double kRate = 0.08;
// The penalty on a weight over a whole round, however often its feature occurs.
constexpr float kPenalty = 0.4F;
constexpr float kLeastWeight = 0.02F;

// One article read as the program reads it.
struct Prepared {
  Reading reading;
  std::vector<Marked> marked;
  std::vector<extract::Attribution> byRules;
};

Prepared prepare(const Article& article) {
  Prepared p;
  const auto blocks = settleBlocks(article.text, {});
  p.reading = nlp::read(article.text, blocks);
  nlp::tagPartsOfSpeech(p.reading, builtInModels().pos);
  std::vector<base::Span> paragraphs;
  paragraphs.reserve(p.reading.paragraphs.size());
  for (const nlp::Paragraph& paragraph : p.reading.paragraphs) {
    paragraphs.push_back(paragraph.span);
  }
  p.marked = findMarked(article.text, paragraphs);
  p.byRules = findMarkedQuotes(p.reading, p.marked);
  for (const extract::Attribution& a : findReportedByRules(p.reading)) p.byRules.push_back(a);
  return p;
}

// Writes one role's tags over a stretch.
void put(const Reading& r, const std::vector<base::Span>& spans, QuoteTag begin, Range range,
         std::vector<QuoteTag>& tags) {
  for (const base::Span span : spans) {
    Range tokens = r.tokensIn(span);
    tokens.begin = std::max(tokens.begin, range.begin);
    tokens.end = std::min(tokens.end, range.end);
    for (std::size_t t = tokens.begin; t < tokens.end; ++t) {
      tags[t - range.begin] =
          t == tokens.begin ? begin : static_cast<QuoteTag>(static_cast<unsigned>(begin) + 1);
    }
  }
}

// Is every part of `inner` inside one content of `outer`?
bool inside(const train::Attribution& inner, const train::Attribution& outer) {
  if (&inner == &outer) return false;
  return std::all_of(inner.content.begin(), inner.content.end(), [&](base::Span a) {
    return std::any_of(outer.content.begin(), outer.content.end(),
                       [&](base::Span b) { return b.contains(a) && b != a; });
  });
}

// Tags of a stretch from the attributions that stand at its level.
std::vector<QuoteTag> goldTags(const Reading& r, Range range,
                               const std::vector<const train::Attribution*>& attributions) {
  std::vector<QuoteTag> tags(range.size(), QuoteTag::none);
  for (const auto* a : attributions) put(r, a->source, QuoteTag::beginSource, range, tags);
  for (const auto* a : attributions) put(r, a->content, QuoteTag::beginContent, range, tags);
  for (const auto* a : attributions) put(r, a->cue, QuoteTag::beginCue, range, tags);
  return tags;
}

struct Stretch {
  Range range;
  bool inner = false;
  std::vector<QuoteTag> tags;
};

std::vector<Stretch> stretchesOf(const Reading& r, const std::vector<train::Attribution>& gold) {
  std::vector<const train::Attribution*> outer;
  for (const auto& a : gold) {
    const bool nested =
        std::any_of(gold.begin(), gold.end(), [&](const auto& other) { return inside(a, other); });
    if (!nested) outer.push_back(&a);
  }
  std::vector<Stretch> out;
  out.reserve(r.paragraphs.size());
  for (const nlp::Paragraph& p : r.paragraphs) {
    out.push_back({p.tokens, false, goldTags(r, p.tokens, outer)});
  }
  for (const auto* o : outer) {
    std::vector<const train::Attribution*> inner;
    for (const auto& a : gold) {
      if (inside(a, *o)) inner.push_back(&a);
    }
    for (const base::Span content : o->content) {
      Range tokens = r.tokensIn(content);
      if (tokens.size() < 6) continue;
      // A content over several paragraphs is looked into one paragraph at a time.
      const std::size_t paragraph = r.sentenceAt(tokens.begin).paragraph;
      tokens.end = std::min(tokens.end, r.paragraphs[paragraph].tokens.end);
      out.push_back({tokens, true, goldTags(r, tokens, inner)});
    }
  }
  return out;
}

class Learner {
 public:
  void count(const Article& article) {
    const Prepared p = prepare(article);
    const QuoteContext context(p.reading, p.marked, p.byRules);
    each(context, article, [&](const ChainToken&, std::span<const std::uint64_t> features) {
      for (const std::uint64_t f : features) rows_.count(f);
    });
  }

  void close() {
    // Transitions are features like others; the rows of one class stand together.
    for (std::uint64_t kind = 0; kind < 16; ++kind) {
      for (std::size_t from = 0; from < kQuoteTags; ++from) {
        for (std::uint32_t i = 0; i < kLeastSeen; ++i) rows_.count(transitionFeature(kind, from));
      }
    }
    rows_.close(kLeastSeen);
  }

  void collect(const Article& article) {
    const Prepared p = prepare(article);
    const QuoteContext context(p.reading, p.marked, p.byRules);
    each(context, article, [&](ChainToken token, std::span<const std::uint64_t> features) {
      token.first = static_cast<std::uint32_t>(pool_.size());
      for (const std::uint64_t f : features) {
        const std::uint32_t row = rows_.row(f);
        if (row != FeatureRows::kNone) pool_.push_back(row);
      }
      token.count = static_cast<std::uint32_t>(pool_.size()) - token.first;
      token.transition = rows_.row(transitionFeature(token.transition, 0));
      tokens_.push_back(token);
    });
  }

  std::string learn() {
    std::vector<float> penalties;
    penalties.reserve(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      penalties.push_back(kPenalty / static_cast<float>(rows_.times(row)));
    }
    Chain chain(std::move(penalties), kQuoteTags, kRate, [](std::size_t a, std::size_t b) {
      return mayFollow(static_cast<QuoteTag>(a), static_cast<QuoteTag>(b));
    });
    std::printf("quotes: %zu features, %zu tokens, %zu stretches\n", rows_.size(), tokens_.size(),
                examples_.size());
    for (int round = 0; round < kRounds; ++round) {
      double loss = 0;
      // A stride without a factor in common with the count visits every example once, far from its
      // neighbours.
      std::size_t stride = 7919 + static_cast<std::size_t>(round) * 2;
      while (std::gcd(examples_.size(), stride) != 1) ++stride;
      std::size_t at = static_cast<std::size_t>(round);
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        at = (at + stride) % examples_.size();
        const ChainExample& e = examples_[at];
        loss += chain.learn(std::span(tokens_).subspan(e.begin, e.end - e.begin), pool_);
      }
      std::printf("quotes round %d: loss %.0f\n", round + 1, loss);
      std::fflush(stdout);
    }
    const std::vector<std::string> labels(kQuoteTagNames.begin(), kQuoteTagNames.end());
    return pack(rows_, chain.weights(), labels, kLeastWeight);
  }

 private:
  template <class Visit>
  void each(const QuoteContext& context, const Article& article, Visit visit) {
    if (article.gold.empty()) return;
    std::vector<std::uint64_t> features;
    for (const Stretch& s : stretchesOf(context.reading(), article.gold.front())) {
      const std::size_t begin = tokens_.size();
      for (std::size_t t = s.range.begin; t < s.range.end; ++t) {
        features.clear();
        context.features(t, s.range, s.inner, features);
        ChainToken token;
        token.gold = static_cast<std::uint8_t>(s.tags[t - s.range.begin]);
        token.transition = static_cast<std::uint32_t>(context.transitionClass(t, s.range, s.inner));
        visit(token, features);
      }
      if (tokens_.size() > begin) examples_.push_back({begin, tokens_.size()});
    }
  }

  FeatureRows rows_;
  std::vector<std::uint32_t> pool_;
  std::vector<ChainToken> tokens_;
  std::vector<ChainExample> examples_;
};

}  // namespace

base::Result<std::string> trainQuotes(const std::filesystem::path& data) {
  auto articles = readArticles(data / "quotes", "train", false);
  if (!articles) return base::passOn(articles);
  Learner learner;
  for (const Article& article : *articles) learner.count(article);
  learner.close();
  for (const Article& article : *articles) learner.collect(article);
  return learner.learn();
}

}  // namespace assay::extract::train
