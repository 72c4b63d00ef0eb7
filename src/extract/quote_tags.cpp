#include "extract/quote_tags.h"

#include <algorithm>
#include <limits>

#include "extract/nlp/characters.h"
#include "extract/nlp/memory.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract {

namespace {

using nlp::mixed;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

// Distances in a few steps: near ones matter one by one, far ones hardly.
std::uint8_t step(std::size_t distance) {
  constexpr std::array<std::size_t, 9> kSteps = {0, 1, 2, 3, 4, 6, 10, 16, 30};
  std::uint8_t i = 0;
  while (i < kSteps.size() && distance > kSteps[i]) ++i;
  return i;
}

// The reader was taught to be right token by token, which makes it silent too often: this much less
// for saying nothing (chosen on dev; 0.3 finds more and invents more).
constexpr double kCaution = 0.15;

constexpr std::uint8_t kInside = 1;
constexpr std::uint8_t kOpens = 2;
constexpr std::uint8_t kCloses = 4;
constexpr std::uint8_t kNested = 8;

}  // namespace

QuoteContext::QuoteContext(const Reading& reading, const std::vector<Marked>& marked,
                           const std::vector<Attribution>& byRules)
    : r_(reading), facts_(reading.tokens.size()) {
  seeWords();
  seeMarks(marked);
  seeRules(byRules);
  seeSentences();
}

void QuoteContext::seeWords() {
  for (std::size_t t = 0; t < facts_.size(); ++t) {
    const std::string_view lower = r_.lowerWord(t);
    facts_[t].word = r_.tokens[t].kind == nlp::TokenKind::number ? 11 : nlp::hashOf(lower);
    const std::string_view lemma = nlp::reportingLemma(lower);
    if (lemma.empty()) {
      if (nlp::isReportingNoun(lower)) facts_[t].reporting = 4;
      continue;
    }
    const Pos p = r_.pos[t];
    facts_[t].reporting = static_cast<std::uint8_t>(nlp::reporting(lower));
    if (!nlp::isVerb(p)) facts_[t].reporting = 5;
    if (nlp::isVerb(p)) facts_[t].lemma = nlp::hashOf(lemma);
  }
}

void QuoteContext::seeMarks(const std::vector<Marked>& marked) {
  std::size_t done = 0;
  for (const Marked& m : marked) {
    const Range outer = r_.tokensIn(m.outer);
    const Range inner = r_.tokensIn(m.inner);
    if (outer.size() == 0) continue;
    for (std::size_t t = outer.begin; t < inner.begin; ++t) facts_[t].marks |= kOpens;
    for (std::size_t t = inner.end; t < outer.end; ++t) facts_[t].marks |= kCloses;
    if (m.depth == 0) {
      for (std::size_t t = std::max(done, inner.begin); t < inner.end; ++t) {
        facts_[t].marks |= kInside;
      }
      done = std::max(done, inner.end);
    } else if (m.depth == 1) {
      for (std::size_t t = inner.begin; t < inner.end; ++t) facts_[t].marks |= kNested;
    }
  }
}

void QuoteContext::seeRules(const std::vector<Attribution>& byRules) {
  const auto put = [&](base::Span span, QuoteTag tag) {
    const Range range = r_.tokensIn(span);
    for (std::size_t t = range.begin; t < range.end; ++t) {
      facts_[t].rule = static_cast<std::uint8_t>(tag);
    }
  };
  for (const Attribution& a : byRules) {
    for (const base::Span content : a.content) put(content, QuoteTag::inContent);
    if (a.source) put(*a.source, QuoteTag::inSource);
    if (a.cue) put(*a.cue, QuoteTag::inCue);
  }
}

