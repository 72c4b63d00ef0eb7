#include "extract/clauses.h"

#include <algorithm>

#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract {

namespace {

using nlp::Pos;
using nlp::Range;
using nlp::Reading;
using nlp::Reporting;

// Behind a quotation the verb comes soon, or it is not the quotation's verb.
constexpr std::size_t kReachAfter = 40;
constexpr std::size_t kReachBefore = 80;

bool stops(const Reading& r, std::size_t t) {
  const std::string_view w = r.word(t);
  return w == ";" || w == "." || w == "?" || w == "!";
}

// A verb form that can attribute here; tags of a machine are believed only in part.
bool attributes(const Reading& r, std::size_t t) {
  const Reporting kind = nlp::reporting(r.lowerWord(t));
  if (kind == Reporting::none) return false;
  const Pos p = r.pos[t];
  if (p == Pos::none) return kind == Reporting::speech;
  if (p == Pos::vb || p == Pos::vbg || p == Pos::vbn) {
    // "declined to say", "he has said", "was quoted saying"
    return true;
  }
  // "a friend commented: “…”": whatever the tagger took it for, the sign behind it says what it is.
  const bool participle = r.lowerWord(t).ends_with("ing") && t > 0 && r.word(t - 1) == ",";
  if (kind == Reporting::speech && (r.lowerWord(t).ends_with("ed") || participle) &&
      t + 1 < r.tokens.size()) {
    if (r.word(t + 1) == ":" || r.tokens[t + 1].kind == nlp::TokenKind::mark) return true;
  }
  return nlp::isFinite(p);
}

bool accordingTo(const Reading& r, std::size_t t, std::size_t to) {
  return t + 1 < to && r.lowerWord(t) == "according" && r.lowerWord(t + 1) == "to";
}

// The verb with its particle: "said", "pointed out".
Range cueAround(const Reading& r, std::size_t verb) {
  const bool particle = verb + 1 < r.tokens.size() && r.pos[verb + 1] == Pos::rp;
  return {verb, verb + (particle ? 2U : 1U)};
}

// "told reporters", "told the meeting that": the listener stands between verb and content.
std::size_t behindListener(const Reading& r, std::size_t at, std::size_t to,
                           std::string_view lemma) {
  const bool listens = lemma == "tell" || lemma == "remind" || lemma == "assure" ||
                       lemma == "inform" || lemma == "warn" || lemma == "ask" ||
                       lemma == "advise" || lemma == "urge";
  if (!listens || at >= to) return at;
  const auto listener = nlp::phraseFrom(r, at, to);
  if (!listener) return at;
  const std::size_t end = nlp::coreOf(r, *listener).end;
  // "asked him to leave" keeps the person asked inside the content.
  if (end < to && r.lowerWord(end) == "to") return at;
  return lemma == "tell" || (end < to && r.lowerWord(end) == "that") ? end : at;
}

}  // namespace

std::optional<AttributingClause> clauseAfter(const Reading& r, std::size_t from, std::size_t to) {
  std::size_t begin = from;
  while (begin < to && (r.word(begin) == "," || r.word(begin) == "—" || r.word(begin) == "–" ||
                        r.word(begin) == "--" || r.word(begin) == "-")) {
    ++begin;
  }
  const std::size_t last = std::min(to, begin + kReachAfter);
  if (begin < last && accordingTo(r, begin, last)) {
    const auto source = nlp::phraseFrom(r, begin + 2, to);
    const std::size_t end = source ? source->end : begin + 2;
    return AttributingClause{{begin, begin + 2}, source, {begin, end}};
  }
  for (std::size_t v = begin; v < last && !stops(r, v); ++v) {
    if (!attributes(r, v)) continue;
    std::size_t lead = begin;
    while (lead < v && (nlp::isAdverb(r.pos[lead]) || r.lowerWord(lead) == "as")) ++lead;
    if (lead == v) {
      // "said Kelly"; "saying that …" behind a quotation belongs to what stands before it.
      if (r.pos[v] == Pos::vbg) return std::nullopt;
      // Only what is said turns round: "called the plan" has no speaker behind it.
      if (nlp::reporting(r.lowerWord(v)) != Reporting::speech) return std::nullopt;
      const auto source = nlp::phraseFrom(r, v + 1, to);
      if (!source) continue;
      return AttributingClause{cueAround(r, v), source, {begin, source->end}};
    }
    const auto source = nlp::subjectOf(r, begin, v);
    if (!source) continue;
    if (source->begin > lead + 1) return std::nullopt;  // another clause began before it
    const auto end = behindListener(r, v + 1, to, nlp::reportingLemma(r.lowerWord(v)));
    return AttributingClause{cueAround(r, v), source, {begin, end}};
  }
  return std::nullopt;
}

std::optional<AttributingClause> clauseBefore(const Reading& r, std::size_t from, std::size_t to) {
  const std::size_t first = to > from + kReachBefore ? to - kReachBefore : from;
  for (std::size_t t = to; t > first; --t) {
    const std::size_t v = t - 1;
    if (stops(r, v) && v + 1 < to) return std::nullopt;
    if (accordingTo(r, v, to)) {
      const auto source = nlp::phraseFrom(r, v + 2, to);
      if (!source) continue;
      std::size_t end = nlp::coreOf(r, *source).end;
      while (end < to && r.word(end) != ",") ++end;
      return AttributingClause{{v, v + 2}, Range{v + 2, end}, {v, std::min(to, end + 1)}};
    }
    if (!attributes(r, v)) continue;
    // A participle before a noun ("the proposed plan") reports nothing.
    if ((r.pos[v] == Pos::vbn || r.pos[v] == Pos::vbg) && v + 1 < to && v > from &&
        (r.pos[v - 1] == Pos::dt || nlp::isAdjective(r.pos[v - 1]) || r.pos[v - 1] == Pos::in)) {
      continue;
    }
    auto source = nlp::subjectOf(r, from, v);
    const auto subjectBefore = [&](bool ofSaying) -> std::optional<Range> {
      for (std::size_t u = v; u > first; --u) {
        const bool says = nlp::reporting(r.lowerWord(u - 1)) == Reporting::speech;
        if (!nlp::isFinite(r.pos[u - 1]) || (ofSaying && !says)) continue;
        if (const auto subject = nlp::subjectOf(r, from, u - 1)) return subject;
      }
      return std::nullopt;
    };
    // "Kelly said the fleet could sail, warning": it is Kelly who warns.
    if (!source && r.lowerWord(v).ends_with("ing")) source = subjectBefore(true);
    // "saying", "to say": the subject of the verb before it.
    if (!source) source = subjectBefore(false);
    AttributingClause clause{cueAround(r, v), source, {v, v + 1}};
    if (source) clause.whole.begin = std::min(source->begin, v);
    std::size_t end = behindListener(r, clause.cue.end, to, nlp::reportingLemma(r.lowerWord(v)));
    if (end < to && (r.lowerWord(end) == "that" || r.word(end) == "," || r.word(end) == ":")) ++end;
    clause.whole.end = end;
    return clause;
  }
  return std::nullopt;
}

}  // namespace assay::extract
