#include "extract/mentions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/dates.h"
#include "extract/nlp/people_words.h"
#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract {

namespace {

using model::SpeakerKind;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

std::string bare(std::string_view lower) {
  while (lower.ends_with('.')) lower.remove_suffix(1);
  return std::string(lower);
}

bool allUpper(std::string_view word) {
  return word.size() >= 2 && word.size() <= 7 && nlp::allCapitals(word);
}

// "the IMF" among words that are not in capitals: a short form, whatever the tagger took it for.
bool shortForm(const Reading& r, std::size_t t) {
  if (!nlp::isNoun(r.pos[t]) && !nlp::isAdjective(r.pos[t])) return false;
  const std::string_view word = r.word(t);
  if (word.size() < 3 || word.size() > 5 || !nlp::allCapitals(word)) return false;
  const bool before = t > 0 && r.word(t - 1).size() > 1 && nlp::allCapitals(r.word(t - 1));
  const bool behind =
      t + 1 < r.tokens.size() && r.word(t + 1).size() > 1 && nlp::allCapitals(r.word(t + 1));
  return !before && !behind;
}

bool isPossessive(const Reading& r, std::size_t t) {
  return r.pos[t] == Pos::possessive || r.lowerWord(t) == "'s" || r.lowerWord(t) == "’s";
}

bool nameToken(const Reading& r, std::size_t t) {
  if (r.tokens[t].kind != nlp::TokenKind::word || isPossessive(r, t)) return false;
  if (!nlp::isName(r.pos[t]) && !shortForm(r, t)) return false;
  const std::string lower = bare(r.lowerWord(t));
  return !nlp::isMonth(lower) && !nlp::isWeekday(lower);
}

// One letter changed, left out, put in, or two neighbours swapped.
bool oneLetterApart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a.empty() || a[0] != b[0]) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
  if (same == a.size()) return false;
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

// "czarTom": two words glued together in a damaged text; the name begins at the capital.
std::size_t gluedName(std::string_view word) {
  for (std::size_t i = 3; i + 2 < word.size(); ++i) {
    const bool lower = word[i - 1] >= 'a' && word[i - 1] <= 'z' && word[0] >= 'a' && word[0] <= 'z';
    if (lower && word[i] >= 'A' && word[i] <= 'Z') return i;
  }
  return 0;
}

std::string textOf(const Reading& r, Range range) {
  std::string text = base::oneLine(r.spanOf(range).of(r.text));
  return text;
}

// "Centers" as well as "Center".
bool namesOrganisation(std::string_view lower) {
  const std::string word = bare(lower);
  return nlp::organisationWords().has(word) ||
         (word.ends_with('s') && nlp::organisationWords().has(word.substr(0, word.size() - 1)));
}

bool organisation(const Reading& r, Range name) {
  if (name.size() == 1 && allUpper(r.word(name.begin))) return true;
  for (std::size_t t = name.begin; t < name.end; ++t) {
    if (namesOrganisation(r.lowerWord(t)) || r.word(t) == "&") return true;
  }
  return false;
}

// Is what stands at t, between two words of names, inside one name? "Marks & Spencer", "Centers for
// Disease Control", "the Sheriff's Office", "the People's Army"; not "Kelly's Office".
bool joinsNames(const Reading& r, std::size_t t) {
  const std::string_view word = r.lowerWord(t);
  if (word == "&" || word == "de" || word == "van" || word == "von") return true;
  const std::string before = bare(r.lowerWord(t - 1));
  if (word == "of" || word == "for") return namesOrganisation(before);
  if (!isPossessive(r, t)) return false;
  std::size_t last = t + 1;
  while (last + 1 < r.tokens.size() && nameToken(r, last + 1)) ++last;
  const bool whose = nlp::titleWords().has(before) || nlp::personNouns().has(before) ||
                     before == "people" || before == "women" || before == "children";
  return whose && namesOrganisation(r.lowerWord(last));
}

}  // namespace

