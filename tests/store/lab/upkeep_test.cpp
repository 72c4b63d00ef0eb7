// Power losses and failing disks during what a store does beside edits: the migration from an
// older schema, and the laying down of a backup.
//
// The names of copies are on the machine's own file system, their bytes on the memory disk, still
// under the name that a copy has while it is made.
#include <fmt/format.h>

#include <algorithm>

#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/lab/crash.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"
#include "tests/store/lab/trouble.h"
#include "tests/store/raw.h"
#include "tests/support/shared_dir.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;

namespace fs = std::filesystem;

namespace {

std::string schema1() {
  return readFile(sourceDir() / "tests" / "store" / "fixtures" / "schema1.sql");
}

/// The bytes of the copy that is being made; "" when there is none.
std::string copyIn(const DiskFiles& files) {
  for (const auto& [name, bytes] : files) {
    if (name.find(".new-") != std::string::npos && !name.ends_with("-journal")) return bytes;
  }
  return {};
}

/// What was done, and how it looked before and after.
struct Story {
  DiskFiles before;
  std::vector<DiskOp> log;
  std::string bytesAfter;  // of the store
  std::string copy;
  std::string seen;
};

/// Opening a store of schema 1, which lays a copy down and migrates.
Story migration(Bench& bench) {
  Story story{bench.fresh(), {}, {}, {}, {}};
  bench.load(bench.fresh());
  bench.disk.log.clear();
  bench.disk.logging = true;
  const auto store = bench.open();
  bench.disk.logging = false;
  REQUIRE_OK(store);
  story.log = bench.disk.log;
  story.seen = dump(**store);
  requireSound(**store);
  story.bytesAfter = bench.disk.files[bench.path()];
  story.copy = copyIn(bench.disk.files);
  REQUIRE(story.bytesAfter != story.before.at(bench.path()));
  REQUIRE_FALSE(story.copy.empty());
  bench.sweep();
  return story;
}

Story backup(Bench& bench) {
  Story story{bench.fresh(), {}, {}, {}, {}};
  bench.load(bench.fresh());
  bench.disk.log.clear();
  bench.disk.logging = true;
  REQUIRE_OK(store::backupStore(bench.path(), bench.folder / "copy.assay"));
  bench.disk.logging = false;
  story.log = bench.disk.log;
  story.bytesAfter = bench.disk.files[bench.path()];
  story.copy = copyIn(bench.disk.files);
  bench.sweep();
  // The copy is a store that shows the same; its header counts its own changes.
  story.seen = dump(**bench.open(true));
  bench.load({{bench.path(), story.copy}});
  REQUIRE(dump(**bench.open(true)) == story.seen);
  return story;
}

bool hasBegun(const Bench& bench, const DiskFiles& files, const Story& story) {
  const auto store = files.find(bench.path());
  return store == files.end() || store->second != story.before.at(bench.path());
}

/// Opens without migrating; "" when the store is whole, as of before or after.
std::string checkMigrated(Bench& bench, const DiskFiles& files, const Story& story, bool done) {
  bench.load(files);
  {
    const auto store = bench.open(true);
    if (!store) return "does not open: " + store.error().text();
    const std::string& bytes = bench.disk.files[bench.path()];
    if (bytes == story.bytesAfter) return {};
    if (done) return "a migration that had returned is gone";
    if (bytes == story.before.at(bench.path())) return {};
    if (dump(**store) != story.seen) return "lost or half done";
    const auto report = (*store)->verify();
    if (!report) return report.error().text();
    if (!report->ok()) return report->problems.front();
  }
  return {};
}

/// Every fifth call in a release build, every one when soaked, every 125th in slow builds.
std::size_t stride() { return soakRound() > 0 ? 1 : 125 / rounds(25); }

struct Tally {
  std::size_t runs = 0;
  std::size_t failures = 0;
  std::size_t bad = 0;

  /// A failure that the user sees; "" when it has its sentence.
  std::string told(const base::Error& error) {
    ++failures;
    const bool sentence = error.message.ends_with(".") && error.message.size() > 30;
    return sentence && error.code == ErrorCode::io ? "" : "no sentence: " + error.text();
  }
  void count(const Plan& plan, const std::string& wrong) {
    ++runs;
    if (!wrong.empty() && ++bad <= 5) UNSCOPED_INFO(plan.text() << ": " << wrong);
  }
};

}  // namespace

