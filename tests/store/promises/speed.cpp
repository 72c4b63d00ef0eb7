#include "tests/store/promises/speed.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/hash.h"
#include "base/id.h"
#include "store/limits.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/store/promises/bare_sqlite.h"
#include "tests/store/promises/large_store.h"

namespace assay::promises {

namespace {

constexpr std::size_t kItems = 2'000;
constexpr int kEdits = 300;
constexpr int kImports = 9;
constexpr std::size_t kQuestions = 1'000;
constexpr std::size_t kHits = 50;

/// Of the clock on the wall, and of all processors together.
struct Took {
  double wall = 0;
  double processor = 0;
};

Took measure(const std::function<void()>& what) {
  const auto processorNow = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const auto begin = std::chrono::steady_clock::now();
  const double before = processorNow();
  what();
  const double processor = processorNow() - before;
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  return {wall.count(), processor};
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void need(bool done, const std::string& sentence) {
  if (done) return;
  fmt::print(stderr, "assay-store-promises: {}\n", sentence);
  std::exit(2);
}

/// A folder of its own, gone at the end, and a store in it.
class Desk {
 public:
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "assay-promises.XXXXXX").string();
    need(mkdtemp(name.data()) != nullptr, "There is no folder for temporary files.");
    folder_ = name;
  }
  ~Desk() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] std::unique_ptr<store::Store> open(const std::string& name) {
    auto opened = store::Store::open({file(name), "kim"}, clock_, ids_);
    need(opened.has_value(), opened ? "" : opened.error().text());
    return std::move(*opened);
  }
  base::IdSource& ids() { return ids_; }

 private:
  std::filesystem::path folder_;
  base::SystemClock clock_;
  base::UuidSource ids_{clock_};
};

/// An article of 2,000 sentences, each of them an item.
base::Result<void> addArticle(store::Transaction& tx, base::IdSource& ids, std::string& firstItem) {
  constexpr std::string_view kSentence =
      "The repair cost 2.3 million crowns, said the harbour board.\n";
  model::Article article;
  article.id = {ids.next()};
  article.number = 1;
  article.title = "Harbour";
  if (auto done = tx.add(article); !done) return done;
  model::Draft draft;
  draft.id = {ids.next()};
  draft.article = article.id;
  draft.number = 1;
  for (std::size_t i = 0; i < kItems; ++i) draft.text += kSentence;
  draft.sha256 = base::sha256Hex(draft.text);
  draft.format = "text";
  if (auto done = tx.add(draft); !done) return done;
  for (std::size_t i = 0; i < kItems; ++i) {
    model::Item item;
    item.id = {ids.next()};
    if (i == 0) firstItem = item.id.value;
    item.article = article.id;
    item.kind = i % 2 == 0 ? model::ItemKind::direct : model::ItemKind::claim;
    item.number = static_cast<std::int64_t>(i / 2 + 1);
    const std::size_t begin = i * kSentence.size();
    item.anchor = model::makeAnchor(draft.text, {{begin, begin + kSentence.size() - 2}});
    item.reasons = {model::ClaimReason::number};
    item.confidence = 0.9;
    item.score = 0.7;
    if (auto done = tx.add(item, draft.id); !done) return done;
  }
  return {};
}

// In turn, so that a busy disk or machine slows both.
Row editRow(Desk& desk, store::Store& store, const model::ItemId& item) {
  BareSqlite bare(desk.file("bare.db"));
  std::vector<double> edits;
  std::vector<double> commits;
  for (int i = 0; i < kEdits; ++i) {
    commits.push_back(measure([&] { bare.commit(); }).wall);
    const auto edit = [&](store::Transaction& tx) {
      return tx.set(item, store::ItemField::status, i % 2 == 0 ? "verified" : "wrong");
    };
    edits.push_back(
        measure([&] { need(store.write("Mark", edit).has_value(), "An edit failed."); }).wall);
  }
  const double ratio = percentile(edits, 0.5) / percentile(commits, 0.5);
  return {"one durable edit, against a bare commit of SQLite",
          fmt::format("{:.2f} times ({:.2f} ms, {:.2f} ms; median of {})", ratio,
                      percentile(edits, 0.5), percentile(commits, 0.5), kEdits),
          "1.5 times", ratio <= 1.5};
}