void QuoteContext::seeSentences() {
  for (const nlp::Sentence& sentence : r_.sentences) {
    const Range tokens = sentence.tokens;
    std::uint8_t holds = 0;
    for (std::size_t t = tokens.begin; t < tokens.end; ++t) {
      if (facts_[t].lemma != 0 && facts_[t].reporting == 1) holds |= 1;
      if (facts_[t].lemma != 0 && facts_[t].reporting != 1) holds |= 2;
      if (facts_[t].marks != 0) holds |= 4;
      if (r_.lowerWord(t) == "that") holds |= 8;
    }
    std::uint64_t verb = 0;
    std::size_t at = 0;
    std::uint8_t commas = 0;
    std::uint8_t finite = 0;
    for (std::size_t t = tokens.begin; t < tokens.end; ++t) {
      Facts& f = facts_[t];
      f.sentence = holds;
      f.depth = step(t - tokens.begin);
      f.leftVerb = verb;
      f.leftGap = verb == 0 ? 15 : step(t - at);
      f.clause = static_cast<std::uint8_t>(std::min<unsigned>(commas, 3U) * 4U +
                                           std::min<unsigned>(finite, 3U));
      if (f.lemma != 0 && (f.reporting == 1 || f.reporting == 2)) {
        verb = f.lemma;
        at = t;
        commas = finite = 0;
      } else {
        if (r_.word(t) == "," && commas < 3) ++commas;
        if (nlp::isFinite(r_.pos[t]) && finite < 3) ++finite;
      }
    }
    verb = 0;
    for (std::size_t t = tokens.end; t > tokens.begin; --t) {
      Facts& f = facts_[t - 1];
      f.rightVerb = verb;
      f.rightGap = verb == 0 ? 15 : step(at - (t - 1));
      if (f.lemma != 0 && (f.reporting == 1 || f.reporting == 2)) {
        verb = f.lemma;
        at = t - 1;
      }
    }
  }
}

// A token and its neighbours inside the stretch; what lies outside has values of its own.
struct QuoteContext::Window {
  std::array<std::uint64_t, 5> words{};  // from two before to two behind
  std::array<std::uint64_t, 7> tags{};   // three to both sides
  std::array<std::uint64_t, 3> verbs{};
  std::array<std::uint64_t, 3> rules{};
  std::array<std::uint64_t, 4> signs{};  // from two before to one behind
  std::uint64_t level = 0;               // 1 inside a content
  std::vector<std::uint64_t>& out;

  [[nodiscard]] std::uint64_t word(int d) const { return words[static_cast<std::size_t>(d + 2)]; }
  [[nodiscard]] std::uint64_t pos(int d) const { return tags[static_cast<std::size_t>(d + 3)]; }
  [[nodiscard]] std::uint64_t verb(int d) const { return verbs[static_cast<std::size_t>(d + 1)]; }
  [[nodiscard]] std::uint64_t rule(int d) const { return rules[static_cast<std::size_t>(d + 1)]; }
  [[nodiscard]] std::uint64_t marks(int d) const { return signs[static_cast<std::size_t>(d + 2)]; }

  void push(std::uint64_t kind, std::uint64_t value) const {
    out.push_back(mixed(kind * 2 + level, value));
  }
  // Shared by both levels.
  void both(std::uint64_t kind, std::uint64_t value) const {
    out.push_back(mixed(kind + 1000, value));
  }
};

QuoteContext::Window QuoteContext::windowAt(std::size_t t, Range range, bool inside,
                                            std::vector<std::uint64_t>& out) const {
  Window w{{}, {}, {}, {}, {}, inside ? 1U : 0U, out};
  for (int d = -3; d <= 3; ++d) {
    const auto at = static_cast<std::ptrdiff_t>(t) + d;
    const bool has = at >= static_cast<std::ptrdiff_t>(range.begin) &&
                     at < static_cast<std::ptrdiff_t>(range.end);
    const Facts* f = has ? &facts_[static_cast<std::size_t>(at)] : nullptr;
    w.tags[static_cast<std::size_t>(d + 3)] =
        has ? static_cast<std::uint64_t>(r_.pos[static_cast<std::size_t>(at)]) : 60;
    if (d >= -2 && d <= 2) w.words[static_cast<std::size_t>(d + 2)] = has ? f->word : 2;
    if (d >= -2 && d <= 1) w.signs[static_cast<std::size_t>(d + 2)] = has ? f->marks : 16;
    if (d >= -1 && d <= 1) {
      w.verbs[static_cast<std::size_t>(d + 1)] = has ? f->reporting : 9;
      w.rules[static_cast<std::size_t>(d + 1)] = has ? f->rule : 9;
    }
  }
  return w;
}

void QuoteContext::features(std::size_t t, Range range, bool inside,
                            std::vector<std::uint64_t>& out) const {
  const Window w = windowAt(t, range, inside, out);
  w.push(1, 0);
  wordFeatures(w);
  verbFeatures(w, facts_[t]);
  markFeatures(w, facts_[t]);
  const std::uint64_t capital = nlp::isUpper(nlp::charAt(r_.text, r_.tokens[t].span.begin)) ? 1 : 0;
  w.push(85, step(t - range.begin) * 2U + capital);
  w.push(86, mixed(capital, w.pos(0)));
  const std::string_view lower = r_.lowerWord(t);
  w.both(97, nlp::hashOf(lower.size() > 3 ? lower.substr(lower.size() - 3) : lower));
}

