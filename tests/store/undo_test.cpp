// When undo is refused and in which words; what is hidden and comes back; whose commands count.
#include "tests/store/desk.h"

using namespace assay;
using namespace assay::test;
using store::ItemField;
using store::Transaction;

namespace {

base::Result<store::Commit> note(store::Store& store, const char* item, std::string_view text) {
  return store.write(
      "Note", [&](Transaction& tx) { return tx.set(model::ItemId{item}, ItemField::note, text); });
}

base::Result<store::Commit> addSource(store::Store& store, const char* id = "s1") {
  return store.write("Add source", [&](Transaction& tx) {
    return tx.add(makeSource(id, store.nextSourceNumber().value_or(0)));
  });
}

base::Result<store::Commit> addEvidence(store::Store& store, const char* id, const char* item) {
  return store.write("Add evidence",
                     [&](Transaction& tx) { return tx.add(makeEvidence(id, item, "s1")); });
}

}  // namespace

TEST_CASE("undo is refused when somebody else changed the value since") {
  Desk desk;
  store::Store& kim = desk.openWithArticle();
  const auto lee = desk.openAs("lee");
  REQUIRE_OK(mark(kim, "x-q1", "verified"));
  desk.clock.advance(60'000);
  REQUIRE_OK(mark(*lee, "x-q1", "wrong"));
  const std::string before = dump(kim);
  const auto undone = kim.undo();
  REQUIRE_FALSE(undone);
  CHECK(undone.error().code == base::ErrorCode::conflict);
  CHECK(undone.error().message ==
        "Cannot undo \"Mark\": the status of Q1 is \"wrong\" by now, set by lee at "
        "2026-02-03T14:03:11Z, and no longer \"verified\". Change it by hand if it is to be taken "
        "back.");
  CHECK(dump(kim) == before);
  requireSound(kim);
  // When lee takes it back, the way is free again.
  REQUIRE_OK(lee->undo());
  REQUIRE_OK(kim.undo());
  CHECK(kim.item({"x-q1"})->status == model::Status::unchecked);
}

TEST_CASE("redo is refused when somebody else changed the value since") {
  Desk desk;
  store::Store& kim = desk.openWithArticle();
  const auto lee = desk.openAs("lee");
  REQUIRE_OK(note(kim, "x-q1", "mine"));
  REQUIRE_OK(kim.undo());
  REQUIRE_OK(note(*lee, "x-q1", "theirs"));
  CHECK(messageOf(kim.redo()) ==
        "Cannot redo \"Note\": the note of Q1 is \"theirs\" by now, set by lee at "
        "2026-02-03T14:02:11Z, and no longer empty. Change it by hand if it is to be taken back.");
}

TEST_CASE("everybody undoes their own commands") {
  Desk desk;
  store::Store& kim = desk.openWithArticle();
  const auto lee = desk.openAs("lee");
  CHECK(lee->undoLabel().value() == std::nullopt);
  CHECK(messageOf(lee->undo()) == "There is nothing to undo.");
  REQUIRE_OK(note(*lee, "x-q2", "theirs"));
  REQUIRE_OK(note(kim, "x-q1", "mine"));
  REQUIRE_OK(lee->undo());
  CHECK(kim.item({"x-q1"})->note == "mine");
  CHECK(kim.item({"x-q2"})->note.empty());
}

TEST_CASE("an import that others have worked on is not taken back") {
  Desk desk;
  store::Store& kim = desk.openWithArticle();
  const auto lee = desk.openAs("lee");
  REQUIRE_OK(mark(*lee, "x-c2", "verified"));
  CHECK(messageOf(kim.undo()) ==
        "Cannot undo \"Import ferry.txt\": C2 was changed (status, by lee) since. Take that back "
        "first.");
  REQUIRE_OK(lee->undo());
  REQUIRE_OK(addSource(*lee));
  REQUIRE_OK(addEvidence(*lee, "e1", "x-q3"));
  CHECK(messageOf(kim.undo()) ==
        "Cannot undo \"Import ferry.txt\": Q3 has had something added to it since. Take that back "
        "first.");
  REQUIRE_OK(lee->undo());
  REQUIRE_OK(kim.undo());
  CHECK(kim.articles()->empty());
  requireSound(kim);
}

TEST_CASE("numbers of what was taken back stay used") {
  Desk desk;
  store::Store& store = desk.openWithArticle(3);
  REQUIRE_OK(addSource(store));
  REQUIRE_OK(store.undo());
  REQUIRE_OK(store.undo());
  CHECK(store.nextArticleNumber().value() == 2);
  CHECK(store.nextItemNumber({"x-a"}, 'Q').value() == 4);
  CHECK(store.nextItemNumber({"x-a"}, 'C').value() == 4);
  CHECK(store.nextItemNumber({"nowhere"}, 'C').value() == 1);
  CHECK(store.nextSourceNumber().value() == 2);
}

TEST_CASE("a new command ends what could be redone before it") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(note(store, "x-q1", "a"));
  REQUIRE_OK(note(store, "x-q1", "b"));
  REQUIRE_OK(store.undo());
  CHECK(store.redoLabel().value() == "Note");
  REQUIRE_OK(note(store, "x-q2", "c"));
  CHECK(store.redoLabel().value() == std::nullopt);
  REQUIRE_OK(store.undo());
  REQUIRE_OK(store.undo());
  CHECK(store.item({"x-q1"})->note.empty());
  // Backwards through what was undone: "a" first, then "c", and never "b".
  REQUIRE_OK(store.redo());
  CHECK(store.item({"x-q1"})->note == "a");
  REQUIRE_OK(store.redo());
  CHECK(store.item({"x-q2"})->note == "c");
  CHECK(store.redoLabel().value() == std::nullopt);
  requireSound(store);
}

