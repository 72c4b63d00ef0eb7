// From every schema there ever was to the present one. A fixture is what that schema's program
// made.
#include "store/migrate.h"

#include <thread>

#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"
#include "tests/support/shared_dir.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;

namespace fs = std::filesystem;

namespace {

/// A desk whose store is of an older schema.
struct OldDesk : Desk {
  explicit OldDesk(int schema = 1) : number(std::to_string(schema)) {
    rawExec(path(),
            readFile(sourceDir() / "tests" / "store" / "fixtures" / ("schema" + number + ".sql")));
  }
  [[nodiscard]] fs::path backup() const { return folder / ("desk.schema-" + number + ".assay"); }
  std::string number;
};

std::string notes(const store::Store& store, std::size_t count = 4) {
  const auto articles = store.articles();
  REQUIRE_OK(articles);
  const auto items = store.items(articles->front().id);
  REQUIRE_OK(items);
  CHECK(items->size() == count);
  std::string all;
  for (const model::Item& item : *items) all += item.note;
  return all;
}

}  // namespace

TEST_CASE("a store of schema 1 is brought to the present one, after a verified copy") {
  OldDesk desk;
  std::string before;
  {
    const auto reading = desk.tryOpen(desk.path(), false, true);
    REQUIRE_OK(reading);
    before = dump(**reading);
  }
  store::Store& store = desk.open();
  CHECK(dump(store) == before);
  CHECK(notes(store) == "heard the recording");
  CHECK(rawValue(desk.path(), "PRAGMA user_version") == "3");
  requireSound(store);
  CHECK(store.search("planks", 10)->size() > 1);
  // The copy is what the store was, and a store itself.
  CHECK(rawValue(desk.backup(), "PRAGMA user_version") == "1");
  const auto copy = desk.tryOpen(desk.backup(), false, true);
  REQUIRE_OK(copy);
  CHECK(dump(**copy) == before);
  CHECK((*copy)->verify()->ok());
}

TEST_CASE("a store of schema 2 is brought to the present one, and keeps what can be found in it") {
  OldDesk desk(2);
  std::string before;
  {
    const auto reading = desk.tryOpen(desk.path(), false, true);
    REQUIRE_OK(reading);
    before = dump(**reading);
    CHECK((*reading)->verify()->ok());
    CHECK((*reading)->search("planks", 10)->size() > 1);
    const auto item = (*reading)->items((*reading)->articles()->front().id)->front().id;
    CHECK((*reading)->history(item, 10)->size() > 0);
    CHECK(messageOf((*reading)->query({"q"})) ==
          "There is no query q in the store; it may have been removed. Look at the list again.");
    CHECK(messageOf((*reading)->snapshotBytes({"n"})) ==
          "There is no snapshot n in the store; it may have been removed. Look at the list again.");
  }
  store::Store& store = desk.open();
  CHECK(dump(store) == before);
  CHECK(notes(store, 3) == "heard the recording");
  CHECK(rawValue(desk.path(), "PRAGMA user_version") == "3");
  CHECK(rawValue(desk.backup(), "PRAGMA user_version") == "2");
  requireSound(store);
  CHECK(store.search("planks", 10)->size() > 1);
  CHECK(store.queries(std::nullopt)->empty());
  CHECK(store.snapshots()->empty());
}

TEST_CASE("a migrated store has exactly the objects of a new one") {
  const int schema = GENERATE(1, 2);
  OldDesk old(schema);
  old.open();
  old.close();
  Desk fresh;
  fresh.open();
  fresh.close();
  const std::string objects =
      "SELECT group_concat(type || name || ifnull(sql, ''), '|') FROM (SELECT * FROM sqlite_schema "
      "ORDER BY type, name)";
  CHECK(rawValue(old.path(), objects) == rawValue(fresh.path(), objects));
}

TEST_CASE("a store of schema 1 that is only read stays as it is") {
  OldDesk desk;
  const auto before = folderState(desk.folder.path());
  const auto store = desk.tryOpen(desk.path(), false, true);
  REQUIRE_OK(store);
  CHECK((*store)->verify()->ok());
  CHECK(notes(**store) == "heard the recording");
  CHECK(messageOf((*store)->search("planks", 10)) ==
        "The store " + desk.path().string() +
            " is of an older version, which had no search. Open it once for writing to bring it up "
            "to date.");
  CHECK(folderState(desk.folder.path()) == before);
}

TEST_CASE("a store that is not sound is not migrated, and not changed") {
  OldDesk desk;
  rawExec(desk.path(), "UPDATE item SET note = 'planted' WHERE note <> ''");
  const std::string before = readFile(desk.path());
  const auto opened = desk.tryOpen(desk.path());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::corrupt);
  CHECK(opened.error().message.starts_with(
      "The store " + desk.path().string() +
      " is of an older version (schema 1) and was not brought up to date, since no verified copy "
      "of it could be laid down: " +
      desk.path().string() + " is not sound: The note of the item "));
  CHECK(readFile(desk.path()) == before);
  CHECK_FALSE(fs::exists(desk.backup()));
}

TEST_CASE("the copies before a migration go where they are told and never over each other") {
  OldDesk desk;
  const fs::path backups = desk.folder / "backups";
  fs::create_directory(backups);
  desk.folder.write("backups/desk.schema-1.assay", "another one");
  store::OpenOptions options{.path = desk.path(), .actor = "kim"};
  options.backups = backups;
  REQUIRE_OK(store::Store::open(options, desk.clock, desk.ids));
  CHECK(readFile(backups / "desk.schema-1.assay") == "another one");
  CHECK(rawValue(backups / "desk.schema-1-2.assay", "PRAGMA user_version") == "1");
}

TEST_CASE("two programs that migrate at once do it once") {
  OldDesk desk;
  std::string said;
  std::thread other([&] {
    FakeClock clock;
    base::CountingIds ids;
    said = messageOf(store::Store::open({desk.path(), "ben", false}, clock, ids));
  });
  const auto opened = desk.tryOpen(desk.path());
  other.join();
  CHECK(messageOf(opened) + said == "");
  requireSound(desk.open());
}
