// CSV: one file of items with their evidence joined, and one each of sources, of what was kept of
// them, and of queries.
#include "base/utf8.h"
#include "report/csv.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

/// Line feeds keep joined values apart inside one cell: no separator of a list can be mistaken.
void join(std::string& out, std::string_view value) {
  if (value.empty()) return;
  if (!out.empty()) out += '\n';
  out += value;
}

std::string timeText(base::Millis time) { return time == 0 ? "" : base::utcTimestamp(time); }

std::string flagsText(model::FlagSet set) {
  std::string out;
  for (const model::FlagInfo& flag : model::flags()) {
    if (set.has(flag.flag)) join(out, flag.id);
  }
  return out;
}

std::string reasonsText(const model::Item& item) {
  std::string out;
  for (const model::ClaimReason reason : item.reasons) join(out, model::info(reason).id);
  return out;
}

/// "supports S1, page 3: the excerpt".
std::string evidenceText(const ReportData& data, const ReportEvidence& evidence) {
  std::string out{model::info(evidence.stance).id};
  if (evidence.source < data.sources.size()) out += " " + data.sources[evidence.source].number;
  if (!evidence.locator.empty()) out += ", " + base::oneLine(evidence.locator);
  if (!evidence.excerpt.empty()) out += ": " + base::oneLine(evidence.excerpt);
  if (!evidence.note.empty()) out += " [" + base::oneLine(evidence.note) + "]";
  return out;
}

void writeItem(CsvFile& csv, const ReportData& data, const ReportItem& entry,
               const base::CodePointIndex& points) {
  const model::Item& item = entry.item;
  csv.cell(data.articleNumber);
  csv.cell(entry.number);
  csv.cell(model::info(item.kind).id);
  csv.cell(model::info(item.status).id);
  csv.cell(model::isQuote(item.kind) ? model::info(item.wording).id : "");
  csv.cell(flagsText(item.flags));
  csv.cell(item.anchor.exact);
  csv.cell(entry.speaker);
  std::string roles;
  for (const std::string& role : entry.speakerRoles) join(roles, base::oneLine(role));
  csv.cell(roles);
  csv.cell(entry.parent);
  const auto& spans = item.anchor.spans;
  csv.cell(spans.empty() ? "" : std::to_string(points.codePointAtByte(spans.front().begin)));
  csv.cell(spans.empty() ? "" : std::to_string(points.codePointAtByte(spans.back().end)));
  csv.cell(reasonsText(item));
  csv.cell(item.verdict);
  csv.cell(item.explanation);
  csv.cell(item.correction);
  std::string evidence;
  std::string sources;
  for (const ReportEvidence& e : entry.evidence) {
    join(evidence, evidenceText(data, e));
    if (e.source < data.sources.size()) join(sources, data.sources[e.source].number);
  }
  csv.cell(evidence);
  csv.cell(sources);
  csv.cell(item.note);
  csv.cell(entry.checkedBy);
  csv.cell(timeText(entry.checkedAt));
  csv.endRow();
}

void writeHeader(CsvFile& csv, std::initializer_list<std::string_view> columns) {
  for (const std::string_view column : columns) csv.cell(column);
  csv.endRow();
}

}  // namespace

base::Result<std::string> writeCsvItems(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const base::CodePointIndex points(data.text);
  CsvFile csv(options.rawCsv);
  writeHeader(csv, {"article", "number",     "kind",        "status",     "wording",  "flags",
                    "text",    "speaker",    "roles",       "quote",      "start",    "end",
                    "reasons", "verdict",    "explanation", "correction", "evidence", "sources",
                    "note",    "checked_by", "checked_at"});
  const ReportData& all = shown.data();
  for (std::size_t i = 0; i < all.items.size() && goesOn(options, i, all.items.size()); ++i) {
    writeItem(csv, all, all.items[i], points);
  }
  return unlessStopped(options, csv.take());
}

base::Result<std::string> writeCsvSources(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  const auto used = itemsBySource(all);
  CsvFile csv(options.rawCsv);
  writeHeader(csv, {"number", "kind", "rank", "title", "author", "publisher", "url", "archived_url",
                    "looked_at", "sensitive", "contact", "note", "items"});
  for (std::size_t i = 0; i < all.sources.size() && goesOn(options, i, all.sources.size()); ++i) {
    const model::Source& source = all.sources[i].source;
    const model::SourceKindInfo& kind = model::info(source.kind);
    csv.cell(all.sources[i].number);
    csv.cell(kind.id);
    csv.cell(kind.primary ? "primary" : "secondary");
    for (const std::string* field : {&source.title, &source.author, &source.publisher, &source.url,
                                     &source.archivedUrl, &source.lookedAt}) {
      csv.cell(*field);
    }
    csv.cell(source.sensitive ? "yes" : "no");
    csv.cell(source.contact);
    csv.cell(source.note);
    std::string items;
    for (const std::size_t item : used[i]) join(items, all.items[item].number);
    csv.cell(items);
    csv.endRow();
  }
  return unlessStopped(options, csv.take());
}

base::Result<std::string> writeCsvSnapshots(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  CsvFile csv(options.rawCsv);
  writeHeader(csv, {"source", "title", "name", "sha256", "size", "taken_at"});
  const auto& sources = shown.data().sources;
  for (std::size_t i = 0; i < sources.size() && goesOn(options, i, sources.size()); ++i) {
    for (const ReportSnapshot& kept : sources[i].snapshots) {
      csv.cell(sources[i].number);
      csv.cell(sources[i].source.title);
      csv.cell(kept.name);
      csv.cell(kept.sha256);
      csv.cell(std::to_string(kept.size));
      csv.cell(timeText(kept.takenAt));
      csv.endRow();
    }
  }
  return unlessStopped(options, csv.take());
}

base::Result<std::string> writeCsvQueries(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  CsvFile csv(options.rawCsv);
  writeHeader(csv, {"article", "number", "state", "recipient_kind", "recipient", "contact", "items",
                    "text", "asked_at", "answered_at", "answer"});
  for (std::size_t i = 0; i < all.queries.size() && goesOn(options, i, all.queries.size()); ++i) {
    const model::Query& query = all.queries[i].query;
    csv.cell(all.articleNumber);
    csv.cell(std::to_string(query.number));
    csv.cell(model::info(model::stateOf(query)).id);
    csv.cell(model::info(query.kind).id);
    csv.cell(query.recipient);
    csv.cell(query.contact);
    std::string items;
    for (const std::size_t item : all.queries[i].items) join(items, all.items[item].number);
    csv.cell(items);
    csv.cell(query.text);
    csv.cell(timeText(query.askedAt));
    csv.cell(timeText(query.answeredAt));
    csv.cell(query.answer);
    csv.endRow();
  }
  return unlessStopped(options, csv.take());
}

}  // namespace assay::report
