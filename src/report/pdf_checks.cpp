// PDF: the checks one after the other, with evidence, questions and history, and the list of
// sources.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "report/escape.h"
#include "report/pdf_report.h"
#include "report/redact.h"

namespace assay::report {

/// A day stays on the line of the words that say what it is of.
static std::string unbroken(std::string_view words) {
  std::string out;
  for (const char c : words) out += c == ' ' ? "\u00A0" : std::string(1, c);
  return out;
}

void PdfReport::field(Label name, std::string_view value, const TextStyle& style) {
  if (value.empty()) return;
  canvas_.keep(26);
  canvas_.space(3);
  const auto at = canvas_.place();
  canvas_.paragraph(Words(text(name)), kFine, kBody, 92);
  canvas_.moveTo(at);
  canvas_.paragraph(Words(shown(value)), style, kBody + 100, kPageRight - kBody - 100);
}

void PdfReport::evidence(const ReportEvidence& evidence) {
  canvas_.keep(40);
  canvas_.space(6);
  const auto top = canvas_.place();
  const std::uint32_t colour = colourOf(evidence.stance);
  Words line;
  line.add(std::string(model::info(evidence.stance).glyph) + " " +
               std::string(word(language_, evidence.stance)),
           colour, true);
  if (evidence.source < data_.sources.size()) {
    const ReportSource& entry = data_.sources[evidence.source];
    const model::Source& source = entry.source;
    line.add("  " + shown(entry.number), kAccent, true, "#" + sourceName(evidence.source));
    const std::string target = linkTarget(source.url);
    const std::string title =
        shown(base::oneLine(source.title.empty() ? source.url : source.title));
    line.add("  " + title, target.empty() ? kText : kAccent, false, target);
    if (!evidence.locator.empty()) {
      line.add(" · " + shown(base::oneLine(evidence.locator)), kSecond);
    }
    if (!source.lookedAt.empty()) {
      line.add(" · " + unbroken(text(Label::lookedAt) + " " + shown(source.lookedAt)), kSecond);
    }
  }
  const double x = kBody + 12;
  const double width = kPageRight - x;
  canvas_.paragraph(line, kPlain, x, width);
  canvas_.paragraph(Words(shown(evidence.excerpt)), kExcerpt, x, width, "BlockQuote");
  if (!evidence.note.empty()) {
    canvas_.paragraph(Words(text(Label::note) + ": " + shown(evidence.note)), kFine, x, width);
  }
  const auto end = canvas_.place();
  if (end.page == top.page) canvas_.box(kBody, top.y, 2, end.y - top.y, colour);
}

void PdfReport::query(const model::Query& query) {
  canvas_.keep(40);
  canvas_.space(6);
  const auto top = canvas_.place();
  const double x = kBody + 12;
  const double width = kPageRight - x;
  Words line;
  line.add(std::string(model::info(model::stateOf(query)).glyph) + " ", kText, true);
  line.add(shown(queryLine(query, language_)), kSecond);
  canvas_.paragraph(line, kFine, x, width);
  canvas_.paragraph(Words(shown(query.text)), kPlain, x, width);
  if (!query.answer.empty()) {
    Words answer;
    answer.add(text(Label::callAnswer) + ": ", kSecond).add(shown(query.answer));
    canvas_.paragraph(answer, kPlain, x, width);
  }
  const auto end = canvas_.place();
  if (end.page == top.page) canvas_.box(kBody, top.y, 2, end.y - top.y, kLine);
}

void PdfReport::checkHead(const ReportItem& entry) {
  const model::Item& item = entry.item;
  canvas_.paragraph(Words(shown(entry.number)), {Face::sans, 11.5, true, false, kText, 1.4},
                    kPageLeft, kBody - kPageLeft - 12, "H3");
  Words status;
  status.add(statusText(item.status), colourOf(item.status), true);
  canvas_.paragraph(status, kPlain, kPageLeft, kBody - kPageLeft - 8);
  std::string kind{word(language_, item.kind)};
  if (!entry.parent.empty()) {
    kind += ", " + filled(language_, Label::madeIn, {shown(entry.parent)});
  }
  for (const model::FlagInfo& flag : model::flags()) {
    if (!item.flags.has(flag.flag)) continue;
    kind += " · ";
    kind += word(language_, flag.flag);
  }
  canvas_.paragraph(Words(kind), kFine, kPageLeft, kBody - kPageLeft - 12);
}

void PdfReport::history(const ReportItem& entry) {
  if (entry.history.empty()) return;
  canvas_.space(5);
  canvas_.paragraph(Words(text(Label::history)), kFine, kBody, kPageRight - kBody);
  for (const ReportChange& change : entry.history) {
    std::string line = minuteText(change.at) + "  " + shown(base::oneLine(change.who)) + " · " +
                       shown(base::oneLine(change.what));
    if (change.undone) line += " (" + text(Label::undone) + ")";
    canvas_.paragraph(Words(line), kFine, kBody + 8, kPageRight - kBody - 8);
  }
}

/// About how much room a check takes, so that it is not broken where it fits on a page of its own.
/// Guessed from the number of letters: setting it twice would cost as much again.
double PdfReport::roughHeight(std::size_t index) const {
  const ReportItem& entry = data_.items[index];
  const auto lines = [](std::string_view words, double letters, double height) {
    if (words.empty()) return 0.0;
    const auto breaks = static_cast<double>(std::count(words.begin(), words.end(), '\n'));
    return (std::ceil(static_cast<double>(words.size()) / letters) + breaks) * height;
  };
  constexpr double kOneLine = 13.5;
  const model::Item& item = entry.item;
  double height = 22 + lines(item.anchor.exact, 62, 16.4);
  height += model::isQuote(item.kind) || !entry.speaker.empty() ? 2 * kOneLine : 0;
  height += lines(item.correction, 48, 18) + lines(item.verdict + item.explanation, 54, 17) +
            lines(item.note, 54, 17);
  for (const ReportEvidence& each : entry.evidence) {
    height += 6 + 2 * kOneLine + lines(each.excerpt, 70, 14.5) + lines(each.note, 76, 12);
  }
  for (const std::size_t each : queries_[index]) {
    const model::Query& query = data_.queries[each].query;
    height += 6 + kOneLine + lines(query.text, 70, 14) + lines(query.answer, 64, 14);
  }
  height += entry.evidence.empty() ? 17 : 0;
  height += entry.checkedBy.empty() && entry.checkedAt == 0 ? 0 : 17;
  return height + static_cast<double>(entry.history.size()) * kOneLine;
}

/// What is longer than half a page may be broken; else there would be more white than words.
double PdfReport::roomFor(std::size_t index) const {
  constexpr double kHalf = (kPageBottom - kPageTop) / 2;
  return std::max(96.0, std::min(roughHeight(index), kHalf));
}

void PdfReport::check(std::size_t index) {
  const ReportItem& entry = data_.items[index];
  const model::Item& item = entry.item;
  canvas_.keep(roomFor(index));
  canvas_.hairline(kPageLeft, kWidth, kLine);
  canvas_.space(10);
  canvas_.open("Sect");
  canvas_.destination(checkName(index));
  canvas_.bookmark(checksBookmark_,
                   shown(entry.number) + " " + statusText(item.status) + ": " +
                       base::shortened(shown(base::oneLine(item.anchor.exact)), kOutline),
                   checkName(index));
  const auto top = canvas_.place();
  checkHead(entry);
  const auto headEnd = canvas_.place();
  canvas_.moveTo(top);
  canvas_.paragraph(Words(shown(item.anchor.exact)), kPassage, kBody, kPageRight - kBody);
  if (model::isQuote(item.kind) || !entry.speaker.empty()) {
    Words speaker;
    speaker.add(
        entry.speaker.empty() ? text(Label::unknownSpeaker) : shown(base::oneLine(entry.speaker)),
        kText, !entry.speaker.empty());
    for (const std::string& role : entry.speakerRoles) {
      speaker.add(", " + shown(base::oneLine(role)), kSecond);
    }
    canvas_.paragraph(speaker, kPlain, kBody, kPageRight - kBody);
  }
  if (model::isQuote(item.kind)) field(Label::wording, word(language_, item.wording), kPlain);
  field(Label::correction, item.correction, {Face::serif, 10.5, false, false, kText, 1.42});
  std::string rating = item.verdict;
  if (!item.explanation.empty()) rating += (rating.empty() ? "" : ": ") + item.explanation;
  field(Label::rating, rating, kPlain);
  field(Label::note, item.note, kPlain);
  for (const ReportEvidence& each : entry.evidence) evidence(each);
  if (entry.evidence.empty()) {
    canvas_.space(5);
    canvas_.paragraph(Words(text(Label::noEvidence)), kFine, kBody, kPageRight - kBody);
  }
  for (const std::size_t each : queries_[index]) query(data_.queries[each].query);
  if (!entry.checkedBy.empty() || entry.checkedAt != 0) {
    canvas_.space(5);
    const std::string by = entry.checkedBy.empty() ? "–" : shown(base::oneLine(entry.checkedBy));
    canvas_.paragraph(Words(filled(language_, Label::checkedBy, {by, minuteText(entry.checkedAt)})),
                      kFine, kBody, kPageRight - kBody);
  }
  history(entry);
  canvas_.close();
  if (headEnd.page == canvas_.place().page && headEnd.y > canvas_.place().y) {
    canvas_.moveTo(headEnd);
  }
  canvas_.space(12);
}

void PdfReport::checks() {
  canvas_.space(20);
  // The heading stays with the first check.
  constexpr double kHeading = 44;
  if (!data_.items.empty()) canvas_.keep(kHeading + roomFor(0));
  section(Label::checks, "checks");
  if (data_.items.empty()) {
    canvas_.paragraph(Words(text(Label::noItemsYet)), kFine, kPageLeft, kWidth);
  }
  const std::size_t count = data_.items.size();
  for (std::size_t i = 0; i < count && goesOn(options_, i, count, kChecksShare); ++i) check(i);
  canvas_.close();
}

void PdfReport::source(std::size_t index, const std::vector<std::size_t>& usedBy) {
  const ReportSource& entry = data_.sources[index];
  const model::Source& source = entry.source;
  canvas_.keep(48);
  canvas_.hairline(kPageLeft, kWidth, kLine);
  canvas_.space(6);
  canvas_.destination(sourceName(index));
  const auto top = canvas_.place();
  canvas_.paragraph(Words(shown(entry.number)), {Face::sans, 9.5, true, false, kText, 1.42},
                    kPageLeft, 40);
  canvas_.moveTo(top);
  constexpr double kLeft = kPageLeft + 44;
  constexpr double kRoom = kPageRight - kLeft;
  const std::string target = linkTarget(source.url);
  Words line;
  line.add(shown(base::oneLine(source.title.empty() ? source.url : source.title)),
           target.empty() ? kText : kAccent, true, target);
  for (const std::string* each : {&source.author, &source.publisher}) {
    if (!each->empty()) line.add(", " + shown(base::oneLine(*each)));
  }
  canvas_.paragraph(line, kPlain, kLeft, kRoom);
  std::string about{word(language_, source.kind)};
  about += ", " + text(model::info(source.kind).primary ? Label::primary : Label::secondary);
  if (source.sensitive) about += ", " + text(Label::sensitive);
  if (!source.lookedAt.empty()) {
    about += " · " + text(Label::lookedAt) + " " + shown(source.lookedAt);
  }
  canvas_.paragraph(Words(about), kFine, kLeft, kRoom);
  if (!source.title.empty()) canvas_.paragraph(Words(shown(source.url)), kFine, kLeft, kRoom);
  for (const auto& [name, value] :
       {std::pair(Label::archived, &source.archivedUrl), std::pair(Label::contact, &source.contact),
        std::pair(Label::note, &source.note)}) {
    if (value->empty()) continue;
    canvas_.paragraph(Words(text(name) + ": " + shown(*value)), kFine, kLeft, kRoom);
  }
  for (const ReportSnapshot& kept : entry.snapshots) {
    canvas_.paragraph(Words(text(Label::snapshot) + ": " + shown(snapshotLine(kept))), kFine, kLeft,
                      kRoom);
  }
  Words used;
  used.add(text(Label::usedBy) + ":", kSecond);
  for (const std::size_t item : usedBy) {
    used.add("  " + shown(data_.items[item].number), colourOf(data_.items[item].item.status), true,
             "#" + checkName(item));
  }
  if (!usedBy.empty()) canvas_.paragraph(used, kFine, kLeft, kRoom);
  canvas_.space(6);
}

void PdfReport::sources() {
  canvas_.space(20);
  section(Label::sources, "sources");
  if (data_.sources.empty()) {
    canvas_.paragraph(Words(text(Label::noSources)), kFine, kPageLeft, kWidth);
  }
  const auto used = itemsBySource(data_);
  for (std::size_t i = 0; i < data_.sources.size(); ++i) source(i, used[i]);
  canvas_.keep(40);
  canvas_.hairline(kPageLeft, kWidth, kLine);
  canvas_.space(8);
  canvas_.paragraph(Words(text(Label::textHash) + ": " + shown(data_.sha256)), kFine, kPageLeft,
                    kWidth);
  if (!data_.storeHead.empty()) {
    canvas_.paragraph(Words(text(Label::storeHead) + ": " + shown(data_.storeHead)), kFine,
                      kPageLeft, kWidth);
  }
  canvas_.close();
}

}  // namespace assay::report
