// The figures of the check, and what must be settled before the article runs.
#include <algorithm>

#include "base/utf8.h"
#include "report/figures.h"
#include "report/html_page.h"

namespace assay::report {

namespace {

constexpr std::size_t kPassage = 160;  // code points of a passage in the list of what to settle

void appendSettleRow(HtmlPage& page, std::size_t index) {
  const ReportItem& entry = page.data.items[index];
  page << "<tr><th scope=\"row\">";
  page.checkLink(index);
  page << "</th><td>";
  page.status(entry.item.status, "span");
  if (entry.item.flags.has(model::Flag::changedSinceChecked)) {
    page << "<br><span class=\"fine\">";
    page.text(word(page.language, model::Flag::changedSinceChecked)) << "</span>";
  }
  page << "</td><td dir=\"auto\">";
  page.text(base::shortened(base::oneLine(entry.item.anchor.exact), kPassage));
  page << "</td><td dir=\"auto\">";
  page.text(entry.item.correction) << "</td></tr>\n";
}

void appendOpenNumbers(HtmlPage& page) {
  if (page.data.unfinished() == 0) return;
  page << "<p class=\"openlist\"><strong>";
  page.label(Label::stillOpen) << ":</strong>";
  for (std::size_t i = 0; i < page.data.items.size(); ++i) {
    if (model::info(page.data.items[i].item.status).settled) continue;
    page << " ";
    page.checkLink(i);
  }
  page << "</p>\n";
}

/// One strip of all statuses, as wide as the page: the state of the check at a glance.
void appendStrip(HtmlPage& page, const StatusCounts& counts) {
  constexpr std::size_t kUnits = 1000;
  const std::size_t all = page.data.items.size();
  page << "<svg class=\"strip\" role=\"img\" viewBox=\"0 0 1000 10\" "
          "preserveAspectRatio=\"none\" aria-label=\"";
  const char* separator = "";
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count == 0) continue;
    page << separator;
    page.text(word(page.language, status.status)) << " " << std::to_string(count);
    separator = ", ";
  }
  page << "\">";
  std::size_t before = 0;
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count == 0) continue;
    const std::size_t left = before * kUnits / all;
    before += count;
    const std::size_t right = before * kUnits / all;
    page << "<rect class=\"" << statusClass(status.status) << "\" x=\"" << std::to_string(left)
         << "\" width=\"" << std::to_string(right - left)
         << "\" height=\"10\" vector-effect=\"non-scaling-stroke\"/>";
  }
  page << "</svg>\n";
}

/// `most` is the largest count of all rows: its bar fills the cell.
void appendSummaryRow(HtmlPage& page, const model::StatusInfo& status, std::size_t count,
                      std::size_t most) {
  const std::size_t all = page.data.items.size();
  page << "<tr><th scope=\"row\">";
  page.status(status.status, "span");
  page << "</th><td class=\"figure\">" << std::to_string(count) << "</td><td class=\"figure\">"
       << percent(count, all) << "</td><td class=\"barcell\"><svg class=\"bar "
       << statusClass(status.status)
       << "\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
       << "<rect width=\"" << std::to_string(count * 1000 / most)
       << "\" height=\"10\"/></svg></td></tr>\n";
}

}  // namespace

void appendSummary(HtmlPage& page) {
  if (page.data.items.empty()) return;
  const StatusCounts counts = statusCounts(page.data);
  const std::size_t most = *std::max_element(counts.begin(), counts.end());
  page << "<section class=\"summary\" aria-labelledby=\"summary\">\n<h2 id=\"summary\">";
  page.label(Label::summary) << "</h2>\n";
  appendStrip(page, counts);
  page << "<table>\n<thead><tr><th scope=\"col\">";
  page.label(Label::status) << "</th><th scope=\"col\" class=\"figure\">";
  page.label(Label::items) << "</th><th scope=\"col\" class=\"figure\">";
  page.label(Label::share) << "</th><td></td></tr></thead>\n<tbody>\n";
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count > 0) appendSummaryRow(page, status, count, most);
  }
  page << "</tbody>\n</table>\n";
  appendOpenNumbers(page);
  page << "</section>\n";
}

void appendToSettle(HtmlPage& page) {
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < page.data.items.size(); ++i) {
    if (mustBeSettled(page.data.items[i].item)) items.push_back(i);
  }
  if (items.empty()) return;
  page << "<section class=\"settle\" aria-labelledby=\"settle\">\n<h2 id=\"settle\">";
  page.label(Label::toSettle) << "</h2>\n<p class=\"intro\">";
  page.label(Label::toSettleIntro) << "</p>\n<table>\n";
  page.columns({Label::number, Label::status, Label::passage, Label::correction});
  for (const std::size_t item : items) appendSettleRow(page, item);
  page << "</tbody>\n</table>\n</section>\n";
}

}  // namespace assay::report
