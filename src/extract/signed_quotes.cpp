#include "extract/signed_quotes.h"

#include <algorithm>
#include <array>

#include "extract/nlp/characters.h"
#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"

namespace assay::extract {

namespace {

using nlp::Range;
using nlp::Reading;

// Longer than "— Dana Ortega, 34, a baker from Skerrow" is a sentence.
constexpr std::size_t kLongestSignature = 12;

// Shorter paragraphs behind a colon are items of a list.
constexpr std::size_t kShortestSetOff = 15;

bool dash(const Reading& r, std::size_t t) {
  return nlp::isDash(nlp::charAt(r.text, r.tokens[t].span.begin));
}

// The handle that is all there is in a paragraph.
std::optional<Range> handleAlone(const Reading& r, const nlp::Paragraph& paragraph) {
  Range tokens = paragraph.tokens;
  if (r.word(tokens.end - 1) == ".") --tokens.end;
  if (tokens.size() != 2 || r.word(tokens.begin) != "@" || r.tokens[tokens.begin + 1].spaceBefore) {
    return std::nullopt;
  }
  return tokens;
}

// "The Times gave the plan a glowing endorsement", "Kelly posted this note": somebody hands over
// what is then set off.
std::optional<AttributingClause> givesWords(const Reading& r, Range sentence) {
  constexpr std::array<std::string_view, 11> kGiving = {"gave",   "issued",    "made", "offered",
                                                        "posted", "published", "put",  "released",
                                                        "sent",   "shared",    "wrote"};
  if (sentence.size() < 3) return std::nullopt;
  const std::string_view last = r.lowerWord(sentence.end - 1);
  if (!nlp::isReportingNoun(last) && !nlp::isDocumentNoun(last) && last != "endorsement") {
    return std::nullopt;
  }
  for (std::size_t t = sentence.begin; t < sentence.end; ++t) {
    if (std::find(kGiving.begin(), kGiving.end(), r.lowerWord(t)) == kGiving.end()) continue;
    const auto source = nlp::subjectOf(r, sentence.begin, t);
    if (source) return AttributingClause{{t, t + 1}, source, {source->begin, sentence.end}};
  }
  return std::nullopt;
}

// Is there nothing but the tag of an element beside it?
bool fillsElement(std::string_view text, base::Span span) {
  return span.begin > 0 && span.end < text.size() && text[span.end] == '<' &&
         nlp::charBefore(text, text.find_last_not_of(" \n", span.begin - 1) + 1) == U'>';
}

}  // namespace

std::optional<AttributingClause> signatureIn(const Reading& r, std::size_t from, std::size_t to) {
  if (from >= to || !dash(r, from)) return std::nullopt;
  std::size_t end = to;
  if (r.word(end - 1) == ".") --end;
  const Range whole{from + 1, end};
  if (whole.begin >= whole.end || whole.size() > kLongestSignature) return std::nullopt;
  if (!nlp::isUpper(nlp::charAt(r.text, r.tokens[whole.begin].span.begin))) return std::nullopt;
  Range name{whole.begin, whole.begin};
  while (name.end < whole.end && r.word(name.end) != ",") {
    if (nlp::isVerb(r.pos[name.end])) return std::nullopt;
    ++name.end;
  }
  return AttributingClause{{from, from + 1}, name, {from, to}};
}

std::vector<Attribution> findSetOff(const Reading& r) {
  std::vector<Attribution> out;
  for (std::size_t p = 0; p + 1 < r.paragraphs.size(); ++p) {
    const Range before = r.paragraphs[p].tokens;
    const Range said = r.paragraphs[p + 1].tokens;
    if (r.word(before.end - 1) != ":" || r.paragraphs[p].role != model::BlockRole::body ||
        r.paragraphs[p + 1].role != model::BlockRole::body || said.size() < kShortestSetOff ||
        r.tokens[said.begin].kind == nlp::TokenKind::mark) {
      continue;
    }
    const nlp::Sentence& last = r.sentenceAt(before.end - 1);
    auto clause = clauseBefore(r, last.tokens.begin, before.end - 1);
    // The verb must be the last word: "Kelly added:", not "Kelly said what the plan is:".
    if (!clause || !clause->source || clause->cue.end + 1 != before.end ||
        nlp::reporting(r.lowerWord(clause->cue.begin)) != nlp::Reporting::speech) {
      clause = givesWords(r, {last.tokens.begin, before.end - 1});
    }
    if (!clause) continue;
    Attribution a;
    a.kind = model::QuoteKind::direct;
    a.content = {r.spanOf(said)};
    a.cue = r.spanOf(clause->cue);
    a.source = r.spanOf(*clause->source);
    a.from = SourceFrom::clause;
    a.confidence = 0.8;
    out.push_back(std::move(a));
  }
  return out;
}

std::vector<Attribution> findSigned(const Reading& r) {
  std::vector<Attribution> out;
  for (std::size_t p = 1; p < r.paragraphs.size(); ++p) {
    const auto handle = handleAlone(r, r.paragraphs[p]);
    const Range said = r.paragraphs[p - 1].tokens;
    if (!handle || handleAlone(r, r.paragraphs[p - 1]) || r.word(said.end - 1) == ":") continue;
    Attribution a;
    a.kind = model::QuoteKind::direct;
    a.content = {r.spanOf(said)};
    a.source = r.spanOf(*handle);
    a.from = SourceFrom::clause;
    a.confidence = 0.85;
    out.push_back(std::move(a));
  }
  if (out.size() < 2) out.clear();
  return out;
}

std::vector<Attribution> findPosts(const Reading& r) {
  std::vector<Attribution> out;
  for (std::size_t p = 0; p < r.paragraphs.size(); ++p) {
    const nlp::Paragraph& said = r.paragraphs[p];
    if (said.role != model::BlockRole::body || !fillsElement(r.text, said.span)) continue;
    Attribution a;
    a.kind = model::QuoteKind::direct;
    a.content = {r.spanOf(said.tokens)};
    a.confidence = 0.9;
    if (p > 0 && r.paragraphs[p - 1].role == model::BlockRole::caption &&
        r.text[r.paragraphs[p - 1].span.end] == '"') {
      a.source = r.paragraphs[p - 1].span;
      a.from = SourceFrom::clause;
    }
    out.push_back(std::move(a));
  }
  return out;
}

}  // namespace assay::extract
