#include "extract/attribution.h"

#include <algorithm>
#include <utility>

#include "extract/marked_quotes.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"
#include "extract/quote_tags.h"
#include "extract/reported_speech.h"
#include "extract/signed_quotes.h"

namespace assay::extract {

namespace {

using base::Span;

// Spans in order, without those that another one holds.
// Sorted, apart from each other, and without the stop that leads up to what is said ("warned: …").
void tidy(std::string_view text, std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> kept;
  for (Span span : spans) {
    const std::size_t first = span.of(text).find_first_not_of(":;, ");
    if (first == std::string_view::npos) continue;
    span.begin += first;
    if (!kept.empty() && span.begin < kept.back().end) {
      kept.back().end = std::max(kept.back().end, span.end);
    } else {
      kept.push_back(span);
    }
  }
  spans = std::move(kept);
}

std::size_t shared(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::size_t bytes = 0;
  for (const Span x : a) {
    for (const Span y : b) {
      if (x.overlaps(y)) bytes += std::min(x.end, y.end) - std::max(x.begin, y.begin);
    }
  }
  return bytes;
}

std::size_t length(const std::vector<Span>& spans) {
  std::size_t bytes = 0;
  for (const Span span : spans) bytes += span.size();
  return bytes;
}

// Joins what the marks say with what the learned reader says.
class Joiner {
 public:
  Joiner(const nlp::Reading& reading, const std::vector<Marked>& marked,
         std::vector<Attribution> byMarks, const std::vector<Attribution>& reported)
      : r_(reading),
        marked_(marked),
        reported_(reported),
        all_(std::move(byMarks)),
        seen_(all_.size()) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (const Span span : all_[i].content) places_.push_back({span, i});
    }
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) { return a.span < b.span; });
  }

  void add(Attribution learned) {
    complete(learned);
    if (length(learned.content) < 4) return;
    if (!learned.source && !reports(learned.cue)) return;
    if (!learned.source && learned.cue) subjectAsSource(learned);
    if (const auto same = counterpart(learned)) {
      seen_[*same] = true;
      join(all_[*same], learned);
      if (!leaveOver(all_[*same], learned)) return;
    }
    // A content that ends inside a marked stretch takes in the whole of it.
    for (Span& span : learned.content) span = withoutLooseEnd(toMarks(span));
    learned.kind = kindOf(r_, marked_, learned.content);
    if (learned.kind == model::QuoteKind::indirect) keepParagraph(learned);
    if (learned.kind != model::QuoteKind::indirect && namesTitle(learned)) return;
    all_.push_back(std::move(learned));
  }

  // Contents that the reader did not find.
  std::vector<Span> unread() const {
    std::vector<Span> out;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (!seen_[i]) out.insert(out.end(), all_[i].content.begin(), all_[i].content.end());
    }
    return out;
  }

  // What only the marks found and nothing attributes is most often a title or irony.
  std::vector<Attribution> result(bool hadModel) {
    dropParts();
    dropRepeated();
    for (Attribution& a : all_) {
      if (namesTitle(a)) a.content.clear();
    }
    for (std::size_t i = 0; hadModel && i < seen_.size(); ++i) {
      Attribution& a = all_[i];
      if (seen_[i]) {
        a.confidence = std::min(0.99, a.confidence + 0.03);
      } else {
        a.confidence *= 0.8;
      }
    }
    return std::move(all_);
  }

 private:
  struct Place {
    Span span;
    std::size_t index = 0;
  };

  // Marked words without a source of their own that lie inside a content found since are part of
  // it.
  void dropParts() {
    std::vector<Place> whole;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (const Span span : all_[i].content) whole.push_back({span, i});
    }
    std::sort(whole.begin(), whole.end(), [](const Place& a, const Place& b) {
      return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
    });
    std::optional<Place> reaches;  // of the spans so far, the one that ends last
    for (const Place& place : whole) {
      Attribution& a = all_[place.index];
      const bool inside = reaches && reaches->index != place.index &&
                          reaches->span.contains(place.span) && reaches->span != place.span &&
                          a.content.size() == 1;
      // Marks in marks with a verb are a quote.
      const bool nobodys = !a.source && !a.sameSpeakerAs && (a.from != SourceFrom::none || !a.cue);
      if (inside && nobodys) {
        a.content.clear();
      } else if (!reaches || place.span.end > reaches->span.end) {
        reaches = place;
      }
    }
  }

  // One verb reports once: of two that share their cue and nearly all their words, the longer
  // stays.
  void dropRepeated() {
    std::vector<std::size_t> byCue;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].cue && !all_[i].content.empty()) byCue.push_back(i);
    }
    std::sort(byCue.begin(), byCue.end(), [this](std::size_t a, std::size_t b) {
      return std::pair(*all_[a].cue, a) < std::pair(*all_[b].cue, b);
    });
    for (std::size_t i = 1; i < byCue.size(); ++i) {
      Attribution* kept = &all_[byCue[i - 1]];
      Attribution* part = &all_[byCue[i]];
      if (!kept->cue->overlaps(*part->cue)) continue;
      if (length(kept->content) < length(part->content)) std::swap(kept, part);
      if (shared(kept->content, part->content) * 10 < length(part->content) * 8) continue;
      part->content.clear();
      if (part == &all_[byCue[i]]) byCue[i] = byCue[i - 1];
    }
  }

  // Reported words end with their paragraph: of a content that reaches into another, what stands in
  // the paragraph of its cue is kept.
  void keepParagraph(Attribution& learned) const {
    if (!learned.cue) return;
    const auto paragraphAt = [this](std::size_t byte) {
      return r_.paragraphs[r_.sentenceAt(r_.tokenFrom(byte)).paragraph].span;
    };
    const Span home = paragraphAt(learned.cue->begin);
    std::vector<Span> kept;
    for (const Span span : learned.content) {
      const Span part{std::max(span.begin, home.begin), std::min(span.end, home.end)};
      if (part.begin < part.end) kept.push_back(part);
    }
    if (!kept.empty()) learned.content = std::move(kept);
  }

  // Does a cue hold a word that is known to report? Without a source nothing else speaks for it.
  bool reports(const std::optional<Span>& cue) const {
    if (!cue) return false;
    const nlp::Range tokens = r_.tokensIn(*cue);
    for (std::size_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string_view word = r_.lowerWord(t);
      if (nlp::reporting(word) != nlp::Reporting::none || nlp::isReportingNoun(word) ||
          word == "according") {
        return true;
      }
    }
    return false;
  }

  // A source in another sentence than its cue is believed only when the cue's own has no subject.
  void sourceNearCue(Attribution& learned) const {
    const nlp::Range cue = r_.tokensIn(*learned.cue);
    if (cue.size() == 0 || !learned.source) return;
    const nlp::Range sentence = r_.sentenceAt(cue.begin).tokens;
    if (sentence.has(r_.tokenFrom(learned.source->begin))) return;
    for (std::size_t t = cue.begin; t < cue.end && t < sentence.end; ++t) {
      if (!nlp::isFinite(r_.pos[t])) continue;
      if (const auto subject = nlp::subjectOf(r_, sentence.begin, t)) {
        learned.source = r_.spanOf(*subject);
        learned.from = SourceFrom::clause;
      }
      return;
    }
  }

  // "She sang in “Harbour Lights”": marked words with capitals throughout are a work's title,
  // unless a verb of saying or judging stands before them.
  bool namesTitle(const Attribution& a) const {
    if (a.content.size() != 1 || !a.cue) return false;
    const nlp::Range cue = r_.tokensIn(*a.cue);
    // A headline has capitals throughout, and what a colon introduces is said.
    if (cue.size() == 0 || r_.word(cue.end - 1) == ":") return false;
    const std::size_t paragraph = r_.sentenceAt(cue.begin).paragraph;
    if (r_.paragraphs[paragraph].role == model::BlockRole::headline) return false;
    for (std::size_t t = cue.begin; t < cue.end; ++t) {
      const nlp::Reporting kind = nlp::reporting(r_.lowerWord(t));
      const bool says = kind == nlp::Reporting::speech || kind == nlp::Reporting::comment;
      if ((says && r_.lowerWord(t) != "read") || nlp::isReportingNoun(r_.lowerWord(t)))
        return false;
    }
    std::size_t titles = 0;
    auto m = std::partition_point(marked_.begin(), marked_.end(), [&](const Marked& x) {
      return x.inner.end <= a.content.front().begin;
    });
    for (; m != marked_.end() && m->outer.begin < a.content.front().end; ++m) {
      if (m->depth > 0) continue;
      if (!nlp::titleCased(r_, r_.tokensIn(m->inner))) return false;
      ++titles;
    }
    return titles > 0;
  }

  // A cue without a source gets the subject of its verb, or of the verb before it that shares its
  // subject ("Kelly spoke on Monday and said …").
  void subjectAsSource(Attribution& learned) const {
    const nlp::Range cue = r_.tokensIn(*learned.cue);
    if (cue.size() == 0) return;
    const std::size_t from = r_.sentenceAt(cue.begin).tokens.begin;
    std::size_t verb = cue.begin;
    while (verb < cue.end && !nlp::isVerb(r_.pos[verb])) ++verb;
    if (verb == cue.end) return;
    auto subject = nlp::subjectOf(r_, from, verb);
    constexpr std::size_t kReach = 30;
    for (std::size_t t = verb; !subject && t > from && verb - t < kReach; --t) {
      if (r_.tokens[t - 1].kind == nlp::TokenKind::mark) return;
      if (nlp::isFinite(r_.pos[t - 1])) subject = nlp::subjectOf(r_, from, t - 1);
    }
    if (!subject) return;
    const Span source = r_.spanOf(*subject);
    const bool said = std::any_of(learned.content.begin(), learned.content.end(),
                                  [&](Span content) { return content.overlaps(source); });
    if (said) return;
    learned.source = source;
    learned.from = SourceFrom::clause;
  }

  // Where a clause stands behind its content ("…, Kelly said.") the rules know the whole of it;
  // they also know the subject of a cue that the reader left without a source.
  void complete(Attribution& learned) const {
    if (!learned.cue) return;
    sourceNearCue(learned);
    const auto found = std::partition_point(
        reported_.begin(), reported_.end(),
        [&](const Attribution& a) { return a.cue->begin < learned.cue->begin; });
    if (found == reported_.end() || !found->cue->overlaps(*learned.cue)) return;
    const bool longer =
        learned.source && found->source && found->source->begin == learned.source->begin &&
        found->source->end > learned.source->end && found->source->end <= found->cue->begin;
    // The words of the cue's own sentence come before a source that stands in another one.
    const bool elsewhere =
        learned.source &&
        !r_.sentenceAt(r_.tokenFrom(learned.cue->begin)).span.contains(*learned.source);
    if (found->source && (!learned.source || longer || elsewhere)) {
      learned.source = found->source;
      learned.cue = found->cue;
      learned.from = SourceFrom::clause;
    }
    const bool behind = found->content.front().end <= found->cue->begin;
    if (behind && learned.content.size() == 1 &&
        found->content.front().contains(learned.content.front())) {
      learned.content = found->content;
    }
  }

  // The marked quote that speaks of the same words.
  std::optional<std::size_t> counterpart(const Attribution& learned) const {
    for (const Span span : learned.content) {
      auto place = std::partition_point(places_.begin(), places_.end(),
                                        [&](const Place& p) { return p.span.begin < span.end; });
      for (int back = 0; back < 4 && place != places_.begin(); ++back) {
        --place;
        if (!place->span.overlaps(span)) continue;
        const Attribution& known = all_[place->index];
        const std::size_t both = shared(known.content, learned.content);
        const std::size_t least = std::min(length(known.content), length(learned.content));
        const std::size_t most = std::max(length(known.content), length(learned.content));
        // One sentence of a long quote is no quote of its own unless it says so itself.
        const bool part = both * 10 >= least * 8 && !learned.source;
        if (both * 10 >= most * 4 || part) return place->index;
        const bool whole = std::any_of(known.content.begin(), known.content.end(), [&](Span s) {
          return s.overlaps(span) && both * 10 >= s.size() * 4;
        });
        if (whole) return place->index;
      }
    }
    return std::nullopt;
  }

  void join(Attribution& known, const Attribution& learned) const {
    if (known.kind != model::QuoteKind::direct && known.content.size() == 1) {
      // Between marks the marks decide, beyond them the reader; what the marks know to be the
      // source or its verb is no content.
      std::vector<Span> content;
      for (const Span piece : learned.content) {
        const Span span = withoutLooseEnd(toMarks(piece));
        const bool attributes = (known.cue && span.overlaps(*known.cue)) ||
                                (known.source && span.overlaps(*known.source));
        if (!attributes || (learned.cue && learned.source && learned.content.size() == 1)) {
          content.push_back(span);
        }
      }
      if (!content.empty()) known.content = std::move(content);
      known.kind = kindOf(r_, marked_, known.content);
      takeOuterClause(known, learned);
    }
    if (known.from != SourceFrom::clause && learned.source) {
      known.source = learned.source;
      known.cue = learned.cue ? learned.cue : known.cue;
      known.from = SourceFrom::clause;
      known.sameSpeakerAs.reset();
      known.confidence = std::max(known.confidence, 0.8);
    }
  }

  // "Kelly said that they could come, warning: “…”": what the reader put together with marked words
  // that have a cue of their own. False when nothing is left over.
  bool leaveOver(const Attribution& known, Attribution& learned) const {
    if (known.kind != model::QuoteKind::direct || !known.cue || !learned.cue ||
        known.cue->overlaps(*learned.cue)) {
      return false;
    }
    std::erase_if(learned.content, [&](Span piece) {
      return kindOf(r_, marked_, {piece}) != model::QuoteKind::indirect ||
             piece.overlaps(*known.cue);
    });
    return length(learned.content) >= 12;
  }

  // "Kelly says it shows that the plan is “a trap”": the marks saw the nearest clause, which is
  // part of what is said; whoever says all of it is the source.
  static void takeOuterClause(Attribution& known, const Attribution& learned) {
    if (!known.cue || !learned.cue || !learned.source) return;
    const bool said = std::any_of(known.content.begin(), known.content.end(),
                                  [&](Span span) { return span.contains(*known.cue); });
    if (!said) return;
    known.source = learned.source;
    known.cue = learned.cue;
    known.from = SourceFrom::clause;
    known.sameSpeakerAs.reset();
  }

  // The span, grown over every outermost marked stretch that it cuts in two; of one that it takes
  // in with its marks, what stands between them.
  Span toMarks(Span span) const {
    auto m = std::partition_point(marked_.begin(), marked_.end(),
                                  [&](const Marked& x) { return x.outer.begin < span.end; });
    for (int back = 0; back < 12 && m != marked_.begin(); ++back) {
      --m;
      if (m->outer == span) return m->inner;
      if (m->depth > 0 || !m->inner.overlaps(span) || m->inner.contains(span)) continue;
      span = {std::min(span.begin, m->inner.begin), std::max(span.end, m->inner.end)};
    }
    return span;
  }

  // "called it “a trap” and", "“a con” ―": what joins a content to the words behind it is not said.
  Span withoutLooseEnd(Span span) const {
    const nlp::Range tokens = r_.tokensIn(span);
    std::size_t end = tokens.end;
    while (end > tokens.begin + 1 &&
           (r_.pos[end - 1] == nlp::Pos::cc || r_.word(end - 1) == "," ||
            nlp::isDash(nlp::charAt(r_.text, r_.tokens[end - 1].span.begin)))) {
      --end;
    }
    if (end == tokens.end) return span;
    return {span.begin, r_.tokens[end - 1].span.end};
  }

  const nlp::Reading& r_;
  const std::vector<Marked>& marked_;
  const std::vector<Attribution>& reported_;  // by rules, ordered by their cues
  std::vector<Attribution> all_;
  std::vector<bool> seen_;  // one a marked quote: the reader found it too
  std::vector<Place> places_;
};

