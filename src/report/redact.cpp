#include "report/redact.h"

#include <algorithm>

#include "report/figures.h"
#include "report/item_choice.h"
#include "report/labels.h"

namespace assay::report {

namespace {

void dropNotes(ReportData& data) {
  for (ReportItem& item : data.items) {
    item.item.note.clear();
    for (ReportEvidence& evidence : item.evidence) evidence.note.clear();
  }
  for (ReportSource& source : data.sources) {
    source.source.note.clear();
    source.source.contact.clear();
  }
  // What the desk asks its lawyer is as internal as a note.
  data.queries.clear();
}

void hideSensitive(ReportData& data, Language language) {
  for (ReportItem& item : data.items) {
    for (ReportEvidence& evidence : item.evidence) {
      if (evidence.source >= data.sources.size()) continue;
      const ReportSource& source = data.sources[evidence.source];
      if (!source.source.sensitive) continue;
      if (!evidence.excerpt.empty()) {
        evidence.excerpt = filled(language, Label::confidential, {source.number});
      }
      // A page or a minute can lead to the source as surely as its name.
      evidence.locator.clear();
      evidence.note.clear();
    }
  }
  for (ReportSource& entry : data.sources) {
    model::Source& source = entry.source;
    if (!source.sensitive) continue;
    // A hash tells the document to everybody who has it.
    entry.snapshots.clear();
    source.title = filled(language, Label::confidential, {entry.number});
    for (std::string* field : {&source.author, &source.publisher, &source.url, &source.archivedUrl,
                               &source.lookedAt, &source.contact, &source.note}) {
      field->clear();
    }
  }
}

/// Keeps the queries about what stays, with the new places of that.
void keepQueries(ReportData& data, const std::vector<std::optional<std::size_t>>& places) {
  for (ReportQuery& query : data.queries) {
    std::vector<std::size_t> items;
    for (const std::size_t item : query.items) {
      if (item < places.size() && places[item]) items.push_back(*places[item]);
    }
    query.items = std::move(items);
  }
  std::erase_if(data.queries, [](const ReportQuery& query) { return query.items.empty(); });
}

/// Keeps the items of the choice, and the sources and queries that they use.
void choose(ReportData& data, ItemChoice choice) {
  LeftOut left;
  left.coverage = coverageOf(data);
  std::vector<std::optional<std::size_t>> itemPlaces;
  itemPlaces.reserve(data.items.size());
  std::size_t staying = 0;
  for (const ReportItem& entry : data.items) {
    itemPlaces.push_back(isChosen(choice, entry.item) ? std::optional(staying++) : std::nullopt);
  }
  std::erase_if(data.items, [&](const ReportItem& entry) {
    const bool goes = !isChosen(choice, entry.item);
    left.items += goes ? 1 : 0;
    left.open += goes && !model::info(entry.item.status).settled ? 1 : 0;
    return goes;
  });
  data.leftOut = left;
  std::vector<std::size_t> places(data.sources.size());
  std::vector<ReportSource> kept;
  const auto used = itemsBySource(data);
  for (std::size_t i = 0; i < data.sources.size(); ++i) {
    places[i] = kept.size();
    if (!used[i].empty()) kept.push_back(std::move(data.sources[i]));
  }
  for (ReportItem& item : data.items) {
    for (ReportEvidence& evidence : item.evidence) {
      evidence.source = evidence.source < places.size() ? places[evidence.source] : kept.size();
    }
  }
  data.sources = std::move(kept);
  keepQueries(data, itemPlaces);
}

/// The history tells old notes and names of sources: it goes with either.
void dropHistory(ReportData& data) {
  for (ReportItem& item : data.items) item.history.clear();
}

}  // namespace

Shown::Shown(const ReportData& data, const ReportOptions& options) : data_(&data) {
  const bool hide = !options.sensitiveSources &&
                    std::any_of(data.sources.begin(), data.sources.end(),
                                [](const ReportSource& s) { return s.source.sensitive; });
  const bool all = options.items == ItemChoice::all;
  if (options.notes && !hide && all) return;
  copy_ = data;
  if (!all) choose(*copy_, options.items);
  if (!options.notes || hide) dropHistory(*copy_);
  if (!options.notes) dropNotes(*copy_);
  if (hide) hideSensitive(*copy_, options.language);
  data_ = &*copy_;
}

}  // namespace assay::report
