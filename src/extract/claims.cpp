#include "extract/claims.h"

#include <algorithm>

#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"
#include "extract/worth_reasons.h"

namespace assay::extract {

namespace {

using base::Span;
using model::BlockRole;
using model::Claim;
using Form = Clause::Form;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

// From which chance of being checkable a clause is put before a checker. What is missed is never
// looked at, what is too much costs one key: hence a little below even. Asides tell facts nearly
// always.
double leastOf(Clause::Form form) {
  switch (form) {
    case Clause::Form::main: return 0.47;
    case Clause::Form::aside: return 0.3;
    case Clause::Form::complement: return 0.47;
    case Clause::Form::verbless: return 0.65;
  }
  return 1.0;
}

bool asksOrOrders(const std::vector<model::ClaimReason>& reasons) {
  return std::any_of(reasons.begin(), reasons.end(), [](model::ClaimReason reason) {
    return reason == model::ClaimReason::question || reason == model::ClaimReason::instruction;
  });
}

// A content of a quote, with the quote's place in the list.
struct Said {
  Span span;
  std::size_t quote = 0;
};

bool makesClaims(BlockRole role) {
  return role == BlockRole::body || role == BlockRole::deck || role == BlockRole::caption ||
         role == BlockRole::pullQuote;
}

class Finder {
 public:
  Finder(const Reading& reading, const std::vector<model::Quote>& quotes,
         const neural::Findings& findings, const Models& models)
      : r_(reading), findings_(findings), models_(models) {
    for (std::size_t q = 0; q < quotes.size(); ++q) {
      kinds_.push_back(quotes[q].kind);
      if (!setsApart(quotes[q])) continue;
      for (const Span span : quotes[q].content) said_.push_back({span, q});
      if (quotes[q].cue) cues_.push_back(*quotes[q].cue);
      if (quotes[q].source) cues_.push_back(*quotes[q].source);
    }
    std::sort(said_.begin(), said_.end(),
              [](const Said& a, const Said& b) { return a.span < b.span; });
    std::sort(cues_.begin(), cues_.end());
  }

  std::vector<Clause> run() {
    for (const nlp::Sentence& sentence : r_.sentences) {
      if (makesClaims(r_.paragraphs[sentence.paragraph].role)) read(sentence);
    }
    std::sort(clauses_.begin(), clauses_.end(),
              [](const Clause& a, const Clause& b) { return a.span < b.span; });
    return std::move(clauses_);
  }

 private:
  // Is what is said to be checked apart from its saying? "Kelly wants the bridge closed" is one
  // statement about Kelly; "Kelly said the bridge was closed" is one about the bridge.
  bool setsApart(const model::Quote& quote) const {
    if (quote.kind == model::QuoteKind::direct) return true;
    if (quote.kind == model::QuoteKind::mixed) return saysSomething(quote);
    if (!quote.cue) return false;
    const Range cue = r_.tokensIn(*quote.cue);
    for (std::size_t t = cue.begin; t < cue.end; ++t) {
      if (r_.lowerWord(t) == "according") return true;
      if (nlp::isVerb(r_.pos[t]) && nlp::reporting(r_.lowerWord(t)) == nlp::Reporting::speech) {
        return !describesNoun(t) && stands(quote, cue.begin);
      }
    }
    return false;
  }

  // "the third time the union said it had met": a clause without "that" about the noun before it.
  bool describesNoun(std::size_t verb) const {
    if (findings_.empty()) return false;
    const std::size_t noun = findings_.heads[verb];
    if (!findings_.relations[verb].starts_with("acl") || noun >= verb) return false;
    return nlp::isNoun(r_.pos[noun]);
  }

  // "rated a third of the claims as 'false'": words in marks that make no statement without the
  // sentence around them.
  bool saysSomething(const model::Quote& quote) const {
    return std::any_of(quote.content.begin(), quote.content.end(),
                       [this](Span span) { return hasVerb(r_.tokensIn(span)); });
  }

