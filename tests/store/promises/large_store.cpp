#include "tests/store/promises/large_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "store/codec.h"
#include "store/event.h"
#include "store/file_state.h"
#include "store/fold.h"
#include "store/passages.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace assay::promises {

namespace {

using store::Database;
using store::Entity;
using store::Op;

constexpr std::size_t kWords = 30'000;
constexpr std::size_t kItemsOfArticle = 1'000;
constexpr std::size_t kSamples = 1'000;

void need(const base::Result<void>& result) {
  if (result) return;
  fmt::print(stderr, "assay-store-promises: {}\n", result.error().text());
  std::exit(2);
}

/// An empty store, with a transaction begun and nothing that guards against a crash.
std::unique_ptr<Database> begin(const std::filesystem::path& path) {
  auto database = Database::open(path, Database::Mode::create);
  if (!database) need(base::passOn(database));
  need(
      (*database)->exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; "
                        "PRAGMA cache_size=-262144; BEGIN"));
  need(store::createSchema(**database));
  return std::move(*database);
}

/// Appends events of one actor and folds them, as the recorder does, without asking any question.
class Pen {
 public:
  explicit Pen(Database& database)
      : database_(database), state_(database, store::Passages::Index::leave), fold_(state_) {}

  void command(std::string label) {
    store::CommandRecord record;
    record.kind = "do";
    record.label = std::move(label);
    write(Op::create, Entity::command, store::eventName(kActor, last_.aseq + 1), "",
          store::encode(record), {});
  }
  void create(Entity entity, std::string id, std::string payload) {
    write(Op::create, entity, std::move(id), "", std::move(payload), {});
  }
  void set(std::string item, std::string field, std::string before, std::string value) {
    write(Op::set, Entity::item, std::move(item), std::move(field), std::move(value),
          std::move(before));
  }
  void finish() { need(fold_.finish()); }
  [[nodiscard]] std::size_t events() const { return static_cast<std::size_t>(last_.aseq); }

 private:
  static constexpr const char* kActor = "kim~5f0c2d9e1a77";

  void write(Op op, Entity entity, std::string id, std::string field, std::string payload,
             std::optional<std::string> before) {
    store::Event event;
    event.actor = kActor;
    event.aseq = last_.aseq + 1;
    event.hlc = (base::Millis{1'770'000'000'000} << 16) + event.aseq;
    event.schema = store::kSchemaVersion;
    event.op = op;
    event.entity = entity;
    event.id = std::move(id);
    event.field = std::move(field);
    event.base = std::move(before);
    event.payload = std::move(payload);
    event.prev = last_.hash;
    event.hash = store::eventHash(event);
    need(store::insertEvent(database_, event));
    need(fold_.apply(event));
    last_ = {event.aseq, event.hlc, event.hash};
  }

  Database& database_;
  store::FileState state_;
  store::Fold fold_;
  store::ActorHead last_;
};

std::string identity(char kind, std::size_t number) {
  return fmt::format("019c2f3a-7b1d-7{}00-8000-{:012x}", kind, number);
}

/// One import: an article, its draft, and the items in it.
void import(Pen& pen, Language& language, std::size_t number) {
  std::string text;
  std::vector<base::Span> spans;
  for (std::size_t i = 0; i < kItemsOfArticle; ++i) {
    const std::string sentence = language.sentence(6 + i % 12);
    spans.push_back({text.size(), text.size() + sentence.size()});
    text += sentence + ". ";
  }
  const std::string article = identity('a', number);
  const std::string draft = identity('d', number);
  pen.command("Import");
  model::Article head;
  head.number = static_cast<std::int64_t>(number);
  head.title = language.sentence(5);
  pen.create(Entity::article, article, store::encode(head));
  model::Draft body;
  body.article.value = article;
  body.number = 1;
  body.format = "text";
  body.sha256 = base::sha256Hex(text);
  body.blocks = {{{0, text.size()}, model::BlockRole::body, false}};
  body.text = text;
  pen.create(Entity::draft, draft, store::encode(body));
  for (std::size_t i = 0; i < spans.size(); ++i) {
    store::ItemRecord record;
    record.draft.value = draft;
    record.item.article.value = article;
    record.item.kind = i % 2 == 0 ? model::ItemKind::direct : model::ItemKind::claim;
    record.item.number = static_cast<std::int64_t>(i / 2 + 1);
    record.item.anchor = model::makeAnchor(text, {spans[i]});
    record.item.reasons = {model::ClaimReason::number};
    record.item.confidence = 0.9;
    record.item.score = 0.7;
    pen.create(Entity::item, identity('1', number * kItemsOfArticle + i), store::encode(record));
  }
}

}  // namespace