Mentions::Mentions(const Reading& reading, const std::vector<bool>& quoted) : r_(reading) {
  readNames(quoted);
  readUnnamed(quoted);
  std::sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
    return std::pair(a.tokens.begin, a.entity) < std::pair(b.tokens.begin, b.entity);
  });
}

// "Mayor Slams Plan For Harbour Bridge": where every word has a capital, capitals name nobody.
std::vector<bool> Mentions::titleCased() const {
  std::vector<bool> cased(r_.tokens.size(), false);
  for (const nlp::Paragraph& paragraph : r_.paragraphs) {
    if (paragraph.role != model::BlockRole::headline && paragraph.role != model::BlockRole::deck) {
      continue;
    }
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (std::size_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) {
      if (r_.tokens[t].span.size() < 4 || r_.tokens[t].kind != nlp::TokenKind::word) continue;
      ++words;
      if (nlp::isUpper(nlp::charAt(r_.text, r_.tokens[t].span.begin))) ++capitals;
    }
    if (words < 3 || capitals * 10 < words * 8) continue;
    for (std::size_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) cased[t] = true;
  }
  return cased;
}

void Mentions::readNames(const std::vector<bool>& quoted) {
  const std::size_t count = r_.tokens.size();
  const std::vector<bool> cased = titleCased();
  for (std::size_t t = 0; t < count;) {
    if (cased[t] || !nameToken(r_, t)) {
      ++t;
      continue;
    }
    const std::size_t sentenceEnd = r_.sentenceAt(t).tokens.end;
    std::size_t end = t + 1;
    while (end < sentenceEnd) {
      if (nameToken(r_, end)) {
        ++end;
      } else if (end + 1 < sentenceEnd && nameToken(r_, end + 1) && joinsNames(r_, end)) {
        end += 2;
      } else {
        break;
      }
    }
    addName({t, end}, quoted[t]);
    t = end;
  }
}

// "A resident who spoke", "one man": people without a name, for "the man" later on.
void Mentions::readUnnamed(const std::vector<bool>& quoted) {
  for (std::size_t t = 0; t + 1 < r_.tokens.size(); ++t) {
    const std::string_view lower = r_.lowerWord(t);
    if (lower != "a" && lower != "an" && lower != "one" && lower != "another") continue;
    const std::size_t end = r_.sentenceAt(t).tokens.end;
    const auto phrase = nlp::phraseFrom(r_, t, std::min(end, t + 30));
    if (!phrase) continue;
    const Range core = nlp::coreOf(r_, *phrase);
    if (core.size() < 2 || !nlp::personNouns().has(r_.lowerWord(core.end - 1))) continue;
    // An apposition ("Kelly, a teacher") names nobody new.
    if (t > 0 && r_.word(t - 1) == ",") continue;
    std::size_t to = core.end;
    if (to < end && (r_.lowerWord(to) == "who" || r_.pos[to] == Pos::in)) {
      while (to < end && r_.word(to) != "," && r_.tokens[to].kind != nlp::TokenKind::mark &&
             !(nlp::isFinite(r_.pos[to]) && to > core.end + 2)) {
        ++to;
      }
    }
    if (to <= core.end + 2) to = core.end;
    const std::size_t entity = addUnnamed({t, to}, core);
    mentions_.push_back({{t, core.end}, entity, quoted[t], true});
  }
}

Gender Mentions::genderOf(Range run, std::size_t nameBegin) const {
  for (std::size_t t = run.begin; t < nameBegin; ++t) {
    const std::string lower = bare(r_.lowerWord(t));
    if (lower == "mr" || lower == "congressman" || lower == "sir" || lower == "spokesman") {
      return Gender::male;
    }
    if (lower == "mrs" || lower == "ms" || lower == "miss" || lower == "congresswoman" ||
        lower == "spokeswoman" || lower == "lady" || lower == "dame") {
      return Gender::female;
    }
  }
  const std::string first = bare(r_.lowerWord(nameBegin));
  if (nlp::maleNames().has(first)) return Gender::male;
  if (nlp::femaleNames().has(first)) return Gender::female;
  return Gender::unknown;
}

