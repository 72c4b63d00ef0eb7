// Checked copies, the record out and in again, words taken out by order.
#include "store/maintenance.h"

#include <fstream>

#include "base/hash.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;
using store::Transaction;

namespace fs = std::filesystem;

namespace {

std::vector<std::string> linesOf(const fs::path& path) {
  std::vector<std::string> lines;
  const auto count = store::exportEvents(path, [&](std::string_view line) -> base::Result<void> {
    lines.emplace_back(line);
    return {};
  });
  REQUIRE_OK(count);
  CHECK(*count == lines.size());
  return lines;
}

base::Result<store::ImportReport> takeIn(const fs::path& path,
                                         const std::vector<std::string>& lines) {
  std::size_t at = 0;
  return store::importEvents({path, "kim"}, [&]() -> std::optional<std::string> {
    if (at == lines.size()) return std::nullopt;
    return lines[at++];
  });
}

/// An article, a source "Old Tom" with evidence, an undone mark; closed.
void fill(Desk& desk) {
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Add Old Tom", [&](Transaction& tx) -> base::Result<void> {
    model::Source source = makeSource("s1", 1);
    source.author = "Old Tom";
    if (auto done = tx.add(source); !done) return done;
    return tx.add(makeEvidence("e1", "x-q1", "s1"));
  }));
  REQUIRE_OK(store.write("Note", [&](Transaction& tx) {
    return tx.set(model::ItemId{"x-q1"}, store::ItemField::note, "Old Tom, and Old Tom again");
  }));
  REQUIRE_OK(store.write("Note", [&](Transaction& tx) {
    return tx.set(model::ItemId{"x-q1"}, store::ItemField::note, "ask");
  }));
  desk.close();
}

}  // namespace

TEST_CASE("a backup is the store, sound, and never written over anything") {
  Desk desk;
  fill(desk);
  store::Store& store = desk.open();
  const fs::path target = desk.folder / "backups" / "desk.assay";
  const auto report = store::backupStore(desk.path(), target);  // while the store is open
  REQUIRE_OK(report);
  CHECK(report->head == store.verify()->head);
  const auto copy = desk.tryOpen(target);
  REQUIRE_OK(copy);
  CHECK(dump(**copy) == dump(store));
  CHECK(folderState(desk.folder / "backups").size() == 1);

  CHECK(messageOf(store::backupStore(desk.path(), target)) ==
        target.string() + " is there already. Choose another name; nothing is ever written over.");
  CHECK(messageOf(store::backupStore(desk.folder / "none.assay", desk.folder / "b.assay")) ==
        "There is no store " + (desk.folder / "none.assay").string() +
            ". Check the name and the folder.");
}

TEST_CASE("a store that is not sound is not taken for a backup") {
  Desk desk;
  fill(desk);
  tamper(desk.path(), "UPDATE item SET status = 'verified' WHERE id = 'x-q2'");
  const fs::path target = desk.folder / "sub" / "copy.assay";
  const auto report = store::restoreStore(desk.path(), target);
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::corrupt);
  CHECK(report.error().message ==
        desk.path().string() +
            " is not sound: The status of the item \"x-q2\" is \"verified\", "
            "but the events say \"unchecked\".");
  CHECK(folderState(desk.folder / "sub").empty());
}

TEST_CASE("the exported events make the same store again") {
  Desk desk;
  fill(desk);
  const auto lines = linesOf(desk.path());
  const fs::path other = desk.folder / "other.assay";
  const auto report = takeIn(other, lines);
  REQUIRE_OK(report);
  CHECK(report->added == lines.size());
  CHECK(report->known == 0);
  auto store = desk.tryOpen(other);
  REQUIRE_OK(store);
  requireSound(**store);
  CHECK(dump(**store) == dump(desk.open()));
  CHECK(linesOf(other) == lines);
  // Twice is once.
  CHECK(takeIn(other, lines)->known == lines.size());
  // Its commands can still be undone.
  REQUIRE_OK((*store)->undo());
  requireSound(**store);
}

