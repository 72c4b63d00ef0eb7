// The head of the document, its figures, and the tables of what to settle and of the sources.
#include <algorithm>

#include "base/utf8.h"
#include "report/docx_report.h"
#include "report/escape.h"
#include "report/figures.h"

namespace assay::report {

namespace {

constexpr std::size_t kPassage = 160;  // code points of a passage in the list of what to settle

/// A table of one row, its cells as wide as the statuses are many: the check at a glance.
void appendStrip(DocxReport& report, const StatusCounts& counts) {
  DocxText& out = report.body;
  out << "<w:tbl><w:tblPr><w:tblStyle w:val=\"StripTable\"/><w:tblW w:w=\""
      << std::to_string(kDocxTextWidth)
      << "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCaption w:val=\"";
  std::string caption;
  appendAttribute(caption, report.label(Label::summary));
  out << caption << "\"/></w:tblPr><w:tblGrid>";
  const auto all = static_cast<int>(report.data.items.size());
  std::vector<std::pair<int, std::uint32_t>> cells;
  int before = 0;
  for (const model::StatusInfo& status : model::statuses()) {
    const auto count = static_cast<int>(counts[static_cast<std::size_t>(status.status)]);
    if (count == 0) continue;
    // Word wants a width above nothing for every cell.
    const int width = std::max(1, kDocxTextWidth / all * count);
    cells.emplace_back(width, status.paper);
    before += width;
  }
  if (!cells.empty()) cells.back().first += std::max(0, kDocxTextWidth - before);
  for (const auto& [width, colour] : cells) {
    out << "<w:gridCol w:w=\"" << std::to_string(width) << "\"/>";
  }
  out << "</w:tblGrid>\n<w:tr><w:trPr><w:trHeight w:val=\"180\" w:hRule=\"exact\"/></w:trPr>";
  for (const auto& [width, colour] : cells) {
    out << "<w:tc><w:tcPr><w:tcW w:w=\"" << std::to_string(width)
        << "\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\""
        << hexColour(colour) << "\"/></w:tcPr>";
    out.paragraph("Strip", "");
    out << "</w:tc>";
  }
  out << "</w:tr>\n</w:tbl>\n";
  out.paragraph("Strip", "");  // two tables that touch would become one
}

void appendStatusTable(DocxReport& report, const StatusCounts& counts) {
  constexpr int kName = 3000;
  constexpr int kFigure = 1100;
  DocxText& out = report.body;
  out.beginTable({kName, kFigure, kFigure}, report.label(Label::summary));
  out.beginRow(true);
  out.cell(kName, "TableHead", report.label(Label::status));
  out.cell(kFigure, "TableHeadFigure", report.label(Label::items));
  out.cell(kFigure, "TableHeadFigure", report.label(Label::share));
  out.endRow();
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count == 0) continue;
    out.beginRow();
    out.beginCell(kName);
    out.beginParagraph("TableText");
    out.run(report.statusText(status.status), statusStyle(status.status));
    out.endParagraph();
    out.endCell();
    out.cell(kFigure, "TableFigure", std::to_string(count));
    out.cell(kFigure, "TableFigure", percent(count, report.data.items.size()));
    out.endRow();
  }
  out.endTable();
}

void appendOpenNumbers(DocxReport& report) {
  if (report.data.unfinished() == 0) return;
  report.body.beginParagraph("OpenList");
  report.body.run(std::string(report.label(Label::stillOpen)) + ":", "Strong");
  for (std::size_t i = 0; i < report.data.items.size(); ++i) {
    if (model::info(report.data.items[i].item.status).settled) continue;
    report.body.run("  ");
    report.itemLink(i);
  }
  report.body.endParagraph();
}

void appendSettleRow(DocxReport& report, std::size_t index, const std::array<int, 4>& widths) {
  const ReportItem& entry = report.data.items[index];
  const model::Item& item = entry.item;
  DocxText& out = report.body;
  out.beginRow();
  out.beginCell(widths[0]);
  out.beginParagraph("TableText");
  report.itemLink(index);
  out.endParagraph();
  out.endCell();
  out.beginCell(widths[1]);
  out.beginParagraph("TableText");
  out.run(report.statusText(item.status), statusStyle(item.status));
  out.endParagraph();
  if (item.flags.has(model::Flag::changedSinceChecked)) {
    out.paragraph("TableFine", word(report.language, model::Flag::changedSinceChecked));
  }
  out.endCell();
  out.cell(widths[2], "TablePassage", base::shortened(base::oneLine(item.anchor.exact), kPassage));
  out.cell(widths[3], "TablePassage", item.correction);
  out.endRow();
}

