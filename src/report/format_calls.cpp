// The call sheet: open questions by the person to ask, with room for the answers. Markdown for a
// ticket or a mail, DOCX for the desk.
#include "base/utf8.h"
#include "report/calls.h"
#include "report/docx_report.h"
#include "report/escape.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

std::string statusText(Language language, model::Status status) {
  return std::string(model::info(status).glyph) + " " + std::string(word(language, status));
}

std::string lineOf(const ReportData& data, Language language) {
  std::string line = data.articleNumber;
  for (const std::string& part :
       {filled(language, Label::draft, {std::to_string(data.draftNumber)}),
        filled(language, Label::madeOn, {minuteText(data.generatedAt)}), data.program}) {
    if (!part.empty()) line += " · " + base::oneLine(part);
  }
  return line;
}

/// "asked 2026-02-03", when it was.
std::string askedText(const model::Query& query, Language language) {
  if (query.askedAt == 0) return {};
  return filled(language, Label::askedOn, {base::utcDate(query.askedAt)});
}

void appendItem(std::string& out, const ReportData& data, const ReportItem& entry,
                Language language) {
  out += "> " + markdown(entry.item.anchor.exact) + "\n\n";
  if (!entry.speaker.empty()) {
    out += "- " + markdown(label(language, Label::speaker)) + ": " + markdown(entry.speaker) + "\n";
  }
  for (const ReportEvidence& evidence : entry.evidence) {
    if (evidence.source >= data.sources.size() || evidence.excerpt.empty()) continue;
    out += "- " + markdown(data.sources[evidence.source].number) + ": " +
           markdown(evidence.excerpt) + "\n";
  }
}

void appendCall(std::string& out, const ReportData& data, const Call& call, Language language) {
  const std::string question = questionOf(data, call);
  if (call.query) {
    const model::Query& query = data.queries[*call.query].query;
    out += "\n### " + markdown(filled(language, Label::query, {std::to_string(query.number)})) +
           "\n\n**" + markdown(question) + "**\n";
    if (const std::string asked = askedText(query, language); !asked.empty()) {
      out += "\n" + markdown(asked) + "\n";
    }
  }
  for (const std::size_t item : call.items) {
    const ReportItem& entry = data.items[item];
    const std::string head = markdown(entry.number + " " + statusText(language, entry.item.status));
    out += call.query ? "\n" + head + "\n\n" : "\n### " + head + "\n\n";
    appendItem(out, data, entry, language);
  }
  if (!call.query && !question.empty()) {
    out += "- " + markdown(label(language, Label::note)) + ": " + markdown(question) + "\n";
  }
  // A list behind a quotation needs a blank line where nothing else of it came before.
  if (!out.ends_with("\n\n") && call.query) out += "\n";
  out += "- **" + markdown(label(language, Label::callAnswer)) + ":**\n";
}

void appendCallItem(DocxReport& report, const ReportItem& entry) {
  DocxText& out = report.body;
  out.beginParagraph("TableText");
  out.run(entry.number, "Strong").run("  ");
  out.run(report.statusText(entry.item.status), statusStyle(entry.item.status));
  out.endParagraph();
  out.paragraph("TablePassage", entry.item.anchor.exact);
  if (!entry.speaker.empty()) out.paragraph("TableFine", base::oneLine(entry.speaker));
  for (const ReportEvidence& evidence : entry.evidence) {
    if (evidence.source >= report.data.sources.size() || evidence.excerpt.empty()) continue;
    out.paragraph("TableFine",
                  report.data.sources[evidence.source].number + ": " + evidence.excerpt);
  }
}

