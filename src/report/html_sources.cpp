// The table of sources, and the fingerprints at the foot of the page.
#include "report/figures.h"
#include "report/html_page.h"

namespace assay::report {

namespace {

void appendSource(HtmlPage& page, std::size_t index, const std::vector<std::size_t>& usedBy) {
  const ReportSource& entry = page.data.sources[index];
  const model::Source& source = entry.source;
  page << "<tr id=\"s-" << page.sourceKey(index) << "\"><th scope=\"row\">";
  page.text(entry.number) << "</th><td dir=\"auto\">";
  page.outsideLink(source.title.empty() ? source.url : source.title, source.url);
  for (const std::string* field : {&source.author, &source.publisher}) {
    if (field->empty()) continue;
    page << ", <bdi>";
    page.text(*field) << "</bdi>";
  }
  // The address is printed too: paper has no links, and a reader sees where one leads.
  if (!source.url.empty() && !source.title.empty()) {
    page << "<br><span class=\"fine url\">";
    page.text(source.url) << "</span>";
  }
  if (!source.archivedUrl.empty()) {
    page << "<br><span class=\"fine url\">";
    page.label(Label::archived) << ": ";
    page.outsideLink(source.archivedUrl, source.archivedUrl);
    page << "</span>";
  }
  for (const auto& [name, value] :
       {std::pair(Label::contact, &source.contact), std::pair(Label::note, &source.note)}) {
    if (value->empty()) continue;
    page << "<br><span class=\"fine note\">";
    page.label(name) << ": ";
    page.text(*value) << "</span>";
  }
  for (const ReportSnapshot& snapshot : entry.snapshots) {
    page << "<br><span class=\"fine url\">";
    page.label(Label::snapshot) << ": <bdi>";
    page.text(snapshotLine(snapshot)) << "</bdi></span>";
  }
  page << "</td><td>";
  page.text(word(page.language, source.kind)) << "<br><span class=\"fine\">";
  page.label(model::info(source.kind).primary ? Label::primary : Label::secondary);
  if (source.sensitive) {
    page << ", ";
    page.label(Label::sensitive);
  }
  page << "</span></td><td class=\"date\">";
  page.text(source.lookedAt) << "</td><td>";
  for (const std::size_t item : usedBy) {
    page.checkLink(item);
    page << " ";
  }
  page << "</td></tr>\n";
}

}  // namespace

void appendSources(HtmlPage& page) {
  page << "<section class=\"sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">";
  page.label(Label::sources) << "</h2>\n";
  if (page.data.sources.empty()) {
    page << "<p class=\"intro\">";
    page.label(Label::noSources) << "</p>\n</section>\n";
    return;
  }
  page << "<table>\n";
  page.columns({Label::number, Label::source, Label::kind, Label::lookedAt, Label::usedBy});
  const auto used = itemsBySource(page.data);
  for (std::size_t i = 0; i < page.data.sources.size(); ++i) appendSource(page, i, used[i]);
  page << "</tbody>\n</table>\n</section>\n";
}

void appendFooter(HtmlPage& page) {
  page << "<footer>\n<p class=\"fine hash\">";
  page.label(Label::textHash) << ": ";
  page.text(page.data.sha256) << "</p>\n";
  if (!page.data.storeHead.empty()) {
    page << "<p class=\"fine hash\">";
    page.label(Label::storeHead) << ": ";
    page.text(page.data.storeHead) << "</p>\n";
  }
  page << "</footer>\n";
}

}  // namespace assay::report