// "IMF" after "International Monetary Fund": the initials of a name of several words.
std::optional<std::size_t> Mentions::spelledOut(std::string_view shortForm) const {
  for (std::size_t e = 0; e < std::min<std::size_t>(entities_.size(), 200); ++e) {
    const std::string& name = entities_[e].name;
    std::string initials;
    for (std::size_t at = 0; at < name.size(); ++at) {
      const bool starts = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
      if (starts && name[at] >= 'A' && name[at] <= 'Z') initials += name[at];
    }
    if (initials.size() > 2 && initials == shortForm) return e;
  }
  return std::nullopt;
}

// "Ortiga" after "Dana Ortega": a last name alone that nobody introduced, one letter away from one
// that somebody did, is that one's.
std::optional<std::size_t> Mentions::misspelt(Range name) const {
  const std::string last = bare(r_.lowerWord(name.begin));
  if (name.size() != 1 || last.size() < 5) return std::nullopt;
  std::optional<std::size_t> best;
  const std::size_t from = entities_.size() > 200 ? entities_.size() - 200 : 0;
  for (std::size_t e = from; e < entities_.size(); ++e) {
    const Entity& entity = entities_[e];
    if (entity.kind != SpeakerKind::person || entity.name.find(' ') == std::string::npos ||
        !oneLetterApart(entity.key, last)) {
      continue;
    }
    if (best) return std::nullopt;  // which of two?
    best = e;
  }
  return best;
}

std::optional<std::size_t> Mentions::matching(Range name) const {
  const std::string last = bare(r_.lowerWord(name.end - 1));
  if (name.size() == 1 && allUpper(r_.word(name.begin)) && !byKey_.contains(last)) {
    return spelledOut(r_.word(name.begin));
  }
  const auto found = byKey_.find(last);
  if (found == byKey_.end()) return misspelt(name);
  const std::string first = bare(r_.lowerWord(name.begin));
  const std::string whole = nlp::asciiLower(textOf(r_, name));
  // Two Kellys are told apart by their first names; the last name alone is the one's whom the
  // article names most.
  // Among hundreds of namesakes (a list of names) only the latest are looked at.
  std::optional<std::size_t> best;
  const std::vector<std::size_t>& namesakes = found->second;
  for (std::size_t i = namesakes.size() > 60 ? namesakes.size() - 60 : 0; i < namesakes.size();
       ++i) {
    const std::size_t e = namesakes[i];
    const Entity& entity = entities_[e];
    if (entity.mentions.empty()) continue;
    if (name.size() > 1) {
      const std::string known = nlp::asciiLower(entity.name);
      // "De Blasio" in a headline is the "Bill de Blasio" of the text.
      if (known != last && known.find(first) == std::string::npos &&
          !whole.ends_with(" " + known)) {
        continue;
      }
    }
    if (!best || entity.mentions.size() > entities_[*best].mentions.size()) best = e;
  }
  return best;
}

// Where the name itself begins: titles before it are roles, as long as a name is left.
std::size_t Mentions::nameBegin(Range run) const {
  std::size_t begin = run.begin;
  while (begin + 1 < run.end && nlp::titleWords().has(bare(r_.lowerWord(begin))) &&
         !isPossessive(r_, begin + 1) &&  // "the Sheriff's Office" is named whole
         !(run.end - begin <= 2 && organisation(r_, {begin + 1, run.end}))) {
    ++begin;
  }
  // "Ohio Democratic Party Chairman David Pepper": the name follows the last title.
  if (run.end - begin > 2) {
    for (std::size_t t = run.end - 2; t > begin; --t) {
      const std::string lower = bare(r_.lowerWord(t));
      if (nlp::titleWords().has(lower) && !nlp::organisationWords().has(lower) &&
          !isPossessive(r_, t + 1)) {
        return t + 1;
      }
    }
  }
  return begin;
}