// In the order of the text, with references moved along.
std::vector<Attribution> inOrder(std::string_view text, std::vector<Attribution> all) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.size(); ++i) {
    tidy(text, all[i].content);
    if (!all[i].content.empty()) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(all[a].content.front(), a) < std::pair(all[b].content.front(), b);
  });
  std::vector<std::size_t> place(all.size(), all.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Attribution> out;
  for (const std::size_t i : order) {
    out.push_back(std::move(all[i]));
    if (auto& same = out.back().sameSpeakerAs) {
      same = place[*same] < order.size() ? std::optional(place[*same]) : std::nullopt;
    }
  }
  return out;
}

}  // namespace

model::QuoteKind kindOf(const nlp::Reading& reading, const std::vector<Marked>& marked,
                        const std::vector<Span>& content) {
  std::size_t inside = 0;
  std::size_t words = 0;
  for (const Span span : content) {
    const nlp::Range tokens = reading.tokensIn(span);
    auto m = std::partition_point(marked.begin(), marked.end(), [&](const Marked& candidate) {
      return candidate.outer.begin <= span.begin;
    });
    // The stretch that holds the span's beginning stands a few places before.
    for (int back = 0; back < 8 && m != marked.begin(); ++back) --m;
    for (std::size_t t = tokens.begin; t < tokens.end; ++t) {
      const nlp::TokenKind kind = reading.tokens[t].kind;
      if (kind == nlp::TokenKind::punctuation || kind == nlp::TokenKind::mark) continue;
      ++words;
      const std::size_t at = reading.tokens[t].span.begin;
      while (m != marked.end() && (m->outer.end <= at || m->depth > 0)) ++m;
      if (m != marked.end() && m->inner.contains(at)) ++inside;
    }
  }
  if (inside == 0) return model::QuoteKind::indirect;
  return inside == words ? model::QuoteKind::direct : model::QuoteKind::mixed;
}

