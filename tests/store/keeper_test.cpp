// Backups by themselves: when they are due, what they are called, which of them stay.
#include "store/keeper.h"

#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using store::BackupFile;

namespace fs = std::filesystem;

namespace {

constexpr base::Millis kDay = 86'400'000;
constexpr base::Millis kTuesday = 1'770'127'531'000;  // 3 February 2026, 14.05.31

/// Ages in days, of backups made at the same time of day.
std::vector<std::int64_t> agesKept(const std::vector<std::int64_t>& ages) {
  std::vector<BackupFile> files;
  for (const std::int64_t age : ages) {
    files.push_back({fs::path(std::to_string(age)), kTuesday - age * kDay, 1});
  }
  std::vector<std::int64_t> kept;
  for (const BackupFile& file : store::keptBackups(files)) {
    kept.push_back((kTuesday - file.at) / kDay);
  }
  return kept;
}

void addNotes(store::Store& store, int count) {
  for (int i = 0; i < count; ++i) {
    REQUIRE_OK(store.write("Note", [&](store::Transaction& tx) {
      return tx.set(model::ItemId{"x-q1"}, store::ItemField::note, "n" + std::to_string(i));
    }));
  }
}

}  // namespace

TEST_CASE("the name of a backup says when it was made and how much is in it") {
  const std::string name = store::backupName(kTuesday, 1234);
  CHECK(name == "2026-02-03 14.05.31 (1234 events).assay");
  const auto file = store::backupOf(fs::path("/somewhere") / name);
  REQUIRE(file);
  CHECK(file->at == kTuesday);
  CHECK(file->events == 1234);
  for (const char* other :
       {"desk.assay", "2026-02-03 14.05.31 (1234 events).assay.new-a",
        "2026-02-31 14.05.31 (1 "
        "events).assay",
        "2026-2-3 14.05.31 (1 events).assay", "2026-02-03 14.05.31 ( events).assay", ""}) {
    CAPTURE(other);
    CHECK_FALSE(store::backupOf(other));
  }
}

TEST_CASE("ten recent, seven daily, four weekly, twelve monthly backups stay") {
  CHECK(agesKept({}).empty());
  std::vector<std::int64_t> daily;
  for (std::int64_t age = 0; age < 800; ++age) daily.push_back(age);
  // Ten days; then the Sundays of the weeks before (2, 9, 16 days ago), the last days of months.
  CHECK(agesKept(daily) == std::vector<std::int64_t>{0,   1,   2,   3,   4,   5,   6,
                                                     7,   8,   9,   16,  34,  65,  95,
                                                     126, 156, 187, 218, 248, 279, 309});
  // A store that is seldom used keeps what it has.
  CHECK(agesKept({0, 40, 80, 200, 400}) == std::vector<std::int64_t>{0, 40, 80, 200, 400});
}

TEST_CASE("a backup is laid down when enough has changed, and older ones are thinned after it") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const fs::path backups = desk.folder / "backups";
  const auto due = [&](base::Millis now) {
    const auto made = store::backUpWhenDue(desk.path(), backups, now);
    REQUIRE_OK(made);
    return made->has_value();
  };
  CHECK_FALSE(due(kTuesday));
  CHECK_FALSE(fs::exists(backups));
  addNotes(store, 100);
  CHECK(due(kTuesday));
  CHECK_FALSE(due(kTuesday + kDay));
  const fs::path folder = store::backupFolder(backups, desk.path());
  REQUIRE(store::backupsIn(folder).size() == 1);
  const auto copy = desk.tryOpen(store::backupsIn(folder).front().path, false, true);
  REQUIRE_OK(copy);
  CHECK(dump(**copy) == dump(store));

  // Eleven older ones of one day, and something that is no backup.
  for (int i = 0; i < 11; ++i) {
    desk.folder.write((folder.lexically_relative(desk.folder.path()) /
                       store::backupName(kTuesday - 50 * kDay - i * 1000, 7))
                          .string(),
                      "an old one");
  }
  desk.folder.write((folder.lexically_relative(desk.folder.path()) / "mine.txt").string(), "mine");
  addNotes(store, 100);
  CHECK(due(kTuesday + 2 * kDay));
  CHECK(store::backupsIn(folder).size() == 10);
  CHECK(readFile(folder / "mine.txt") == "mine");
}

TEST_CASE("no backup is taken of a store that is not sound, and none is thinned for it") {
  Desk desk;
  addNotes(desk.openWithArticle(), 100);
  desk.close();
  rawExec(desk.path(), "UPDATE item SET note = 'planted'");
  const fs::path backups = desk.folder / "backups";
  const auto made = store::backUpWhenDue(desk.path(), backups, kTuesday);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == base::ErrorCode::corrupt);
  CHECK(made.error().message.starts_with(desk.path().string() + " is not sound: "));
  CHECK(store::backupsIn(store::backupFolder(backups, desk.path())).empty());
}

TEST_CASE("two stores of one name have two folders") {
  CHECK(store::backupFolder("/b", "/x/desk.assay") != store::backupFolder("/b", "/y/desk.assay"));
  CHECK(store::backupFolder("/b", "/x/desk.assay") ==
        store::backupFolder("/b", "/x/../x/desk.assay"));
  CHECK(store::backupFolder("/b", "/x/desk.assay").filename().string().starts_with("desk-"));
}