// Words and parts of speech around.
void QuoteContext::wordFeatures(const Window& w) {
  for (int d = -2; d <= 2; ++d) w.both(static_cast<std::uint64_t>(10 + d), w.word(d));
  for (int d = -3; d <= 3; ++d) w.push(static_cast<std::uint64_t>(20 + d), w.pos(d));
  w.both(30, mixed(w.word(-1), w.word(0)));
  w.both(31, mixed(w.word(0), w.word(1)));
  w.both(32, mixed(w.word(0), w.pos(0)));
  w.both(33, mixed(w.word(-1), w.pos(0)));
  w.both(34, mixed(w.pos(0), w.word(1)));
  w.both(35, mixed(w.word(-2), w.word(-1)));
  w.both(36, mixed(w.word(1), w.word(2)));
  w.push(40, w.pos(-1) * 64 + w.pos(0));
  w.push(41, w.pos(0) * 64 + w.pos(1));
  w.push(42, (w.pos(-1) * 64 + w.pos(0)) * 64 + w.pos(1));
  w.push(43, (w.pos(-2) * 64 + w.pos(-1)) * 64 + w.pos(0));
  w.push(44, (w.pos(0) * 64 + w.pos(1)) * 64 + w.pos(2));
  w.push(45, mixed(w.pos(-1) * 64 + w.pos(1), w.verb(0)));
}

// Reporting verbs here and around; the sentence and the place in it.
void QuoteContext::verbFeatures(const Window& w, const Facts& f) {
  w.push(50, w.verb(0) * 16 + w.verb(-1));
  w.push(51, w.verb(0) * 16 + w.verb(1));
  w.push(52, mixed(f.lemma, w.pos(0)));
  w.push(53, mixed(f.leftVerb, f.leftGap));
  w.push(54, mixed(f.rightVerb, f.rightGap));
  w.push(55, f.leftGap * 64U + f.clause);
  w.push(56, mixed(f.leftVerb, w.pos(0)));
  w.push(57, mixed(f.rightVerb, w.pos(0)));
  w.push(58, mixed(f.leftGap * 256U + f.clause, w.word(0)));
  w.push(59, mixed(f.leftVerb, mixed(f.clause, f.leftGap)));
  w.push(60, mixed(w.word(0), f.rightGap));
  w.push(61, mixed(w.pos(0) * 64 + w.pos(-1), f.leftGap * 16U + f.rightGap));
  w.push(62, f.rightGap * 16U + f.leftGap);
  w.push(80, f.sentence);
  w.push(81, f.sentence * 16U + f.depth);
  w.push(82, mixed(f.depth, w.pos(0)));
  w.push(83, mixed(f.depth, w.word(0)));
  w.push(84, mixed(f.sentence, w.pos(0)));
}

// Quotation marks, and what the rules found.
void QuoteContext::markFeatures(const Window& w, const Facts& f) {
  w.push(70, w.marks(0));
  w.push(71, w.marks(-1) * 32 + w.marks(0));
  w.push(72, w.marks(0) * 32 + w.marks(1));
  w.push(73, mixed(w.marks(0), w.pos(0)));
  w.push(74, mixed(w.marks(-1) * 32 + w.marks(0), w.pos(0)));
  w.push(75, mixed(w.marks(-2) * 32 + w.marks(-1), mixed(w.word(0), 5)));
  w.push(76, mixed(w.marks(0), f.leftVerb));
  w.push(77, mixed(w.marks(0) * 32 + w.marks(1), f.sentence));
  w.push(90, (w.rule(-1) * 16 + w.rule(0)) * 16 + w.rule(1));
  w.push(91, w.rule(0));
  w.push(92, mixed(w.rule(0) * 16 + w.rule(-1), w.pos(0)));
  w.push(93, mixed(w.rule(0) * 16 + w.rule(1), w.pos(0)));
  w.push(94, mixed(w.rule(0), w.word(0)));
  w.push(95, mixed(w.rule(-1) * 16 + w.rule(0), f.leftVerb));
  w.push(96, mixed(w.rule(0), w.marks(0) * 32 + w.marks(-1)));
}

