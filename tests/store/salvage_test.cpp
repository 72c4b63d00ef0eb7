// What can be saved out of a damaged store.
#include <fstream>

#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;

namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// An article, a note longer than a page, marks; closed. What it held is given back.
std::string fill(Desk& desk) {
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Note", [&](store::Transaction& tx) {
    return tx.set(model::ItemId{"x-q1"}, store::ItemField::note, std::string(30'000, 'n'));
  }));
  REQUIRE_OK(mark(store, "x-q2", "verified"));
  REQUIRE_OK(mark(store, "x-c1", "wrong"));
  std::string held = dump(store);
  desk.close();
  return held;
}

std::string dumpOf(Desk& desk, const fs::path& path) {
  const auto store = desk.tryOpen(path);
  REQUIRE_OK(store);
  requireSound(**store);
  return dump(**store);
}

}  // namespace

TEST_CASE("everything is saved out of a store whose header and schema are gone") {
  Desk desk;
  const std::string held = fill(desk);
  std::string bytes = readFile(desk.path());
  bytes.replace(0, 4096, std::string(4096, '\x5A'));
  write(desk.path(), bytes);
  REQUIRE_FALSE(desk.tryOpen(desk.path()));
  const auto before = folderState(desk.folder.path());
  const fs::path saved = desk.folder / "sub" / "saved.assay";
  const auto report = store::salvageStore(desk.path(), saved);
  REQUIRE_OK(report);
  CHECK(report->missing == std::vector<std::string>{});
  CHECK(report->events > 10);
  auto after = folderState(desk.folder.path());
  after.erase("sub");
  CHECK(after == before);
  CHECK(dumpOf(desk, saved) == held);
}

TEST_CASE("everything is saved out of a store whose state was changed") {
  Desk desk;
  const std::string held = fill(desk);
  tamper(desk.path(), "UPDATE item SET status = 'verified'; DELETE FROM anchor");
  const fs::path saved = desk.folder / "saved.assay";
  const auto report = store::salvageStore(desk.path(), saved);
  REQUIRE_OK(report);
  CHECK(report->missing.empty());
  CHECK(dumpOf(desk, saved) == held);
}

TEST_CASE("an event that was changed is lost, and so is what only it made") {
  Desk desk;
  fill(desk);
  tamper(desk.path(),
         "UPDATE event SET payload = replace(payload, 'x-a', 'y-a') WHERE id = 'x-s' AND op = "
         "'create'");
  const fs::path saved = desk.folder / "saved.assay";
  const auto report = store::salvageStore(desk.path(), saved);
  REQUIRE_OK(report);
  REQUIRE(report->missing.size() > 1);
  CHECK(report->missing.front().starts_with("Event kim~"));
  CHECK(report->missing.front().ends_with(" is lost."));
  CHECK(report->missing[1].find(" could not be used: ") != std::string::npos);
  const auto store = desk.tryOpen(saved);
  REQUIRE_OK(store);
  CHECK((*store)->articles()->size() == 1);  // the rest is there
  CHECK_FALSE((*store)->verify()->ok());     // and nobody is told that nothing is missing
}

TEST_CASE("an interrupted change loses nothing that was acknowledged") {
  Desk desk;
  const std::string held = fill(desk);
  dieAmidst(desk.path(), "UPDATE item SET note = zeroblob(30000) || 'half done'");
  const fs::path saved = desk.folder / "saved.assay";
  const auto report = store::salvageStore(desk.path(), saved);
  REQUIRE_OK(report);
  CHECK(report->missing.empty());
  CHECK(dumpOf(desk, saved) == held);
}

TEST_CASE("of a redacted word no older copy is brought back") {
  Desk desk;
  fill(desk);
  REQUIRE_OK(desk.open().write("Note", [](store::Transaction& tx) {
    return tx.set(model::ItemId{"x-q3"}, store::ItemField::note, "met quendolyn");
  }));
  desk.close();
  const std::string before = readFile(desk.path());
  REQUIRE(before.find("quendolyn") != std::string::npos);
  REQUIRE_OK(store::redactWords({desk.path(), "kim"}, desk.clock, desk.ids, "quendolyn", "Court"));
  // An older image of the file behind the present one: the redacted event counts.
  write(desk.path(), readFile(desk.path()) + before);
  const fs::path saved = desk.folder / "saved.assay";
  const auto report = store::salvageStore(desk.path(), saved);
  REQUIRE_OK(report);
  CHECK(readFile(saved).find("quendolyn") == std::string::npos);
}

TEST_CASE("what cannot be salvaged is said") {
  Desk desk;
  const fs::path target = desk.folder / "saved.assay";
  const fs::path text = desk.folder.write("notes.txt", std::string(20'000, 'x'));
  CHECK(messageOf(store::salvageStore(text, target)) ==
        "No change of a store could be found in " + text.string() +
            ". Look for a backup in your data folder, or for another copy.");
  CHECK(messageOf(store::salvageStore(desk.folder.path(), target)) ==
        "Cannot read " + desk.folder.path().string() +
            ": Is a directory. Check the file and your rights.");
  fill(desk);
  CHECK(messageOf(store::salvageStore(desk.path(), text)) ==
        text.string() + " is there already. Choose another name; nothing is ever written over.");
  CHECK_FALSE(fs::exists(target));
}
