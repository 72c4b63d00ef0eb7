#include "report/figures.h"

#include <algorithm>

#include "report/labels.h"

namespace assay::report {

StatusCounts statusCounts(const ReportData& data) {
  StatusCounts counts{};
  for (const ReportItem& item : data.items) ++counts[static_cast<std::size_t>(item.item.status)];
  return counts;
}

std::string finishedSentence(const ReportData& data, Language language) {
  if (data.items.empty()) return std::string(label(language, Label::nothingFound));
  const std::size_t open = data.unfinished();
  const std::string all = std::to_string(data.items.size());
  if (open == 0) {
    const Label which = data.items.size() == 1 ? Label::oneSettled : Label::allSettled;
    return filled(language, which, {all});
  }
  return filled(language, open == 1 ? Label::oneOpen : Label::someOpen,
                {std::to_string(open), all});
}

bool mustBeSettled(const model::Item& item) {
  switch (item.status) {
    case model::Status::wrong:
    case model::Status::disputed:
    case model::Status::unverifiable: return true;
    default: return item.flags.has(model::Flag::changedSinceChecked);
  }
}

std::string percent(std::size_t part, std::size_t whole) {
  std::size_t rounded = whole == 0 ? 0 : (part * 100 + whole / 2) / whole;
  if (part > 0 && rounded == 0) rounded = 1;
  if (part < whole && rounded == 100) rounded = 99;
  return std::to_string(rounded) + " %";
}

std::vector<std::vector<std::size_t>> itemsBySource(const ReportData& data) {
  std::vector<std::vector<std::size_t>> used(data.sources.size());
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    for (const ReportEvidence& evidence : data.items[i].evidence) {
      if (evidence.source >= used.size()) continue;
      auto& items = used[evidence.source];
      if (items.empty() || items.back() != i) items.push_back(i);
    }
  }
  return used;
}

std::string minuteText(base::Millis time) {
  if (time == 0) return {};
  std::string text = base::utcTimestamp(time);  // 2026-02-03T14:02:11Z
  text[10] = ' ';
  return text.substr(0, 16) + " UTC";
}

std::string titleOf(const ReportData& data, Language language) {
  return data.title.empty() ? std::string(label(language, Label::untitled)) : data.title;
}

}  // namespace assay::report
