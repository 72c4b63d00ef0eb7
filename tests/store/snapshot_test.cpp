// Snapshots: bytes under their SHA-256, in the record and nowhere else.
#include "model/snapshot.h"

#include "base/hash.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"
#include "tests/support/shared_dir.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;
using base::Result;
using store::Transaction;

namespace {

/// Every byte there is, and words.
std::string someBytes() {
  std::string bytes = "Minutes. Old Tom was there.\n";
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  return bytes;
}

Result<store::Commit> add(store::Store& store, const model::Snapshot& snapshot,
                          const std::string& bytes) {
  return store.write("Attach", [&](Transaction& tx) { return tx.add(snapshot, bytes); });
}

/// A desk with a source "s1" that has a snapshot "n1".
struct SealedDesk : Desk {
  SealedDesk() {
    store::Store& store = openWithArticle();
    REQUIRE_OK(store.write("Source", [&](Transaction& tx) { return tx.add(makeSource("s1", 1)); }));
    REQUIRE_OK(add(store, makeSnapshot("n1", "s1", someBytes()), someBytes()));
  }
};

}  // namespace

TEST_CASE("a snapshot gives its bytes back, byte for byte, also after undo and redo") {
  SealedDesk desk;
  store::Store& store = desk.open();
  const model::Snapshot expected = makeSnapshot("n1", "s1", someBytes());
  CHECK(store.snapshots().value() == std::vector{expected});
  CHECK(store.snapshots(model::SourceId{"s1"}).value() == std::vector{expected});
  CHECK(store.snapshots(model::SourceId{"s2"})->empty());
  CHECK(store.snapshotBytes({"n1"}).value() == someBytes());
  REQUIRE_OK(store.undo());
  CHECK(store.snapshots()->empty());
  CHECK(messageOf(store.snapshotBytes({"n1"})) ==
        "There is no snapshot n1 in the store; it may have been removed. Look at the list again.");
  REQUIRE_OK(store.redo());
  CHECK(store.snapshotBytes({"n1"}).value() == someBytes());
  const auto history = store.history(std::nullopt, 3);
  CHECK(history->front().what == "snapshot created");
  CHECK(history->front().after == "minutes.txt");
  requireSound(store);
}

TEST_CASE("a snapshot goes out of sight with its source, and is not searched") {
  SealedDesk desk;
  store::Store& store = desk.open();
  CHECK(store.search("minutes", 9)->size() == 2);  // title and address of the source
  CHECK(store.search("\"old tom\"", 9)->empty());
  REQUIRE_OK(
      store.write("Remove", [&](Transaction& tx) { return tx.remove(model::SourceId{"s1"}); }));
  CHECK(store.snapshots()->empty());
  REQUIRE_OK(store.undo());
  REQUIRE_OK(
      store.write("Remove", [&](Transaction& tx) { return tx.remove(model::SnapshotId{"n1"}); }));
  CHECK(store.snapshots()->empty());
  requireSound(store);
}

TEST_CASE("what is no snapshot is refused with the limit that was met") {
  SealedDesk desk;
  store::Store& store = desk.open();
  const std::string before = dump(store);
  const std::string bytes = "bytes";
  model::Snapshot snapshot = makeSnapshot("n2", "s1", bytes);
  CHECK(messageOf(add(store, makeSnapshot("n2", "s1", ""), "")) ==
        "minutes.txt is empty; there is nothing to keep.");
  CHECK(messageOf(add(store, makeSnapshot("n2", "s9", bytes), bytes)) ==
        "There is no source s9 in the store; it may have been removed. Look at the list again.");
  snapshot.sha256 = base::sha256Hex("other");
  CHECK(messageOf(add(store, snapshot, bytes)) ==
        "Size and SHA-256 of a snapshot are not those of its bytes.");
  snapshot = makeSnapshot("n2", "s1", bytes);
  snapshot.name = "../minutes.txt";
  CHECK(messageOf(add(store, snapshot, bytes)) ==
        "A snapshot is named like a file, without its folder.");
  const std::string large(static_cast<std::size_t>(store::kMostBytesOfASnapshot) + 1, 'x');
  const auto refused = add(store, snapshot = makeSnapshot("n2", "s1", bytes), large);
  CHECK(refused.error().code == ErrorCode::tooLarge);
  CHECK(messageOf(refused) ==
        "minutes.txt is 64000001 bytes long; a snapshot of at most 64000000 is kept in the store. "
        "Keep the file in the archive of your desk and note where, or take the pages that matter.");
  CHECK(dump(store) == before);
}

TEST_CASE("verify tells bytes that are not those of their SHA-256") {
  SealedDesk desk;
  desk.close();
  tamper(desk.path(),
         "UPDATE event SET payload = replace(payload, 'TWlu', 'TWlv') WHERE entity = 'snapshot'");
  const auto report = desk.open().verify();
  REQUIRE_OK(report);
  REQUIRE(report->problems.size() == 2);
  CHECK(report->problems[1] == "The snapshot minutes.txt does not have its SHA-256.");
  CHECK(messageOf(desk.open().snapshotBytes({"n1"})) ==
        "The snapshot minutes.txt does not have its SHA-256. Run assay verify, and restore a "
        "backup.");
}

TEST_CASE("words are taken out of the bytes as well, and verify says so") {
  SealedDesk desk;
  desk.close();
  REQUIRE_OK(store::redactWords({.path = desk.path(), .actor = "kim"}, desk.clock, desk.ids,
                                "Old Tom", "Court order"));
  store::Store& store = desk.open();
  requireSound(store);
  const auto notes = store.verify()->notes;
  CHECK(std::ranges::count(notes, "The snapshot minutes.txt is redacted.") == 1);
  CHECK(messageOf(store.snapshotBytes({"n1"})) ==
        "Words were redacted in the snapshot minutes.txt; it is no longer what was taken. Its "
        "SHA-256 is kept.");
  CHECK(store.snapshots()->front().sha256 == base::sha256Hex(someBytes()));
}

TEST_CASE("a snapshot travels with the events, and is salvaged with them") {
  SealedDesk desk;
  const std::string before = dump(desk.open());
  desk.close();
  std::vector<std::string> lines;
  REQUIRE_OK(store::exportEvents(desk.path(), [&](std::string_view line) -> Result<void> {
    lines.emplace_back(line);
    return {};
  }));
  Desk other;
  std::size_t at = 0;
  REQUIRE_OK(store::importEvents({.path = other.path(), .actor = "lee"},
                                 [&]() -> std::optional<std::string> {
                                   if (at == lines.size()) return std::nullopt;
                                   return lines[at++];
                                 }));
  CHECK(dump(other.open()) == before);
  CHECK(other.open().snapshotBytes({"n1"}).value() == someBytes());
  requireSound(other.open());

  const auto saved = desk.folder / "saved.assay";
  REQUIRE_OK(store::salvageStore(desk.path(), saved));
  const auto opened = desk.tryOpen(saved);
  REQUIRE_OK(opened);
  CHECK(dump(**opened) == before);
  CHECK((*opened)->snapshotBytes({"n1"}).value() == someBytes());
}
