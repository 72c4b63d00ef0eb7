// The checker's protocol: the record of the work, not of the article.
//
// Says of every item who set its status, when, and against which sources; and fixes what was
// checked by its fingerprint. Markdown, like format_markdown.cpp.
#include <map>

#include "base/utf8.h"
#include "report/escape.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

constexpr std::size_t kPassage = 80;  // code points: enough to recognise a passage by

std::string row(std::initializer_list<std::string> cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + cell + " |";
  return out + "\n";
}

/// "S1 supports (page 3), S2 refutes".
std::string againstText(const ReportData& data, const ReportItem& entry, Language language) {
  std::string out;
  for (const ReportEvidence& evidence : entry.evidence) {
    if (evidence.source >= data.sources.size()) continue;
    if (!out.empty()) out += ", ";
    out +=
        data.sources[evidence.source].number + " " + std::string(word(language, evidence.stance));
    if (!evidence.locator.empty()) out += " (" + evidence.locator + ")";
  }
  return out;
}

std::string itemRow(const ReportData& data, const ReportItem& entry, Language language) {
  const model::Item& item = entry.item;
  std::string status{word(language, item.status)};
  if (model::isQuote(item.kind) && item.wording != model::WordingVerdict::none) {
    status += "; ";
    status += word(language, item.wording);
  }
  return row({markdown(entry.number),
              markdown(base::shortened(base::oneLine(item.anchor.exact), kPassage)),
              markdown(status), markdown(entry.checkedBy), markdown(minuteText(entry.checkedAt)),
              markdown(againstText(data, entry, language))});
}

std::string peopleTable(const ReportData& data, Language language) {
  std::map<std::string, std::size_t> people;
  for (const ReportItem& entry : data.items) {
    if (!entry.checkedBy.empty()) ++people[entry.checkedBy];
  }
  if (people.empty()) return {};
  std::string out =
      "\n" + row({markdown(label(language, Label::who)), markdown(label(language, Label::items))});
  out += "|---|--:|\n";
  for (const auto& [name, count] : people) {
    out += row({markdown(name), std::to_string(count)});
  }
  return out;
}

std::string sourcesTable(const ReportData& data, Language language) {
  std::string out = "\n## " + markdown(label(language, Label::sources)) + "\n\n";
  if (data.sources.empty()) return out + markdown(label(language, Label::noSources)) + "\n";
  const auto name = [&](Label which) { return markdown(label(language, which)); };
  out +=
      row({name(Label::number), name(Label::source), name(Label::lookedAt), name(Label::archived)});
  out += "|---|---|---|---|\n";
  for (const ReportSource& entry : data.sources) {
    const model::Source& source = entry.source;
    out += row({markdown(entry.number), markdownLink(source.title, source.url),
                markdown(source.lookedAt),
                source.archivedUrl.empty() ? "" : markdownLink("", source.archivedUrl)});
  }
  return out;
}

/// What was kept of the sources, by its hash; nothing when nothing was.
std::string snapshotsTable(const ReportData& data, Language language) {
  std::string rows;
  for (const ReportSource& entry : data.sources) {
    for (const ReportSnapshot& snapshot : entry.snapshots) {
      rows += row({markdown(entry.number), markdown(snapshot.name),
                   markdown(minuteText(snapshot.takenAt)), markdown(snapshot.sha256)});
    }
  }
  if (rows.empty()) return {};
  const auto name = [&](Label which) { return markdown(label(language, which)); };
  return "\n" + row({name(Label::number), name(Label::snapshot), name(Label::when), "SHA-256"}) +
         "|---|---|---|---|\n" + rows;
}

/// Who was asked what, and what the answer was; nothing when nobody was.
std::string queriesTable(const ReportData& data, Language language) {
  if (data.queries.empty()) return {};
  const auto name = [&](Label which) { return markdown(label(language, which)); };
  std::string out = "\n## " + name(Label::queries) + "\n\n" +
                    row({name(Label::number), name(Label::items), name(Label::queries),
                         name(Label::callAnswer)}) +
                    "|---|---|---|---|\n";
  for (const ReportQuery& entry : data.queries) {
    std::string items;
    for (const std::size_t item : entry.items) {
      items += (items.empty() ? "" : ", ") + markdown(data.items[item].number);
    }
    out += row({markdown(queryLine(entry.query, language)), items,
                markdown(base::oneLine(entry.query.text)),
                markdown(base::oneLine(entry.query.answer))});
  }
  return out;
}

}  // namespace

base::Result<std::string> writeProtocol(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const ReportData& all = shown.data();
  const Language language = options.language;
  const auto name = [&](Label which) { return markdown(label(language, which)); };
  std::string out = "# " + name(Label::protocol) + ": " + markdown(titleOf(all, language)) +
                    "\n\n" + markdown(filled(language, Label::protocolIntro, {all.program})) +
                    "\n\n**" + markdown(finishedSentence(all, language)) + "**\n\n";
  out += "- " + markdown(all.articleNumber) + ", " +
         markdown(filled(language, Label::draft, {std::to_string(all.draftNumber)})) + ", " +
         markdown(filled(language, Label::madeOn, {minuteText(all.generatedAt)})) + "\n";
  out += "- " + name(Label::textHash) + ": " + markdown(all.sha256) + "\n";
  if (!all.storeHead.empty()) {
    out += "- " + name(Label::storeHead) + ": " + markdown(all.storeHead) + "\n";
  }
  for (const TitleField& field : options.titleFields) {
    out += "- " + markdown(field.name) + ": " + markdown(field.value) + "\n";
  }
  out += peopleTable(all, language) + "\n## " + name(Label::checks) + "\n\n";
  out += row({name(Label::number), name(Label::passage), name(Label::status), name(Label::who),
              name(Label::when), name(Label::against)});
  out += "|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < all.items.size() && goesOn(options, i, all.items.size()); ++i) {
    out += itemRow(all, all.items[i], language);
  }
  out += sourcesTable(all, language) + snapshotsTable(all, language);
  return unlessStopped(options, out + queriesTable(all, language));
}

}  // namespace assay::report