void appendSourceAbout(DocxReport& report, const model::Source& source) {
  DocxText& out = report.body;
  out.beginParagraph("TableText", source.title);
  out.outsideLink(report.links, base::oneLine(source.title.empty() ? source.url : source.title),
                  source.url);
  for (const std::string* field : {&source.author, &source.publisher}) {
    if (!field->empty()) out.run(", " + base::oneLine(*field));
  }
  out.endParagraph();
  // The address is printed too: paper has no links, and a reader sees where one leads.
  if (!source.url.empty() && !source.title.empty()) out.paragraph("TableFine", source.url);
  if (!source.archivedUrl.empty()) {
    out.beginParagraph("TableFine");
    out.run(std::string(report.label(Label::archived)) + ": ");
    out.outsideLink(report.links, source.archivedUrl, source.archivedUrl, "HyperlinkFine");
    out.endParagraph();
  }
  for (const auto& [name, value] :
       {std::pair(Label::contact, &source.contact), std::pair(Label::note, &source.note)}) {
    if (value->empty()) continue;
    out.paragraph("TableFine", std::string(report.label(name)) + ": " + *value);
  }
}

void appendSourceRow(DocxReport& report, std::size_t index, const std::vector<std::size_t>& usedBy,
                     const std::array<int, 5>& widths) {
  const ReportSource& entry = report.data.sources[index];
  const model::Source& source = entry.source;
  DocxText& out = report.body;
  out.beginRow();
  out.beginCell(widths[0]);
  out.beginParagraph("TableText");
  const std::string id = report.nextId();
  out << "<w:bookmarkStart w:id=\"" << id << "\" w:name=\"" << sourceBookmark(index)
      << "\"/><w:bookmarkEnd w:id=\"" << id << "\"/>";
  out.run(entry.number, "Strong");
  out.endParagraph();
  out.endCell();
  out.beginCell(widths[1]);
  appendSourceAbout(report, source);
  for (const ReportSnapshot& snapshot : entry.snapshots) {
    out.paragraph("TableFine",
                  std::string(report.label(Label::snapshot)) + ": " + snapshotLine(snapshot));
  }
  out.endCell();
  out.beginCell(widths[2]);
  out.paragraph("TableText", word(report.language, source.kind));
  std::string rank{
      report.label(model::info(source.kind).primary ? Label::primary : Label::secondary)};
  if (source.sensitive) rank += ", " + std::string(report.label(Label::sensitive));
  out.paragraph("TableFine", rank);
  out.endCell();
  out.cell(widths[3], "TableText", source.lookedAt);
  out.beginCell(widths[4]);
  out.beginParagraph("TableText");
  const char* separator = "";
  for (const std::size_t item : usedBy) {
    out.run(separator);
    separator = "  ";
    report.itemLink(item);
  }
  out.endParagraph();
  out.endCell();
  out.endRow();
}

}  // namespace

std::string itemBookmark(std::size_t index) { return "item_" + std::to_string(index + 1); }
std::string sourceBookmark(std::size_t index) { return "source_" + std::to_string(index + 1); }

void DocxReport::heading(Label title, std::string_view style) {
  body.paragraph(style, label(title));
}

void DocxReport::itemLink(std::size_t index) {
  const ReportItem& entry = data.items[index];
  body.insideLink(entry.number, itemBookmark(index), statusStyle(entry.item.status));
}

void appendDocxTitleFields(DocxReport& report) {
  for (const TitleField& field : report.options.titleFields) {
    report.body.beginParagraph("TitleField");
    report.body.run(base::oneLine(field.name), "Second").run("\t").run(field.value);
    report.body.endParagraph();
  }
}