std::uint64_t QuoteContext::transitionClass(std::size_t t, Range range, bool inside) const {
  std::uint64_t kind = 0;
  if (t == range.begin) {
    kind = 1;
  } else if (r_.sentenceOf[t] != r_.sentenceOf[t - 1]) {
    kind = (facts_[t].marks & (kInside | kOpens)) != 0 ? 2 : 3;
  } else if ((facts_[t].marks & kOpens) != 0) {
    kind = 4;
  } else if ((facts_[t - 1].marks & kCloses) != 0) {
    kind = 5;
  } else if (r_.tokens[t].kind == nlp::TokenKind::punctuation) {
    kind = 6;
  } else if ((facts_[t].marks & kInside) != 0) {
    kind = 7;
  }
  return kind * 2 + (inside ? 1 : 0);
}

std::string QuoteContext::keyOf(Range range, bool inside) const {
  std::string key(inside ? "i" : "o");
  const auto append = [&key](std::uint64_t value) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      key.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
  };
  for (std::size_t t = range.begin; t < range.end; ++t) {
    const Facts& f = facts_[t];
    const bool starts = t == range.begin || r_.sentenceOf[t] != r_.sentenceOf[t - 1];
    key.append(r_.word(t)).push_back('\0');
    append(f.leftVerb);
    append(f.rightVerb);
    for (const unsigned fact :
         {unsigned{f.reporting}, unsigned{f.marks}, unsigned{f.rule}, unsigned{f.leftGap},
          unsigned{f.rightGap}, unsigned{f.clause}, unsigned{f.sentence}, unsigned{f.depth},
          static_cast<unsigned>(r_.pos[t]), static_cast<unsigned>(r_.tokens[t].kind),
          starts ? 1U : 0U}) {
      key.push_back(static_cast<char>(fact));
    }
  }
  return key;
}

namespace {

std::vector<QuoteTag> bestTags(const QuoteContext& context, Range range, bool inside,
                               const nlp::LinearModel& model) {
  using Scores = std::array<std::int32_t, kQuoteTags>;
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 4;
  const std::size_t count = range.size();
  std::vector<std::array<std::uint8_t, kQuoteTags>> from(count);
  std::vector<std::uint64_t> features;
  const auto caution = static_cast<std::int32_t>(kCaution / model.scale());
  Scores best{};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t token = range.begin + i;
    Scores here{};
    features.clear();
    context.features(token, range, inside, features);
    model.addAll(features, here);
    here[0] -= caution;
    const std::uint64_t kind = context.transitionClass(token, range, inside);
    Scores next;
    next.fill(kNever);
    const std::size_t sources = i == 0 ? 1 : kQuoteTags;
    for (std::size_t b = 0; b < sources; ++b) {
      Scores step{};
      model.add(transitionFeature(kind, b), step);
      for (std::size_t n = 0; n < kQuoteTags; ++n) {
        if (!mayFollow(static_cast<QuoteTag>(b), static_cast<QuoteTag>(n))) continue;
        const std::int32_t score = (i == 0 ? 0 : best[b]) + step[n];
        if (score > next[n]) {
          next[n] = score;
          from[i][n] = static_cast<std::uint8_t>(b);
        }
      }
    }
    // Scores grow with the length of the stretch; only their differences matter.
    const std::int32_t top = *std::max_element(next.begin(), next.end());
    for (std::size_t n = 0; n < kQuoteTags; ++n) {
      best[n] = next[n] <= kNever / 2 ? kNever : next[n] - top + here[n];
    }
  }
  std::vector<QuoteTag> tags(count, QuoteTag::none);
  if (count == 0) return tags;
  auto last = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = count; i > 0; --i) {
    tags[i - 1] = static_cast<QuoteTag>(last);
    last = from[i - 1][last];
  }
  return tags;
}

}  // namespace

std::vector<QuoteTag> tagQuotes(const QuoteContext& context, Range range, bool inside,
                                const nlp::LinearModel& model) {
  nlp::Memory* memory = context.reading().memory;
  if (memory == nullptr) return bestTags(context, range, inside, model);
  std::string key = context.keyOf(range, inside);
  std::vector<QuoteTag> tags;
  if (const std::string* known = memory->recall(key)) {
    for (const char tag : *known) tags.push_back(static_cast<QuoteTag>(tag));
    return tags;
  }
  tags = bestTags(context, range, inside, model);
  std::string bytes;
  for (const QuoteTag tag : tags) bytes.push_back(static_cast<char>(tag));
  memory->keep(std::move(key), std::move(bytes));
  return tags;
}

