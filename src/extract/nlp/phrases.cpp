#include "extract/nlp/phrases.h"

#include <algorithm>
#include <array>

#include "extract/nlp/characters.h"
#include "extract/nlp/dates.h"

namespace assay::extract::nlp {

namespace {

// Appositions longer than this are clauses of their own.
constexpr std::size_t kLongestAside = 45;

constexpr std::array<std::string_view, 14> kPronouns = {"he",   "she", "they", "it",     "i",
                                                        "we",   "you", "who",  "others", "some",
                                                        "many", "one", "both", "all"};

bool comma(const Reading& r, std::size_t t) { return r.word(t) == ","; }

// May stand inside a noun phrase.
bool inPhrase(const Reading& r, std::size_t t) {
  const Pos p = r.pos[t];
  if (isNoun(p) || isAdjective(p) || p == Pos::cd || p == Pos::dt || p == Pos::prpPoss ||
      p == Pos::possessive || p == Pos::pdt || p == Pos::sym) {
    return true;
  }
  const std::string_view w = r.word(t);
  if (w == "&" || w == "#" || w == "%") return true;
  return p == Pos::vbg || p == Pos::vbn;  // "the incoming czar", "elected officials"
}

bool isHead(const Reading& r, std::size_t t) {
  const Pos p = r.pos[t];
  return isNoun(p) || p == Pos::cd || p == Pos::prp;
}

// Prepositions that hang a phrase on a noun before a verb ("the leader of the council").
bool attaches(std::string_view lower) {
  constexpr std::array<std::string_view, 11> kWords = {
      "of", "for", "from", "at", "in", "on", "with", "by", "to", "against", "behind"};
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

// The plain phrase ending before `end`, without asides: "the leader of the council".
std::optional<Range> plainBefore(const Reading& r, std::size_t from, std::size_t end) {
  std::size_t begin = end;
  bool head = false;
  while (begin > from) {
    const std::size_t t = begin - 1;
    const std::string_view lower = r.lowerWord(t);
    if (inPhrase(r, t)) {
      head = head || isHead(r, t);
      begin = t;
      if (r.pos[t] == Pos::dt && t > from && !attaches(r.lowerWord(t - 1)) &&
          r.pos[t - 1] != Pos::pdt) {
        break;
      }
    } else if (begin == end && r.pos[t] == Pos::prp && t > from && r.lowerWord(t - 1) == "of") {
      head = true;  // "one of them"
      begin = t;
    } else if (head && attaches(lower) && t > from && isHead(r, t - 1) && begin < end) {
      begin = t;
    } else if (head && lower == "and" && t > from && isName(r.pos[t - 1]) && isName(r.pos[begin])) {
      begin = t;
    } else {
      break;
    }
  }
  // "said Monday Kelly": no phrase begins with a possessive ending or a verb form alone.
  while (begin < end && (r.pos[begin] == Pos::possessive || attaches(r.lowerWord(begin)) ||
                         r.lowerWord(begin) == "and")) {
    ++begin;
  }
  if (!head || begin == end) return std::nullopt;
  return Range{begin, end};
}

// "A man who was at the meeting said": the phrase before the verb is the end of a relative clause
// whose own phrase is the subject. Gives where that one begins.
std::size_t withRelative(const Reading& r, std::size_t from, Range phrase) {
  int verbs = 0;
  for (std::size_t t = phrase.begin; t > from + 1; --t) {
    const std::size_t at = t - 1;
    if (isFinite(r.pos[at])) ++verbs;
    if (verbs > 1 || r.tokens[at].kind == TokenKind::mark || r.word(at) == ";") break;
    // "Asked about what had happened, Kelly said": behind a comma stands a subject of its own.
    // ("an earlier, private meeting" is one phrase.)
    if (at + 1 == phrase.begin && comma(r, at) && !isAdjective(r.pos[phrase.begin])) break;
    if (verbs != 1 || (r.pos[at] != Pos::wp && r.pos[at] != Pos::wdt)) continue;
    if (!isHead(r, at - 1)) break;
    const auto before = plainBefore(r, from, at);
    return before ? before->begin : phrase.begin;
  }
  return phrase.begin;
}

// "this month", "last week", "Thursday"
bool timeAlone(const Reading& r, Range phrase) {
  if (phrase.size() > 3) return false;
  const std::string_view head = r.lowerWord(phrase.end - 1);
  const std::string_view first = r.lowerWord(phrase.begin);
  if (phrase.size() == 1) return isWeekday(head);
  return (isTimeWord(head) || isWeekday(head) || isMonth(head)) &&
         (first == "this" || first == "last" || first == "next" || first == "that" ||
          first == "earlier" || first == "late");
}

}  // namespace

bool titleCased(const Reading& reading, Range words) {
  std::size_t capitals = 0;
  for (std::size_t t = words.begin; t < words.end; ++t) {
    const bool goesOn = t > words.begin && !reading.tokens[t].spaceBefore;  // "Won" and "'t"
    if (reading.tokens[t].kind != TokenKind::word || goesOn) continue;
    const bool capital = isUpper(charAt(reading.text, reading.tokens[t].span.begin));
    if (!capital && (reading.tokens[t].span.size() > 3 || t == words.begin)) return false;
    capitals += capital ? 1U : 0U;
  }
  return capitals >= 2;
}

bool isPersonalPronoun(std::string_view lower) {
  return std::find(kPronouns.begin(), kPronouns.end(), lower) != kPronouns.end();
}

std::optional<Range> phraseBefore(const Reading& r, std::size_t from, std::size_t end) {
  if (end <= from) return std::nullopt;
  const std::size_t last = end - 1;
  if (isPersonalPronoun(r.lowerWord(last)) && (last == from || r.pos[last] == Pos::prp ||
                                               r.pos[last] == Pos::wp || !inPhrase(r, last - 1))) {
    return Range{last, end};
  }
  if (comma(r, last) || r.word(last) == ")") {
    // An aside: what stands before its opening sign is the phrase.
    const bool bracket = r.word(last) == ")";
    for (std::size_t t = last; t > from && last - t < kLongestAside;) {
      --t;
      if (!(bracket ? r.word(t) == "(" : comma(r, t)) || t == from) continue;
      auto before = phraseBefore(r, from, t);
      if (!before) return std::nullopt;
      // ", on Thursday, 14 October, ": a date's own comma does not open the aside.
      if (isWeekday(r.lowerWord(before->end - 1)) || isMonth(r.lowerWord(before->end - 1)))
        continue;
      // "Name, president of the union, which …,": one aside behind another.
      if (!bracket && before->begin > from + 1 && comma(r, before->begin - 1) &&
          isName(r.pos[before->begin - 2]) && !isName(r.pos[before->begin])) {
        if (const auto name = plainBefore(r, from, before->begin - 1)) before->begin = name->begin;
      }
      return Range{before->begin, bracket ? end : last};
    }
    return std::nullopt;
  }
  return plainBefore(r, from, end);
}

std::optional<Range> phraseFrom(const Reading& r, std::size_t begin, std::size_t to) {
  if (begin >= to) return std::nullopt;
  if (isPersonalPronoun(r.lowerWord(begin)) && (begin + 1 >= to || !inPhrase(r, begin + 1))) {
    return Range{begin, begin + 1};
  }
  std::size_t end = begin;
  bool head = false;
  while (end < to) {
    const std::string_view lower = r.lowerWord(end);
    if (inPhrase(r, end)) {
      // "said Kelly Monday": the day belongs to the verb.
      if (head && (r.pos[end] == Pos::dt || r.pos[end] == Pos::prpPoss)) break;
      head = head || isHead(r, end);
    } else if (head && end + 1 < to && inPhrase(r, end + 1) &&
               (lower == "of" || lower == "by" || lower == "for" || lower == "at" ||
                lower == "from" || lower == "with" || (lower == "and" && isName(r.pos[end - 1])) ||
                lower == "in")) {
      // goes on with what follows the preposition
      end += 1;
      while (end < to && inPhrase(r, end)) ++end;
      continue;
    } else {
      break;
    }
    ++end;
  }
  if (!head) return std::nullopt;
  // ", an engineer at the firm, which …" up to the end of the clause
  if (end + 2 < to && comma(r, end)) {
    const Pos p = r.pos[end + 1];
    const std::string_view lower = r.lowerWord(end + 1);
    const bool aside = p == Pos::dt || isNoun(p) || p == Pos::prpPoss || lower == "who" ||
                       lower == "which" || lower == "whose" || isAdjective(p) || p == Pos::cd;
    if (aside) {
      std::size_t t = end + 1;
      while (t < to && t - end < kLongestAside && r.tokens[t].kind != TokenKind::mark &&
             r.word(t) != ";" && r.word(t) != ":" && r.word(t) != "." && r.word(t) != "—") {
        if (comma(r, t) && t + 1 < to) {
          const std::string_view after = r.lowerWord(t + 1);
          if (after != "which" && after != "who" && r.pos[t + 1] != Pos::nnp) break;
        }
        ++t;
      }
      end = t;
    }
  }
  while (end > begin + 1 && (comma(r, end - 1) || r.word(end - 1) == ".")) --end;
  return Range{begin, end};
}

std::optional<Range> subjectOf(const Reading& r, std::size_t from, std::size_t verb) {
  std::size_t end = verb;
  while (end > from) {
    const Pos p = r.pos[end - 1];
    const std::string_view lower = r.lowerWord(end - 1);
    const bool helper = isAdverb(p) || p == Pos::md || lower == "have" || lower == "has" ||
                        lower == "had" || lower == "is" || lower == "was" || lower == "were" ||
                        lower == "are" || lower == "been" || lower == "be" || lower == "did" ||
                        lower == "does" || lower == "do" || lower == "not" || lower == "n't" ||
                        lower == "'ve" || lower == "'s" || lower == "’s" || lower == "'d" ||
                        lower == "'re" || lower == "’ve" || lower == "’d" || lower == "’re";
    if (!helper || p == Pos::possessive) break;
    --end;
  }
  auto phrase = phraseBefore(r, from, end);
  // "The bank just this month announced": the time is not who does it.
  if (phrase && timeAlone(r, *phrase) && phrase->begin > from) {
    std::size_t before = phrase->begin;
    while (before > from && isAdverb(r.pos[before - 1])) --before;
    const auto subject = phraseBefore(r, from, before);
    if (subject && subject->end == before) phrase = subject;
  }
  if (phrase) phrase->begin = withRelative(r, from, *phrase);
  return phrase;
}

Range coreOf(const Reading& r, Range phrase) {
  std::size_t end = phrase.begin;
  bool head = false;
  while (end < phrase.end) {
    const Pos p = r.pos[end];
    const std::string_view word = r.word(end);
    const bool stop = word == "," || word == "(" || word == "—" || word == "–" || p == Pos::wp ||
                      p == Pos::wdt || p == Pos::in || p == Pos::to || isFinite(p);
    if (stop && head) break;
    head = head || isHead(r, end) || isPersonalPronoun(r.lowerWord(end));
    ++end;
  }
  return {phrase.begin, end};
}

}  // namespace assay::extract::nlp
