#include "app/reporting.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/report_making.h"
#include "app/version.h"
#include "base/utf8.h"
#include "extract/worth.h"
#include "report/item_choice.h"
#include "report/labels.h"
#include "report/listing.h"
#include "report/report.h"

namespace assay::app {

namespace {

/// Gathers report::ReportData from a session.
class Gatherer {
 public:
  Gatherer(const Session& session, bool history, const base::Job& job)
      : session_(session), history_(history), job_(job) {}

  base::Result<report::ReportData> gather(const model::ArticleId& id) {
    auto view = session_.article(id);
    if (!view) return base::passOn(std::move(view));
    describe(**view);
    const auto count = static_cast<double>((*view)->rows.size());
    for (const ItemRow& row : (*view)->rows) {
      if (job_.cancelled()) return stopped();
      job_.report(kGathering * static_cast<double>(data_.items.size()) / count,
                  "reading the store");
      auto detail = session_.item(row.id);
      if (!detail) return base::passOn(std::move(detail));
      places_[row.id] = data_.items.size();
      add(**detail);
    }
    auto queries = session_.store().queries(id);
    if (!queries) return base::passOn(std::move(queries));
    for (model::Query& query : *queries) {
      report::ReportQuery entry;
      for (const model::ItemId& item : query.items) {
        if (const auto place = places_.find(item); place != places_.end()) {
          entry.items.push_back(place->second);
        }
      }
      entry.query = std::move(query);
      if (!entry.items.empty()) data_.queries.push_back(std::move(entry));
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
    data_.origin = view.draft->origin;
    data_.sha256 = view.draft->sha256;
    data_.draftNumber = view.draft->number;
    data_.text = view.draft->text;
    data_.blocks = view.draft->blocks;
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
      item.evidence.push_back({indexOf(link), link.evidence.stance, link.evidence.excerpt,
                               link.evidence.locator, link.evidence.note});
    }
    if (history_) {
      for (const store::HistoryEntry& entry : detail.history) {
        item.history.push_back({entry.at, entry.actor, changeText(entry), entry.undone});
      }
    }
    data_.items.push_back(std::move(item));
  }

  static std::string changeText(const store::HistoryEntry& entry) {
    const bool whole = entry.what.ends_with("created") || entry.what.ends_with("removed") ||
                       entry.what.ends_with("restored");
    if (whole) return entry.what;
    const auto value = [](const std::string& text) {
      return text.empty() ? std::string("–") : base::oneLine(text);
    };
    return entry.what + ": " + value(entry.before) + " → " + value(entry.after);
  }

  std::size_t indexOf(const EvidenceView& link) {
    const auto [place, added] = sources_.try_emplace(link.source.id, data_.sources.size());
    if (!added) return place->second;
    report::ReportSource entry{model::sourceNumberText(link.source.number), link.source, {}};
    for (const model::Snapshot& snapshot : link.snapshots) {
      entry.snapshots.push_back({snapshot.name, snapshot.sha256, snapshot.size, snapshot.takenAt});
    }
    data_.sources.push_back(std::move(entry));
    return place->second;
  }

  static constexpr double kGathering = 0.3;  // of the whole, for the progress bar

  const Session& session_;
  bool history_;
  const base::Job& job_;
  report::ReportData data_;
  std::map<model::SourceId, std::size_t> sources_;
  std::map<model::ItemId, std::size_t> places_;  ///< in data_.items
};

/// "html, pdf, docx": the ids of a table.
template <class Table>
std::string idsOf(const Table& table) {
  std::string ids;
  for (const auto& row : table) {
    if (!ids.empty()) ids += ", ";
    ids += row.id;
  }
  return ids;
}

base::Result<report::ReportOptions> optionsFor(const ReportRequest& request) {
  const auto language = report::languageById(request.language);
  if (!language) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format("“{}” is not a language of reports. There are: {}.",
                                  request.language, idsOf(report::languages())));
  }
  const auto items = report::itemChoiceById(request.items);
  if (!items) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format("“{}” is not a choice of items. There are: {}.", request.items,
                                  idsOf(report::itemChoices())));
  }
  if (request.history && (!request.notes || !request.sensitiveSources)) {
    return base::fail(base::ErrorCode::invalidInput,
                      "The history tells old notes and names of sources. Leave the history out, or "
                      "keep notes and sensitive sources in.");
  }
  report::ReportOptions options;
  options.items = *items;
  for (const ReportTitleField& field : request.titleFields) {
    options.titleFields.push_back({field.name, field.value});
  }
  options.notes = request.notes;
  options.sensitiveSources = request.sensitiveSources;
  options.language = *language;
  options.reviewUrl = request.reviewUrl;
  options.publisher = request.publisher;
  options.publisherUrl = request.publisherUrl;
  options.rawCsv = request.rawCsv;
  return options;
}

