// Damaged stores: flipped bits, cut files, foreign pages. Nothing crashes, what is refused is not
// touched, and no damage changes what is seen without verify saying so.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;

namespace {

using Chance = std::mt19937_64;

/// One piece of bad luck.
std::string damaged(std::string bytes, Chance& chance) {
  const auto anywhere = [&] { return chance() % bytes.size(); };
  switch (chance() % 6) {
    case 0:
    case 1:
    case 2:  // a flipped bit, or a few
      for (std::size_t i = 0; i <= chance() % 3; ++i) {
        char& byte = bytes[anywhere()];
        byte = static_cast<char>(byte ^ static_cast<char>(1U << (chance() % 8)));
      }
      return bytes;
    case 3:  // cut off
      bytes.resize(anywhere());
      return bytes;
    case 4: {  // a stretch of zeros or noise, as a bad sector leaves it
      const std::size_t begin = anywhere();
      const std::size_t end = std::min(bytes.size(), begin + 512);
      const bool noise = chance() % 2 == 0;
      for (std::size_t at = begin; at < end; ++at) {
        bytes[at] = noise ? static_cast<char>(chance()) : '\0';
      }
      return bytes;
    }
    default: {  // one page in the place of another
      const std::size_t pages = bytes.size() / 4096;
      const std::size_t from = chance() % pages;
      const std::size_t to = chance() % pages;
      return bytes.replace(to * 4096, 4096, std::string(bytes, from * 4096, 4096));
    }
  }
}

struct Count {
  std::size_t refused = 0;
  std::size_t found = 0;
  std::size_t harmless = 0;
  std::size_t bad = 0;
};

/// What queries see, or the sentence of the first that fails.
std::string seen(const store::Store& store) {
  const auto articles = store.articles();
  if (!articles) return articles.error().message;
  for (const model::Article& article : *articles) {
    if (const auto draft = store.draft(article.draft); !draft) return draft.error().message;
    if (const auto items = store.items(article.id); !items) return items.error().message;
    if (const auto list = store.evidence(article.id); !list) return list.error().message;
    if (const auto list = store.speakers(article.id); !list) return list.error().message;
  }
  if (const auto sources = store.sources(); !sources) return sources.error().message;
  if (const auto list = store.queries(std::nullopt); !list) return list.error().message;
  if (const auto list = store.snapshots(); !list) return list.error().message;
  if (const auto list = store.history(std::nullopt, 100); !list) return list.error().message;
  return dump(store);
}

/// "" when the damage was dealt with honestly.
std::string judge(Bench& bench, const std::string& bytes, const std::string& sound, Count& count) {
  bench.load({{bench.path(), bytes}});
  const auto store = bench.open();
  if (!store) {
    ++count.refused;
    if (!store.error().message.ends_with(".")) return "no sentence: " + store.error().message;
    if (bench.disk.files != DiskFiles{{bench.path(), bytes}}) return "touched what it refused";
    return {};
  }
  const auto report = (*store)->verify();
  const bool found = !report || !report->ok();
  if (found && ++count.found % 4 != 0) return {};
  const std::string now = seen(**store);  // of what verify found some: reading must not crash
  if (found) return {};
  ++count.harmless;  // free space, or a byte that nobody reads
  return now == sound ? std::string() : "verify is content, but the store shows something else";
}

struct Change {
  std::string sql;
  std::string probe;  ///< gives another text when the change changed something
};

/// For each column of each table: one row's value becomes another valid one.
std::vector<Change> validChanges(const std::filesystem::path& path) {
  std::vector<Change> changes;
  for (const char* table : {"actor", "command", "article", "draft", "block", "speaker", "item",
                            "anchor", "source", "evidence", "passage", "event"}) {
    const std::string names = rawValue(
        path, fmt::format("SELECT group_concat(name, ' ') FROM pragma_table_info('{}')", table));
    std::istringstream columns(names);
    for (std::string column; columns >> column;) {
      const std::string probe =
          fmt::format("SELECT group_concat(quote(\"{}\"), '|') FROM {}", column, table);
      for (const char* value : {"\"{0}\" + 1", "\"{0}\" || 'x'", "zeroblob(32)", "''", "NULL"}) {
        const std::string fresh = fmt::format(fmt::runtime(value), column);
        changes.push_back({fmt::format("UPDATE {0} SET \"{1}\" = {2} WHERE \"{1}\" IS (SELECT "
                                       "min(\"{1}\") FROM {0})",
                                       table, column, fresh),
                           probe});
      }
    }
    changes.push_back(
        {fmt::format("DELETE FROM {}", table), fmt::format("SELECT count(*) FROM {}", table)});
  }
  return changes;
}

}  // namespace