std::vector<Row> editAndImportRows() {
  Desk desk;
  std::vector<double> wall;
  std::vector<double> processor;
  std::string item;
  std::unique_ptr<store::Store> store;
  for (int i = 0; i < kImports; ++i) {
    store = desk.open(fmt::format("import{}.assay", i));
    const auto import = [&](store::Transaction& tx) { return addArticle(tx, desk.ids(), item); };
    const Took took =
        measure([&] { need(store->write("Import", import).has_value(), "An import failed."); });
    wall.push_back(took.wall);
    processor.push_back(took.processor);
  }
  const double median = percentile(wall, 0.5);
  return {editRow(desk, *store, {item}),
          {"import of an article with 2,000 items",
           fmt::format("{:.0f} ms (processor {:.0f} ms; median of {})", median,
                       percentile(processor, 0.5), kImports),
           "150 ms", median <= 150}};
}

// Processor time decides in the two below: they compute, and wait for no disk.
Row openRow(std::size_t size) {
  Desk desk;
  makeStoreOfEvents(desk.file("events.assay"), size);
  store::VerifyReport report;
  const Took took = measure([&] {
    const auto opened = desk.open("events.assay");
    auto database =
        store::Database::open(desk.file("events.assay"), store::Database::Mode::readOnly);
    need(database.has_value() && (*database)->configure(std::chrono::seconds(5)).has_value(),
         "The large store does not open.");
    const store::ReadScope scope(**database);
    const auto done = store::verifyEvents(**database, report);
    need(done.has_value(), done ? "" : done.error().text());
  });
  need(report.ok() && report.events >= size, "The large store is not sound.");
  return {fmt::format("open and fold-check of {} events", report.events),
          fmt::format("{:.1f} s (by the clock {:.1f} s)", took.processor / 1000, took.wall / 1000),
          "10 s", took.processor <= 10'000};
}

/// What people type: a word, two of them, words in a row, and words that are not finished.
std::string questionFrom(const std::string& text, std::size_t kind, std::mt19937_64& chance) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const std::size_t at = chance() % (words.size() - 1);
  const auto beginning = [&](const std::string& word) {
    return word.substr(0, std::max<std::size_t>(2, 2 + chance() % 5)) + "*";
  };
  switch (kind % 5) {
    case 0: return words[at];
    case 1: return words[at] + " " + words[chance() % words.size()];
    case 2: return "\"" + words[at] + " " + words[at + 1] + "\"";
    case 3: return beginning(words[at]);
    default: return words[at] + " " + beginning(words[at + 1]);
  }
}

Row searchRow(std::size_t size) {
  Desk desk;
  const std::vector<std::string> samples = makeStoreOfItems(desk.file("items.assay"), size);
  const auto store = desk.open("items.assay");
  std::mt19937_64 chance(1848);
  std::vector<double> wall;
  std::vector<double> processor;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    const std::string question = questionFrom(samples[chance() % samples.size()], i, chance);
    const Took took = measure([&] {
      const auto hits = store->search(question, kHits);
      need(hits.has_value() && !hits->empty(), "A search found nothing: " + question);
    });
    wall.push_back(took.wall);
    processor.push_back(took.processor);
    if (std::getenv("ASSAY_SLOW_QUESTIONS") != nullptr && took.processor > 5) {
      fmt::print(stderr, "{:.1f} ms: {}\n", took.processor, question);
    }
  }
  const double half = percentile(processor, 0.5);
  const double most = percentile(processor, 0.99);
  return {fmt::format("search over {} items, p50 and p99 of {}", size, kQuestions),
          fmt::format("{:.1f} and {:.1f} ms (by the clock {:.1f} and {:.1f} ms)", half, most,
                      percentile(wall, 0.5), percentile(wall, 0.99)),
          "2 and 10 ms", half <= 2 && most <= 10};
}

}  // namespace

std::vector<Row> speedRows(std::size_t size) {
  std::vector<Row> rows = editAndImportRows();
  rows.push_back(openRow(size));
  rows.push_back(searchRow(size));
  return rows;
}

}  // namespace assay::promises