/// The hash of the newest event: only of a store that verifies, for a record vouches for it.
base::Result<std::string> verifiedHead(const Session& session) {
  auto verified = session.verify();
  if (!verified) return base::passOn(std::move(verified));
  if (!verified->ok()) {
    return base::fail(base::ErrorCode::corrupt,
                      "There is no protocol of a store that does not verify: " +
                          verified->problems.front() + " Run assay verify for all of it.");
  }
  return verified->head;
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
  // Not carried over to the newest draft: it stands nowhere there.
  if (!row.spans.empty()) {
    item.start = index.codePointAtByte(row.spans.front().begin);
    item.end = index.codePointAtByte(row.spans.back().end);
  }
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

std::vector<ReportItemChoice> reportItemChoices() {
  std::vector<ReportItemChoice> choices;
  for (const auto& choice : report::itemChoices()) {
    choices.push_back({std::string(choice.id), std::string(choice.word)});
  }
  return choices;
}

std::vector<ReportLanguage> reportLanguages() {
  std::vector<ReportLanguage> languages;
  for (const auto& language : report::languages()) {
    languages.push_back({std::string(language.id), std::string(language.word)});
  }
  return languages;
}

std::unexpected<base::Error> stopped() {
  return base::fail(base::ErrorCode::cancelled, "The report was stopped; no file was changed.");
}

base::Result<GatheredReport> gatherReport(const Session& session, const ReportRequest& request,
                                          const base::Job& job) {
  GatheredReport gathered;
  gathered.format = report::reportFormatById(request.format);
  if (gathered.format == nullptr) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format("“{}” is not a report format. There are: {}.", request.format,
                                  idsOf(report::reportFormats())));
  }
  auto options = optionsFor(request);
  if (!options) return base::passOn(std::move(options));
  gathered.options = std::move(*options);
  gathered.options.job = &job;
  auto data = Gatherer(session, request.history, job).gather(request.article);
  if (!data) return base::passOn(std::move(data));
  gathered.data = std::move(*data);
  if (gathered.format->id == "protocol") {
    auto head = verifiedHead(session);
    if (!head) return base::passOn(std::move(head));
    gathered.data.storeHead = std::move(*head);
  }
  return gathered;
}

base::Result<std::string> bytesOf(const GatheredReport& gathered, ReportSummary* summary) {
  const report::ReportData& data = gathered.data;
  auto bytes = gathered.format->write(data, gathered.options);
  if (bytes && summary != nullptr) {
    const auto shown = static_cast<std::size_t>(
        std::count_if(data.items.begin(), data.items.end(), [&](const report::ReportItem& entry) {
          return report::isChosen(gathered.options.items, entry.item);
        }));
    *summary = {shown, data.items.size() - shown, data.items.size() - data.unfinished(),
                data.unfinished(), bytes->size()};
  }
  return bytes;
}

base::Result<std::string> makeReport(const Session& session, const ReportRequest& request,
                                     ReportSummary* summary) {
  const base::Job toTheEnd;
  const auto gathered = gatherReport(session, request, toTheEnd);
  if (!gathered) return base::passOn(gathered);
  return bytesOf(*gathered, summary);
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
    const base::CodePointIndex index((*view)->draft->text);
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
