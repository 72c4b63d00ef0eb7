// W3C Web Annotation: every item as an annotation on the published text.
//
// An AnnotationPage with one annotation an item. A target is found again by its words
// (TextQuoteSelector) and by its place (TextPositionSelector, in code points, as the
// recommendation asks); a quote of several pieces has one target a piece.
#include <algorithm>

#include "report/formats.h"
#include "report/json_text.h"
#include "report/labels.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

constexpr std::size_t kContext = 32;  // code points before and after, as in model::Anchor

/// What the selectors point into: the published page, or the very text by its hash.
std::string targetSource(const ReportData& data) {
  return model::isWebAddress(data.url) ? data.url : "urn:sha256:" + data.sha256;
}

Json targetJson(const ReportData& data, base::Span span, const base::CodePointIndex& points) {
  span.end = std::min(span.end, data.text.size());
  span.begin = std::min(span.begin, span.end);
  const base::Span place = points.toCodePoints(span);
  return {{"source", targetSource(data)},
          {"selector",
           Json::array(
               {{{"type", "TextQuoteSelector"},
                 {"exact", span.of(data.text)},
                 {"prefix", base::codePointsBefore(data.text, span.begin, kContext)},
                 {"suffix", base::codePointsFrom(data.text, span.end, kContext)}},
                {{"type", "TextPositionSelector"}, {"start", place.begin}, {"end", place.end}}})}};
}

Json textBody(std::string_view purpose, std::string_view value) {
  return {{"type", "TextualBody"},
          {"purpose", purpose},
          {"format", "text/plain"},
          {"value", std::string(value)}};
}

Json motivationsOf(const model::Item& item) {
  Json motivations = Json::array({"assessing"});
  if (!model::info(item.status).settled) motivations.push_back("questioning");
  if (!item.correction.empty()) motivations.push_back("editing");
  return motivations;
}

Json bodiesOf(const ReportData& data, const ReportItem& entry, Language language) {
  const model::Item& item = entry.item;
  Json status = textBody("assessing", word(language, item.status));
  status["language"] = info(language).id;
  Json bodies = Json::array({std::move(status)});
  if (!item.verdict.empty()) bodies.push_back(textBody("classifying", item.verdict));
  if (!item.explanation.empty()) bodies.push_back(textBody("describing", item.explanation));
  if (!item.correction.empty()) bodies.push_back(textBody("editing", item.correction));
  if (!item.note.empty()) bodies.push_back(textBody("commenting", item.note));
  for (const ReportEvidence& evidence : entry.evidence) {
    if (evidence.source >= data.sources.size()) continue;
    const model::Source& source = data.sources[evidence.source].source;
    if (model::isWebAddress(source.url)) {
      bodies.push_back(
          {{"type", "SpecificResource"}, {"purpose", "linking"}, {"source", source.url}});
    }
    if (!evidence.excerpt.empty()) bodies.push_back(textBody("describing", evidence.excerpt));
  }
  return bodies;
}

Json annotationJson(const ReportData& data, const ReportItem& entry, Language language,
                    const base::CodePointIndex& points) {
  Json targets = Json::array();
  for (const base::Span& span : entry.item.anchor.spans) {
    targets.push_back(targetJson(data, span, points));
  }
  // An item that lost its place in the text still is about the article.
  if (targets.empty()) targets.push_back(targetSource(data));
  Json out{{"id", "urn:assay:" + data.sha256 + ":" + entry.number},
           {"type", "Annotation"},
           {"motivation", motivationsOf(entry.item)},
           {"body", bodiesOf(data, entry, language)},
           {"target", std::move(targets)}};
  if (!entry.checkedBy.empty()) {
    out["creator"] = {{"type", "Person"}, {"name", entry.checkedBy}};
  }
  if (entry.checkedAt != 0) out["modified"] = base::utcTimestamp(entry.checkedAt);
  return out;
}

}  // namespace

base::Result<std::string> writeAnnotations(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  const base::CodePointIndex points(all.text);
  Json items = Json::array();
  constexpr Share kItems{0, 0.5};  // the other half is making text of it
  const std::size_t count = all.items.size();
  for (std::size_t i = 0; i < count && goesOn(options, i, count, kItems); ++i) {
    items.push_back(annotationJson(all, all.items[i], options.language, points));
  }
  if (auto left = unlessStopped(options, {}); !left) return left;
  return jsonText({{"@context", "http://www.w3.org/ns/anno.jsonld"},
                   {"id", "urn:assay:" + all.sha256 + ":annotations"},
                   {"type", "AnnotationPage"},
                   {"generator", {{"type", "Software"}, {"name", all.program}}},
                   {"items", std::move(items)}});
}

}  // namespace assay::report
