#include "extract/signed_quotes.h"

#include "extract/nlp/characters.h"

namespace assay::extract {

namespace {

using nlp::Range;
using nlp::Reading;

// Longer than "— Dana Ortega, 34, a baker from Skerrow" is a sentence.
constexpr std::size_t kLongestSignature = 12;

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

}  // namespace assay::extract