  // Reported words that make a statement of their own: before their verb ("The bridge is shut,
  // Kelly said"), or a whole clause behind it ("said the bridge is shut", not "vowed to shut it").
  bool stands(const model::Quote& quote, std::size_t cue) const {
    const Span content = quote.content.front();
    if (content.size() < 25) return false;
    Range range = r_.tokensIn(content);
    if (r_.lowerWord(range.begin) == "that") ++range.begin;
    return range.begin < cue || startsClause(range) ||
           (range.begin > 0 && r_.lowerWord(range.begin - 1) == "that" && hasVerb(range));
  }

  void read(const nlp::Sentence& sentence) {
    // Contents that reach into this sentence, outermost first, without what lies inside them.
    while (first_ < said_.size() && said_[first_].span.end <= sentence.span.begin) ++first_;
    std::size_t at = sentence.tokens.begin;
    for (std::size_t s = first_; s < said_.size() && said_[s].span.begin < sentence.span.end; ++s) {
      Range inside = r_.tokensIn(said_[s].span);
      inside.begin = std::max(inside.begin, at);
      inside.end = std::min(inside.end, sentence.tokens.end);
      if (inside.size() == 0 || inside.begin >= inside.end) continue;
      // "The bridge, Kelly said, was shut": neither part says anything without the other.
      while (s + 1 < said_.size() && said_[s + 1].quote == said_[s].quote &&
             said_[s + 1].span.begin < sentence.span.end && !hasVerb(inside)) {
        inside.end = std::min(r_.tokensIn(said_[++s].span).end, sentence.tokens.end);
      }
      own({at, inside.begin});
      clauses(inside, said_[s].quote);
      at = inside.end;
    }
    own({at, sentence.tokens.end});
  }

  // The writer's own words between contents, without what only attributes.
  void own(Range range) {
    if (range.begin >= range.end) return;
    const Span span = r_.spanOf(range);
    auto cue = std::lower_bound(cues_.begin(), cues_.end(), Span{span.begin, span.begin});
    std::size_t begin = range.begin;
    std::size_t attributing = 0;
    std::size_t rest = 0;
    Range longest{begin, begin};
    const auto part = [&](Range words) {
      if (words.begin >= words.end) return;
      rest += words.size();
      if (words.size() > longest.size()) longest = words;
    };
    for (; cue != cues_.end() && cue->begin < span.end; ++cue) {
      const Range tokens = r_.tokensIn(*cue);
      attributing += tokens.size();
      part({begin, std::max(begin, tokens.begin)});
      begin = std::max(begin, std::min(tokens.end, range.end));
    }
    part({begin, range.end});
    if (attributing == 0) return clauses(range, std::nullopt);
    if (rest < 10) return;
    // "Trump, who was in Ohio on Monday, said": the statement beside the attribution.
    if (longest.size() >= 8 && hasVerb(longest) && !leansOnWhatIsBefore(longest.begin)) {
      clauses(longest, std::nullopt);
    }
  }

  // "when he said on Monday …", "is recovering from …": a rest that says nothing by itself.
  bool leansOnWhatIsBefore(std::size_t t) const {
    if (t == r_.sentences[r_.sentenceOf[t]].tokens.begin) return false;
    return r_.pos[t] == Pos::in || r_.pos[t] == Pos::wrb || nlp::isVerb(r_.pos[t]);
  }

  void clauses(Range range, std::optional<std::size_t> quote) {
    std::size_t begin = range.begin;
    for (std::size_t t = range.begin; t < range.end; ++t) {
      if (!splitsAt(range, begin, t)) continue;
      add({begin, t}, quote);
      begin = t + 1;
      if (r_.word(t) == "," && begin < range.end && r_.pos[begin] == Pos::cc) ++begin;
    }
    add({begin, range.end}, quote);
    asides(range, quote);
    complements(range, quote);
  }

  // "I must tell you that a bomb went off", "from the idea that he was killed": what the clause
  // behind "that" says can be true or false by itself.
  void complements(Range range, std::optional<std::size_t> quote) {
    for (std::size_t t = range.begin + 1; t + 5 < range.end; ++t) {
      if (r_.lowerWord(t) != "that" || !opensStatement(range.begin, t)) continue;
      std::size_t end = t + 1;
      while (end < range.end && r_.word(end) != ";" && r_.word(end) != "—") ++end;
      if (hasVerb({t + 1, end})) add({t + 1, end}, quote, Form::complement);
    }
  }

