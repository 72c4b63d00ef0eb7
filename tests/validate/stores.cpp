// Makes the two stores that the outside checkers see reports of: the sample article, worked on as
// a desk would, and an article whose every field is hostile.
//
// usage: assay-validate-stores FOLDER ARTICLE. Writes sample.assay and hostile.assay there, and
// prints what each holds. Times and identities are given, so that the stores are the same every
// time.
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "app/importing.h"
#include "app/session.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "tests/report/hostile.h"
#include "tests/support/fake_clock.h"

namespace {

using namespace assay;

struct World {
  test::FakeClock clock;
  base::CountingIds ids;
  base::RealFileSystem files;
};

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "assay-validate-stores: %s\n", why.c_str());
  std::exit(1);
}

/// A session on a fresh store; every command moves the clock on by a minute.
class Desk {
 public:
  Desk(World& world, const std::filesystem::path& store) : world_(world), store_(store) {
    std::filesystem::remove(store);
    sit("mira");
  }

  /// Another person goes on.
  void sit(const std::string& actor) {
    session_.reset();
    app::SessionOptions options;
    options.store = store_;
    options.actor = actor;
    auto opened = app::Session::open(options, {world_.clock, world_.ids, world_.files});
    if (!opened) stop(opened.error().text());
    session_ = std::move(*opened);
  }

