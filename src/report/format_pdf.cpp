// PDF: the report on paper. Figures first, then the article with its margin, then the checks.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "report/escape.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/pdf_canvas.h"
#include "report/pdf_style.h"
#include "report/pieces.h"
#include "report/redact.h"

namespace assay::report {

namespace {

/// The report being set; positions of items on the paper are destinations named by their place.
class PdfReport {
 public:
  PdfReport(const ReportData& data, const ReportOptions& options, PdfCanvas& canvas)
      : data_(data),
        options_(options),
        language_(options.language),
        canvas_(canvas),
        queries_(queriesByItem(data)) {}

  void masthead();
  void summary();
  void article();
  void checks();
  void sources();

 private:
  [[nodiscard]] std::string text(Label which) const { return std::string(label(language_, which)); }
  [[nodiscard]] std::string statusText(model::Status status) const {
    return std::string(model::info(status).glyph) + " " + std::string(word(language_, status));
  }
  static std::string checkName(std::size_t item) { return "c" + std::to_string(item); }
  static std::string sourceName(std::size_t source) { return "s" + std::to_string(source); }

  void section(Label title, const std::string& name);
  void summaryRow(const model::StatusInfo& status, std::size_t count, std::size_t most);
  void block(const MarkedBlock& block);
  [[nodiscard]] Words marked(const MarkedBlock& block) const;
  void marginNotes(const MarkedBlock& block);
  void check(std::size_t index);
  [[nodiscard]] double roughHeight(std::size_t index) const;
  [[nodiscard]] double roomFor(std::size_t index) const;
  void numbers(Label title, bool (*wanted)(const model::Item&));
  void checkHead(const ReportItem& entry);
  void field(Label name, std::string_view value, const TextStyle& style);
  void evidence(const ReportEvidence& evidence);
  void query(const model::Query& query);
  void history(const ReportItem& entry);
  void source(std::size_t index, const std::vector<std::size_t>& usedBy);

