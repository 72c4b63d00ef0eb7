#include "tests/store/desk.h"

#include <fmt/format.h>

#include "base/hash.h"

namespace assay::test {

using base::Result;

std::string ferryText() {
  return "Ferry to run again in May\n\n"
         "“We are ready,” harbour master Ida Quist said on Monday. The ferry had stood still for "
         "14 months.\n\n"
         "The repair cost 2.3 million crowns, twice the estimate, according to the harbour "
         "board.\n\n"
         "“Nobody asked us,” said a fisherman.\n";
}

namespace {

model::Draft ferryDraft(const std::string& prefix, std::int64_t number) {
  model::Draft draft;
  draft.id.value = prefix + (number == 1 ? "-d" : "-d" + std::to_string(number));
  draft.article.value = prefix + "-a";
  draft.number = number;
  draft.text = ferryText();
  if (number > 1) draft.text += "Draft " + std::to_string(number) + "\n";
  draft.sha256 = base::sha256Hex(draft.text);
  draft.origin = "ferry.txt";
  draft.format = "text";
  draft.addedAt = 1'770'127'331'000;
  draft.blocks = {{{0, 25}, model::BlockRole::headline, false},
                  {{27, 120}, model::BlockRole::body, false}};
  return draft;
}

model::Item ferryItem(const std::string& prefix, model::ItemKind kind, int number) {
  model::Item item;
  const char letter = model::info(kind).letter == 'Q' ? 'q' : 'c';
  item.id.value = fmt::format("{}-{}{}", prefix, letter, number);
  item.article.value = prefix + "-a";
  item.kind = kind;
  item.number = number;
  // Places in the order of the numbers, all inside the text.
  const std::size_t begin = ferryText().find("The repair") + static_cast<std::size_t>(number % 50);
  item.anchor = model::makeAnchor(ferryText(), {{begin, begin + 12}}, base::Span{45, 49});
  item.confidence = 0.75;
  item.score = 0.5;
  if (kind == model::ItemKind::claim) {
    item.reasons = {model::ClaimReason::number, model::ClaimReason::namedPerson};
    item.parent = model::ItemId{fmt::format("{}-q{}", prefix, number)};
  } else {
    item.speaker = model::SpeakerId{prefix + "-s"};
  }
  return item;
}

}  // namespace

Result<void> addArticle(store::Store& store, store::Transaction& tx, const std::string& prefix,
                        int quotes) {
  model::Article article;
  article.id.value = prefix + "-a";
  const auto number = store.nextArticleNumber();
  if (!number) return base::passOn(number);
  article.number = *number;
  article.title = "Ferry to run again in May";
  article.byline = "By Mats Holm";
  article.outlet = "The Coast";
  article.addedAt = 1'770'127'331'000;
  if (auto done = tx.add(article); !done) return done;
  const model::Draft draft = ferryDraft(prefix, 1);
  if (auto done = tx.add(draft); !done) return done;
  model::StoredSpeaker speaker{
      {prefix + "-s"}, article.id, "Ida Quist", model::SpeakerKind::person, {"harbour master"}};
  if (auto done = tx.add(speaker); !done) return done;
  for (int i = 1; i <= quotes; ++i) {
    if (auto done = tx.add(ferryItem(prefix, model::ItemKind::direct, i), draft.id); !done) {
      return done;
    }
    if (auto done = tx.add(ferryItem(prefix, model::ItemKind::claim, i), draft.id); !done) {
      return done;
    }
  }
  return {};
}

model::Source makeSource(const std::string& id, std::int64_t number) {
  model::Source source;
  source.id.value = id;
  source.number = number;
  source.kind = model::SourceKind::officialRecord;
  source.title = "Minutes of the harbour board";
  source.author = "Harbour board";
  source.url = "https://board.example/minutes";
  source.lookedAt = "2026-02-03";
  return source;
}

model::Evidence makeEvidence(const std::string& id, const std::string& item,
                             const std::string& source) {
  return {{id}, {item}, {source}, model::Stance::supports, "cost 2.3 million", "p. 4", ""};
}

model::Query makeQuery(const std::string& id, std::int64_t number,
                       const std::vector<std::string>& items, const std::string& prefix) {
  model::Query query;
  query.id.value = id;
  query.article.value = prefix + "-a";
  query.number = number;
  for (const std::string& item : items) query.items.push_back({item});
  query.recipient = "Mats Holm";
  query.contact = "mats@coast.example";
  query.text = "Where do the 14 months come from?";
  return query;
}

model::Snapshot makeSnapshot(const std::string& id, const std::string& source,
                             const std::string& bytes) {
  model::Snapshot snapshot;
  snapshot.id.value = id;
  snapshot.source.value = source;
  snapshot.name = "minutes.txt";
  snapshot.sha256 = base::sha256Hex(bytes);
  snapshot.size = bytes.size();
  snapshot.takenAt = 1'770'127'331'000;
  return snapshot;
}

store::Store& Desk::open() {
  store_.reset();
  auto opened = store::Store::open({path(), actor_}, clock, ids);
  REQUIRE_OK(opened);
  store_ = std::move(*opened);
  return *store_;
}

std::unique_ptr<store::Store> Desk::openAs(const std::string& actor) {
  auto opened = store::Store::open({path(), actor}, clock, ids);
  REQUIRE_OK(opened);
  return std::move(*opened);
}

store::Store& Desk::openWithArticle(int quotes) {
  store::Store& store = open();
  REQUIRE_OK(store.write("Import ferry.txt", [&](store::Transaction& tx) {
    return addArticle(store, tx, "x", quotes);
  }));
  return store;
}

Result<std::unique_ptr<store::Store>> Desk::tryOpen(const std::filesystem::path& path,
                                                    bool createIfMissing, bool readOnly) {
  return store::Store::open({path, actor_, createIfMissing, readOnly}, clock, ids);
}

Result<store::Commit> mark(store::Store& store, const std::string& item, std::string_view status) {
  return store.write("Mark", [&](store::Transaction& tx) {
    return tx.set(model::ItemId{item}, store::ItemField::status, status);
  });
}

void requireSound(const store::Store& store) {
  const auto report = store.verify();
  REQUIRE_OK(report);
  if (report->ok()) return;
  std::string text;
  for (const std::string& problem : report->problems) text += "\n  " + problem;
  FAIL("the store is not sound:" << text);
}

template <class T>
static T valueOf(Result<T> result) {
  REQUIRE_OK(result);
  return std::move(*result);
}

std::string dump(const store::Store& store) {
  std::string out;
  const auto articles = valueOf(store.articles());
  for (const model::Article& article : articles) {
    out += fmt::format("A{} {} {} {} {}\n", article.number, article.title, article.byline,
                       article.url, article.draft.value);
    const auto speakers = valueOf(store.speakers(article.id));
    for (const auto& speaker : speakers) {
      out += fmt::format("  {} {} {}\n", speaker.id.value, speaker.name, speaker.roles.size());
    }
    const auto items = valueOf(store.items(article.id));
    for (const model::Item& item : items) {
      out += fmt::format("  {} {} {} {} {} {} {} {} {} {}\n", item.numberText(), item.id.value,
                         model::info(item.kind).id, model::info(item.status).id,
                         model::info(item.wording).id, item.flags.bits, item.note, item.correction,
                         item.speaker ? item.speaker->value : "-", item.anchor.exact);
      if (item.parent) out += "    inside " + item.parent->value + "\n";
    }
    const auto evidence = valueOf(store.evidence(article.id));
    for (const auto& link : evidence) {
      out += fmt::format("  {} {} {} {} {}\n", link.id.value, link.item.value, link.source.value,
                         model::info(link.stance).id, link.excerpt);
    }
  }
  const auto sources = valueOf(store.sources());
  for (const model::Source& source : sources) {
    out += fmt::format("S{} {} {}\n", source.number, source.title, source.note);
  }
  const auto queries = valueOf(store.queries(std::nullopt));
  for (const model::Query& query : queries) {
    out += fmt::format("{} {} {} {} {} {} {}", query.number, query.article.value,
                       model::recipientText(query), query.text, query.askedAt, query.answeredAt,
                       query.answer);
    for (const model::ItemId& item : query.items) out += " " + item.value;
    out += "\n";
  }
  const auto snapshots = valueOf(store.snapshots());
  for (const model::Snapshot& snapshot : snapshots) {
    out += fmt::format("{} {} {} {}\n", snapshot.source.value, snapshot.name, snapshot.sha256,
                       snapshot.size);
  }
  return out;
}

}  // namespace assay::test
