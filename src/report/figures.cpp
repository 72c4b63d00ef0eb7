#include "report/figures.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/snapshot.h"
#include "report/labels.h"

namespace assay::report {

namespace {

/// Stretches of the text that items stand on, in order and without overlap.
class Covered {
 public:
  void add(base::Span span) {
    if (!span.empty()) spans_.push_back(span);
  }
  void settle() {
    std::sort(spans_.begin(), spans_.end());
    std::vector<base::Span> joined;
    for (const base::Span& span : spans_) {
      if (!joined.empty() && span.begin <= joined.back().end) {
        joined.back().end = std::max(joined.back().end, span.end);
      } else {
        joined.push_back(span);
      }
    }
    spans_ = std::move(joined);
  }
  [[nodiscard]] bool overlaps(base::Span word) const {
    const auto span = std::partition_point(
        spans_.begin(), spans_.end(), [&](const base::Span& s) { return s.end <= word.begin; });
    return span != spans_.end() && span->begin < word.end;
  }

 private:
  std::vector<base::Span> spans_;
};

Covered coveredBy(const ReportData& data, bool settledOnly) {
  Covered covered;
  for (const ReportItem& entry : data.items) {
    if (settledOnly && !model::info(entry.item.status).settled) continue;
    for (const base::Span& span : entry.item.anchor.spans) covered.add(span);
  }
  covered.settle();
  return covered;
}

/// Anything that makes a word a word: a lone dash is none (0xE2 begins dashes and quotation marks).
bool isLetter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (byte >= 0xC3 && byte != 0xE2);
}

}  // namespace

StatusCounts statusCounts(const ReportData& data) {
  StatusCounts counts{};
  for (const ReportItem& item : data.items) ++counts[static_cast<std::size_t>(item.item.status)];
  return counts;
}

std::string finishedSentence(const ReportData& data, Language language) {
  const std::size_t shown = data.items.size();
  const std::size_t total = shown + (data.leftOut ? data.leftOut->items : 0);
  if (total == 0) return std::string(label(language, Label::nothingFound));
  const std::size_t open = data.unfinished();
  const std::string all = std::to_string(total);
  std::string out =
      open == 0 ? filled(language, total == 1 ? Label::oneSettled : Label::allSettled, {all})
                : filled(language, open == 1 ? Label::oneOpen : Label::someOpen,
                         {std::to_string(open), all});
  if (shown < total) {
    out += " " + filled(language, Label::partShown, {std::to_string(shown), all});
  }
  return out;
}

Coverage coverageOf(const ReportData& data) {
  if (data.leftOut) return data.leftOut->coverage;
  Coverage coverage;
  const Covered any = coveredBy(data, false);
  const Covered settled = coveredBy(data, true);
  for (const model::Block& block : data.blocks) {
    if (!model::info(block.role).checked) continue;
    const std::size_t end = std::min(block.span.end, data.text.size());
    for (std::size_t at = block.span.begin; at < end;) {
      const std::size_t from = std::min(data.text.find_first_not_of(" \n\t", at), end);
      at = std::min(data.text.find_first_of(" \n\t", from), end);
      const std::string_view word = std::string_view(data.text).substr(from, at - from);
      if (std::none_of(word.begin(), word.end(), isLetter)) continue;
      ++coverage.words;
      if (any.overlaps({from, at})) ++coverage.marked;
      if (settled.overlaps({from, at})) ++coverage.checked;
    }
  }
  return coverage;
}

std::string coverageSentence(const ReportData& data, Language language) {
  const Coverage coverage = coverageOf(data);
  if (coverage.words == 0) return {};
  return filled(
      language, Label::coverage,
      {percent(coverage.marked, coverage.words), percent(coverage.checked, coverage.words)});
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

std::vector<std::vector<std::size_t>> queriesByItem(const ReportData& data) {
  std::vector<std::vector<std::size_t>> queries(data.items.size());
  for (std::size_t i = 0; i < data.queries.size(); ++i) {
    for (const std::size_t item : data.queries[i].items) {
      if (item < queries.size()) queries[item].push_back(i);
    }
  }
  return queries;
}

std::string recipientLine(const model::Query& query, Language language) {
  const std::string name = base::oneLine(query.recipient);
  if (name.empty()) return std::string(word(language, query.kind));
  if (query.kind == model::RecipientKind::other) return name;
  return name + " (" + std::string(word(language, query.kind)) + ")";
}

std::string queryLine(const model::Query& query, Language language) {
  std::string line = filled(language, Label::query, {std::to_string(query.number)}) + " · " +
                     recipientLine(query, language) + " · ";
  if (query.answeredAt != 0) {
    line += filled(language, Label::answeredOn, {base::utcDate(query.answeredAt)});
  } else if (query.askedAt != 0) {
    line += filled(language, Label::askedOn, {base::utcDate(query.askedAt)});
  } else {
    line += label(language, Label::toAsk);
  }
  return line;
}

std::string snapshotLine(const ReportSnapshot& snapshot) {
  return base::oneLine(snapshot.name) + ", " + model::sizeText(snapshot.size) + ", " +
         minuteText(snapshot.takenAt) + ", SHA-256 " + snapshot.sha256;
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