  const ReportData& data_;
  const ReportOptions& options_;
  Language language_;
  PdfCanvas& canvas_;
  std::vector<std::vector<std::size_t>> queries_;  // about each item
  int checksBookmark_ = 0;
};

void PdfReport::section(Label title, const std::string& name) {
  canvas_.keep(90);
  canvas_.destination(name);
  const int entry = canvas_.bookmark(0, text(title), name);
  if (title == Label::checks) checksBookmark_ = entry;
  canvas_.paragraph(Words(text(title)), kSectionHead, kPageLeft, kWidth, "H2");
  canvas_.space(8);
}

void PdfReport::masthead() {
  std::string kicker = text(Label::reportTitle);
  if (!data_.outlet.empty()) kicker += " · " + shown(data_.outlet);
  canvas_.paragraph(Words(kicker), {Face::sans, 8.5, true, false, kSecond, 1.4}, kPageLeft, kWidth);
  canvas_.space(6);
  canvas_.paragraph(Words(shown(base::oneLine(titleOf(data_, language_)))),
                    {Face::serif, 25, true, false, kText, 1.2}, kPageLeft, kWidth, "H1");
  canvas_.space(6);
  canvas_.paragraph(Words(shown(data_.byline)), {Face::serif, 11.5, false, true, kSecond, 1.4},
                    kPageLeft, kWidth);
  canvas_.space(4);
  const std::string line = shown(data_.articleNumber) + " · " +
                           filled(language_, Label::draft, {std::to_string(data_.draftNumber)}) +
                           " · " +
                           filled(language_, Label::madeOn, {minuteText(data_.generatedAt)}) +
                           " · " + shown(data_.program);
  canvas_.paragraph(Words(line), kFine, kPageLeft, kWidth);
  for (const TitleField& each : options_.titleFields) {
    canvas_.space(4);
    const auto at = canvas_.place();
    canvas_.paragraph(Words(shown(base::oneLine(each.name))), kFine, kPageLeft, 100);
    const auto below = canvas_.place();
    canvas_.moveTo(at);
    canvas_.paragraph(Words(shown(each.value)), kPlain, kPageLeft + 112, kWidth - 112);
    if (below.y > canvas_.place().y) canvas_.moveTo(below);
  }
  canvas_.space(16);
  const bool finished = data_.unfinished() == 0 && !data_.items.empty();
  const double top = canvas_.place().y;
  const std::string sentence = finishedSentence(data_, language_);
  const double height = base::codePointCount(sentence) > 70 ? 50 : 34;  // two lines or one
  canvas_.box(kPageLeft, top, kWidth, height, kPanel);
  canvas_.box(kPageLeft, top, 3, height, finished ? kGreen : kAmber);
  canvas_.space(9);
  canvas_.paragraph(Words(sentence), {Face::sans, 11, true, false, kText, 1.45}, kPageLeft + 14,
                    kWidth - 28);
  canvas_.moveTo({canvas_.place().page, top + height});
  canvas_.space(6);
  canvas_.paragraph(Words(coverageSentence(data_, language_)), kFine, kPageLeft, kWidth);
  canvas_.space(22);
}

void PdfReport::summaryRow(const model::StatusInfo& status, std::size_t count, std::size_t most) {
  canvas_.keep(16);
  const auto at = canvas_.place();
  const std::uint32_t colour = colourOf(status.status);
  Words name;
  name.add(statusText(status.status), colour, true);
  canvas_.paragraph(name, kPlain, kPageLeft, 130);
  canvas_.moveTo(at);
  canvas_.paragraph(Words(std::to_string(count)), kPlain, kPageLeft + 140, 50);
  canvas_.moveTo(at);
  canvas_.paragraph(Words(percent(count, data_.items.size())), kPlain, kPageLeft + 180, 50);
  const double share = static_cast<double>(count) / static_cast<double>(most);
  canvas_.box(kPageLeft + 230, at.y + 4, (kWidth - 230) * share, 6, colour);
  canvas_.space(2);
  canvas_.hairline(kPageLeft, kWidth, kLine);
  canvas_.space(2.5);
}

/// One line of items by their numbers, each leading to its check; nothing when there are none.
void PdfReport::numbers(Label title, bool (*wanted)(const model::Item&)) {
  Words words;
  for (std::size_t i = 0; i < data_.items.size(); ++i) {
    if (!wanted(data_.items[i].item)) continue;
    if (words.text.empty()) words.add(text(title) + ":  ", kText, true);
    words.add(shown(data_.items[i].number), colourOf(data_.items[i].item.status), true,
              "#" + checkName(i));
    words.add("  ");
  }
  canvas_.paragraph(words, kPlain, kPageLeft, kWidth);
}

void PdfReport::summary() {
  if (data_.items.empty()) return;
  section(Label::summary, "summary");
  const StatusCounts counts = statusCounts(data_);
  const std::size_t most = *std::max_element(counts.begin(), counts.end());
  const double unit = kWidth / static_cast<double>(data_.items.size());
  double left = kPageLeft;
  for (const model::StatusInfo& status : model::statuses()) {
    const double width =
        unit * static_cast<double>(counts[static_cast<std::size_t>(status.status)]);
    if (width <= 0) continue;
    canvas_.box(left, canvas_.place().y, std::max(0.3, width - 1), 9, colourOf(status.status));
    left += width;
  }
  canvas_.space(18);
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count > 0) summaryRow(status, count, most);
  }
  canvas_.space(12);
  numbers(Label::stillOpen,
          [](const model::Item& item) { return !model::info(item.status).settled; });
  canvas_.space(4);
  numbers(Label::toSettle, mustBeSettled);
}

/// How many lines have to lie above each item's own: those of the items inside it.
std::map<std::size_t, std::size_t> linesInside(const MarkedBlock& block) {
  std::map<std::size_t, std::size_t> inside;
  for (const Piece& piece : block.pieces) {
    for (std::size_t i = 0; i < piece.marks.size(); ++i) {
      std::size_t& lines = inside[piece.marks[i]];
      lines = std::max(lines, piece.marks.size() - 1 - i);
    }
  }
  return inside;
}

Words PdfReport::marked(const MarkedBlock& block) const {
  constexpr double kLineStep = 2.2;
  const auto inside = linesInside(block);
  Words words;
  for (const Piece& piece : block.pieces) {
    const std::size_t begin = words.text.size();
    words.add(shown(piece.span.of(data_.text)));
    for (const std::size_t mark : piece.marks) {
      const model::Item& item = data_.items[mark].item;
      const model::StatusInfo& status = model::info(item.status);
      words.underlines.push_back({begin, words.text.size(), status.paper, status.line,
                                  model::isQuote(item.kind),
                                  kLineStep * static_cast<double>(inside.at(mark))});
    }
    for (const std::size_t index : piece.ends) {
      const ReportItem& entry = data_.items[index];
      const std::size_t from = words.text.size();
      words.add("\u202F" + shown(entry.number));  // stays with its words
      words.runs.push_back({from, words.text.size(), colourOf(entry.item.status), true, true});
      words.links.push_back({from, words.text.size(), "#" + checkName(index)});
    }
  }
  return words;
}