  app::Outcome run(const app::Command& command) {
    world_.clock.advance(60'000);
    auto outcome = session_->execute(command);
    if (!outcome) stop(outcome.error().text());
    return *outcome;
  }

  model::SourceId source(model::Source source) {
    return *run(app::AddSource{std::move(source)}).source;
  }

  app::Session& session() { return *session_; }

 private:
  World& world_;
  std::filesystem::path store_;
  std::unique_ptr<app::Session> session_;
};

model::Source sourceOf(model::SourceKind kind, std::string title, std::string url = {}) {
  model::Source source;
  source.kind = kind;
  source.title = std::move(title);
  source.url = std::move(url);
  source.lookedAt = "2026-02-03";
  return source;
}

app::AddEvidence evidence(const model::ItemId& item, const model::SourceId& source,
                          model::Stance stance, std::string excerpt, std::string locator = {},
                          std::string note = {}) {
  model::Evidence made;
  made.item = item;
  made.source = source;
  made.stance = stance;
  made.excerpt = std::move(excerpt);
  made.locator = std::move(locator);
  made.note = std::move(note);
  return {made, std::nullopt};
}

app::AddQuery query(const model::ArticleId& article, std::vector<model::ItemId> items,
                    model::RecipientKind kind, std::string recipient, std::string words) {
  model::Query made;
  made.article = article;
  made.items = std::move(items);
  made.kind = kind;
  made.recipient = std::move(recipient);
  made.text = std::move(words);
  return {made};
}

/// The sample article with a check that is half done: every status, flag and kind of source.
void makeSample(World& world, const std::filesystem::path& store,
                const std::filesystem::path& article) {
  Desk desk(world, store);
  auto read = app::prepareImport(article, world.files);
  if (!read) stop(read.error().text());
  const std::string text = read->document.text;
  const model::ArticleId id = *desk.run(*read).article;
  const auto minutes =
      desk.source(sourceOf(model::SourceKind::officialRecord, "Minutes of the council, session 31",
                           "https://skerrow.example/minutes/31?view=full&page=3"));
  const auto counts = desk.source(sourceOf(model::SourceKind::dataSet, "Traffic counts 2015–2024",
                                           "https://county.example/counts.csv"));
  model::Source lawyer = sourceOf(model::SourceKind::interview, "A lawyer of the council");
  lawyer.sensitive = true;
  lawyer.contact = "+00 555 0199";
  lawyer.note = "After six only.";
  const auto call = desk.source(lawyer);

  const auto add = [&](std::string_view words) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) stop("not in the sample: " + std::string(words));
    return desk.run(app::AddItem{id, model::ItemKind::claim, {{at, at + words.size()}}})
        .items.front();
  };
  const auto correct = [&](const model::ItemId& item, std::string_view words) {
    desk.run(
        app::SetStatus{{item}, model::Status::corrected, "Rechnung im Ordner.\nZweite Zeile."});
    desk.run(app::SetText{item, app::ItemText::correction, std::string(words)});
  };
  const auto rise = add("an increase of 36 percent");
  correct(rise, "an increase of 26 percent");
  desk.run(evidence(rise, counts, model::Stance::refutes, "5,300 / 4,200 = 1.262", "row 11"));
  const auto weekday = add("published on Thursday, 14 October 2025");
  correct(weekday, "published on Tuesday, 14 October 2025");
  const auto moorings = add("The harbour has 120 moorings");
  correct(moorings, "The harbour has 110 moorings");
  desk.run(app::SetFlag{{moorings}, model::Flag::publish, true});
  desk.run(app::SetText{moorings, app::ItemText::verdict, "Mostly True"});
  desk.run(app::SetText{moorings, app::ItemText::explanation, "64, 31 and 15 make 110."});

  desk.sit("jonas");
  const auto view = desk.session().article(id);
  if (!view) stop(view.error().text());
  std::size_t turn = 0;
  for (const app::ItemRow& row : (*view)->rows) {
    if (row.status != model::Status::unchecked) continue;
    const auto status = static_cast<model::Status>(turn % model::statuses().size());
    const model::FlagInfo& flag = model::flags()[turn % model::flags().size()];
    if (status != model::Status::unchecked) desk.run(app::SetStatus{{row.id}, status, {}});
    if (flag.flag != model::Flag::changedSinceChecked && flag.flag != model::Flag::publish) {
      desk.run(app::SetFlag{{row.id}, flag.flag, true});
    }
    if (model::isQuote(row.kind)) {
      desk.run(app::SetWording{{row.id}, static_cast<model::WordingVerdict>(turn % 7)});
    }
    const auto stance = static_cast<model::Stance>(turn % 4);
    if (turn % 3 != 2) {
      desk.run(evidence(row.id, turn % 2 == 0 ? minutes : call, stance, "in their own words",
                        "page " + std::to_string(turn), turn % 5 == 0 ? "Call again." : ""));
    }
    ++turn;
  }
  desk.run(app::AttachSnapshot{minutes, "minutes-31.pdf", "%PDF-1.4 the minutes"});
  desk.run(app::AttachSnapshot{counts, "counts.csv", "year,vehicles\n2015,4200\n2024,5300\n"});
  desk.run(app::AttachSnapshot{call, "notes of the call.txt", "He counted them himself."});
  const auto ask = [&](std::vector<model::ItemId> about, model::RecipientKind kind,
                       std::string recipient, std::string words) {
    return *desk.run(query(id, std::move(about), kind, std::move(recipient), std::move(words)))
                .query;
  };
  ask({rise}, model::RecipientKind::author, "Hanne Pell",
      "Which of the two counts is the 36 percent from?");
  const auto forLawyer = ask({weekday, moorings}, model::RecipientKind::lawyer, "",
                             "May we name the council’s own lawyer?\nShe asked us not to.");
  desk.run(app::AskQueries{{forLawyer}, true});
  desk.run(app::AnswerQuery{forLawyer, "Yes; it is in the minutes."});
  std::printf("sample: %zu items, 3 sources\n", (*view)->rows.size());
}

