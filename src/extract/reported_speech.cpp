#include "extract/reported_speech.h"

#include <algorithm>

#include "extract/clauses.h"
#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract {

namespace {

using nlp::Pos;
using nlp::Range;
using nlp::Reading;

class Finder {
 public:
  explicit Finder(const Reading& reading) : r_(reading) {}

  std::vector<Attribution> run() {
    for (const nlp::Sentence& sentence : r_.sentences) read(sentence.tokens);
    return std::move(out_);
  }

 private:
  // The first attributing clause of a sentence that has a content.
  void read(Range sentence) {
    for (std::size_t t = sentence.begin; t < sentence.end; ++t) {
      if (r_.lowerWord(t) == "according" && t + 1 < sentence.end && r_.lowerWord(t + 1) == "to") {
        return according(sentence, t);
      }
      if (nlp::reporting(r_.lowerWord(t)) != nlp::Reporting::speech) continue;
      if (!nlp::isFinite(r_.pos[t]) && r_.pos[t] != Pos::vbn) continue;
      if (introduces(sentence, t) || closes(sentence, t)) return;
    }
  }

  void add(Range content, Range cue, std::optional<Range> source, double confidence) {
    content.end = withoutStops(content);
    if (content.end <= content.begin + 1) return;
    Attribution a;
    a.kind = model::QuoteKind::indirect;
    a.content = {r_.spanOf(content)};
    a.cue = r_.spanOf(cue);
    if (source) a.source = r_.spanOf(*source);
    a.from = source ? SourceFrom::clause : SourceFrom::none;
    a.confidence = confidence;
    out_.push_back(std::move(a));
  }

  std::size_t withoutStops(Range range) const {
    while (range.end > range.begin &&
           r_.tokens[range.end - 1].kind == nlp::TokenKind::punctuation) {
      --range.end;
    }
    return range.end;
  }

  // "According to the report, …" and "…, according to the report."
  void according(Range sentence, std::size_t at) {
    const auto clause = clauseAfter(r_, at, sentence.end);
    if (!clause || !clause->source) return;
    if (at > sentence.begin + 2) {
      add({sentence.begin, at}, clause->cue, clause->source, 0.85);
      return;
    }
    std::size_t end = nlp::coreOf(r_, *clause->source).end;
    while (end < sentence.end && r_.word(end) != ",") ++end;
    add({std::min(end + 1, sentence.end), sentence.end}, clause->cue,
        Range{clause->source->begin, std::min(end, clause->source->end)}, 0.85);
  }

  // "Kelly said (that) the vote was lost", "demanded to be heard"
  bool introduces(Range sentence, std::size_t verb) {
    const auto source = nlp::subjectOf(r_, sentence.begin, verb);
    if (!source) return false;
    const auto clause = clauseBefore(r_, sentence.begin, std::min(verb + 12, sentence.end));
    std::size_t begin = verb + 1;
    if (clause && clause->cue.begin == verb) begin = std::max(begin, clause->whole.end);
    const bool that = begin > 0 && r_.lowerWord(begin - 1) == "that";
    if (begin >= sentence.end) return false;
    // Behind the verb there must be a statement: a phrase and a verb of its own.
    bool statement = that;
    for (std::size_t t = begin; t < sentence.end && !statement; ++t) {
      if (r_.word(t) == "," && t < begin + 2) return false;
      statement = nlp::isFinite(r_.pos[t]) && t > begin;
    }
    if (!statement) return false;
    add({begin, sentence.end}, {verb, verb + 1}, source, that ? 0.85 : 0.75);
    return true;
  }

  // "The vote was lost, Kelly said." and "…, said Kelly."
  bool closes(Range sentence, std::size_t verb) {
    for (std::size_t t = verb; t > sentence.begin; --t) {
      if (r_.word(t - 1) != ",") continue;
      const auto clause = clauseAfter(r_, t, sentence.end);
      if (!clause || !clause->source || clause->cue.begin != verb) continue;
      if (t < sentence.begin + 4) return false;
      add({sentence.begin, t - 1}, clause->cue, clause->source, 0.85);
      return true;
    }
    return false;
  }

  const Reading& r_;
  std::vector<Attribution> out_;
};

// "What Kelly said", "which, they say,": the words that were said stand elsewhere.
bool onlyPoints(const Reading& r, const model::Quote& quote) {
  return std::all_of(quote.content.begin(), quote.content.end(), [&](base::Span span) {
    const Range content = r.tokensIn(span);
    for (std::size_t t = content.begin; t < content.end; ++t) {
      const Pos pos = r.pos[t];
      if (nlp::isNoun(pos) || nlp::isVerb(pos) || nlp::isAdjective(pos) || nlp::isAdverb(pos) ||
          pos == Pos::cd || pos == Pos::none) {
        return false;
      }
    }
    return true;
  });
}

}  // namespace

std::vector<Attribution> findReportedByRules(const Reading& reading) {
  return Finder(reading).run();
}

bool isAttitude(const Reading& r, const model::Quote& quote) {
  if (quote.kind != model::QuoteKind::indirect || !quote.cue) return false;
  if (onlyPoints(r, quote)) return true;
  const Range cue = r.tokensIn(*quote.cue);
  bool judges = false;  // "accused", "praised"; not "declined"
  for (std::size_t t = cue.begin; t < cue.end; ++t) {
    const std::string_view lemma = nlp::reportingLemma(r.lowerWord(t));
    const nlp::Reporting kind = nlp::reporting(r.lowerWord(t));
    if (kind == nlp::Reporting::speech || r.lowerWord(t) == "according") return false;
    judges = judges || (kind == nlp::Reporting::comment && lemma != "decline" && lemma != "refuse");
  }
  const std::size_t first = r.tokenFrom(quote.content.front().begin);
  if (first == r.tokens.size() || r.lowerWord(first) == "that") return false;
  if (r.pos[first] == Pos::to) return true;  // "voted to shut it"
  const nlp::Paragraph& paragraph = r.paragraphs[r.sentenceAt(first).paragraph];
  if (paragraph.role == model::BlockRole::headline && nlp::titleCased(r, paragraph.tokens)) {
    return false;
  }
  return std::none_of(quote.content.begin(), quote.content.end(), [&](base::Span span) {
    const Range content = r.tokensIn(span);
    for (std::size_t t = content.begin; t < content.end; ++t) {
      // "believes it is shut", "accused them of hiding it"
      if (nlp::isFinite(r.pos[t]) || (judges && (r.pos[t] == Pos::vb || r.pos[t] == Pos::vbg))) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace assay::extract
