// JSON and JSON Lines: everything a report says, for programs. Positions count code points.
#include "report/figures.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

constexpr int kFormatVersion = 1;

Json articleJson(const ReportData& data, const base::CodePointIndex& points) {
  return {{"number", data.articleNumber},      {"title", textOrNull(data.title)},
          {"byline", textOrNull(data.byline)}, {"outlet", textOrNull(data.outlet)},
          {"url", textOrNull(data.url)},       {"origin", textOrNull(data.origin)},
          {"draft", data.draftNumber},         {"sha256", data.sha256},
          {"length", points.size()},           {"text", data.text}};
}

Json summaryJson(const ReportData& data) {
  Json byStatus = Json::object();
  for (const model::StatusInfo& status : model::statuses()) {
    byStatus[std::string(status.id)] = data.count(status.status);
  }
  const Coverage coverage = coverageOf(data);
  return {{"items", data.items.size()},
          {"leftOut", data.leftOut ? data.leftOut->items : 0},
          {"coverage",
           {{"words", coverage.words}, {"marked", coverage.marked}, {"checked", coverage.checked}}},
          {"open", data.unfinished()},
          {"finished", !data.items.empty() && data.unfinished() == 0},
          {"byStatus", std::move(byStatus)}};
}

Json evidenceJson(const ReportData& data, const ReportEvidence& evidence) {
  const bool known = evidence.source < data.sources.size();
  return {{"source", known ? Json(data.sources[evidence.source].number) : Json(nullptr)},
          {"stance", model::info(evidence.stance).id},
          {"excerpt", textOrNull(evidence.excerpt)},
          {"locator", textOrNull(evidence.locator)},
          {"note", textOrNull(evidence.note)}};
}

Json itemJson(const ReportData& data, const ReportItem& entry, const base::CodePointIndex& points) {
  const model::Item& item = entry.item;
  Json spans = Json::array();
  for (const base::Span& span : item.anchor.spans) spans.push_back(spanJson(points, span));
  Json flags = Json::array();
  for (const model::FlagInfo& flag : model::flags()) {
    if (item.flags.has(flag.flag)) flags.push_back(flag.id);
  }
  Json reasons = Json::array();
  for (const model::ClaimReason reason : item.reasons) reasons.push_back(model::info(reason).id);
  Json evidence = Json::array();
  for (const ReportEvidence& e : entry.evidence) evidence.push_back(evidenceJson(data, e));
  Json speaker = nullptr;
  if (!entry.speaker.empty()) speaker = {{"name", entry.speaker}, {"roles", entry.speakerRoles}};
  const bool quote = model::isQuote(item.kind);
  Json out{{"number", entry.number},
           {"kind", model::info(item.kind).id},
           {"status", model::info(item.status).id},
           {"wording", quote ? Json(model::info(item.wording).id) : Json(nullptr)},
           {"flags", std::move(flags)},
           {"text", item.anchor.exact},
           {"spans", std::move(spans)},
           {"prefix", item.anchor.prefix},
           {"suffix", item.anchor.suffix},
           {"speaker", std::move(speaker)},
           {"quote", textOrNull(entry.parent)},
           {"confidence", rounded(item.confidence)},
           {"score", rounded(item.score)},
           {"reasons", std::move(reasons)},
           {"checkable", item.checkable},
           {"verdict", textOrNull(item.verdict)},
           {"explanation", textOrNull(item.explanation)},
           {"correction", textOrNull(item.correction)},
           {"note", textOrNull(item.note)},
           {"evidence", std::move(evidence)},
           {"checkedBy", textOrNull(entry.checkedBy)},
           {"checkedAt",
            entry.checkedAt == 0 ? Json(nullptr) : Json(base::utcTimestamp(entry.checkedAt))}};
  if (entry.history.empty()) return out;
  Json history = Json::array();
  for (const ReportChange& change : entry.history) {
    history.push_back({{"at", base::utcTimestamp(change.at)},
                       {"by", change.who},
                       {"what", change.what},
                       {"undone", change.undone}});
  }
  out["history"] = std::move(history);
  return out;
}

Json snapshotsJson(const ReportSource& entry) {
  Json snapshots = Json::array();
  for (const ReportSnapshot& snapshot : entry.snapshots) {
    snapshots.push_back({{"name", snapshot.name},
                         {"sha256", snapshot.sha256},
                         {"size", snapshot.size},
                         {"takenAt", base::utcTimestamp(snapshot.takenAt)}});
  }
  return snapshots;
}

