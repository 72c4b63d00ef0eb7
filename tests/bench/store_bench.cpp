// The store at the size of a long article: import of 2,000 items (promised: 150 ms), the list of
// them (20 ms), one durable edit, opening, and verify.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/hash.h"
#include "base/id.h"
#include "store/store.h"
#include "tests/store/promises/bare_sqlite.h"

namespace {

using namespace assay;

constexpr std::size_t kItems = 2'000;
constexpr std::size_t kStride = 60;

/// A folder of its own, gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "assay-bench.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::filesystem::path next() {
    return path_ / ("bench" + std::to_string(++count_) + ".assay");
  }

 private:
  std::filesystem::path path_;
  int count_ = 0;
};

class Desk {
 public:
  Desk() : ids_(clock_) {
    for (std::size_t i = 0; i < kItems; ++i) {
      text_ += "The repair cost 2.3 million crowns, said the harbour board.\n";
    }
  }

  [[nodiscard]] std::unique_ptr<store::Store> open(const std::filesystem::path& path) {
    auto opened = store::Store::open({path, "bench"}, clock_, ids_);
    if (!opened) std::abort();
    return std::move(*opened);
  }

  /// All items in one command; false when it failed.
  [[nodiscard]] bool import(store::Store& store) {
    return store.write("Import", [&](store::Transaction& tx) { return addAll(tx); }).has_value();
  }

  [[nodiscard]] const model::ArticleId& article() const { return article_; }
  Folder folder;

 private:
  base::Result<void> addAll(store::Transaction& tx) {
    model::Article article;
    article.id = article_ = {ids_.next()};
    article.number = ++articles_;
    article.title = "Harbour";
    if (auto done = tx.add(article); !done) return done;
    model::Draft draft;
    draft.id = {ids_.next()};
    draft.article = article.id;
    draft.number = 1;
    draft.text = text_;
    draft.sha256 = base::sha256Hex(text_);
    draft.format = "text";
    if (auto done = tx.add(draft); !done) return done;
    for (std::size_t i = 0; i < kItems; ++i) {
      model::Item item;
      item.id = {ids_.next()};
      item.article = article.id;
      item.kind = i % 2 == 0 ? model::ItemKind::direct : model::ItemKind::claim;
      item.number = static_cast<std::int64_t>(i / 2 + 1);
      item.anchor = model::makeAnchor(text_, {{i * kStride, i * kStride + kStride - 2}});
      item.reasons = {model::ClaimReason::number};
      item.confidence = 0.9;
      item.score = 0.7;
      if (auto done = tx.add(item, draft.id); !done) return done;
    }
    return {};
  }

  base::SystemClock clock_;
  base::UuidSource ids_;
  std::string text_;
  model::ArticleId article_;
  std::int64_t articles_ = 0;
};

void importItems(benchmark::State& state) {
  Desk desk;
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    auto store = desk.open(desk.folder.next());
    state.ResumeTiming();
    if (!desk.import(*store)) state.SkipWithError("import failed");
  }
}
BENCHMARK(importItems)->Name("store: import of 2,000 items")->Unit(benchmark::kMillisecond);

void listItems(benchmark::State& state) {
  Desk desk;
  const auto store = desk.open(desk.folder.next());
  if (!desk.import(*store)) state.SkipWithError("import failed");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(store->items(desk.article()));
}
BENCHMARK(listItems)->Name("store: list of 2,000 items")->Unit(benchmark::kMillisecond);

void markItem(benchmark::State& state) {
  Desk desk;
  const auto store = desk.open(desk.folder.next());
  if (!desk.import(*store)) state.SkipWithError("import failed");
  const model::ItemId item = store->items(desk.article())->front().id;
  bool verified = false;
  for ([[maybe_unused]] auto _ : state) {
    verified = !verified;
    const auto commit = store->write("Mark", [&](store::Transaction& tx) {
      return tx.set(item, store::ItemField::status, verified ? "verified" : "wrong");
    });
    if (!commit) state.SkipWithError(commit.error().message.c_str());
  }
}
BENCHMARK(markItem)->Name("store: one durable edit")->Unit(benchmark::kMillisecond);

void bareCommit(benchmark::State& state) {
  Folder folder;
  promises::BareSqlite bare(folder.next());
  for ([[maybe_unused]] auto _ : state) bare.commit();
}
BENCHMARK(bareCommit)->Name("store: one commit of bare SQLite")->Unit(benchmark::kMillisecond);

void openStore(benchmark::State& state) {
  Desk desk;
  const auto path = desk.folder.next();
  if (!desk.import(*desk.open(path))) state.SkipWithError("import failed");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(desk.open(path));
}
BENCHMARK(openStore)->Name("store: open with 2,000 items")->Unit(benchmark::kMillisecond);

void verifyStore(benchmark::State& state) {
  Desk desk;
  const auto store = desk.open(desk.folder.next());
  if (!desk.import(*store)) state.SkipWithError("import failed");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(store->verify());
}
BENCHMARK(verifyStore)->Name("store: verify 2,000 items")->Unit(benchmark::kMillisecond);

/// Articles of 2,000 items until there are so many: $ASSAY_BENCH_ITEMS, else 20,000. The promise is
/// about 1,000,000, which takes minutes to make.
void searchItems(benchmark::State& state) {
  const char* wanted = std::getenv("ASSAY_BENCH_ITEMS");
  const std::size_t items = wanted == nullptr ? 20'000 : std::strtoull(wanted, nullptr, 10);
  Desk desk;
  const auto store = desk.open(desk.folder.next());
  for (std::size_t made = 0; made < items; made += kItems) {
    if (!desk.import(*store)) state.SkipWithError("import failed");
  }
  for ([[maybe_unused]] auto _ : state) {
    const auto hits = store->search("\"repair cost\" harb* crowns", 50);
    if (!hits) state.SkipWithError(hits.error().message.c_str());
  }
}
BENCHMARK(searchItems)
    ->Name("store: search for words that every item has")
    ->Unit(benchmark::kMillisecond);

}  // namespace