  // Is the "that" at t behind a word of saying or thinking, a listener between them at most, and
  // not the subject of what follows ("the report that says so")?
  bool opensStatement(std::size_t from, std::size_t t) const {
    if (nlp::isVerb(r_.pos[t + 1]) || r_.pos[t + 1] == Pos::md) return false;
    if (nlp::isReportingNoun(r_.lowerWord(t - 1))) return true;
    constexpr std::size_t kListener = 4;
    for (std::size_t v = t; v > from && t - v <= kListener; --v) {
      if (nlp::isVerb(r_.pos[v - 1])) {
        return nlp::reporting(r_.lowerWord(v - 1)) != nlp::Reporting::none;
      }
      if (r_.tokens[v - 1].kind != nlp::TokenKind::word) return false;
    }
    return false;
  }

  // ", who was born in Cuba,": says something of its own inside a longer statement.
  void asides(Range range, std::optional<std::size_t> quote) {
    for (std::size_t t = range.begin + 2; t + 4 < range.end; ++t) {
      const std::string_view word = r_.lowerWord(t);
      if (r_.word(t - 1) != "," || (word != "who" && word != "which" && word != "whose")) continue;
      std::size_t end = t + 1;
      while (end < range.end && r_.word(end) != "," && r_.word(end) != ";" && r_.word(end) != "—" &&
             r_.tokens[end].kind != nlp::TokenKind::mark) {
        ++end;
      }
      if (end >= t + 5 && hasVerb({t, end}) && end - t + 3 < range.size()) {
        add({t, end}, quote, Form::aside);
      }
      t = end;
    }
  }

  // A semicolon, or "and"/"but" before a subject with its verb, between two whole clauses.
  bool splitsAt(Range range, std::size_t begin, std::size_t t) const {
    const std::string_view word = r_.lowerWord(t);
    std::size_t next = t + 1;
    if (word == ",") {
      if (next >= range.end || r_.pos[next] != Pos::cc) return false;
      ++next;
    } else if (word != ";" && word != "—" && word != "―" && word != "--" &&
               !(r_.pos[t] == Pos::cc && (word == "and" || word == "but"))) {
      return false;
    }
    if (t < begin + 5 || range.end < next + 5) return false;
    if (!hasVerb({begin, t})) return false;
    if (word == ";") return hasVerb({next, range.end});
    if (joinsWords(t, range.end)) return false;
    return startsClause({next, range.end}) || (word != "—" && goesOnWithVerb(next, range.end));
  }

  // "federal, state and local data puts it at 44": the parse hangs the "and" on a word that stands
  // before the verb and is none.
  bool joinsWords(std::size_t t, std::size_t end) const {
    if (findings_.empty() || r_.pos[t] != Pos::cc) return false;
    const std::size_t joined = findings_.heads[t];
    if (joined <= t || joined >= end || nlp::isVerb(r_.pos[joined])) return false;
    for (std::size_t v = t + 1; v < joined; ++v) {
      if (nlp::isFinite(r_.pos[v])) return false;
    }
    return true;
  }

  // "… and called for new tariffs": another thing the same subject does.
  bool goesOnWithVerb(std::size_t t, std::size_t end) const {
    while (t < end && nlp::isAdverb(r_.pos[t])) ++t;
    return t + 4 < end && (r_.pos[t] == Pos::vbd || r_.pos[t] == Pos::vbz || r_.pos[t] == Pos::md);
  }

  bool hasVerb(Range range) const {
    for (std::size_t t = range.begin; t < range.end; ++t) {
      if (nlp::isFinite(r_.pos[t])) return true;
    }
    return false;
  }

  // A subject right at the beginning and its verb behind it.
  bool startsClause(Range range) const {
    const auto subject = nlp::phraseFrom(r_, range.begin, std::min(range.end, range.begin + 10));
    if (!subject) return false;
    std::size_t t = nlp::coreOf(r_, *subject).end;
    while (t < range.end && nlp::isAdverb(r_.pos[t])) ++t;
    return t < range.end && nlp::isFinite(r_.pos[t]);
  }

