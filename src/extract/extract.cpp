#include "extract/extract.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "extract/attribution.h"
#include "extract/blocks.h"
#include "extract/claims.h"
#include "extract/confidence.h"
#include "extract/marks_alone.h"
#include "extract/models.h"
#include "extract/nlp/language.h"
#include "extract/quotation_marks.h"
#include "extract/read_quotes.h"
#include "extract/reported_speech.h"
#include "extract/speakers.h"

namespace assay::extract {

namespace {

using base::Span;

std::unexpected<base::Error> stopped() {
  return base::fail(base::ErrorCode::cancelled, "Finding quotes and claims was stopped.");
}

model::Quote quoteOf(const Attribution& attribution, const Resolved& resolved, std::size_t at,
                     Reader reader) {
  model::Quote quote;
  quote.kind = attribution.kind;
  quote.content = attribution.content;
  quote.cue = attribution.cue;
  quote.source = attribution.source;
  quote.speaker = resolved.of[at];
  quote.confidence = confidenceOf(
      attribution, quote.speaker ? std::optional(resolved.certainty[at]) : std::nullopt, reader);
  return quote;
}

// Whatever the layers found, what leaves here never cuts a character in two.
void alignToGraphemes(std::string_view text, model::Extraction& found) {
  const auto align = [&](Span& span) { span = base::atGraphemes(text, span); };
  for (model::Quote& quote : found.quotes) {
    std::for_each(quote.content.begin(), quote.content.end(), align);
    if (quote.cue) align(*quote.cue);
    if (quote.source) align(*quote.source);
  }
  for (model::Claim& claim : found.claims) align(claim.span);
  for (model::Speaker& speaker : found.speakers) {
    std::for_each(speaker.mentions.begin(), speaker.mentions.end(), align);
  }
}

std::vector<Span> paragraphsOf(const nlp::Reading& reading) {
  std::vector<Span> paragraphs;
  paragraphs.reserve(reading.paragraphs.size());
  for (const nlp::Paragraph& paragraph : reading.paragraphs) paragraphs.push_back(paragraph.span);
  return paragraphs;
}

// A text in another language: nobody's words, no claims, and a sentence that says so.
model::Extraction byMarksAlone(const nlp::Reading& reading, model::Extraction found) {
  found.quotes = quotesByMarksAlone(reading.text, findMarked(reading.text, paragraphsOf(reading)));
  found.warnings.push_back({std::string(kNotEnglish), std::nullopt});
  alignToGraphemes(reading.text, found);
  return found;
}

// The blocks without the datelines at their beginning, for reading.
std::vector<model::Block> withoutDatelines(std::string_view text,
                                           std::vector<model::Block> blocks) {
  for (model::Block& block : blocks) {
    if (block.role == model::BlockRole::body) {
      block.span.begin += datelineLength(block.span.of(text));
    }
  }
  return blocks;
}

// What the encoder finds, or nothing when the text is to be read fast.
neural::Findings readClosely(const nlp::Reading& reading, const std::vector<Marked>& marked,
                             Setting setting, const base::Job& job) {
  const bool closely = setting == Setting::thorough ||
                       (setting == Setting::automatic && reading.text.size() <= kThoroughBytes);
  if (!closely) return {};
  return neural::readThoroughly(reading, marked, builtInEncoder(),
                                [&job] { return job.cancelled(); });
}

}  // namespace

base::Result<Read> readQuotes(const model::Document& document, const base::Job& job,
                              nlp::Memory* memory, Setting setting) {
  const Models& models = builtInModels();
  const std::string_view text = document.text;
  Read out;
  model::Extraction& found = out.found;
  if (job.cancelled()) return stopped();
  job.report(0.0, "reading");
  found.blocks = settleBlocks(text, document.blocks);
  found.title = headlineOf(text, found.blocks);
  if (found.title.empty()) found.title = document.title;
  out.reading = nlp::read(text, withoutDatelines(text, found.blocks));
  nlp::Reading& reading = out.reading;
  reading.memory = memory;
  if (job.cancelled()) return stopped();
  if (!nlp::isEnglish(reading)) {
    found = byMarksAlone(reading, std::move(found));
    return out;
  }
  out.english = true;
  job.report(0.2, "finding words");
  const std::vector<Marked> marked = findMarked(text, paragraphsOf(reading));
  out.findings = readClosely(reading, marked, setting, job);
  if (out.findings.empty()) {
    nlp::tagPartsOfSpeech(reading, models.pos);
  } else {
    reading.pos = out.findings.pos;
  }
  if (job.cancelled()) return stopped();
  job.report(0.5, "finding quotes");
  const std::vector<Attribution> attributions =
      findAttributions(reading, marked, models, out.findings.attributions);
  if (job.cancelled()) return stopped();
  job.report(0.8, "finding speakers");
  Resolved resolved = resolveSpeakers(reading, marked, attributions);
  const Reader reader = out.findings.attributions.empty() ? Reader::linear : Reader::encoder;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    found.quotes.push_back(quoteOf(attributions[i], resolved, i, reader));
    found.quotes.back().attitude = isAttitude(reading, found.quotes.back());
  }
  found.speakers = std::move(resolved.speakers);
  return out;
}

base::Result<model::Extraction> extract(const model::Document& document, const base::Job& job,
                                        nlp::Memory* memory, Setting setting) {
  if (memory != nullptr) memory->begin();
  auto read = readQuotes(document, job, memory, setting);
  if (!read) return base::passOn(read);
  model::Extraction& found = read->found;
  if (read->english) {
    if (job.cancelled()) return stopped();
    job.report(0.9, "finding claims");
    found.claims = findClaims(read->reading, found.quotes, read->findings, builtInModels());
    alignToGraphemes(document.text, found);
    if (memory != nullptr) memory->end();
  }
  job.report(1.0, "done");
  return std::move(found);
}

}  // namespace assay::extract