TEST_CASE("one command that changes a value twice is undone as one") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(note(store, "x-q1", "old"));
  REQUIRE_OK(store.write("Twice", [&](Transaction& tx) -> base::Result<void> {
    if (auto done = tx.set(model::ItemId{"x-q1"}, ItemField::note, "new"); !done) return done;
    return tx.set(model::ItemId{"x-q1"}, ItemField::note, "newer");
  }));
  REQUIRE_OK(store.undo());
  CHECK(store.item({"x-q1"})->note == "old");
  REQUIRE_OK(store.redo());
  CHECK(store.item({"x-q1"})->note == "newer");
}

TEST_CASE("what a command made and removed itself does not come back with redo") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Try", [&](Transaction& tx) -> base::Result<void> {
    if (auto done = tx.add(makeSource("s1", 1)); !done) return done;
    return tx.remove(model::SourceId{"s1"});
  }));
  CHECK(store.sources()->empty());
  REQUIRE_OK(store.undo());
  CHECK(store.undoLabel().value() == "Import ferry.txt");
  REQUIRE_OK(store.redo());
  CHECK(store.sources()->empty());
  requireSound(store);
}

TEST_CASE("a removed item leaves with its evidence and returns with it") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(addSource(store));
  REQUIRE_OK(addEvidence(store, "e1", "x-q1"));
  REQUIRE_OK(
      store.write("Remove", [&](Transaction& tx) { return tx.remove(model::ItemId{"x-q1"}); }));
  CHECK(messageOf(store.item({"x-q1"})) ==
        "There is no item x-q1 in the store; it may have been removed. Look at the list again.");
  CHECK(store.evidence(model::ArticleId{"x-a"})->empty());
  CHECK(store.item({"x-c1"})->parent == std::nullopt);
  CHECK(messageOf(note(store, "x-q1", "late")) ==
        "There is no item x-q1 in the store; it may have been removed. Look at the list again.");
  REQUIRE_OK(store.undo());
  CHECK(store.evidence(model::ItemId{"x-q1"})->size() == 1);
  CHECK(store.item({"x-c1"})->parent == model::ItemId{"x-q1"});
}

TEST_CASE("a place in the text and the role of a block are undone as well") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const model::Anchor before = store.item({"x-q1"})->anchor;
  const model::Anchor after = model::makeAnchor(ferryText(), {{0, 9}, {13, 25}});
  REQUIRE_OK(
      store.write("Move", [&](Transaction& tx) { return tx.setAnchor({"x-q1"}, {"x-d"}, after); }));
  REQUIRE_OK(store.write("Role", [&](Transaction& tx) {
    return tx.setBlockRole({"x-d"}, 1, model::BlockRole::caption);
  }));
  CHECK(store.item({"x-q1"})->anchor == after);
  CHECK(store.draft({"x-d"})->blocks[1].role == model::BlockRole::caption);
  CHECK(store.draft({"x-d"})->blocks[1].given);
  REQUIRE_OK(store.undo());
  CHECK(store.draft({"x-d"})->blocks[1].role == model::BlockRole::body);
  CHECK_FALSE(store.draft({"x-d"})->blocks[1].given);
  REQUIRE_OK(store.undo());
  CHECK(store.item({"x-q1"})->anchor == before);
  requireSound(store);
}

TEST_CASE("the history tells every change, newest last") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  desk.clock.advance(1'000);
  REQUIRE_OK(store.write("Give Q1 to nobody", [&](Transaction& tx) -> base::Result<void> {
    if (auto done = tx.set(model::ItemId{"x-q1"}, ItemField::speaker, ""); !done) return done;
    return tx.set(model::ItemId{"x-q1"}, ItemField::flags, "10");
  }));
  REQUIRE_OK(addSource(store));
  REQUIRE_OK(addEvidence(store, "e1", "x-q1"));
  REQUIRE_OK(store.undo());

  const auto history = store.history(model::ItemId{"x-q1"}, 100);
  REQUIRE_OK(history);
  const auto line = [](const store::HistoryEntry& e) {
    return e.actor + " | " + e.command + " | " + e.what + " | " + e.before + " | " + e.after +
           (e.undone ? " | undone" : "");
  };
  std::vector<std::string> lines;
  for (const auto& entry : *history) lines.push_back(line(entry));
  CHECK(lines == std::vector<std::string>{
                     "kim | Import ferry.txt | created |  | he repair co",
                     "kim | Give Q1 to nobody | speaker | Ida Quist | ",
                     "kim | Give Q1 to nobody | flags |  | legal, call back",
                     "kim | Add evidence | evidence created |  | cost 2.3 million | undone",
                     "kim | Undo: Add evidence | evidence removed |  | ",
                 });
  CHECK(history->front().at == desk.clock.now() - 1'000);
  CHECK(history->back().at == desk.clock.now());
  CHECK(history->back().item == model::ItemId{"x-q1"});

  const auto newest = store.history(std::nullopt, 2);
  REQUIRE_OK(newest);
  REQUIRE(newest->size() == 2);
  CHECK(line(newest->front()) ==
        "kim | Add evidence | evidence created |  | cost 2.3 million | undone");
  CHECK(store.history(std::nullopt, 1000)->size() == 14);
}
