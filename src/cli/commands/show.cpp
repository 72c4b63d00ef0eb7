// assay show: everything about one item.
#include "base/clock.h"
#include "base/utf8.h"
#include "cli/commands/commands.h"
#include "cli/lines.h"
#include "cli/store_options.h"

namespace assay::cli {

namespace {

std::string scoreText(double score) {
  const auto hundredths = static_cast<int>(score * 100 + 0.5);
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

std::string speakerText(const app::ItemDetail& detail) {
  if (!detail.speaker) return "unknown";
  std::string out = detail.speaker->name;
  for (const std::string& role : detail.speaker->roles) out += ", " + role;
  return out;
}

std::string placeText(const app::ItemDetail& detail, const app::ArticleView& view) {
  const base::CodePointIndex index(view.draft->text);
  std::string out;
  for (const base::Span& span : detail.item.anchor.spans) {
    const base::Span points = index.toCodePoints(span);
    out +=
        (out.empty() ? "" : ", ") + std::to_string(points.begin) + "-" + std::to_string(points.end);
  }
  return out;
}

std::string worthText(const model::Item& item) {
  std::string out = scoreText(item.score);
  for (const model::ClaimReason reason : item.reasons) {
    out += (reason == item.reasons.front() ? ": " : ", ") + std::string(model::info(reason).word);
  }
  return item.checkable ? out : out + " (not checkable)";
}

std::string flagText(const model::Item& item) {
  std::string out;
  for (const model::FlagInfo& flag : model::flags()) {
    if (item.flags.has(flag.flag)) out += (out.empty() ? "" : ", ") + std::string(flag.word);
  }
  return out;
}

std::string insideText(const app::ItemDetail& detail, const app::ArticleView& view) {
  std::string out;
  for (const app::ItemRow& row : view.rows) {
    if (row.parent == detail.row.number) out += (out.empty() ? "" : ", ") + row.number;
  }
  return out;
}

std::string sourceText(const model::Source& source) {
  std::string out =
      model::sourceNumberText(source.number) + " " + std::string(model::info(source.kind).word);
  for (const std::string* part :
       {&source.title, &source.author, &source.publisher, &source.url, &source.archivedUrl}) {
    if (!part->empty()) out += ", " + *part;
  }
  if (!source.lookedAt.empty()) out += ", looked at " + source.lookedAt;
  return source.sensitive ? out + " (sensitive)" : out;
}

std::string evidenceText(const std::vector<app::EvidenceView>& evidence) {
  std::string out;
  std::size_t number = 0;
  for (const app::EvidenceView& link : evidence) {
    const model::StanceInfo& stance = model::info(link.evidence.stance);
    if (number > 0) out += "\n";
    out += std::to_string(++number) + " " + std::string(stance.glyph) + " " +
           std::string(stance.word) + ": " + sourceText(link.source);
    if (!link.evidence.excerpt.empty()) out += "\n  “" + link.evidence.excerpt + "”";
    if (!link.evidence.locator.empty()) out += "\n  at " + link.evidence.locator;
    if (!link.evidence.note.empty()) out += "\n  " + link.evidence.note;
    for (const model::Snapshot& snapshot : link.snapshots) {
      out += "\n  kept: " + snapshot.name + ", " + base::utcDate(snapshot.takenAt) + ", SHA-256 " +
             snapshot.sha256;
    }
  }
  return out;
}

std::string queryText(const std::vector<model::Query>& queries) {
  std::string out;
  for (const model::Query& query : queries) {
    const model::QueryStateInfo& state = model::info(model::stateOf(query));
    if (!out.empty()) out += "\n";
    out += std::to_string(query.number) + " " + std::string(state.glyph) + " " +
           std::string(state.word) + " " + model::recipientText(query) + "\n  " + query.text;
    if (!query.answer.empty()) out += "\n  → " + query.answer;
  }
  return out;
}

std::string decidedText(const model::Item& item) {
  if (item.decidedBy.empty()) return "";
  return item.decidedBy + ", " + base::utcTimestamp(item.decidedAt);
}

std::string pageOf(const app::ItemDetail& detail, const app::ArticleView& view) {
  const model::Item& item = detail.item;
  const bool quote = model::isQuote(item.kind);
  const model::StatusInfo& status = model::info(item.status);
  const std::pair<std::string_view, std::string> rows[] = {
      {detail.row.number, std::string(model::info(item.kind).word)},
      {"Text", item.anchor.exact},
      {"Status", std::string(status.glyph) + " " + std::string(status.word)},
      {"Decided", decidedText(item)},
      {"Speaker", quote || detail.speaker ? speakerText(detail) : ""},
      {"Wording", quote ? std::string(model::info(item.wording).word) : ""},
      {"Worth", quote ? "" : worthText(item)},
      {"Said in", detail.row.parent},
      {"Claims", insideText(detail, view)},
      {"Flags", flagText(item)},
      {"Correction", item.correction},
      {"Verdict", item.verdict},
      {"Explained", item.explanation},
      {"Note", item.note},
      {"Evidence", evidenceText(detail.evidence)},
      {"Queries", queryText(detail.queries)},
      {"Article", view.number + " " + view.article.title},
      {"Place", placeText(detail, view)},
  };
  std::string out;
  for (const auto& [label, value] : rows) {
    if (!value.empty()) out += labelled(label, value);
  }
  return out;
}

}  // namespace

ExitCode runShow(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> words;
  Parser parser("show", "Shows everything about one item.");
  parser.about("Its place counts characters (Unicode code points) of the text from 0.")
      .words("ITEM", "its number: Q3, C12 or A2:Q3", 1, 1, words);
  store.addStore(parser);
  store.addArticle(parser);
  parser.example("assay show --store desk.assay Q3");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto items = store.items(**session, words);
  if (!items) return call.refuse(items.error());
  const auto detail = (*session)->item(items->front());
  if (!detail) return call.refuse(detail.error());
  const auto view = (*session)->article((*detail)->item.article);
  if (!view) return call.refuse(view.error());
  call.print(pageOf(**detail, **view));
  return ExitCode::done;
}

}  // namespace assay::cli
