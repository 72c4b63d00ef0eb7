#include "report/redact.h"

#include <algorithm>

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
    source.title = filled(language, Label::confidential, {entry.number});
    for (std::string* field : {&source.author, &source.publisher, &source.url, &source.archivedUrl,
                               &source.lookedAt, &source.contact, &source.note}) {
      field->clear();
    }
  }
}

}  // namespace

Shown::Shown(const ReportData& data, const ReportOptions& options) : data_(&data) {
  const bool hide = !options.sensitiveSources &&
                    std::any_of(data.sources.begin(), data.sources.end(),
                                [](const ReportSource& s) { return s.source.sensitive; });
  if (options.notes && !hide) return;
  copy_ = data;
  if (!options.notes) dropNotes(*copy_);
  if (hide) hideSensitive(*copy_, options.language);
  data_ = &*copy_;
}

}  // namespace assay::report