  // "said that it was shut": not the subject of "That was less", nor a part of "That report says".
  bool opensContent(std::size_t t) const {
    if (r_.lowerWord(t) != "that" || t + 1 >= r_.tokens.size()) return false;
    if (nlp::isFinite(r_.pos[t + 1])) return false;
    const std::size_t first = r_.sentences[r_.sentenceOf[t]].tokens.begin;
    return t != first && (t != first + 1 || r_.tokens[first].kind != nlp::TokenKind::mark);
  }

  // "…, who", "… and": what would have come belongs to another clause.
  bool leadsOn(std::size_t t) const {
    if (r_.pos[t] == Pos::cc) return true;
    const std::string_view word = r_.lowerWord(t);
    return (word == "who" || word == "which" || word == "whose") && t > 0 && r_.word(t - 1) == ",";
  }

  void add(Range range, std::optional<std::size_t> quote, Form form = Form::main) {
    const auto trivial = [&](std::size_t t) {
      const nlp::TokenKind kind = r_.tokens[t].kind;
      return kind == nlp::TokenKind::mark ||
             (kind == nlp::TokenKind::punctuation && r_.word(t) != "(" && r_.word(t) != ")");
    };
    while (range.begin < range.end && (trivial(range.begin) || opensContent(range.begin))) {
      ++range.begin;
    }
    std::size_t end = range.end;
    while (end > range.begin && (trivial(end - 1) || leadsOn(end - 1))) --end;
    if (end < range.begin + 3) return;
    // "The five are:" says what it says in the list that follows.
    if (end < range.end && r_.word(end) == ":" && nlp::isVerb(r_.pos[end - 1])) return;
    Clause clause;
    clause.tokens = {range.begin, end};
    clause.span = r_.spanOf(clause.tokens);
    clause.quote = quote;
    clause.form = form == Form::main && !hasVerb(range) ? Form::verbless : form;
    // The full stop stays with its sentence; a question mark must be seen to be one.
    const Worth worth = worthOf(r_, range, models_);
    clause.reasons = worth.reasons;
    clause.signs = signsOf(r_, range, worth, quote ? std::optional(kinds_[*quote]) : std::nullopt);
    clauses_.push_back(std::move(clause));
  }

  const Reading& r_;
  const neural::Findings& findings_;
  const Models& models_;
  std::vector<Said> said_;
  std::vector<Span> cues_;               // with their sources, of quotes that are set apart
  std::vector<model::QuoteKind> kinds_;  // one a quote
  std::size_t first_ = 0;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> findClauses(const Reading& reading, const std::vector<model::Quote>& quotes,
                                const neural::Findings& findings, const Models& models) {
  std::vector<Clause> clauses = Finder(reading, quotes, findings, models).run();
  if (findings.claims.empty()) return clauses;
  for (Clause& clause : clauses) {
    ClauseSense sense;
    for (std::size_t t = clause.tokens.begin; t < clause.tokens.end; ++t) {
      sense.checkable += static_cast<double>(findings.claims[t][0]);
      sense.matters += static_cast<double>(findings.claims[t][1]);
    }
    const auto size = static_cast<double>(clause.tokens.size());
    clause.sense = ClauseSense{sense.checkable / size, sense.matters / size};
  }
  return clauses;
}

std::vector<Claim> findClaims(const Reading& reading, const std::vector<model::Quote>& quotes,
                              const neural::Findings& findings, const Models& models) {
  std::vector<Claim> claims;
  for (Clause& clause : findClauses(reading, quotes, findings, models)) {
    const Checkability judged = judge(clause.signs, clause.sense);
    if (judged.checkable < leastOf(clause.form) || asksOrOrders(clause.reasons)) continue;
    Claim claim;
    claim.span = clause.span;
    claim.quote = clause.quote;
    claim.score = judged.matters;
    claim.reasons = std::move(clause.reasons);
    claim.checkable = true;
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace assay::extract
