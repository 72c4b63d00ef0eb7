// Markdown: CommonMark with tables, readable as plain text too.
//
// Every word of the data goes through markdown() in escape.h; what stands here as text is ours.
#include "base/utf8.h"
#include "report/escape.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/pace.h"
#include "report/pieces.h"
#include "report/redact.h"

namespace assay::report {

namespace {

constexpr std::size_t kPassage = 160;  // code points of a passage in a table

/// The report being written, with the few helpers all its parts need.
struct Page {
  const ReportData& data;
  Language language;
  std::string out;

  [[nodiscard]] std::string label(Label which) const {
    return markdown(report::label(language, which));
  }
  [[nodiscard]] std::string statusWord(model::Status status) const {
    return markdown(std::string(model::info(status).glyph) + " " +
                    std::string(word(language, status)));
  }
  void heading(int level, const std::string& text) {
    if (!out.ends_with("\n\n")) out += "\n";
    out += std::string(static_cast<std::size_t>(level), '#') + " " + text + "\n\n";
  }
  void row(std::initializer_list<std::string> cells) {
    out += "|";
    for (const std::string& cell : cells) out += " " + cell + " |";
    out += "\n";
  }
};

void appendMasthead(Page& page, const ReportOptions& options) {
  const ReportData& data = page.data;
  page.out += "# " + markdown(titleOf(data, page.language)) + "\n\n";
  if (!data.byline.empty()) page.out += "*" + markdown(data.byline) + "*\n\n";
  page.out += "**" + markdown(finishedSentence(data, page.language)) + "**\n\n";
  page.out += page.label(Label::reportTitle);
  for (const std::string& part :
       {data.outlet, data.articleNumber,
        filled(page.language, Label::draft, {std::to_string(data.draftNumber)}),
        filled(page.language, Label::madeOn, {minuteText(data.generatedAt)}), data.program}) {
    if (!part.empty()) page.out += " · " + markdown(part);
  }
  page.out += "\n";
  if (!data.url.empty()) page.out += "\n" + markdownLink(data.url, data.url) + "\n";
  if (!options.titleFields.empty()) page.out += "\n";
  for (const TitleField& field : options.titleFields) {
    page.out += "- **" + markdown(field.name) + ":** " + markdown(field.value) + "\n";
  }
  if (const std::string words = coverageSentence(data, page.language); !words.empty()) {
    page.out += "\n" + markdown(words) + "\n";
  }
}

void appendSummary(Page& page) {
  if (page.data.items.empty()) return;
  page.heading(2, page.label(Label::summary));
  page.row({page.label(Label::status), page.label(Label::items), page.label(Label::share)});
  page.out += "|---|--:|--:|\n";
  const StatusCounts counts = statusCounts(page.data);
  for (const model::StatusInfo& status : model::statuses()) {
    const std::size_t count = counts[static_cast<std::size_t>(status.status)];
    if (count == 0) continue;
    page.row({page.statusWord(status.status), std::to_string(count),
              percent(count, page.data.items.size())});
  }
}

void appendToSettle(Page& page) {
  bool any = false;
  for (const ReportItem& entry : page.data.items) {
    if (!mustBeSettled(entry.item)) continue;
    if (!any) {
      page.heading(2, page.label(Label::toSettle));
      page.row({page.label(Label::number), page.label(Label::status), page.label(Label::passage),
                page.label(Label::correction)});
      page.out += "|---|---|---|---|\n";
    }
    any = true;
    page.row({markdown(entry.number), page.statusWord(entry.item.status),
              markdown(base::shortened(base::oneLine(entry.item.anchor.exact), kPassage)),
              markdown(entry.item.correction)});
  }
}

/// The numbers and glyphs of the items that end here: "\[Q1 ✓\]". Not bold: markup ending in a
/// bracket would not be closed before a letter.
void appendNumbers(Page& page, const std::vector<std::size_t>& ends) {
  for (const std::size_t index : ends) {
    const ReportItem& item = page.data.items[index];
    const std::string_view glyph = model::info(item.item.status).glyph;
    page.out += " " + markdown("[" + item.number + " " + std::string(glyph) + "]");
  }
}

void appendArticle(Page& page) {
  page.heading(2, page.label(Label::article));
  for (const MarkedBlock& block : markedBlocks(page.data)) {
    // Escaping looks at the start of a line: a block is escaped up to each number at once.
    std::size_t from = block.span.begin;
    const auto flush = [&](std::size_t to) {
      const std::string_view words = base::Span{from, to}.of(page.data.text);
      const bool blankBefore = from > block.span.begin && words.find_first_of(" \n\t") == 0;
      page.out += (blankBefore ? " " : "") + markdown(words);
      from = to;
    };
    if (block.role != model::BlockRole::body) {
      page.out += "*" + markdown(model::info(block.role).word) + ":* ";
    }
    for (const Piece& piece : block.pieces) {
      if (piece.ends.empty()) continue;
      flush(piece.span.end);
      appendNumbers(page, piece.ends);
    }
    flush(block.span.end);
    page.out += "\n\n";
  }
  page.out.pop_back();
}

void appendEvidence(Page& page, const ReportEvidence& evidence) {
  const model::StanceInfo& stance = model::info(evidence.stance);
  page.out += "- " + std::string(stance.glyph) + " **" +
              markdown(word(page.language, evidence.stance)) + "**";
  if (evidence.source < page.data.sources.size()) {
    const ReportSource& source = page.data.sources[evidence.source];
    page.out +=
        " " + markdown(source.number) + " " + markdownLink(source.source.title, source.source.url);
    if (!source.source.lookedAt.empty()) {
      page.out += ", " + page.label(Label::lookedAt) + " " + markdown(source.source.lookedAt);
    }
  }
  if (!evidence.locator.empty()) page.out += ", " + markdown(evidence.locator);
  page.out += "\n";
  if (!evidence.excerpt.empty()) page.out += "  > " + markdown(evidence.excerpt) + "\n";
  if (!evidence.note.empty()) {
    page.out += "\n  " + page.label(Label::note) + ": " + markdown(evidence.note) + "\n";
  }
}

void appendQuery(Page& page, const model::Query& query) {
  page.out += "- " + std::string(model::info(model::stateOf(query)).glyph) + " " +
              markdown(queryLine(query, page.language)) + "\n  > " + markdown(query.text) + "\n";
  if (query.answer.empty()) return;
  page.out += "\n  **" + page.label(Label::callAnswer) + ":** " + markdown(query.answer) + "\n";
}

void appendField(Page& page, Label name, std::string_view value) {
  if (!value.empty()) page.out += "- **" + page.label(name) + ":** " + markdown(value) + "\n";
}

void appendDecisions(Page& page, const ReportItem& entry) {
  const model::Item& item = entry.item;
  std::string speaker = entry.speaker;
  for (const std::string& role : entry.speakerRoles) speaker += ", " + role;
  const bool quote = model::isQuote(item.kind);
  if (quote && speaker.empty()) speaker = label(page.language, Label::unknownSpeaker);
  appendField(page, Label::speaker, speaker);
  if (quote) appendField(page, Label::wording, word(page.language, item.wording));
  appendField(page, Label::correction, item.correction);
  std::string rating = item.verdict;
  if (!item.explanation.empty()) rating += (rating.empty() ? "" : ": ") + item.explanation;
  appendField(page, Label::rating, rating);
  appendField(page, Label::note, item.note);
}

void appendCheck(Page& page, const ReportItem& entry, const std::vector<std::size_t>& queries) {
  const model::Item& item = entry.item;
  page.heading(3, markdown(entry.number) + " " + page.statusWord(item.status));
  page.out += "> " + markdown(item.anchor.exact) + "\n\n";
  std::string kind{word(page.language, item.kind)};
  if (!entry.parent.empty()) kind += ", " + filled(page.language, Label::madeIn, {entry.parent});
  for (const model::FlagInfo& flag : model::flags()) {
    if (item.flags.has(flag.flag)) {
      kind += " · ";
      kind += word(page.language, flag.flag);
    }
  }
  page.out += "- " + markdown(kind) + "\n";
  appendDecisions(page, entry);
  if (entry.evidence.empty()) page.out += "- " + page.label(Label::noEvidence) + "\n";
  for (const ReportEvidence& evidence : entry.evidence) appendEvidence(page, evidence);
  for (const std::size_t query : queries) appendQuery(page, page.data.queries[query].query);
  if (!entry.checkedBy.empty() || entry.checkedAt != 0) {
    page.out += "- " +
                markdown(filled(page.language, Label::checkedBy,
                                {entry.checkedBy.empty() ? "–" : entry.checkedBy,
                                 minuteText(entry.checkedAt)})) +
                "\n";
  }
  if (entry.history.empty()) return;
  page.out += "- " + page.label(Label::history) + ":\n";
  for (const ReportChange& change : entry.history) {
    page.out += "    - " + markdown(minuteText(change.at)) + " " + markdown(change.who) + " · " +
                markdown(change.what);
    if (change.undone) page.out += " (" + page.label(Label::undone) + ")";
    page.out += "\n";
  }
}

std::string sourceText(const Page& page, const ReportSource& entry) {
  const model::Source& source = entry.source;
  std::string out = markdownLink(source.title, source.url);
  for (const std::string* field : {&source.author, &source.publisher}) {
    if (!field->empty()) out += ", " + markdown(*field);
  }
  if (!source.archivedUrl.empty()) {
    out += ", " + markdownLink(label(page.language, Label::archived), source.archivedUrl);
  }
  if (!source.contact.empty()) {
    out += "; " + page.label(Label::contact) + ": " + markdown(source.contact);
  }
  if (!source.note.empty()) out += "; " + page.label(Label::note) + ": " + markdown(source.note);
  for (const ReportSnapshot& snapshot : entry.snapshots) {
    out += "; " + page.label(Label::snapshot) + ": " + markdown(snapshotLine(snapshot));
  }
  return out;
}

void appendSources(Page& page) {
  page.heading(2, page.label(Label::sources));
  if (page.data.sources.empty()) {
    page.out += page.label(Label::noSources) + "\n";
    return;
  }
  page.row({page.label(Label::number), page.label(Label::source), page.label(Label::kind),
            page.label(Label::lookedAt), page.label(Label::usedBy)});
  page.out += "|---|---|---|---|---|\n";
  const auto used = itemsBySource(page.data);
  for (std::size_t i = 0; i < page.data.sources.size(); ++i) {
    const ReportSource& entry = page.data.sources[i];
    std::string kind{word(page.language, entry.source.kind)};
    kind += ", ";
    kind += label(page.language,
                  model::info(entry.source.kind).primary ? Label::primary : Label::secondary);
    if (entry.source.sensitive) {
      kind += ", ";
      kind += label(page.language, Label::sensitive);
    }
    std::string items;
    for (const std::size_t item : used[i]) {
      items += (items.empty() ? "" : ", ") + markdown(page.data.items[item].number);
    }
    page.row({markdown(entry.number), sourceText(page, entry), markdown(kind),
              markdown(entry.source.lookedAt), items});
  }
}

}  // namespace

base::Result<std::string> writeMarkdown(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  Page page{shown.data(), options.language, {}};
  appendMasthead(page, options);
  appendSummary(page);
  appendToSettle(page);
  appendArticle(page);
  page.heading(2, page.label(Label::checks));
  if (page.data.items.empty()) page.out += page.label(Label::noItemsYet) + "\n";
  const auto queries = queriesByItem(page.data);
  const std::size_t all = page.data.items.size();
  for (std::size_t i = 0; i < all && goesOn(options, i, all); ++i) {
    appendCheck(page, page.data.items[i], queries[i]);
  }
  appendSources(page);
  page.out += "\n---\n\n" + page.label(Label::textHash) + ": " + markdown(page.data.sha256) + "\n";
  if (!page.data.storeHead.empty()) {
    page.out += "\n" + page.label(Label::storeHead) + ": " + markdown(page.data.storeHead) + "\n";
  }
  return unlessStopped(options, std::move(page.out));
}

}  // namespace assay::report