std::size_t Mentions::entityOf(Range name) {
  const std::string suffix = bare(r_.lowerWord(name.end - 1));
  const bool junior = name.size() > 2 && (suffix == "jr" || suffix == "sr" || suffix == "iii");
  const Range keyed{name.begin, junior ? name.end - 1 : name.end};
  if (const auto known = matching(keyed)) return *known;
  Entity made;
  made.key = bare(r_.lowerWord(keyed.end - 1));
  made.kind = organisation(r_, name) ? SpeakerKind::body
              : name.size() > 1      ? SpeakerKind::person
                                     : SpeakerKind::unknown;
  const std::size_t entity = entities_.size();
  entities_.push_back(std::move(made));
  byKey_[entities_.back().key].push_back(entity);
  // A first name alone may be used later: "Melanie".
  if (name.size() > 1 && entities_.back().kind == SpeakerKind::person) {
    byKey_[bare(r_.lowerWord(name.begin))].push_back(entity);
  }
  return entity;
}

void Mentions::addName(Range run, bool quoted) {
  const std::size_t begin = nameBegin(run);
  const Range name{begin, run.end};
  // A title alone ("the Senator", "Delegates") names nobody.
  if (name.size() == 1) {
    const std::string word = bare(r_.lowerWord(name.begin));
    const std::string one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    if (nlp::titleWords().has(word) || nlp::personNouns().has(word) || nlp::bodyNouns().has(word) ||
        nlp::personNouns().has(one)) {
      return;
    }
  }
  const std::size_t entity = entityOf(name);
  Entity& known = entities_[entity];
  std::string text = textOf(r_, name);
  if (const std::size_t glued = gluedName(r_.word(name.begin)); glued > 0) {
    text.erase(0, glued);
  }
  if (text.size() > known.name.size() && known.kind != SpeakerKind::document) known.name = text;
  // A first name alone is a person's when a person's verb follows: Chelsea is a place too.
  const std::size_t verb = behindAside(run.end);
  const bool acts =
      verb < r_.tokens.size() && nlp::reporting(r_.lowerWord(verb)) != nlp::Reporting::none;
  known.acts = known.acts || acts;
  if (name.size() == 1 && known.name.find(' ') != std::string::npos) {
    // "the IMF" for a name of several words makes it a body's, "Kelly" a person's.
    if (allUpper(r_.word(name.begin))) {
      known.kind = SpeakerKind::body;
    } else {
      known.shortened = true;
    }
  }
  if (known.gender == Gender::unknown && known.kind != SpeakerKind::body &&
      (name.size() > 1 || begin > run.begin || acts)) {
    known.gender = genderOf(run, name.begin);
    if (known.gender != Gender::unknown) known.kind = SpeakerKind::person;
  }
  if (begin > run.begin && known.kind == SpeakerKind::unknown) known.kind = SpeakerKind::person;
  addRoles(entity, run, begin);
  linkAcronym(run, entity);
  entities_[entity].mentions.push_back(run);
  const std::size_t next = run.end;
  const bool subject =
      next < r_.tokens.size() &&
      (nlp::isFinite(r_.pos[next]) || r_.pos[next] == Pos::vb ||  // a tagger's slip behind a name
       r_.word(next) == "," || nlp::isAdverb(r_.pos[next]));
  mentions_.push_back({run, entity, quoted, subject});
}