void appendDocxMasthead(DocxReport& report) {
  const ReportData& data = report.data;
  DocxText& out = report.body;
  std::string kicker{report.label(Label::reportTitle)};
  if (!data.outlet.empty()) kicker += " · " + base::oneLine(data.outlet);
  out.paragraph("Kicker", kicker);
  const std::string title = base::oneLine(titleOf(data, report.language));
  out.beginParagraph("Title", title);
  out.outsideLink(report.links, title, data.url, {});
  out.endParagraph();
  if (!data.byline.empty()) out.paragraph("Subtitle", base::oneLine(data.byline));
  std::string line = data.articleNumber;
  for (const std::string& part :
       {filled(report.language, Label::draft, {std::to_string(data.draftNumber)}),
        filled(report.language, Label::madeOn, {minuteText(data.generatedAt)}), data.program}) {
    if (!part.empty()) line += " · " + base::oneLine(part);
  }
  out.paragraph("Fine", line);
  appendDocxTitleFields(report);
  const bool finished = data.unfinished() == 0 && !data.items.empty();
  out.paragraph(finished ? "StateDone" : "StateOpen", finishedSentence(data, report.language));
  const std::string words = coverageSentence(data, report.language);
  if (!words.empty()) out.paragraph("Fine", words);
}

void appendDocxSummary(DocxReport& report) {
  if (report.data.items.empty()) return;
  report.heading(Label::summary);
  const StatusCounts counts = statusCounts(report.data);
  appendStrip(report, counts);
  appendStatusTable(report, counts);
  appendOpenNumbers(report);
}

void appendDocxToSettle(DocxReport& report) {
  constexpr std::array kWidths{800, 1750, 3154, 2800};
  static_assert(kWidths[0] + kWidths[1] + kWidths[2] + kWidths[3] == kDocxTextWidth);
  DocxText& out = report.body;
  bool any = false;
  for (std::size_t i = 0; i < report.data.items.size(); ++i) {
    if (!mustBeSettled(report.data.items[i].item)) continue;
    if (!any) {
      report.heading(Label::toSettle);
      out.paragraph("Intro", report.label(Label::toSettleIntro));
      out.beginTable({kWidths[0], kWidths[1], kWidths[2], kWidths[3]},
                     report.label(Label::toSettle));
      out.beginRow(true);
      out.cell(kWidths[0], "TableHead", report.label(Label::number));
      out.cell(kWidths[1], "TableHead", report.label(Label::status));
      out.cell(kWidths[2], "TableHead", report.label(Label::passage));
      out.cell(kWidths[3], "TableHead", report.label(Label::correction));
      out.endRow();
    }
    any = true;
    appendSettleRow(report, i, kWidths);
  }
  if (any) out.endTable();
}

void appendDocxSources(DocxReport& report) {
  constexpr std::array kWidths{700, 3604, 1700, 1300, 1200};
  static_assert(kWidths[0] + kWidths[1] + kWidths[2] + kWidths[3] + kWidths[4] == kDocxTextWidth);
  report.heading(Label::sources, "Heading1-page");
  DocxText& out = report.body;
  if (report.data.sources.empty()) {
    out.paragraph("Intro", report.label(Label::noSources));
    return;
  }
  out.beginTable({kWidths[0], kWidths[1], kWidths[2], kWidths[3], kWidths[4]},
                 report.label(Label::sources));
  out.beginRow(true);
  constexpr std::array kNames{Label::number, Label::source, Label::kind, Label::lookedAt,
                              Label::usedBy};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    out.cell(kWidths[i], "TableHead", report.label(kNames[i]));
  }
  out.endRow();
  const auto used = itemsBySource(report.data);
  for (std::size_t i = 0; i < report.data.sources.size(); ++i) {
    appendSourceRow(report, i, used[i], kWidths);
  }
  out.endTable();
}

void appendDocxFingerprints(DocxReport& report) {
  const ReportData& data = report.data;
  report.body.paragraph("Fingerprint",
                        std::string(report.label(Label::textHash)) + ": " + data.sha256);
  if (data.storeHead.empty()) return;
  report.body.paragraph("Fingerprint",
                        std::string(report.label(Label::storeHead)) + ": " + data.storeHead);
}

}  // namespace assay::report