TEST_CASE("damaged stores are refused untouched, or verify finds the damage") {
  Bench bench;
  // Some life in it first: several pages of every kind.
  bench.load(bench.fresh());
  {
    auto store = bench.open();
    REQUIRE_OK(store);
    for (const Script& script : scripts()) {
      if (script.name != "marks" && script.name != "evidence") continue;
      for (const Step& step : script.steps) REQUIRE_OK(step(**store));
    }
    // Longer than a page: it has overflow pages.
    REQUIRE_OK((*store)->write("Note", [](store::Transaction& tx) {
      return tx.set(model::ItemId{"x-q3"}, store::ItemField::note, std::string(6'000, 'n'));
    }));
    requireSound(**store);
  }
  const std::string bytes = bench.disk.files[bench.path()];
  std::string sound;
  {
    auto store = bench.open();
    REQUIRE_OK(store);
    sound = seen(**store);
  }
  Chance chance(seed(1789));
  Count count;
  const std::size_t times = rounds(20'000);
  for (std::size_t i = 0; i < times; ++i) {
    const std::string wrong = judge(bench, damaged(bytes, chance), sound, count);
    if (wrong.empty()) continue;
    if (++count.bad <= 5) UNSCOPED_INFO("damage " << i << ": " << wrong);
  }
  tally("damage", times, count.bad);
  WARN(fmt::format("{} damaged stores: {} refused, {} found by verify, {} harmless, {} bad", times,
                   count.refused, count.found, count.harmless, count.bad));
  CHECK(count.bad == 0);
  CHECK(count.refused > 0);
  CHECK(count.found > 0);
}

// What SQLite's own check cannot see: a value that is another valid value.
TEST_CASE("changes that pass integrity_check are seen by verify, every one") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Source", [](store::Transaction& tx) -> base::Result<void> {
    if (auto done = tx.add(makeSource("s1", 1)); !done) return done;
    return tx.add(makeEvidence("e1", "x-q1", "s1"));
  }));
  REQUIRE_OK(mark(store, "x-q1", "verified"));
  REQUIRE_OK(mark(store, "x-q1", "wrong"));
  REQUIRE_OK(store.undo());
  desk.close();
  const std::string whole = readFile(desk.path());
  std::size_t changes = 0;
  std::string unseen;
  for (const Change& change : validChanges(desk.path())) {
    std::ofstream(desk.path(), std::ios::binary | std::ios::trunc) << whole;
    const std::string before = rawValue(desk.path(), change.probe);
    if (!tampered(desk.path(), change.sql)) continue;  // no valid value for that column
    if (rawValue(desk.path(), change.probe) == before) continue;
    if (rawValue(desk.path(), "PRAGMA integrity_check") != "ok") continue;
    ++changes;
    const auto opened = desk.tryOpen(desk.path(), false, true);
    if (!opened) continue;
    const auto report = (*opened)->verify();
    if (report && report->ok()) unseen += change.sql + "\n";
  }
  tally("seen", changes, static_cast<std::size_t>(std::ranges::count(unseen, '\n')));
  WARN(fmt::format("{} changes that pass integrity_check, {} not seen by verify", changes,
                   std::ranges::count(unseen, '\n')));
  CHECK(changes > 100);
  CHECK(unseen == "");
}