Json sourceJson(const ReportSource& entry) {
  const model::Source& source = entry.source;
  const model::SourceKindInfo& kind = model::info(source.kind);
  return {{"number", entry.number},
          {"kind", kind.id},
          {"primary", kind.primary},
          {"title", textOrNull(source.title)},
          {"author", textOrNull(source.author)},
          {"publisher", textOrNull(source.publisher)},
          {"url", textOrNull(source.url)},
          {"archivedUrl", textOrNull(source.archivedUrl)},
          {"lookedAt", textOrNull(source.lookedAt)},
          {"sensitive", source.sensitive},
          {"contact", textOrNull(source.contact)},
          {"note", textOrNull(source.note)},
          {"snapshots", snapshotsJson(entry)}};
}

Json timeOrNull(base::Millis at) { return at == 0 ? Json(nullptr) : Json(base::utcTimestamp(at)); }

Json queryJson(const ReportData& data, const ReportQuery& entry) {
  const model::Query& query = entry.query;
  Json items = Json::array();
  for (const std::size_t item : entry.items) items.push_back(data.items[item].number);
  return {{"number", query.number},
          {"state", model::info(model::stateOf(query)).id},
          {"recipientKind", model::info(query.kind).id},
          {"recipient", textOrNull(query.recipient)},
          {"contact", textOrNull(query.contact)},
          {"items", std::move(items)},
          {"text", query.text},
          {"askedAt", timeOrNull(query.askedAt)},
          {"answeredAt", timeOrNull(query.answeredAt)},
          {"answer", textOrNull(query.answer)}};
}

Json headJson(const ReportData& data, const base::CodePointIndex& points) {
  return {{"format", "assay-report"},
          {"version", kFormatVersion},
          {"program", data.program},
          {"generatedAt", base::utcTimestamp(data.generatedAt)},
          {"storeHead", textOrNull(data.storeHead)},
          {"article", articleJson(data, points)},
          {"summary", summaryJson(data)}};
}

Json blocksJson(const ReportData& data, const base::CodePointIndex& points) {
  Json blocks = Json::array();
  for (const model::Block& block : data.blocks) {
    Json entry = spanJson(points, block.span);
    entry["role"] = model::info(block.role).id;
    blocks.push_back(std::move(entry));
  }
  return blocks;
}

/// One object a line, its type first.
void appendLine(std::string& out, std::string_view type, const Json& members) {
  Json line{{"type", type}};
  line.update(members);
  out += compactJson(line) + "\n";
}

}  // namespace

base::Result<std::string> writeJson(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  const base::CodePointIndex points(all.text);
  Json out = headJson(all, points);
  Json items = Json::array();
  constexpr Share kItems{0, 0.5};  // the other half is making text of it
  const std::size_t count = all.items.size();
  for (std::size_t i = 0; i < count && goesOn(options, i, count, kItems); ++i) {
    items.push_back(itemJson(all, all.items[i], points));
  }
  if (auto left = unlessStopped(options, {}); !left) return left;
  Json sources = Json::array();
  for (const ReportSource& source : all.sources) sources.push_back(sourceJson(source));
  out["blocks"] = blocksJson(all, points);
  out["items"] = std::move(items);
  out["sources"] = std::move(sources);
  Json queries = Json::array();
  for (const ReportQuery& query : all.queries) queries.push_back(queryJson(all, query));
  out["queries"] = std::move(queries);
  return unlessStopped(options, jsonText(out));
}

base::Result<std::string> writeJsonLines(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  const base::CodePointIndex points(all.text);
  Json head = headJson(all, points);
  head["blocks"] = blocksJson(all, points);
  std::string out;
  appendLine(out, "report", head);
  for (const ReportSource& source : all.sources) appendLine(out, "source", sourceJson(source));
  for (std::size_t i = 0; i < all.items.size() && goesOn(options, i, all.items.size()); ++i) {
    appendLine(out, "item", itemJson(all, all.items[i], points));
  }
  for (const ReportQuery& query : all.queries) appendLine(out, "query", queryJson(all, query));
  return unlessStopped(options, std::move(out));
}

}  // namespace assay::report
