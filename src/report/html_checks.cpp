// The checks, one after the other, with everything that was decided and why.
#include "report/figures.h"
#include "report/html_page.h"
#include "report/pace.h"

namespace assay::report {

namespace {

void appendField(HtmlPage& page, Label name, std::string_view value, std::string_view className) {
  if (value.empty()) return;
  page << "<div class=\"" << className << "\"><dt>";
  page.label(name) << "</dt><dd dir=\"auto\">";
  page.text(value) << "</dd></div>\n";
}

void appendSpeaker(HtmlPage& page, const ReportItem& entry) {
  const bool quote = model::isQuote(entry.item.kind);
  if (!quote && entry.speaker.empty()) return;
  page << "<p class=\"speaker\">";
  if (entry.speaker.empty()) {
    page << "<em>";
    page.label(Label::unknownSpeaker) << "</em>";
  } else {
    page << "<bdi class=\"name\">";
    page.text(entry.speaker) << "</bdi>";
    for (const std::string& role : entry.speakerRoles) {
      page << ", <bdi>";
      page.text(role) << "</bdi>";
    }
  }
  page << "</p>\n";
}

/// "verdict: explanation", the public rating.
void appendRating(HtmlPage& page, const model::Item& item) {
  if (item.verdict.empty() && item.explanation.empty()) return;
  page << "<div class=\"rating\"><dt>";
  page.label(Label::rating) << "</dt><dd dir=\"auto\">";
  if (!item.verdict.empty()) {
    page << "<strong>";
    page.text(item.verdict) << "</strong>";
  }
  if (!item.verdict.empty() && !item.explanation.empty()) page << ": ";
  page.text(item.explanation) << "</dd></div>\n";
}

void appendEvidence(HtmlPage& page, const ReportEvidence& evidence) {
  const model::StanceInfo& stance = model::info(evidence.stance);
  page << "<li class=\"" << stance.id << "\"><p><span class=\"stance\"><span aria-hidden=\"true\">"
       << stance.glyph << "</span> ";
  page.text(word(page.language, evidence.stance)) << "</span> ";
  if (evidence.source < page.data.sources.size()) {
    const ReportSource& source = page.data.sources[evidence.source];
    page << "<a class=\"number\" href=\"#s-" << page.sourceKey(evidence.source) << "\">";
    page.text(source.number) << "</a> ";
    page.outsideLink(source.source.title.empty() ? source.source.url : source.source.title,
                     source.source.url);
    page << "<span class=\"fine\">";
    if (!evidence.locator.empty()) {
      page << " · <bdi>";
      page.text(evidence.locator) << "</bdi>";
    }
    if (!source.source.lookedAt.empty()) {
      page << " · ";
      page.label(Label::lookedAt) << " ";
      page.text(source.source.lookedAt);
    }
    page << "</span>";
  }
  page << "</p>";
  if (!evidence.excerpt.empty()) {
    page << "<blockquote dir=\"auto\">";
    page.text(evidence.excerpt) << "</blockquote>";
  }
  if (!evidence.note.empty()) {
    page << "<p class=\"fine note\" dir=\"auto\">";
    page.label(Label::note) << ": ";
    page.text(evidence.note) << "</p>";
  }
  page << "</li>\n";
}

void appendQuery(HtmlPage& page, const model::Query& query) {
  const model::QueryStateInfo& state = model::info(model::stateOf(query));
  page << "<li class=\"query " << state.id << "\"><p class=\"fine\"><span aria-hidden=\"true\">"
       << state.glyph << "</span> <bdi>";
  page.text(queryLine(query, page.language)) << "</bdi></p>\n<p class=\"asked\" dir=\"auto\">";
  page.text(query.text) << "</p>";
  if (!query.answer.empty()) {
    page << "\n<p class=\"answer\" dir=\"auto\"><strong>";
    page.label(Label::callAnswer) << ":</strong> ";
    page.text(query.answer) << "</p>";
  }
  page << "</li>\n";
}

void appendHistory(HtmlPage& page, const ReportItem& entry) {
  if (entry.history.empty()) return;
  page << "<h4>";
  page.label(Label::history) << "</h4>\n<ol class=\"history\">\n";
  for (const ReportChange& change : entry.history) {
    page << "<li><span class=\"date\">";
    page.text(minuteText(change.at)) << "</span> <bdi>";
    page.text(change.who) << "</bdi> · <bdi>";
    page.text(change.what) << "</bdi>";
    if (change.undone) {
      page << " (";
      page.label(Label::undone) << ")";
    }
    page << "</li>\n";
  }
  page << "</ol>\n";
}

void appendHead(HtmlPage& page, std::size_t index) {
  const ReportItem& entry = page.data.items[index];
  const std::string& key = page.itemKey(index);
  page << "<div class=\"head\"><h3 id=\"h-" << key << "\"><a href=\"#t-" << key << "\" title=\"";
  page.text(filled(page.language, Label::backToText, {entry.number})) << "\">";
  page.text(entry.number) << "</a></h3>\n";
  page.status(entry.item.status, "p");
  page << "\n<p class=\"fine\">";
  page.text(word(page.language, entry.item.kind));
  if (!entry.parent.empty()) {
    page << ", ";
    page.text(filled(page.language, Label::madeIn, {entry.parent}));
  }
  page << "</p>\n";
  for (const model::FlagInfo& flag : model::flags()) {
    if (!entry.item.flags.has(flag.flag)) continue;
    page << "<p class=\"flag\">";
    page.text(word(page.language, flag.flag)) << "</p>\n";
  }
  page << "</div>\n";
}

void appendCheck(HtmlPage& page, std::size_t index, const std::vector<std::size_t>& queries) {
  const ReportItem& entry = page.data.items[index];
  const model::Item& item = entry.item;
  const std::string& key = page.itemKey(index);
  page << "<article class=\"check " << statusClass(item.status)
       << (entry.parent.empty() ? "" : " child") << "\" id=\"c-" << key << "\" aria-labelledby=\"h-"
       << key << "\">\n";
  appendHead(page, index);
  page << "<div class=\"body\">\n<blockquote class=\"passage\" dir=\"auto\">";
  page.text(item.anchor.exact) << "</blockquote>\n";
  appendSpeaker(page, entry);
  const bool quote = model::isQuote(item.kind);
  const bool fields = quote || !item.correction.empty() || !item.verdict.empty() ||
                      !item.explanation.empty() || !item.note.empty();
  if (fields) page << "<dl>\n";
  if (quote) {
    appendField(page, Label::wording, word(page.language, item.wording), "wording");
  }
  appendField(page, Label::correction, item.correction, "correction");
  appendRating(page, item);
  appendField(page, Label::note, item.note, "note");
  if (fields) page << "</dl>\n";
  if (entry.evidence.empty()) {
    page << "<p class=\"fine\">";
    page.label(Label::noEvidence) << "</p>\n";
  } else {
    page << "<ul class=\"evidence\">\n";
    for (const ReportEvidence& evidence : entry.evidence) appendEvidence(page, evidence);
    page << "</ul>\n";
  }
  if (!queries.empty()) {
    page << "<h4>";
    page.label(Label::queries) << "</h4>\n<ul class=\"queries\">\n";
    for (const std::size_t query : queries) appendQuery(page, page.data.queries[query].query);
    page << "</ul>\n";
  }
  if (!entry.checkedBy.empty() || entry.checkedAt != 0) {
    page << "<p class=\"fine\">";
    page.text(
        filled(page.language, Label::checkedBy,
               {entry.checkedBy.empty() ? "–" : entry.checkedBy, minuteText(entry.checkedAt)}));
    page << "</p>\n";
  }
  appendHistory(page, entry);
  page << "</div>\n</article>\n";
}

}  // namespace

void appendChecks(HtmlPage& page) {
  page << "<section class=\"checks\" aria-labelledby=\"checks\">\n<h2 id=\"checks\">";
  page.label(Label::checks) << "</h2>\n";
  if (page.data.items.empty()) {
    page << "<p class=\"intro\">";
    page.label(Label::noItemsYet) << "</p>\n";
  }
  const auto queries = queriesByItem(page.data);
  constexpr Share kShare{0.35, 0.95};
  const std::size_t all = page.data.items.size();
  for (std::size_t i = 0; i < all && goesOn(page.options, i, all, kShare); ++i) {
    appendCheck(page, i, queries[i]);
  }
  page << "</section>\n";
}

}  // namespace assay::report
