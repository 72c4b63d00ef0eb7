// The backup at the end of a session: laid down when enough is new, and told when it fails.
#include <catch2/catch_amalgamated.hpp>

#include <fstream>

#include "store/keeper.h"
#include "store/maintenance.h"
#include "tests/app/desk.h"

using namespace assay;
using model::Status;
using test::Desk;

namespace fs = std::filesystem;

namespace {

/// A second session on the desk's store, which ends with this object.
struct Sitting {
  explicit Sitting(Desk& desk, bool readOnly = false) {
    app::SessionOptions options;
    options.store = desk.folder / "desk.assay";
    options.actor = "mara";
    options.readOnly = readOnly;
    options.backups = desk.folder / "backups";
    options.backupFailed = [this](const base::Error& error) { told = error.message; };
    auto opened = app::Session::open(options, {desk.clock, desk.ids, desk.files});
    if (!opened) FAIL(opened.error().text());
    session = std::move(*opened);
  }
  void work(const Desk& desk, int commands) {
    for (int i = 0; i < commands; ++i) {
      REQUIRE(session->execute(
          app::SetStatus{{desk.id("Q1")}, i % 2 == 0 ? Status::verified : Status::disputed, {}}));
    }
  }
  void end() { session.reset(); }

  std::string told;
  std::unique_ptr<app::Session> session;
};

std::vector<store::BackupFile> backupsOf(const Desk& desk) {
  return store::backupsIn(store::backupFolder(desk.folder / "backups", desk.folder / "desk.assay"));
}

}  // namespace

TEST_CASE("a session lays a backup down at its end when enough is new, and only then") {
  Desk desk;
  Sitting few(desk);
  few.work(desk, 10);
  few.end();
  CHECK(backupsOf(desk).empty());

  Sitting many(desk);
  many.work(desk, 100);
  CHECK(backupsOf(desk).empty());
  many.end();
  const auto made = backupsOf(desk);
  REQUIRE(made.size() == 1);
  CHECK(made.front().events > 200);
  CHECK(many.told == "");
  // It is the store as it was at the end, and can be made one again.
  const auto restored = store::restoreStore(made.front().path, desk.folder / "again.assay");
  REQUIRE(restored);
  CHECK(restored->events == made.front().events);

  Sitting reader(desk, true);
  reader.end();
  CHECK(backupsOf(desk).size() == 1);
}

TEST_CASE("a backup that cannot be laid down is told when the session ends, and the work is kept") {
  Desk desk;
  // A file where the folder should be.
  std::ofstream(desk.folder / "backups") << "in the way";
  Sitting sitting(desk);
  sitting.work(desk, 100);
  sitting.end();
  CHECK(sitting.told.find((desk.folder / "backups").string()) != std::string::npos);
  CHECK(sitting.told.ends_with("."));
  CHECK(backupsOf(desk).empty());
  desk.reopen();
  CHECK(desk.item("Q1").status == Status::disputed);
}