namespace {

// A run of tokens with one role.
struct Run {
  Range tokens;
  std::size_t sentence = 0;
};

struct Runs {
  std::vector<Run> sources;
  std::vector<Run> cues;
  std::vector<Run> contents;
};

Runs runsOf(const Reading& r, Range range, std::span<const QuoteTag> tags) {
  Runs runs;
  for (std::size_t i = 0; i < tags.size();) {
    const auto tag = static_cast<unsigned>(tags[i]);
    std::size_t end = i + 1;
    if (tag % 2 == 1) {
      while (end < tags.size() && static_cast<unsigned>(tags[end]) == tag + 1) ++end;
      const Run run{{range.begin + i, range.begin + end}, r.sentenceOf[range.begin + i]};
      if (tag == 1) runs.sources.push_back(run);
      if (tag == 3) runs.cues.push_back(run);
      if (tag == 5) runs.contents.push_back(run);
    }
    i = end;
  }
  return runs;
}

std::size_t gap(Range a, Range b) {
  return a.end <= b.begin ? b.begin - a.end : (b.end <= a.begin ? a.begin - b.end : 0);
}

// The run nearest to `to`; another sentence counts as far.
const Run* nearest(const Reading& r, const std::vector<Run>& runs, Range to, std::size_t reach) {
  const Run* best = nullptr;
  std::size_t least = reach;
  const std::size_t first = r.sentenceOf[to.begin];
  const std::size_t last = r.sentenceOf[to.end - 1];
  auto run = std::partition_point(runs.begin(), runs.end(),
                                  [&](const Run& x) { return x.tokens.end + reach < to.begin; });
  for (; run != runs.end() && run->tokens.begin < to.end + reach; ++run) {
    std::size_t distance = gap(run->tokens, to);
    if (run->sentence < first || run->sentence > last) distance += 25;
    if (distance < least) {
      least = distance;
      best = &*run;
    }
  }
  return best;
}

}  // namespace

std::vector<Attribution> linked(const Reading& r, Range range, std::span<const QuoteTag> tags) {
  const Runs runs = runsOf(r, range, tags);
  std::vector<Attribution> out;
  std::vector<const Run*> cueOf;
  constexpr std::size_t kReach = 80;
  for (const Run& content : runs.contents) {
    const Run* cue = nearest(r, runs.cues, content.tokens, kReach);
    // Two contents of one cue are one quote when the cue stands between them.
    if (cue != nullptr && !out.empty() && cueOf.back() == cue &&
        cue->tokens.begin >= r.tokensIn(out.back().content.back()).end &&
        cue->tokens.end <= content.tokens.begin) {
      out.back().content.push_back(r.spanOf(content.tokens));
      continue;
    }
    Attribution a;
    a.content = {r.spanOf(content.tokens)};
    a.kind = model::QuoteKind::indirect;
    a.confidence = 0.8;
    if (cue != nullptr) a.cue = r.spanOf(cue->tokens);
    const Range anchor = cue != nullptr ? cue->tokens : content.tokens;
    if (const Run* source = nearest(r, runs.sources, anchor, kReach)) {
      a.source = r.spanOf(source->tokens);
      a.from = SourceFrom::clause;
    }
    cueOf.push_back(cue);
    out.push_back(std::move(a));
  }
  return out;
}

std::vector<Attribution> findInside(const QuoteContext& context, base::Span content,
                                    const nlp::LinearModel& model) {
  const Range inner = context.reading().tokensIn(content);
  if (inner.size() < 6) return {};
  return linked(context.reading(), inner, tagQuotes(context, inner, true, model));
}

std::vector<Attribution> findLearned(const QuoteContext& context, const nlp::LinearModel& model) {
  std::vector<Attribution> out;
  if (model.empty()) return out;
  const Reading& r = context.reading();
  for (const nlp::Paragraph& paragraph : r.paragraphs) {
    const auto tags = tagQuotes(context, paragraph.tokens, false, model);
    std::vector<Attribution> found = linked(r, paragraph.tokens, tags);
    const std::size_t outer = found.size();
    for (std::size_t i = 0; i < outer; ++i) {
      for (const base::Span content : std::vector<base::Span>(found[i].content)) {
        for (Attribution& a : findInside(context, content, model)) found.push_back(std::move(a));
      }
    }
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace assay::extract
