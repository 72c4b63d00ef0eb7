// What a command may not do, in which words; limits; the clock; copies of a store.
#include <chrono>

#include "base/hash.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using store::ItemField;
using store::Transaction;

namespace fs = std::filesystem;

namespace {

/// The refusal of a single change to the ferry article.
template <class Change>
std::string refusal(Change change) {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const std::string before = dump(store);
  const auto commit =
      store.write("Try", [&](Transaction& tx) -> base::Result<void> { return change(tx); });
  CHECK(dump(store) == before);
  return messageOf(commit);
}

std::string refusedValue(ItemField field, std::string_view value) {
  return refusal([&](Transaction& tx) { return tx.set(model::ItemId{"x-q1"}, field, value); });
}

model::Draft draft(const std::string& id, std::string text) {
  model::Draft made;
  made.id.value = id;
  made.article.value = "x-a";
  made.number = 2;
  made.sha256 = base::sha256Hex(text);
  made.text = std::move(text);
  made.format = "text";
  return made;
}

}  // namespace

TEST_CASE("values that a field cannot have are refused") {
  CHECK(refusedValue(ItemField::status, "verfied") ==
        "The status of the item cannot be \"verfied\". Use one of the words of the list.");
  CHECK(refusedValue(ItemField::wording, "verified") ==
        "The wording of the item cannot be \"verified\". Use one of the words of the list.");
  CHECK(refusedValue(ItemField::flags, "256") ==
        "The flags of the item cannot be \"256\". It is a number from 0 to 255.");
  CHECK(refusedValue(ItemField::flags, "012") ==
        "The flags of the item cannot be \"012\". It is a number from 0 to 255.");
  CHECK(refusedValue(ItemField::note, "caf\xE9") ==
        "The note is not valid UTF-8 at byte 3. Type it again.");
  CHECK(refusedValue(ItemField::note, std::string_view("a\0b", 3)) ==
        "The note has a NUL at byte 1. Take it out.");
  CHECK(refusedValue(ItemField::note, std::string(1'000'001, 'n')) ==
        "The note is 1000001 bytes long; at most 1000000 are stored. Shorten it.");
  CHECK(refusedValue(ItemField::kind, "claim") ==
        "A quote cannot become a claim, nor a claim a quote: its number says what it is. Remove it "
        "and add the other.");
  CHECK(refusedValue(ItemField::speaker, "nobody") ==
        "There is no speaker nobody in the store; it may have been removed. Look at the list "
        "again.");
  CHECK(refusal([](Transaction& tx) -> base::Result<void> {
          if (auto done = tx.add(makeSource("s1", 1)); !done) return done;
          return tx.set(model::SourceId{"s1"}, store::SourceField::lookedAt, "3 Feb");
        }) == "\"3 Feb\" is not a date. Write it as 2026-02-03.");
}

TEST_CASE("a quote may become another kind of quote") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Kind", [](Transaction& tx) {
    return tx.set(model::ItemId{"x-q1"}, ItemField::kind, "mixed");
  }));
  CHECK(store.item({"x-q1"})->kind == model::ItemKind::mixed);
  CHECK(store.item({"x-q1"})->numberText() == "Q1");
}

TEST_CASE("a speaker of another article is refused") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Import", [&](Transaction& tx) { return addArticle(store, tx, "y"); }));
  CHECK(messageOf(store.write("Try", [&](Transaction& tx) {
          return tx.set(model::ItemId{"x-q1"}, ItemField::speaker, "y-s");
        })) == "The speaker of an item is one of its own article.");
  CHECK(messageOf(store.write("Try", [&](Transaction& tx) {
          return tx.setAnchor({"x-q1"}, {"y-d"}, model::makeAnchor(ferryText(), {{0, 5}}));
        })) == "An item cannot be laid on a draft of another article.");
}

TEST_CASE("things that are there already, or refer to nothing, are refused") {
  CHECK(refusal([](Transaction& tx) {
          model::Item item;
          item.id.value = "x-q1";
          return tx.add(item, {"x-d"});
        }) == "The item x-q1 is in the store already.");
  CHECK(refusal([](Transaction& tx) {
          model::Item item;
          item.id.value = "new";
          item.article.value = "x-a";
          item.kind = model::ItemKind::indirect;
          item.number = 2;
          item.anchor = model::makeAnchor(ferryText(), {{0, 5}});
          return tx.add(item, {"x-d"});
        }) == "The number Q2 is taken in this article.");
  CHECK(refusal([](Transaction& tx) { return tx.add(makeEvidence("e1", "x-q1", "s1")); }) ==
        "There is no source s1 in the store; it may have been removed. Look at the list again.");
  CHECK(refusal([](Transaction& tx) { return tx.add(makeSource("", 1)); }) ==
        "An identity of source has 0 bytes; it has 1 to 200.");
  CHECK(refusal([](Transaction& tx) { return tx.add(makeSource("s", 0)); }) ==
        "The number of a source is 0; numbers begin at 1.");
  CHECK(refusal([](Transaction& tx) {
          return tx.setBlockRole({"x-d"}, 9, model::BlockRole::body);
        }) == "The draft has no block 9.");
  CHECK(refusal([](Transaction& tx) {
          return tx.setAnchor({"x-q1"}, {"x-d"}, model::Anchor{{{0, 9999}}, {}, {}, "x", "", ""});
        }) == "The place of an item does not lie in its draft of " +
                  std::to_string(ferryText().size()) + " bytes.");
}