// "Mayor", "a member of the council": what stands before or behind a name.
void Mentions::addRoles(std::size_t entity, Range run, std::size_t nameBegin) {
  std::vector<std::string>& roles = entities_[entity].roles;
  const auto add = [&](std::string role) {
    if (!role.empty() && roles.size() < 6 &&
        std::find(roles.begin(), roles.end(), role) == roles.end()) {
      roles.push_back(std::move(role));
    }
  };
  if (entities_[entity].kind == SpeakerKind::body) return;
  std::size_t begin = nameBegin;
  while (begin > 0 && nameBegin - begin < 6 &&
         r_.sentenceOf[begin - 1] == r_.sentenceOf[nameBegin] &&
         (begin > run.begin || r_.pos[begin - 1] == Pos::nn ||
          nlp::isAdjective(r_.pos[begin - 1]) || gluedName(r_.word(nameBegin)) > 0) &&
         (nlp::isNoun(r_.pos[begin - 1]) || nlp::isAdjective(r_.pos[begin - 1]))) {
    --begin;
  }
  if (begin < nameBegin) add(textOf(r_, {begin, nameBegin}));
  if (const std::size_t glued = gluedName(r_.word(nameBegin)); glued > 0) {
    add(std::string(r_.word(nameBegin).substr(0, glued)));
  }
  const std::size_t sentenceEnd = r_.sentenceAt(run.begin).tokens.end;
  if (run.end + 2 < sentenceEnd && r_.word(run.end) == ",") {
    const auto aside = nlp::phraseFrom(r_, run.end + 1, std::min(sentenceEnd, run.end + 20));
    if (!aside) return;
    const Range core = nlp::coreOf(r_, *aside);
    const std::string_view head = r_.lowerWord(core.end - 1);
    // "In Chelsea, the mayor said": no apposition, another phrase begins.
    std::size_t verb = core.end;
    while (verb < sentenceEnd && nlp::isAdverb(r_.pos[verb])) ++verb;
    const bool another =
        verb < sentenceEnd && (nlp::isFinite(r_.pos[verb]) ||
                               nlp::reporting(r_.lowerWord(verb)) == nlp::Reporting::speech);
    if (nlp::personNouns().has(head) && !another) {
      std::size_t end = core.end;
      while (end < aside->end && r_.word(end) != ",") ++end;
      add(textOf(r_, {run.end + 1, end}));
      if (entities_[entity].kind == SpeakerKind::unknown) {
        entities_[entity].kind = SpeakerKind::person;
      }
    }
  }
}

// "Alliance to Reclaim Our Schools (AROS)": the short form means the long one.
void Mentions::linkAcronym(Range run, std::size_t entity) {
  if (run.size() != 1 || run.begin < 2 || r_.word(run.begin - 1) != "(" ||
      !allUpper(r_.word(run.begin))) {
    return;
  }
  const std::size_t from = r_.sentenceAt(run.begin).tokens.begin;
  // As many capitalised words before the bracket as the short form has letters.
  std::size_t begin = run.begin - 1;
  std::size_t capitals = 0;
  while (begin > from && capitals < r_.word(run.begin).size() && run.begin - begin < 12) {
    --begin;
    const bool capital = nlp::isUpper(nlp::charAt(r_.word(begin), 0));
    capitals += capital ? 1U : 0U;
    if (r_.tokens[begin].kind != nlp::TokenKind::word) return;
  }
  if (capitals < 2) return;
  entities_[entity].name = textOf(r_, {begin, run.begin - 1});
  entities_[entity].kind = SpeakerKind::body;
  const std::string head = bare(r_.lowerWord(run.begin - 2));
  byKey_[head].push_back(entity);
}

std::size_t Mentions::addUnnamed(Range phrase, Range core) {
  Entity entity;
  entity.unnamed = true;
  entity.name = textOf(r_, phrase);
  entity.key = bare(r_.lowerWord(core.end - 1));
  const std::string singular =
      entity.key.ends_with('s') ? entity.key.substr(0, entity.key.size() - 1) : entity.key;
  entity.kind = nlp::isDocumentNoun(entity.key)      ? SpeakerKind::document
                : nlp::personNouns().has(entity.key) ? SpeakerKind::person
                : nlp::bodyNouns().has(entity.key) || nlp::personNouns().has(singular)
                    ? SpeakerKind::body
                    : SpeakerKind::unknown;
  if (entity.key == "man" || entity.key == "boy" || entity.key == "father") {
    entity.gender = Gender::male;
  } else if (entity.key == "woman" || entity.key == "girl" || entity.key == "mother") {
    entity.gender = Gender::female;
  }
  entity.mentions.push_back(core);
  entities_.push_back(std::move(entity));
  return entities_.size() - 1;
}

void Mentions::note(std::size_t entity, Range tokens) {
  entities_[entity].mentions.push_back(tokens);
}

}  // namespace assay::extract