void PdfReport::marginNotes(const MarkedBlock& block) {
  for (const std::size_t index : block.items) {
    if (canvas_.place().y + kFine.size * kFine.leading > kPageBottom) return;
    const ReportItem& entry = data_.items[index];
    const std::uint32_t colour = colourOf(entry.item.status);
    Words note;
    note.add(shown(entry.number), colour, true, "#" + checkName(index));
    note.add("  ").add(statusText(entry.item.status), colour);
    if (!entry.speaker.empty()) note.add(" · " + shown(base::oneLine(entry.speaker)));
    note.text = base::shortened(note.text, kOutline);
    canvas_.paragraph(note, kFine, kMargin, kPageRight - kMargin);
  }
}

void PdfReport::block(const MarkedBlock& block) {
  TextStyle style = styleOf(block.role);
  style.followsScript = true;
  const bool heading = style.bold || block.role == model::BlockRole::subheading;
  canvas_.keep(heading ? 80 : style.size * style.leading * 3);
  const auto top = canvas_.place();
  marginNotes(block);
  const auto notes = canvas_.place();
  canvas_.moveTo(top);
  const bool caption = block.role == model::BlockRole::caption;
  canvas_.paragraph(marked(block), style, kPageLeft + (caption ? 10 : 0),
                    kArticle - (caption ? 10 : 0));
  if (notes.page == canvas_.place().page && notes.y > canvas_.place().y) canvas_.moveTo(notes);
  canvas_.space(9);
}

void PdfReport::article() {
  canvas_.newPage();
  section(Label::article, "article");
  canvas_.paragraph(Words(text(Label::articleIntro)), kFine, kPageLeft, kWidth);
  canvas_.space(12);
  for (const MarkedBlock& each : markedBlocks(data_)) block(each);
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
    line.add("  ").add(shown(entry.number), kAccent, true, "#" + sourceName(evidence.source));
    const std::string target = linkTarget(source.url);
    const std::string title =
        shown(base::oneLine(source.title.empty() ? source.url : source.title));
    line.add("  ").add(title, target.empty() ? kText : kAccent, false, target);
    if (!evidence.locator.empty()) {
      line.add(" · " + shown(base::oneLine(evidence.locator)), kSecond);
    }
    if (!source.lookedAt.empty()) {
      line.add(" · " + text(Label::lookedAt) + " " + shown(source.lookedAt), kSecond);
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
  for (std::size_t i = 0; i < data_.items.size(); ++i) check(i);
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
  used.add(text(Label::usedBy) + ": ", kSecond);
  for (const std::size_t item : usedBy) {
    used.add(" ").add(shown(data_.items[item].number), colourOf(data_.items[item].item.status),
                      true, "#" + checkName(item));
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
  if (data_.storeHead.empty()) return;
  canvas_.paragraph(Words(text(Label::storeHead) + ": " + shown(data_.storeHead)), kFine, kPageLeft,
                    kWidth);
}

}  // namespace

base::Result<std::string> writePdf(const ReportData& data, const ReportOptions& options) {
  const Shown cleared(data, options);
  const ReportData& all = cleared.data();
  PdfAbout about;
  about.title = std::string(label(options.language, Label::reportTitle)) + ": " +
                shown(base::oneLine(titleOf(all, options.language)));
  about.author = shown(base::oneLine(all.outlet));
  about.creator = shown(base::oneLine(all.program));
  about.created = all.generatedAt;
  about.headLeft = base::shortened(shown(base::oneLine(titleOf(all, options.language))), kHead);
  about.headRight = shown(base::oneLine(all.articleNumber)) + " · " +
                    filled(options.language, Label::draft, {std::to_string(all.draftNumber)});
  PdfCanvas canvas(about);
  PdfReport report(all, options, canvas);
  report.masthead();
  report.summary();
  report.article();
  report.checks();
  report.sources();
  return canvas.finish();
}

}  // namespace assay::report
