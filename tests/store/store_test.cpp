// Writing and reading back, undo and redo, the history: what the store promises its callers.
#include "base/hash.h"
#include "tests/store/desk.h"

using namespace assay;
using namespace assay::test;
using store::ItemField;
using store::Transaction;

namespace {
model::ItemId item(const char* id) { return {id}; }
}  // namespace

TEST_CASE("an imported article is read back as it was written") {
  Desk desk;
  store::Store& store = desk.openWithArticle(2);

  const auto articles = store.articles();
  REQUIRE_OK(articles);
  REQUIRE(articles->size() == 1);
  CHECK(articles->front().title == "Ferry to run again in May");
  CHECK(articles->front().number == 1);
  CHECK(articles->front().draft.value == "x-d");

  const auto draft = store.draft({"x-d"});
  REQUIRE_OK(draft);
  CHECK(draft->text == ferryText());
  CHECK(draft->blocks == std::vector<model::Block>{{{0, 25}, model::BlockRole::headline, false},
                                                   {{27, 120}, model::BlockRole::body, false}});

  const auto items = store.items({"x-a"});
  REQUIRE_OK(items);
  REQUIRE(items->size() == 4);
  CHECK((*items)[0].numberText() == "Q1");
  CHECK((*items)[1].numberText() == "C1");
  CHECK((*items)[2].numberText() == "Q2");
  const model::Item& claim = (*items)[1];
  CHECK(claim.parent == item("x-q1"));
  CHECK(claim.reasons == std::vector{model::ClaimReason::number, model::ClaimReason::namedPerson});
  CHECK(claim.confidence == 0.75);
  CHECK(claim.anchor.exact == "he repair co");
  CHECK(claim.anchor.prefix.ends_with("14 months.\n\nT"));
  CHECK(claim.anchor.cue == base::Span{45, 49});
  CHECK((*items)[0].speaker == model::SpeakerId{"x-s"});

  const auto speakers = store.speakers({"x-a"});
  REQUIRE_OK(speakers);
  REQUIRE(speakers->size() == 1);
  CHECK(speakers->front().roles == std::vector<std::string>{"harbour master"});
  CHECK(store.articleWithText(draft->sha256).value() == model::ArticleId{"x-a"});
  CHECK(store.articleWithText(std::string(64, '0')).value() == std::nullopt);
  requireSound(store);
}

TEST_CASE("a commit says what it did and a change is there after reopening") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  desk.clock.advance(60'000);
  const auto commit = mark(store, "x-q1", "verified");
  REQUIRE_OK(commit);
  CHECK(commit->label == "Mark");
  CHECK(commit->events == 2);  // the command and the status
  CHECK(commit->at == desk.clock.now());
  CHECK(commit->items == std::vector{item("x-q1")});

  store::Store& again = desk.open();
  CHECK(again.item(item("x-q1"))->status == model::Status::verified);
  CHECK(again.undoLabel().value() == "Mark");
  requireSound(again);
}

TEST_CASE("an unchanged value writes nothing") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const auto revision = store.revision();
  const auto commit = mark(store, "x-q1", "unchecked");
  REQUIRE_OK(commit);
  CHECK(commit->events == 0);
  CHECK(store.revision() == revision);
  CHECK(store.verify()->commands == 1);
}

TEST_CASE("an error in the middle of a command takes back all of it") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const std::string before = dump(store);
  const auto commit = store.write("Half", [&](Transaction& tx) -> base::Result<void> {
    if (auto done = tx.set(item("x-q1"), ItemField::note, "half"); !done) return done;
    return tx.set(item("x-q9"), ItemField::note, "never");
  });
  CHECK(messageOf(commit) ==
        "There is no item x-q9 in the store; it may have been removed. Look at the list again.");
  CHECK(dump(store) == before);
  requireSound(store);
}

TEST_CASE("undo and redo walk through the commands, also after a restart") {
  Desk desk;
  store::Store* store = &desk.openWithArticle();
  const std::string imported = dump(*store);
  REQUIRE_OK(mark(*store, "x-q1", "verified"));
  const std::string marked = dump(*store);
  REQUIRE_OK(store->write("Note", [&](Transaction& tx) {
    return tx.set(item("x-q1"), ItemField::note, "called the harbour");
  }));
  const std::string noted = dump(*store);

  CHECK(store->undo()->label == "Note");
  CHECK(dump(*store) == marked);
  store = &desk.open();
  CHECK(store->undo()->label == "Mark");
  CHECK(dump(*store) == imported);
  CHECK(store->undo()->label == "Import ferry.txt");
  CHECK(dump(*store).empty());
  CHECK(messageOf(store->undo()) == "There is nothing to undo.");

  store = &desk.open();
  CHECK(store->redo()->label == "Import ferry.txt");
  CHECK(dump(*store) == imported);
  CHECK(store->redoLabel().value() == "Mark");
  REQUIRE_OK(store->redo());
  store = &desk.open();
  REQUIRE_OK(store->redo());
  CHECK(dump(*store) == noted);
  CHECK(messageOf(store->redo()) == "There is nothing to redo.");
  requireSound(*store);
}

TEST_CASE("an item keeps its words when it has no place in the newest draft") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  model::Draft second;
  second.id.value = "x-d2";
  second.article.value = "x-a";
  second.text = "Another text altogether.";
  second.sha256 = base::sha256Hex(second.text);
  second.origin = "ferry-2.txt";
  second.format = "text";
  const model::Item before = store.item({"x-q1"}).value();
  REQUIRE_OK(store.write("Draft", [&](Transaction& tx) -> base::Result<void> {
    second.number = store.nextDraftNumber({"x-a"}).value();
    if (auto done = tx.add(second); !done) return done;
    return tx.setAnchor({"x-q2"}, {"x-d2"}, model::makeAnchor(second.text, {{0, 7}}));
  }));
  const auto drafts = store.drafts({"x-a"});
  REQUIRE_OK(drafts);
  REQUIRE(drafts->size() == 2);
  CHECK(drafts->back().number == 2);
  CHECK(drafts->back().text.empty());
  CHECK(drafts->back().origin == "ferry-2.txt");
  CHECK(store.article({"x-a"})->draft == model::DraftId{"x-d2"});

  CHECK(store.item({"x-q1"})->anchor.spans.empty());
  CHECK(store.item({"x-q1"})->anchor.exact == before.anchor.exact);
  CHECK(store.items({"x-a"})->front().id == model::ItemId{"x-q2"});
  CHECK(store.items({"x-a"})->front().anchor.exact == "Another");
  CHECK(store.items({"x-a"})->back().anchor.exact != "");
  const auto places = store.anchors({"x-d2"});
  REQUIRE_OK(places);
  REQUIRE(places->size() == 1);
  CHECK(places->front().first == model::ItemId{"x-q2"});
  CHECK(store.anchors({"x-d"})->size() == 6);

  REQUIRE_OK(store.undo());
  CHECK(store.item({"x-q1"})->anchor == before.anchor);
  CHECK(store.drafts({"x-a"})->size() == 1);
  CHECK(store.nextDraftNumber({"x-a"}).value() == 3);
  requireSound(store);
}
