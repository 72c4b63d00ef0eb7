// The comment of an item: what was decided, by whom, and on what grounds.
#include <algorithm>

#include "base/utf8.h"
#include "report/docx_report.h"
#include "report/escape.h"
#include "report/figures.h"

namespace assay::report {

namespace {

constexpr std::size_t kLongestAuthor = 100;  // code points; Word cuts names somewhere above

std::string authorName(const ReportData& data, const ReportItem& entry) {
  std::string name = base::oneLine(visible(entry.checkedBy));
  if (name.empty()) name = base::oneLine(visible(data.program));
  if (name.empty()) name = "Assay";
  return base::shortened(name, kLongestAuthor);
}

/// The first letters of the first three words.
std::string initialsOf(std::string_view name) {
  std::string initials;
  std::size_t words = 0;
  for (std::size_t at = 0; at < name.size() && words < 3; ++words) {
    initials += base::atGraphemes(name, {at, at + base::codePointAt(name, at).length}).of(name);
    const std::size_t blank = name.find(' ', at);
    if (blank == std::string_view::npos) break;
    at = blank + 1;
  }
  return initials;
}

void appendLine(DocxReport& report, std::string_view name, std::string_view value,
                std::string_view style = {}) {
  if (value.empty()) return;
  report.comments.beginParagraph("CommentText");
  report.comments.run(name, "Second").run(": ", "Second").run(value, style);
  report.comments.endParagraph();
}

void appendLine(DocxReport& report, Label name, std::string_view value,
                std::string_view style = {}) {
  appendLine(report, report.label(name), value, style);
}

void appendCommentHead(DocxReport& report, const ReportItem& entry) {
  const model::Item& item = entry.item;
  DocxText& out = report.comments;
  out.beginParagraph("CommentText");
  out << "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>";
  out.run(entry.number, "Strong").run("  ");
  out.run(report.statusText(item.status), statusStyle(item.status));
  std::string kind = " · ";
  kind += word(report.language, item.kind);
  if (!entry.parent.empty()) {
    kind += ", " + filled(report.language, Label::madeIn, {entry.parent});
  }
  for (const model::FlagInfo& flag : model::flags()) {
    if (!item.flags.has(flag.flag)) continue;
    kind += " · ";
    kind += word(report.language, flag.flag);
  }
  out.run(kind, "Second");
  out.endParagraph();
}

void appendCommentEvidence(DocxReport& report, const ReportEvidence& evidence) {
  const model::StanceInfo& stance = model::info(evidence.stance);
  DocxText& out = report.comments;
  out.beginParagraph("CommentText");
  out.run(std::string(stance.glyph) + " " + std::string(word(report.language, evidence.stance)),
          "Strong");
  if (evidence.source < report.data.sources.size()) {
    const ReportSource& entry = report.data.sources[evidence.source];
    const model::Source& source = entry.source;
    out.run("  " + entry.number, "Strong");
    out.run("  " + base::oneLine(source.title.empty() ? source.url : source.title));
    if (!evidence.locator.empty()) out.run(", " + base::oneLine(evidence.locator), "Second");
    if (!source.lookedAt.empty()) {
      out.run(
          " · " + std::string(report.label(Label::lookedAt)) + " " + base::oneLine(source.lookedAt),
          "Second");
    }
  }
  out.endParagraph();
  if (!evidence.excerpt.empty()) out.paragraph("CommentExcerpt", evidence.excerpt);
  if (evidence.note.empty()) return;
  out.beginParagraph("CommentExcerpt");
  out.run(std::string(report.label(Label::note)) + ": ", "Second").run(evidence.note);
  out.endParagraph();
}

void appendCommentQuery(DocxReport& report, const model::Query& query) {
  DocxText& out = report.comments;
  out.beginParagraph("CommentText");
  out.run(std::string(model::info(model::stateOf(query)).glyph) + " ", "Strong");
  out.run(queryLine(query, report.language), "Second");
  out.endParagraph();
  out.paragraph("CommentExcerpt", query.text);
  if (query.answer.empty()) return;
  out.beginParagraph("CommentExcerpt");
  out.run(std::string(report.label(Label::callAnswer)) + ": ", "Second").run(query.answer);
  out.endParagraph();
}

void appendCommentHistory(DocxReport& report, const ReportItem& entry) {
  if (entry.history.empty()) return;
  DocxText& out = report.comments;
  out.beginParagraph("CommentText");
  out.run(report.label(Label::history), "Second");
  out.endParagraph();
  for (const ReportChange& change : entry.history) {
    out.beginParagraph("CommentText");
    out.run(minuteText(change.at) + " " + base::oneLine(change.who) + " · ", "Second");
    out.run(base::oneLine(change.what));
    if (change.undone) out.run(" (" + std::string(report.label(Label::undone)) + ")", "Second");
    out.endParagraph();
  }
}

}  // namespace

std::string docxAuthor(const ReportData& data, const ReportItem& entry) {
  std::string out = "w:author=\"";
  appendAttribute(out, authorName(data, entry));
  out += "\"";
  if (entry.checkedAt != 0) out += " w:date=\"" + base::utcTimestamp(entry.checkedAt) + "\"";
  return out;
}

void appendDocxComment(DocxReport& report, std::size_t index, Suggestion suggestion) {
  const ReportItem& entry = report.data.items[index];
  const model::Item& item = entry.item;
  std::string initials;
  appendAttribute(initials, initialsOf(authorName(report.data, entry)));
  report.comments << "<w:comment w:id=\"" << std::to_string(index) << "\" "
                  << docxAuthor(report.data, entry) << " w:initials=\"" << initials << "\">";
  appendCommentHead(report, entry);
  std::string speaker = base::oneLine(entry.speaker);
  for (const std::string& role : entry.speakerRoles) speaker += ", " + base::oneLine(role);
  const bool quote = model::isQuote(item.kind);
  if (quote && entry.speaker.empty()) speaker = report.label(Label::unknownSpeaker);
  appendLine(report, Label::speaker, speaker);
  if (quote) appendLine(report, Label::wording, word(report.language, item.wording));
  appendLine(report, Label::correction, item.correction, "Strong");
  if (suggestion == Suggestion::byHand) {
    report.comments.paragraph("CommentText", report.label(Label::changeByHand));
  }
  std::string rating = item.verdict;
  if (!item.explanation.empty()) rating += (rating.empty() ? "" : ": ") + item.explanation;
  appendLine(report, Label::rating, rating);
  for (const ReportEvidence& each : entry.evidence) appendCommentEvidence(report, each);
  if (entry.evidence.empty()) {
    report.comments.paragraph("CommentText", report.label(Label::noEvidence));
  }
  for (const ReportQuery& query : report.data.queries) {
    const bool about =
        std::find(query.items.begin(), query.items.end(), index) != query.items.end();
    if (about) appendCommentQuery(report, query.query);
  }
  appendLine(report, Label::note, item.note);
  if (!entry.checkedBy.empty() || entry.checkedAt != 0) {
    const std::string by = entry.checkedBy.empty() ? "–" : base::oneLine(entry.checkedBy);
    report.comments.beginParagraph("CommentText");
    report.comments.run(
        filled(report.language, Label::checkedBy, {by, minuteText(entry.checkedAt)}), "Second");
    report.comments.endParagraph();
  }
  appendCommentHistory(report, entry);
  report.comments << "</w:comment>\n";
}

}  // namespace assay::report
