// PDF: the report on paper. Figures first, then the article with its margin, then the checks.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "report/escape.h"
#include "report/pdf_report.h"
#include "report/redact.h"

namespace assay::report {

std::string shown(std::string_view text) {
  constexpr std::size_t kLongestWord = 64;
  constexpr std::size_t kStep = 48;
  const std::string whole = visible(text);
  std::string out;
  out.reserve(whole.size());
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find_first_of(" \n\t", at), whole.size());
    std::string_view word = std::string_view(whole).substr(at, end - at);
    while (word.size() > kLongestWord) {
      const base::Span head =
          base::atGraphemes(word, {0, base::codePointsFrom(word, 0, kStep).size()});
      out.append(head.of(word)).append("\u200B");
      word.remove_prefix(head.size());
    }
    out += word;
    if (end < whole.size()) out += whole[end];
    at = end + 1;
  }
  return out;
}

std::uint32_t colourOf(model::Status status) { return model::info(status).paper; }

std::uint32_t colourOf(model::Stance stance) {
  switch (stance) {
    case model::Stance::supports: return kGreen;
    case model::Stance::refutes: return kRed;
    default: return kSecond;
  }
}

void PdfReport::section(Label title, const std::string& name) {
  canvas_.keep(90);
  canvas_.open("Sect");
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
  canvas_.open("TR");
  canvas_.paragraph(name, kPlain, kPageLeft, 130, "TD");
  canvas_.moveTo(at);
  canvas_.paragraph(Words(std::to_string(count)), kPlain, kPageLeft + 140, 50, "TD");
  canvas_.moveTo(at);
  canvas_.paragraph(Words(percent(count, data_.items.size())), kPlain, kPageLeft + 180, 50, "TD");
  canvas_.close();
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
    if (words.text.empty()) words.add(text(title) + ":", kText, true);
    words.add("  " + shown(data_.items[i].number), colourOf(data_.items[i].item.status), true,
              "#" + checkName(i));
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
  canvas_.open("Table");
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count > 0) summaryRow(status, count, most);
  }
  canvas_.close();
  canvas_.space(12);
  numbers(Label::stillOpen,
          [](const model::Item& item) { return !model::info(item.status).settled; });
  canvas_.space(4);
  numbers(Label::toSettle, mustBeSettled);
  canvas_.close();
}

static TextStyle styleOf(model::BlockRole role) {
  TextStyle style{Face::serif, 11, false, false, kText, 1.55};
  switch (role) {
    case model::BlockRole::headline: return {Face::serif, 19, true, false, kText, 1.25};
    case model::BlockRole::deck: return {Face::serif, 13, false, false, kSecond, 1.4};
    case model::BlockRole::subheading: return {Face::serif, 13, true, false, kText, 1.4};
    case model::BlockRole::pullQuote: return {Face::serif, 14, false, true, kText, 1.4};
    case model::BlockRole::byline:
    case model::BlockRole::dateline:
      style.face = Face::sans;
      style.size = 9.5;
      break;
    case model::BlockRole::caption:
      style.size = 9.5;
      style.colour = kSecond;
      break;
    case model::BlockRole::boilerplate: return {Face::sans, 8.25, false, false, 0x8A887F, 1.4};
    case model::BlockRole::body: break;
  }
  return style;
}

/// How many lines have to lie above each item's own: those of the items inside it.
static std::map<std::size_t, std::size_t> linesInside(const MarkedBlock& block) {
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
      words.add("\u202F");  // stays with its words
      const std::size_t number = words.text.size();
      words.add(shown(entry.number));
      words.runs.push_back({from, words.text.size(), colourOf(entry.item.status), true, true});
      words.links.push_back({number, words.text.size(), "#" + checkName(index)});
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
    note.add("  " + statusText(entry.item.status), colour);
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
  const std::vector<MarkedBlock> blocks = markedBlocks(data_);
  for (std::size_t i = 0; i < blocks.size() && goesOn(options_, i, blocks.size(), kArticleShare);
       ++i) {
    block(blocks[i]);
  }
  canvas_.close();
}

base::Result<std::string> writePdf(const ReportData& data, const ReportOptions& options) {
  const Shown cleared(data, options);
  const ReportData& all = cleared.data();
  PdfAbout about;
  about.title = std::string(label(options.language, Label::reportTitle)) + ": " +
                shown(base::oneLine(titleOf(all, options.language)));
  about.author = shown(base::oneLine(all.outlet));
  about.creator = shown(base::oneLine(all.program));
  about.language = std::string(info(options.language).id);
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
  if (auto left = unlessStopped(options, {}); !left) return left;
  return canvas.finish();
}

}  // namespace assay::report