std::vector<Attribution> findAttributions(const nlp::Reading& reading,
                                          const std::vector<Marked>& marked, const Models& models,
                                          const std::vector<Attribution>& byEncoder) {
  std::vector<Attribution> byMarks = findMarkedQuotes(reading, marked);
  for (Attribution& a : findSigned(reading)) byMarks.push_back(std::move(a));
  for (Attribution& a : findSetOff(reading)) byMarks.push_back(std::move(a));
  for (Attribution& a : findPosts(reading)) byMarks.push_back(std::move(a));
  const std::vector<Attribution> byTable = findReportedByRules(reading);
  if (!byEncoder.empty()) {
    Joiner joiner(reading, marked, std::move(byMarks), byTable);
    for (const Attribution& a : byEncoder) joiner.add(a);
    return inOrder(reading.text, joiner.result(true));
  }
  if (models.quotes.empty()) {
    Joiner joiner(reading, marked, std::move(byMarks), byTable);
    for (const Attribution& a : byTable) joiner.add(a);
    return inOrder(reading.text, joiner.result(false));
  }
  std::vector<Attribution> byRules = byMarks;
  byRules.insert(byRules.end(), byTable.begin(), byTable.end());
  const QuoteContext context(reading, marked, byRules);
  Joiner joiner(reading, marked, std::move(byMarks), byTable);
  for (Attribution& a : findLearned(context, models.quotes)) joiner.add(std::move(a));
  // The reader looked inside the contents that it found; now inside those that only the marks did.
  for (const Span content : joiner.unread()) {
    for (Attribution& a : findInside(context, content, models.quotes)) joiner.add(std::move(a));
  }
  return inOrder(reading.text, joiner.result(true));
}

}  // namespace assay::extract