/// One block a payload, with a quote and a claim on it.
app::ImportArticle hostileArticle(const std::vector<std::string>& payloads) {
  app::ImportArticle made;
  std::string& text = made.document.text;
  const std::string all = "<script>alert(1)</script> =1+1 \u202Egpj [x](javascript:alert(1)) \"'&";
  for (const std::string& payload : payloads) {
    if (!text.empty()) text += "\n\n";
    const std::size_t begin = text.size();
    text += "Before " + payload + " after, and the end.";
    made.extraction.blocks.push_back({{begin, text.size()}});
    model::Quote quote;
    quote.content = {base::atGraphemes(text, {begin + 7, begin + 7 + payload.size()})};
    quote.confidence = 0.9;
    if (!payload.empty()) made.extraction.quotes.push_back(quote);
    model::Claim claim;
    claim.span = {begin, begin + 6};
    claim.score = 0.5;
    made.extraction.claims.push_back(claim);
  }
  made.document.sha256 = base::sha256Hex(text);
  made.document.origin = all;
  made.document.format = "text";
  made.document.url = "javascript:alert(1)";
  made.document.byline = all;
  made.extraction.title = all;
  return made;
}

/// Every payload a store takes, in every field of an item, its speaker, source and evidence.
void makeHostile(World& world, const std::filesystem::path& store) {
  std::vector<std::string> payloads;
  for (const std::string_view payload : test::hostilePayloads()) {
    const bool text = !base::firstInvalidByte(payload) && payload.find('\0') == payload.npos;
    if (text && !base::oneLine(payload).empty()) payloads.emplace_back(payload);
  }
  Desk desk(world, store);
  desk.sit("<b>mira</b> \"'=1+1");
  const model::ArticleId id = *desk.run(hostileArticle(payloads)).article;
  const auto view = desk.session().article(id);
  if (!view) stop(view.error().text());
  std::size_t refused = 0;
  const auto attempt = [&](const app::Command& command) {
    world.clock.advance(60'000);
    const auto outcome = desk.session().execute(command);
    if (!outcome) ++refused;
    return outcome;
  };
  std::size_t turn = 0;
  for (const app::ItemRow& row : (*view)->rows) {
    const std::string& payload = payloads[turn++ / 2 % payloads.size()];
    static_cast<void>(attempt(app::SetStatus{{row.id}, model::Status::disputed, payload}));
    for (const auto field : {app::ItemText::correction, app::ItemText::verdict,
                             app::ItemText::explanation, app::ItemText::note}) {
      static_cast<void>(attempt(app::SetText{row.id, field, payload}));
    }
    static_cast<void>(attempt(app::SetFlag{{row.id}, model::Flag::publish, true}));
    static_cast<void>(attempt(app::SetFlag{{row.id}, model::Flag::callBack, true}));
    if (model::isQuote(row.kind)) static_cast<void>(attempt(app::SetSpeaker{row.id, payload}));
    model::Source source = sourceOf(model::SourceKind::other, payload, payload);
    source.author = payload;
    source.publisher = payload;
    source.archivedUrl = payload;
    source.contact = payload;
    source.note = payload;
    auto added = attempt(app::AddSource{source});
    if (!added) {  // what is no web address is not taken as one
      source.url.clear();
      source.archivedUrl.clear();
      added = attempt(app::AddSource{source});
    }
    if (!added) continue;
    static_cast<void>(attempt(app::AttachSnapshot{*added->source, payload, payload}));
    app::AddQuery asked = query(id, {row.id}, model::RecipientKind::other, payload, payload);
    asked.query.contact = payload;
    if (const auto made = attempt(asked)) {
      static_cast<void>(attempt(app::AskQueries{{*made->query}, true}));
      static_cast<void>(attempt(app::AnswerQuery{*made->query, payload}));
    }
    static_cast<void>(attempt(
        evidence(row.id, *added->source, model::Stance::refutes, payload, payload, payload)));
  }
  std::printf("hostile: %zu payloads, %zu items, %zu changes refused by the store\n",
              payloads.size(), (*view)->rows.size(), refused);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) stop("usage: assay-validate-stores FOLDER ARTICLE");
  const std::filesystem::path folder = argv[1];
  World world;
  if (const auto made = world.files.makeFolder(folder); !made) stop(made.error().text());
  makeSample(world, folder / "sample.assay", argv[2]);
  makeHostile(world, folder / "hostile.assay");
  return 0;
}