Language::Language() {
  constexpr std::array kBegin{"b", "c", "d", "f", "g", "h", "k",  "l",  "m", "n",
                              "p", "r", "s", "t", "v", "w", "st", "tr", "br"};
  constexpr std::array kMiddle{"a", "e", "i", "o", "u", "ea", "ou"};
  constexpr std::array kEnd{"", "", "n", "r", "s", "ng"};
  double sum = 0;
  for (std::size_t rank = 0; rank < kWords; ++rank) {
    const std::size_t syllables = rank < 300 ? 1 : rank < 4'000 ? 2 : 3 + rank % 2;
    std::string word;
    for (std::size_t i = 0; i < syllables; ++i) {
      word += kBegin[chance_() % kBegin.size()];
      word += kMiddle[chance_() % kMiddle.size()];
    }
    words_.push_back(word + kEnd[chance_() % kEnd.size()]);
    upTo_.push_back(sum += 1.0 / static_cast<double>(rank + 3));
  }
}

std::string Language::sentence(std::size_t words) {
  std::uniform_real_distribution<double> anywhere(0, upTo_.back());
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    const auto found = std::ranges::upper_bound(upTo_, anywhere(chance_));
    const auto at =
        std::min<std::size_t>(static_cast<std::size_t>(found - upTo_.begin()), words_.size() - 1);
    if (i > 0) out += ' ';
    out += words_[at];
  }
  return out;
}

std::vector<std::string> makeStoreOfItems(const std::filesystem::path& path, std::size_t items) {
  const auto database = begin(path);
  Language language;
  std::vector<std::string> samples;
  const std::size_t every = std::max<std::size_t>(1, items / kSamples);
  need(database->exec("INSERT INTO article VALUES ('a', 1, 'Harbour', '', '', '', 0, 0)"));
  for (std::size_t i = 1; i <= items; ++i) {
    const std::string id = identity('1', i);
    const std::string text = language.sentence(6 + i % 12);
    if (i % every == 0) samples.push_back(text);
    store::Query item = database->query(
        "INSERT INTO item VALUES (?1, 'a', 'C', ?2, 'claim', NULL, NULL, 0.9, 0.7, 'number', 1, "
        "'unchecked', '', 0, 'none', 0, '', '', '', '', 0)");
    need(item.bind(1, id).bind(2, i).run());
    store::Query passage = database->query(
        "INSERT INTO passage (entity, thing, field, text) VALUES ('item', ?1, 'text', ?2)");
    need(passage.bind(1, id).bind(2, text).run());
  }
  need(store::rebuildIndex(*database));
  need(database->commit());
  return samples;
}

void makeStoreOfEvents(const std::filesystem::path& path, std::size_t events) {
  const auto database = begin(path);
  Language language;
  Pen pen(*database);
  const std::size_t articles = std::max<std::size_t>(1, events / (4 * kItemsOfArticle));
  for (std::size_t i = 1; i <= articles; ++i) import(pen, language, i);
  std::vector<std::string> states(articles * kItemsOfArticle, "unchecked");
  while (pen.events() < events) {
    const std::size_t item = language.chance()() % states.size();
    std::string next = states[item] == "verified" ? "wrong" : "verified";
    pen.command("Mark");
    pen.set(identity('1', kItemsOfArticle + item), "status", states[item], next);
    states[item] = std::move(next);
  }
  pen.finish();
  need(store::rebuildIndex(*database));
  need(database->commit());
}

}  // namespace assay::promises
