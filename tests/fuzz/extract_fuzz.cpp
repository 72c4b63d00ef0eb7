// Any text as an article: what is found lies inside it, in order, and refers only to what is there.
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/worth.h"
#include "tests/fuzz/fuzz_entry.h"

namespace {

using namespace assay;

void require(bool holds) {
  if (!holds) std::abort();
}

void requireInside(std::string_view text, base::Span span) {
  require(span.begin < span.end && span.end <= text.size());
  require(base::atGraphemes(text, span) == span);
}

void requireShare(double value) { require(std::isfinite(value) && value >= 0 && value <= 1); }

void checkQuotes(std::string_view text, const model::Extraction& found) {
  for (const model::Quote& quote : found.quotes) {
    require(!quote.content.empty());
    for (const base::Span span : quote.content) requireInside(text, span);
    if (quote.cue) requireInside(text, *quote.cue);
    if (quote.source) requireInside(text, *quote.source);
    require(!quote.speaker || *quote.speaker < found.speakers.size());
    requireShare(quote.confidence);
  }
}

void checkClaims(std::string_view text, const model::Extraction& found) {
  std::size_t begin = 0;
  for (const model::Claim& claim : found.claims) {
    requireInside(text, claim.span);
    require(begin <= claim.span.begin);
    begin = claim.span.begin;
    require(!claim.quote || *claim.quote < found.quotes.size());
    requireShare(claim.score);
  }
}

// With the memory of half the text, and then of all of it, the same is found.
void checkAgain(const model::Document& document, const model::Extraction& found) {
  extract::nlp::Memory memory;
  model::Document half = document;
  half.text.resize(base::atGraphemes(half.text, {0, half.text.size() / 2}).end);
  require(extract::extract(half, {}, &memory).has_value());
  for (int time = 0; time < 2; ++time) {
    const auto again = extract::extract(document, {}, &memory);
    require(again.has_value() && again->quotes == found.quotes && again->claims == found.claims &&
            again->speakers == found.speakers);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto broken = base::firstInvalidByte(text)) text.resize(*broken);
  model::Document document;
  document.text = text;
  document.format = "text";
  const auto found = extract::extract(document);
  require(found.has_value());
  for (const model::Speaker& speaker : found->speakers) {
    require(!base::firstInvalidByte(speaker.name));
    for (const base::Span mention : speaker.mentions) requireInside(text, mention);
  }
  for (const model::Block& block : found->blocks) requireInside(text, block.span);
  checkQuotes(text, *found);
  checkClaims(text, *found);
  checkAgain(document, *found);
  requireShare(extract::worth(text).score);
  return 0;
}
