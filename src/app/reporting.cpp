#include "app/reporting.h"

#include <fmt/format.h>

#include <map>

#include "app/version.h"
#include "base/utf8.h"
#include "extract/worth.h"
#include "report/labels.h"
#include "report/listing.h"
#include "report/report.h"

namespace assay::app {

namespace {

/// Gathers report::ReportData from a session.
class Gatherer {
 public:
  explicit Gatherer(const Session& session) : session_(session) {}

  base::Result<report::ReportData> gather(const model::ArticleId& id) {
    auto view = session_.article(id);
    if (!view) return base::passOn(std::move(view));
    describe(**view);
    for (const ItemRow& row : (*view)->rows) {
      auto detail = session_.item(row.id);
      if (!detail) return base::passOn(std::move(detail));
      add(**detail);
    }
    return std::move(data_);
  }

 private:
  void describe(const ArticleView& view) {
    data_.articleNumber = view.number;
    data_.title = view.article.title;
    data_.byline = view.article.byline;
    data_.outlet = view.article.outlet;
    data_.url = view.article.url;
    data_.origin = view.draft.origin;
    data_.sha256 = view.draft.sha256;
    data_.draftNumber = view.draft.number;
    data_.text = view.draft.text;
    data_.blocks = view.draft.blocks;
    data_.generatedAt = session_.environment().clock.now();
    data_.program = programName();
  }

  void add(const ItemDetail& detail) {
    report::ReportItem item;
    item.number = detail.row.number;
    item.item = detail.item;
    item.parent = detail.row.parent;
    item.checkedBy = detail.item.decidedBy;
    item.checkedAt = detail.item.decidedAt;
    if (detail.speaker) {
      item.speaker = detail.speaker->name;
      item.speakerRoles = detail.speaker->roles;
    }
    for (const EvidenceView& link : detail.evidence) {
      item.evidence.push_back({indexOf(link.source), link.evidence.stance, link.evidence.excerpt,
                               link.evidence.locator, link.evidence.note});
    }
    data_.items.push_back(std::move(item));
  }

  std::size_t indexOf(const model::Source& source) {
    const auto [place, added] = sources_.try_emplace(source.id, data_.sources.size());
    if (added) data_.sources.push_back({model::sourceNumberText(source.number), source});
    return place->second;
  }

  const Session& session_;
  report::ReportData data_;
  std::map<model::SourceId, std::size_t> sources_;
};

std::string formatIds() {
  std::string ids;
  for (const auto& format : report::reportFormats()) {
    if (!ids.empty()) ids += ", ";
    ids += format.id;
  }
  return ids;
}

std::string languageIds() {
  std::string ids;
  for (const auto& language : report::languages()) {
    if (!ids.empty()) ids += ", ";
    ids += language.id;
  }
  return ids;
}

report::ListedItem listed(const ArticleView& view, const ItemRow& row,
                          const base::CodePointIndex& index) {
  report::ListedItem item;
  item.article = view.number;
  item.number = row.number;
  item.kind = row.kind;
  item.status = row.status;
  item.flags = row.flags;
  item.text = row.text;
  item.speaker = row.speaker;
  item.start = index.codePointAtByte(row.spans.front().begin);
  item.end = index.codePointAtByte(row.spans.back().end);
  item.score = row.score;
  item.parent = row.parent;
  return item;
}

}  // namespace

std::vector<ReportChoice> reportChoices() {
  std::vector<ReportChoice> choices;
  for (const auto& format : report::reportFormats()) {
    choices.push_back({std::string(format.id), std::string(format.extension),
                       std::string(format.word), std::string(format.meaning)});
  }
  return choices;
}

base::Result<std::string> makeReport(const Session& session, const ReportRequest& request,
                                     ReportSummary* summary) {
  const report::ReportFormat* format = report::reportFormatById(request.format);
  if (format == nullptr) {
    return base::fail(
        base::ErrorCode::unsupported,
        fmt::format("“{}” is not a report format. There are: {}.", request.format, formatIds()));
  }
  auto data = Gatherer(session).gather(request.article);
  if (!data) return base::passOn(std::move(data));
  const auto language = report::languageById(request.language);
  if (!language) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format("“{}” is not a language of reports. There are: {}.",
                                  request.language, languageIds()));
  }
  report::ReportOptions options;
  options.notes = request.notes;
  options.sensitiveSources = request.sensitiveSources;
  options.language = *language;
  options.reviewUrl = request.reviewUrl;
  options.publisher = request.publisher;
  options.publisherUrl = request.publisherUrl;
  options.rawCsv = request.rawCsv;
  auto bytes = format->write(*data, options);
  if (bytes && summary != nullptr) {
    *summary = {data->items.size(), data->items.size() - data->unfinished(), data->unfinished(),
                bytes->size()};
  }
  return bytes;
}

base::Result<ReportSummary> writeReport(const Session& session, const ReportRequest& request,
                                        const std::filesystem::path& file) {
  ReportSummary summary;
  auto bytes = makeReport(session, request, &summary);
  if (!bytes) return base::passOn(std::move(bytes));
  auto written = session.environment().files.writeAtomically(file, *bytes);
  if (!written) return base::passOn(std::move(written));
  return summary;
}

std::string extractionJson(const ImportArticle& extracted) {
  return report::extractionJson(extracted.document, extracted.extraction);
}

std::string extractionText(const ImportArticle& extracted) {
  return report::extractionText(extracted.document, extracted.extraction);
}

base::Result<std::string> listItems(const Session& session, const model::ArticleId& article,
                                    const Filter& filter, std::string_view format,
                                    std::size_t columns) {
  auto articles = session.articles();
  if (!articles) return base::passOn(std::move(articles));
  std::vector<report::ListedItem> items;
  for (const ArticleSummary& summary : *articles) {
    if (!article.empty() && summary.article.id != article) continue;
    auto view = session.article(summary.article.id);
    if (!view) return base::passOn(std::move(view));
    const base::CodePointIndex index((*view)->draft.text);
    for (const std::size_t row : filtered(**view, filter)) {
      items.push_back(listed(**view, (*view)->rows[row], index));
    }
  }
  if (format == "json") return report::itemsJson(items);
  if (format == "csv") return report::itemsCsv(items);
  if (format == "table") return report::itemsTable(items, columns);
  return base::fail(base::ErrorCode::unsupported,
                    fmt::format("“{}” is not a list format. There are: table, json, csv.", format));
}

std::string worthLine(std::string_view sentence) {
  const extract::Worth worth = extract::worth(sentence);
  std::string reasons;
  for (const model::ClaimReason reason : worth.reasons) {
    if (!reasons.empty()) reasons += ", ";
    reasons += model::info(reason).word;
  }
  return fmt::format("{:.4f}\t{}", worth.score, reasons);
}

}  // namespace assay::app
