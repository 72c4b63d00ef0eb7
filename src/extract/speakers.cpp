#include "extract/speakers.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "extract/mentions.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/people_words.h"
#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract {

namespace {

using base::Span;
using model::SpeakerKind;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

std::vector<bool> quotedTokens(const Reading& r, const std::vector<Marked>& marked) {
  std::vector<bool> quoted(r.tokens.size(), false);
  std::size_t done = 0;
  for (const Marked& m : marked) {
    if (m.depth > 0) continue;
    const Range range = r.tokensIn(m.inner);
    for (std::size_t t = std::max(range.begin, done); t < range.end; ++t) quoted[t] = true;
    done = std::max(done, range.end);
  }
  return quoted;
}

struct Answer {
  std::optional<std::size_t> entity;
  double certainty = 0;
};

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<Marked>& marked,
           const std::vector<Attribution>& attributions)
      : r_(reading),
        attributions_(attributions),
        mentions_(reading, quotedTokens(reading, marked)) {}

  // A quote inside another one's words: whoever speaks in it is not who spoke last.
  void seeNested() {
    nested_.assign(attributions_.size(), false);
    Span reaches;
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
      for (const Span span : attributions_[i].content) {
        if (reaches.contains(span)) nested_[i] = true;
      }
      for (const Span span : attributions_[i].content) {
        if (span.end > reaches.end) reaches = span;
      }
    }
  }

  // The attribution before that is not nested in another.
  std::optional<std::size_t> outerBefore(std::size_t index) const {
    while (index > 0) {
      if (!nested_[--index]) return index;
    }
    return std::nullopt;
  }

  Resolved run() {
    seeNested();
    std::vector<Answer> answers(attributions_.size());
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
      const Attribution& a = attributions_[i];
      if (a.sameSpeakerAs && *a.sameSpeakerAs < i) {
        answers[i] = answers[*a.sameSpeakerAs];
        answers[i].certainty *= 0.8;
      } else if (a.source) {
        answers[i] = resolve(r_.tokensIn(*a.source), i, answers);
        if (a.from == SourceFrom::before) answers[i].certainty *= 0.8;
      }
      if (answers[i].entity) remember(*answers[i].entity, a, nested_[i]);
    }
    return gathered(answers);
  }

 private:
  void remember(std::size_t entity, const Attribution& a, bool nested) {
    if (!nested) latest_ = entity;
    const Entity& known = mentions_.entities()[entity];
    if (known.kind == SpeakerKind::document) latestDocument_ = entity;
    // "Popular Website Shows Bias": the text below speaks of "the website" by its name.
    if (known.unnamed && a.source && inHeadline(r_.tokenFrom(a.source->begin))) return;
    latestByHead_[known.key] = entity;
    if (a.source) {
      const Range core = nlp::coreOf(r_, r_.tokensIn(*a.source));
      if (core.size() > 0) {
        mentions_.note(entity, core);
        latestByHead_[std::string(r_.lowerWord(core.end - 1))] = entity;
      }
    }
  }

  bool inHeadline(std::size_t token) const {
    return r_.paragraphs[r_.sentenceAt(token).paragraph].role == model::BlockRole::headline;
  }

  Answer resolve(Range source, std::size_t index, const std::vector<Answer>& answers) {
    if (source.size() == 0) return {};
    if (r_.word(source.begin) == "@") return handle(source);
    const Range core = nlp::coreOf(r_, source);
    if (core.size() == 0) return {};
    const std::string head(r_.lowerWord(core.end - 1));
    if (inHeadline(core.begin)) {
      if (const auto named = mentions_.keyedIn(source)) return {named, 0.85};
    }
    // "One of them, Agnes Pell"
    if (nlp::isPersonalPronoun(r_.lowerWord(core.begin)) && source.size() > core.size() + 1) {
      for (std::size_t t = core.end; t < source.end; ++t) {
        if (r_.word(t) != ",") continue;
        if (const auto named = apposition({t, source.end})) return {named, 0.93};
        break;
      }
    }
    if (core.size() == 1 && nlp::isPersonalPronoun(head)) {
      return pronoun(head, core.begin, index, answers);
    }
    // A name at the end of the phrase is its head: "Mayor Brandon Johnson", "the NAACP".
    if (nlp::isName(r_.pos[core.end - 1])) {
      if (const auto named = mentions_.namedIn({core.end - 1, core.end}); named) {
        return {named, 0.97};
      }
      if (const auto named = mentions_.namedIn(core)) return {named, 0.95};
    }
    // "The mayor, Brandon Johnson," and "One of them, Agnes Pell"
    if (const auto named = apposition({core.end, source.end})) return {named, 0.93};
    return described(source, core, head);
  }

  // "@dana_o" is a name as it stands.
  Answer handle(Range source) {
    const std::string name = nlp::asciiLower(textOf(source));
    if (const auto known = latestByHead_.find(name); known != latestByHead_.end()) {
      return {known->second, 0.95};
    }
    const std::size_t entity = mentions_.addUnnamed(source, source);
    latestByHead_[name] = entity;
    return {entity, 0.95};
  }

  std::optional<std::size_t> apposition(Range rest) const {
    std::size_t t = rest.begin;
    while (t < rest.end && r_.word(t) != ",") {
      if (r_.pos[t] == Pos::wp || r_.pos[t] == Pos::wdt || nlp::isFinite(r_.pos[t])) {
        return std::nullopt;
      }
      ++t;
    }
    if (t + 1 >= rest.end || !nlp::isName(r_.pos[t + 1])) return std::nullopt;
    std::size_t end = t + 1;
    while (end < rest.end && nlp::isName(r_.pos[end])) ++end;
    return mentions_.namedIn({t + 1, end});
  }

  Answer pronoun(const std::string& word, std::size_t token, std::size_t index,
                 const std::vector<Answer>& answers) {
    if (word == "he" || word == "she") {
      const Gender gender = word == "he" ? Gender::male : Gender::female;
      if (const auto entity = speakerBefore(token, index, answers, gender)) return {entity, 0.85};
      if (const auto named = mentions_.personBefore(token, gender, true)) return {named, 0.75};
      return {mentions_.personBefore(token, gender, false), 0.6};
    }
    if (word == "who") {
      const std::size_t from = r_.sentenceAt(token).tokens.begin;
      const auto before = nlp::phraseBefore(
          r_, from, token > from && r_.word(token - 1) == "," ? token - 1 : token);
      if (before) return resolve(*before, index, answers);
      return {};
    }
    if (word == "it" || word == "they") {
      const Range before{r_.sentenceAt(token).tokens.begin, token};
      if (const auto acting = mentions_.bodyIn(before)) return {acting, 0.8};
      if (latest_) {
        const Entity& entity = mentions_.entities()[*latest_];
        const auto outer = outerBefore(index);
        const bool near = outer && closeBefore(index, *outer);
        const bool fits = entity.kind == SpeakerKind::body ||
                          entity.kind == SpeakerKind::document ||
                          (word == "they" && entity.key.ends_with('s'));
        if (near && fits) return {latest_, 0.75};
      }
      return {mentions_.bodyBefore(token, word == "they"), 0.5};
    }
    return {};
  }

  // Does an attribution before stand in the same or the next sentence or paragraph?
  bool closeBefore(std::size_t index, std::size_t earlier) const {
    const auto& before = attributions_[earlier].content.back();
    const auto& here = attributions_[index].content.front();
    return here.begin < before.end + 600;
  }

  // Whoever spoke last, when no other person acted in between.
  std::optional<std::size_t> speakerBefore(std::size_t token, std::size_t index,
                                           const std::vector<Answer>& answers,
                                           Gender gender) const {
    const auto outer = outerBefore(index);
    if (!outer || !answers[*outer].entity || !closeBefore(index, *outer)) return std::nullopt;
    const Attribution& before = attributions_[*outer];
    const std::size_t entity = *answers[*outer].entity;
    const Entity& known = mentions_.entities()[entity];
    if (known.kind != SpeakerKind::person && known.kind != SpeakerKind::unknown) {
      return std::nullopt;
    }
    if (known.gender != Gender::unknown && known.gender != gender) return std::nullopt;
    // Several people, or a body by its look.
    if ((known.unnamed || known.kind == SpeakerKind::unknown) && known.key.ends_with('s')) {
      return std::nullopt;
    }
    if (const auto said = spokenOf(before, entity, token, gender)) return said;
    const std::size_t from = r_.tokenFrom(before.content.back().end);
    const std::size_t source = before.source ? r_.tokenFrom(before.source->begin) : from;
    const auto& all = mentions_.all();
    auto m = std::partition_point(all.begin(), all.end(), [&](const Mention& x) {
      return x.tokens.begin < std::max(from, source);
    });
    for (; m != all.end() && m->tokens.begin < token; ++m) {
      const Entity& other = mentions_.entities()[m->entity];
      if (m->entity != entity && m->subject && !m->quoted && other.kind == SpeakerKind::person &&
          (other.gender == gender || other.gender == Gender::unknown)) {
        return m->entity;
      }
    }
    return entity;
  }

  // "Kelly said Brandt was right when he said": inside what somebody says, "he" is whom it was last
  // about, not who says it.
  std::optional<std::size_t> spokenOf(const Attribution& outer, std::size_t speaker,
                                      std::size_t token, Gender gender) const {
    const std::size_t at = r_.tokens[token].span.begin;
    const auto holds = [&](Span span) { return span.contains(at); };
    const auto content = std::find_if(outer.content.begin(), outer.content.end(), holds);
    if (content == outer.content.end()) return std::nullopt;
    std::optional<std::size_t> last;
    const auto& all = mentions_.all();
    auto m = std::partition_point(all.begin(), all.end(), [&](const Mention& x) {
      return x.tokens.begin < r_.tokenFrom(content->begin);
    });
    for (; m != all.end() && m->tokens.begin < token; ++m) {
      const Entity& other = mentions_.entities()[m->entity];
      if (m->entity != speaker && m->subject && other.kind == SpeakerKind::person &&
          (other.gender == gender || other.gender == Gender::unknown)) {
        last = m->entity;
      }
    }
    return last;
  }

  Answer described(Range source, Range core, const std::string& head) {
    const std::string first(r_.lowerWord(core.begin));
    const bool definite = first == "the" || first == "that" || first == "this" ||
                          first == "these" || first == "those" || first == "both";
    if (definite) {
      if (const auto known = describedBefore(core, head)) return *known;
    } else if (const auto known = latestByHead_.find(nlp::asciiLower(textOf(core)));
               known != latestByHead_.end()) {
      return {known->second, 0.85};
    }
    // A headline speaks of people before the text names them.
    if (r_.sentenceAt(core.begin).paragraph < 3 && first != "a" && first != "an") {
      if (const auto named = mentions_.withRoleBehind(headNoun(source), core.begin)) {
        return {named, 0.8};
      }
    }
    // What is named only by its description is its own speaker, up to its apposition.
    Range phrase{core.begin, core.end};
    const auto apposition = [&](std::size_t t) {  // and not "an earlier, private meeting"
      return r_.word(t) == "," && (t + 1 >= source.end || !nlp::isAdjective(r_.pos[t + 1]));
    };
    while (phrase.end < source.end && !apposition(phrase.end) &&
           (r_.tokens[phrase.end].kind != nlp::TokenKind::mark ||
            r_.pos[phrase.end] == Pos::possessive)) {
      ++phrase.end;
    }
    if (phrase.size() > 14) phrase.end = core.end;
    const std::size_t entity = mentions_.addUnnamed(phrase, core);
    latestByHead_[nlp::asciiLower(textOf(core))] = entity;
    return {entity, definite ? 0.75 : 0.85};
  }

  // "The senator", "the bank", "the study": what the text spoke of before.
  std::optional<Answer> describedBefore(Range core, const std::string& head) const {
    const std::size_t token = core.begin;
    const auto known = latestByHead_.find(head);
    const bool body = nlp::bodyNouns().has(head) && !nlp::personNouns().has(head);
    const auto fits = [&](std::size_t entity) {
      return !body || mentions_.entities()[entity].kind != SpeakerKind::person;
    };
    const bool latest = known != latestByHead_.end() && fits(known->second);
    if (latest && !mentions_.entities()[known->second].unnamed) return Answer{known->second, 0.85};
    if (const auto role = mentions_.withRole(head, token); role && fits(*role)) {
      return Answer{role, 0.8};
    }
    if (latest) return Answer{known->second, 0.85};
    if (head == "man" || head == "woman") {
      const Gender gender = head == "man" ? Gender::male : Gender::female;
      if (const auto person = mentions_.personBefore(token, gender, false)) {
        return Answer{person, 0.7};
      }
    }
    // "The state's finances website", "the manual of the service" say themselves whose they are.
    if (belongs(core)) return std::nullopt;
    if (nlp::isDocumentNoun(head) && latestDocument_ &&
        nlp::mayBeOneDocument(head, mentions_.entities()[*latestDocument_].key)) {
      return Answer{latestDocument_, 0.7};
    }
    if (nlp::firmWords().has(head)) {
      if (const auto named = mentions_.bodyBefore(token, false)) return Answer{named, 0.65};
    }
    return std::nullopt;
  }

  // Does the phrase say whose it is?
  bool belongs(Range core) const {
    for (std::size_t t = core.begin; t < core.end; ++t) {
      if (r_.pos[t] == Pos::possessive || nlp::isName(r_.pos[t])) return true;
    }
    return core.end < r_.tokens.size() && r_.lowerWord(core.end) == "of";
  }

  // The first noun of a phrase: "Senator from Texas" is a senator.
  std::string_view headNoun(Range phrase) const {
    std::size_t t = phrase.begin;
    while (t + 1 < phrase.end && nlp::isNoun(r_.pos[t + 1])) ++t;
    return r_.lowerWord(t);
  }

  std::string textOf(Range range) const { return std::string(r_.spanOf(range).of(r_.text)); }

  Resolved gathered(const std::vector<Answer>& answers) const {
    Resolved out;
    std::unordered_map<std::size_t, std::size_t> place;
    for (const Answer& answer : answers) {
      out.certainty.push_back(answer.entity ? answer.certainty : 0.0);
      if (!answer.entity) {
        out.of.emplace_back();
        continue;
      }
      const auto [at, added] = place.try_emplace(*answer.entity, out.speakers.size());
      if (added) {
        const Entity& entity = mentions_.entities()[*answer.entity];
        model::Speaker speaker{entity.name, entity.kind, entity.roles, {}};
        for (const Range& mention : entity.mentions) {
          speaker.mentions.push_back(r_.spanOf(mention));
        }
        std::sort(speaker.mentions.begin(), speaker.mentions.end());
        speaker.mentions.erase(std::unique(speaker.mentions.begin(), speaker.mentions.end()),
                               speaker.mentions.end());
        out.speakers.push_back(std::move(speaker));
      }
      out.of.emplace_back(at->second);
    }
    return out;
  }

  const Reading& r_;
  const std::vector<Attribution>& attributions_;
  Mentions mentions_;
  std::vector<bool> nested_;  // one an attribution
  std::optional<std::size_t> latest_;
  std::optional<std::size_t> latestDocument_;
  std::unordered_map<std::string, std::size_t> latestByHead_;
};

}  // namespace

Resolved resolveSpeakers(const Reading& reading, const std::vector<Marked>& marked,
                         const std::vector<Attribution>& attributions) {
  return Resolver(reading, marked, attributions).run();
}

}  // namespace assay::extract