TEST_CASE("two copies that were edited apart come together, in either order") {
  Desk desk;
  fill(desk);
  const fs::path copy = desk.folder / "copy.assay";
  fs::copy_file(desk.path(), copy);
  REQUIRE_OK(mark(desk.open(), "x-q1", "verified"));
  desk.close();
  desk.clock.advance(1'000);
  {
    auto store = desk.tryOpen(copy);
    REQUIRE_OK(store);
    REQUIRE_OK(mark(**store, "x-q2", "wrong"));
    REQUIRE_OK(mark(**store, "x-q1", "disputed"));
  }
  const auto here = linesOf(desk.path());
  const auto there = linesOf(copy);
  CHECK(takeIn(desk.path(), there)->added == 4);
  CHECK(takeIn(copy, here)->added == 2);
  auto one = desk.tryOpen(desk.path());
  auto two = desk.tryOpen(copy);
  REQUIRE_OK(one);
  REQUIRE_OK(two);
  CHECK(dump(**one) == dump(**two));
  CHECK((*one)->item({"x-q2"})->status == model::Status::wrong);
  CHECK((*one)->item({"x-q1"})->status == model::Status::disputed);  // the later one
  requireSound(**one);
  requireSound(**two);
}

TEST_CASE("events that do not fit are refused as a whole") {
  Desk desk;
  fill(desk);
  auto lines = linesOf(desk.path());
  const fs::path other = desk.folder / "other.assay";
  const auto refusal = [&](const std::vector<std::string>& bad) {
    const std::string message = messageOf(takeIn(other, bad));
    CHECK(desk.tryOpen(other).value()->verify()->events == 0);
    return message;
  };
  CHECK(refusal({lines[0], "not json"}).starts_with("Line 2: It is not an event: "));
  CHECK(refusal({lines[0], "\xFF"}) == "Line 2 is not valid UTF-8 at byte 0.");
  std::vector<std::string> gap{lines};
  gap.erase(gap.begin() + 3);
  CHECK(refusal(gap) ==
        "The events do not fit together. Event kim~t-1/5 follows number 3 of its actor: an event "
        "is missing or out of order.");
  std::vector<std::string> changed{lines};
  const std::size_t at = changed[1].find("Ferry");
  REQUIRE(at != std::string::npos);
  changed[1].replace(at, 5, "Merry");
  CHECK(refusal(changed) ==
        "The events do not fit together. Event kim~t-1/2 was changed after it was written: its "
        "hash does not fit.");
}

TEST_CASE("one copy edited in two places is told apart") {
  Desk desk;
  fill(desk);
  const auto before = readFile(desk.path());
  REQUIRE_OK(mark(desk.open(), "x-q1", "verified"));
  desk.close();
  const auto lines = linesOf(desk.path());
  // Set back in place, as with a snapshot of the whole machine: the same actor goes on.
  {
    std::ofstream out(desk.path(), std::ios::binary | std::ios::in);
    out.write(before.data(), static_cast<std::streamsize>(before.size()));
  }
  fs::resize_file(desk.path(), before.size());
  REQUIRE_OK(mark(desk.open(), "x-q1", "wrong"));
  desk.close();
  const auto report = takeIn(desk.path(), lines);
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::conflict);
  CHECK(report.error().message.find("is another one in this store: the same copy was edited in two "
                                    "places. Both cannot be one record.") != std::string::npos);
}

TEST_CASE("redacted words are gone from the file and the chain holds") {
  Desk desk;
  fill(desk);
  const std::string head = desk.open().verify()->head;
  desk.close();
  const auto changed = store::redactWords({desk.path(), "lee", false}, desk.clock, desk.ids,
                                          "Old Tom", "Court order 12/26");
  REQUIRE_OK(changed);
  CHECK(*changed == 4);  // the source, the label, the note set, and the note as what was replaced
  CHECK(readFile(desk.path()).find("Old Tom") == std::string::npos);

  store::Store& store = desk.open();
  CHECK(store.source({"s1"})->author == "*******");
  const auto report = store.verify();
  REQUIRE_OK(report);
  CHECK(report->problems == std::vector<std::string>{});
  CHECK(report->head != head);
  REQUIRE(report->notes.size() == 4);
  CHECK(report->notes[0] ==
        "Event kim~t-1/11 was redacted by lee on 2026-02-03: Court order 12/26");
  // Undo still works, and brings back what stands there now.
  REQUIRE_OK(store.undo());
  CHECK(store.item({"x-q1"})->note == "*******, and ******* again");
  CHECK(store.undoLabel().value() == "Note");
  requireSound(store);
}

TEST_CASE("words of a draft are redacted in place, twice if need be") {
  Desk desk;
  fill(desk);
  for (const char* words : {"Ida Quist", "fisherman"}) {
    REQUIRE_OK(
        store::redactWords({desk.path(), "kim", false}, desk.clock, desk.ids, words, "By order"));
  }
  store::Store& store = desk.open();
  const std::string text = store.draft({"x-d"})->text;
  CHECK(text.size() == ferryText().size());
  CHECK(text.find("harbour master ********* said") != std::string::npos);
  CHECK(text.find("said a *********.") != std::string::npos);
  CHECK(store.speakers({"x-a"})->front().name == "*********");
  const auto report = store.verify();
  REQUIRE_OK(report);
  CHECK(report->problems == std::vector<std::string>{});
  CHECK(report->notes.back() == "The text of draft x-d is redacted.");
}

TEST_CASE("a redaction needs words that occur and a reason without them") {
  Desk desk;
  fill(desk);
  const auto refusal = [&](std::string_view words, std::string_view reason) {
    return messageOf(
        store::redactWords({desk.path(), "kim", false}, desk.clock, desk.ids, words, reason));
  };
  CHECK(refusal("old tom", "x") ==
        "The words to redact do not occur in the store. Upper and lower case count.");
  CHECK(refusal("", "x") == "Say which words are to be redacted.");
  CHECK(refusal("Old Tom", "") == "Say why the words are redacted.");
  CHECK(refusal("Old Tom", "Old Tom asked") ==
        "The reason must not hold the words that are redacted: it is kept.");
}