void appendCallRow(DocxReport& report, const Call& call, int question, int answer) {
  DocxText& out = report.body;
  out.beginRow();
  out.beginCell(question);
  const std::string asked = questionOf(report.data, call);
  if (call.query) {
    const model::Query& query = report.data.queries[*call.query].query;
    out.beginParagraph("TableText");
    out.run(filled(report.language, Label::query, {std::to_string(query.number)}), "Strong");
    const std::string when = askedText(query, report.language);
    if (!when.empty()) out.run("  " + when, "Second");
    out.endParagraph();
    out.beginParagraph("TableText");
    out.run(asked, "Strong");
    out.endParagraph();
  }
  for (const std::size_t item : call.items) appendCallItem(report, report.data.items[item]);
  if (!call.query && !asked.empty()) out.paragraph("TableText", asked);
  out.endCell();
  // Room to write in, also by hand.
  out.beginCell(answer);
  for (int line = 0; line < 4; ++line) out.paragraph("TableText", "");
  out.endCell();
  out.endRow();
}

void appendRecipient(DocxReport& report, const Recipient& recipient) {
  constexpr int kQuestion = 4704;
  constexpr int kAnswer = kDocxTextWidth - kQuestion;
  DocxText& out = report.body;
  out.paragraph("Heading1", recipient.name);
  if (!recipient.about.empty()) out.paragraph("Intro", recipient.about);
  if (!recipient.contact.empty()) {
    out.paragraph("Intro", std::string(report.label(Label::contact)) + ": " + recipient.contact);
  }
  out.beginTable({kQuestion, kAnswer}, recipient.name);
  out.beginRow(true);
  out.cell(kQuestion, "TableHead", report.label(Label::passage));
  out.cell(kAnswer, "TableHead", report.label(Label::callAnswer));
  out.endRow();
  for (const Call& call : recipient.calls) appendCallRow(report, call, kQuestion, kAnswer);
  out.endTable();
}

}  // namespace

base::Result<std::string> writeCalls(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  const Language language = options.language;
  const auto recipients = recipientsOf(all, language);
  if (!recipients) return base::passOn(recipients);
  std::string out = "# " + markdown(label(language, Label::calls)) + ": " +
                    markdown(titleOf(all, language)) + "\n\n" +
                    markdown(label(language, Label::callsIntro)) + "\n\n" +
                    markdown(lineOf(all, language)) + "\n";
  for (const TitleField& field : options.titleFields) {
    out += "\n" + markdown(field.name) + ": " + markdown(field.value) + "\n";
  }
  for (std::size_t i = 0; i < recipients->size() && goesOn(options, i, recipients->size()); ++i) {
    const Recipient& recipient = (*recipients)[i];
    out += "\n## " + markdown(recipient.name) + "\n";
    if (!recipient.about.empty()) out += "\n" + markdown(recipient.about) + "\n";
    if (!recipient.contact.empty()) {
      out += "\n" + markdown(label(language, Label::contact)) + ": " + markdown(recipient.contact) +
             "\n";
    }
    for (const Call& call : recipient.calls) appendCall(out, all, call, language);
  }
  return unlessStopped(options, std::move(out));
}

base::Result<std::string> writeCallsDocx(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const auto recipients = recipientsOf(shown.data(), options.language);
  if (!recipients) return base::passOn(recipients);
  DocxReport report(shown.data(), options);
  report.body.paragraph("Kicker", report.label(Label::calls));
  report.body.paragraph("Title", base::oneLine(titleOf(shown.data(), options.language)));
  report.body.paragraph("Fine", lineOf(shown.data(), options.language));
  appendDocxTitleFields(report);
  report.body.paragraph("Intro", "");
  report.body.paragraph("Intro", report.label(Label::callsIntro));
  for (std::size_t i = 0; i < recipients->size() && goesOn(options, i, recipients->size()); ++i) {
    appendRecipient(report, (*recipients)[i]);
  }
  if (auto left = unlessStopped(options, {}); !left) return left;  // before it is packed
  return docxFile(report, std::string(report.label(Label::calls)) + ": " +
                              titleOf(shown.data(), options.language));
}

}  // namespace assay::report