TEST_CASE("power losses during a migration leave the old store or the new one, and its copy") {
  Bench bench(schema1());
  const Story story = migration(bench);
  std::mt19937_64 chance(seed(1'905));
  const std::size_t losses = rounds(5'000);
  std::size_t withCopy = 0;
  std::size_t migratedAgain = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < losses; ++i) {
    const std::size_t done = chance() % (story.log.size() + 1);
    const DiskFiles files = afterPowerLoss(story.before, story.log, done, chance);
    std::string wrong = checkMigrated(bench, files, story, done == story.log.size());
    // The copy is there for good before the first byte of the store is touched.
    const bool begun = hasBegun(bench, files, story);
    if (begun && copyIn(files) != story.copy)
      wrong = "the store was touched before its copy was safe";
    if (begun) ++withCopy;
    if (wrong.empty() && i % 50 == 0) {
      // As the next start does it: the rest of the way.
      bench.load(files);
      const auto store = bench.open();
      if (!store) {
        wrong = store.error().text();
      } else if (dump(**store) != story.seen || !(*store)->verify()->ok()) {
        wrong = "not sound after the next start";
      }
      bench.sweep();
      ++migratedAgain;
    }
    if (wrong.empty()) continue;
    if (++bad <= 5) UNSCOPED_INFO("after operation " << done << ": " << wrong);
  }
  tally("loss", losses, bad);
  WARN(
      fmt::format("{} power losses during migration, {} after it had begun, {} migrated again, {} "
                  "bad",
                  losses, withCopy, migratedAgain, bad));
  CHECK(bad == 0);
  CHECK(withCopy > losses / 10);
}

TEST_CASE("power losses during a backup leave the store alone, and the finished copy whole") {
  Bench bench;
  const Story story = backup(bench);
  std::mt19937_64 chance(seed(2'906));
  const std::size_t losses = rounds(5'000);
  std::size_t finished = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < losses; ++i) {
    // Every third one right after the copy got its name.
    const std::size_t done = i % 3 == 0 ? story.log.size() : chance() % (story.log.size() + 1);
    const DiskFiles files = afterPowerLoss(story.before, story.log, done, chance);
    std::string wrong;
    if (files.at(bench.path()) != story.before.at(bench.path())) wrong = "the store was touched";
    if (done == story.log.size()) {
      ++finished;
      if (copyIn(files) != story.copy) wrong = "a finished copy is not whole";
    }
    if (wrong.empty()) continue;
    if (++bad <= 5) UNSCOPED_INFO("after operation " << done << ": " << wrong);
  }
  tally("loss", losses, bad);
  WARN(fmt::format("{} power losses during backup, {} after it had finished, {} bad", losses,
                   finished, bad));
  CHECK(bad == 0);
}

TEST_CASE("a fault at every call of a migration") {
  Bench bench(schema1());
  const Story story = migration(bench);
  Tally tally;
  for (Plan plan : everyTrouble()) {
    for (plan.at = 1;; plan.at += stride()) {
      bench.load(bench.fresh());
      std::string wrong;
      bool struck = false;
      bool arrived = false;
      {
        const Troubled troubled(bench.disk, plan);
        const auto store = bench.open();
        struck = troubled.struck();
        arrived = store.has_value();
        if (!store) wrong = tally.told(store.error());
      }
      bench.sweep();
      if (!struck) break;
      if (wrong.empty()) wrong = checkMigrated(bench, DiskFiles(bench.disk.files), story, arrived);
      tally.count(plan, wrong);
    }
  }
  test::tally("fault", tally.runs, tally.bad);
  WARN(fmt::format("{} faults during migration, {} told to the user, {} bad", tally.runs,
                   tally.failures, tally.bad));
  CHECK(tally.bad == 0);
  CHECK(tally.failures > tally.runs / 3);
}

TEST_CASE("a fault at every call of a backup") {
  Bench bench;
  const std::string copy = backup(bench).copy;
  const std::string whole = bench.fresh().at(bench.path());
  const fs::path target = bench.folder / "copy.assay";
  Tally tally;
  for (Plan plan : everyTrouble()) {
    for (plan.at = 1;; plan.at += stride()) {
      bench.load(bench.fresh());
      std::string wrong;
      bool struck = false;
      {
        const Troubled troubled(bench.disk, plan);
        const auto made = store::backupStore(bench.path(), target);
        struck = troubled.struck();
        if (!made) wrong = tally.told(made.error());
        // The name is free, or it has a whole copy.
        if (made.has_value() != fs::exists(target)) wrong = "a name without a copy, or none";
        if (made && copyIn(bench.disk.files) != copy) wrong = "a copy that is not whole";
      }
      bench.sweep();
      if (!struck) break;
      if (bench.disk.files.at(bench.path()) != whole) wrong = "the store was touched";
      tally.count(plan, wrong);
    }
  }
  test::tally("fault", tally.runs, tally.bad);
  WARN(fmt::format("{} faults during backup, {} told to the user, {} bad", tally.runs,
                   tally.failures, tally.bad));
  CHECK(tally.bad == 0);
  CHECK(tally.failures > tally.runs / 3);
}