TEST_CASE("a draft must be what it says it is") {
  CHECK(refusal([](Transaction& tx) {
          model::Draft bad = draft("d2", "Some words.");
          bad.text = "Other words.";
          return tx.add(bad);
        }) == "The SHA-256 of the draft is not that of its text.");
  CHECK(refusal([](Transaction& tx) {
          model::Draft bad = draft("d2", "Some words.");
          bad.blocks = {{{0, 5}, {}, false}, {{4, 9}, {}, false}};
          return tx.add(bad);
        }) == "A block of the draft (4 to 9) overlaps another or leaves the text of 11 bytes.");
  CHECK(refusal([](Transaction& tx) { return tx.add(draft("d2", "caf\xE9")); }) ==
        "The draft is not valid UTF-8 at byte 3.");
  CHECK(refusal([](Transaction& tx) {
          return tx.add(draft("d2", std::string(64'000'001, 'x')));
        }) == "The draft is 64000001 bytes long; at most 64000000 are stored. Cut it into parts.");
}

TEST_CASE("the newest draft is where items stand") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const std::string text = "New top\n" + ferryText();
  REQUIRE_OK(store.write("New draft", [&](Transaction& tx) -> base::Result<void> {
    if (auto done = tx.add(draft("x-d2", text)); !done) return done;
    return tx.setAnchor({"x-q2"}, {"x-d2"}, model::makeAnchor(text, {{0, 7}}));
  }));
  CHECK(store.article({"x-a"})->draft.value == "x-d2");
  const auto items = store.items({"x-a"});
  REQUIRE_OK(items);
  CHECK(items->front().numberText() == "Q2");
  CHECK(items->front().anchor.exact == "New top");
  CHECK(items->back().anchor.spans.empty());  // not carried over: no place, at the end
  REQUIRE_OK(store.undo());
  CHECK(store.article({"x-a"})->draft.value == "x-d");
  CHECK(store.item({"x-q1"})->anchor.exact == "he repair co");
  requireSound(store);
}

TEST_CASE("a change inside a change is refused and does no harm") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  std::string inner;
  REQUIRE_OK(store.write("Outer", [&](Transaction& tx) {
    inner = messageOf(mark(store, "x-q2", "verified"));
    return tx.set(model::ItemId{"x-q1"}, ItemField::note, "outer");
  }));
  CHECK(inner == "A change was begun inside another change.");
  CHECK(store.item({"x-q1"})->note == "outer");
  requireSound(store);
}

TEST_CASE("an exception out of a change rolls it back") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  CHECK_THROWS_AS(store.write("Throw",
                              [&](Transaction& tx) -> base::Result<void> {
                                (void)tx.set(model::ItemId{"x-q1"}, ItemField::note, "gone");
                                throw std::runtime_error("stop");
                              }),
                  std::runtime_error);
  CHECK(store.item({"x-q1"})->note.empty());
  REQUIRE_OK(mark(store, "x-q1", "verified"));
}

TEST_CASE("queries inside a change see it") {
  Desk desk;
  store::Store& store = desk.openWithArticle(2);
  REQUIRE_OK(store.write("Add", [&](Transaction& tx) -> base::Result<void> {
    CHECK(store.nextSourceNumber().value() == 1);
    if (auto done = tx.add(makeSource("s1", 1)); !done) return done;
    CHECK(store.nextSourceNumber().value() == 2);
    return {};
  }));
}

TEST_CASE("the clock may run backwards, the events do not") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  for (const base::Millis time : {1'000LL, -5'000LL, 1'770'127'331'000LL, 0LL}) {
    desk.clock.set(time);
    REQUIRE_OK(mark(store, "x-q1", time == 1'000 || time == 0 ? "verified" : "wrong"));
  }
  CHECK(rawValue(desk.path(),
                 "SELECT count(*) FROM event a JOIN event b ON b.seq = a.seq + 1 "
                 "WHERE b.hlc <= a.hlc") == "0");
  CHECK(store.history(std::nullopt, 1)->back().at == 0);  // as the machine showed it
  requireSound(store);
}

TEST_CASE("a copy of a store is another actor, the original stays the same") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const fs::path copy = desk.folder / "copy.assay";
  fs::copy_file(desk.path(), copy);
  {
    auto store = desk.tryOpen(copy);
    REQUIRE_OK(store);
    REQUIRE_OK(mark(**store, "x-q1", "verified"));
    CHECK((*store)->undoLabel().value() == "Mark");
    REQUIRE_OK((*store)->undo());
    // The person's commands of before the copy are still theirs.
    CHECK((*store)->undoLabel().value() == "Import ferry.txt");
    requireSound(**store);
  }
  REQUIRE_OK(mark(desk.open(), "x-q1", "wrong"));
  desk.close();
  CHECK(rawValue(copy, "SELECT group_concat(id) FROM (SELECT id FROM actor ORDER BY hlc)") ==
        "kim~t-1,kim~t-2");
  CHECK(rawValue(desk.path(), "SELECT group_concat(id) FROM actor") == "kim~t-1");
}

TEST_CASE("the revision is there at once while somebody else holds the store") {
  Desk desk;
  store::Store& kim = desk.openWithArticle();
  const auto revision = kim.revision();
  const RawLock lock(desk.path());
  const auto begin = std::chrono::steady_clock::now();
  CHECK(kim.revision() == revision);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

TEST_CASE("the revision grows with changes of this and of other connections") {
  Desk desk;
  store::Store& kim = desk.openWithArticle();
  const auto lee = desk.openAs("lee");
  const auto first = kim.revision();
  CHECK(kim.revision() == first);
  REQUIRE_OK(mark(kim, "x-q1", "verified"));
  const auto second = kim.revision();
  CHECK(second > first);
  REQUIRE_OK(mark(*lee, "x-q2", "wrong"));
  CHECK(kim.revision() > second);
  CHECK(kim.item({"x-q2"})->status == model::Status::wrong);
}
