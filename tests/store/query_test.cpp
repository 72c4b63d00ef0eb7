// Queries: what is asked, of whom, about which items; and the quote a claim belongs to.
#include "model/query.h"

#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;
using base::Result;
using store::ItemField;
using store::QueryField;
using store::Transaction;

namespace {

Result<store::Commit> add(store::Store& store, const model::Query& query) {
  return store.write("Ask", [&](Transaction& tx) { return tx.add(query); });
}

Result<store::Commit> set(store::Store& store, const std::string& query, QueryField field,
                          std::string_view value) {
  return store.write("Edit",
                     [&](Transaction& tx) { return tx.set(model::QueryId{query}, field, value); });
}

Result<store::Commit> about(store::Store& store, const std::string& query, const std::string& item,
                            bool on) {
  return store.write("About", [&](Transaction& tx) {
    return tx.setAbout(model::QueryId{query}, model::ItemId{item}, on);
  });
}

Result<store::Commit> setParent(store::Store& store, const std::string& item,
                                const std::string& parent) {
  return store.write("Parent", [&](Transaction& tx) {
    return tx.set(model::ItemId{item}, ItemField::parent, parent);
  });
}

/// Hands all events of one store to another.
Result<store::ImportReport> give(const std::filesystem::path& from, const Desk& to) {
  std::vector<std::string> lines;
  REQUIRE_OK(store::exportEvents(from, [&](std::string_view line) -> Result<void> {
    lines.emplace_back(line);
    return {};
  }));
  std::size_t at = 0;
  return store::importEvents({.path = to.path(), .actor = "kim"},
                             [&]() -> std::optional<std::string> {
                               if (at == lines.size()) return std::nullopt;
                               return lines[at++];
                             });
}

}  // namespace

TEST_CASE("a query is asked, answered, found, taken back and done again") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  CHECK(store.nextQueryNumber().value() == 1);
  const model::Query query = makeQuery("k1", 1, {"x-c2", "x-q1"});
  const auto commit = add(store, query);
  REQUIRE_OK(commit);
  CHECK(commit->items == std::vector<model::ItemId>{{"x-c2"}, {"x-q1"}});
  CHECK(store.nextQueryNumber().value() == 2);

  // Quotes come first, whatever the order they were named in.
  model::Query expected = query;
  expected.items = {{"x-q1"}, {"x-c2"}};
  CHECK(store.query({"k1"}).value() == expected);
  CHECK(store.queries(model::ArticleId{"x-a"}).value() == std::vector{expected});
  CHECK(store.queries(std::nullopt).value() == std::vector{expected});
  CHECK(store.queries(model::ArticleId{"other"})->empty());
  CHECK(store.queriesAbout({"x-q1"}).value() == std::vector{expected});
  CHECK(store.queriesAbout({"x-c1"})->empty());
  CHECK_FALSE(commit->elsewhere);

  REQUIRE_OK(set(store, "k1", QueryField::asked, "1770127331000"));
  REQUIRE_OK(store.write("Answer", [&](Transaction& tx) -> Result<void> {
    if (auto done = tx.set(model::QueryId{"k1"}, QueryField::answer, "From the board."); !done) {
      return done;
    }
    return tx.set(model::QueryId{"k1"}, QueryField::answered, "1770127332000");
  }));
  CHECK(model::stateOf(store.query({"k1"}).value()) == model::QueryState::answered);
  CHECK(store.search("\"from the board\"", 9)->size() == 1);
  const store::SearchHit hit = store.search("where months", 9)->front();
  CHECK(hit.what == "query");
  CHECK(hit.field == "text");
  CHECK(hit.number == "query 1");
  CHECK(hit.article == model::ArticleId{"x-a"});
  CHECK(hit.item == model::ItemId{"x-q1"});

  const std::string answered = dump(store);
  for (int i = 0; i < 3; ++i) REQUIRE_OK(store.undo());
  CHECK(store.queries(std::nullopt)->empty());
  CHECK(store.queriesAbout({"x-q1"})->empty());
  CHECK(store.search("where months", 9)->empty());
  CHECK(store.nextQueryNumber().value() == 2);
  for (int i = 0; i < 3; ++i) REQUIRE_OK(store.redo());
  CHECK(dump(store) == answered);
  requireSound(store);
}

TEST_CASE("what a query is about can grow and shrink, but not to nothing") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(add(store, makeQuery("k1", 1, {"x-q1"})));
  REQUIRE_OK(about(store, "k1", "x-c1", true));
  CHECK(store.query({"k1"})->items == std::vector<model::ItemId>{{"x-q1"}, {"x-c1"}});
  REQUIRE_OK(about(store, "k1", "x-q1", false));
  CHECK(messageOf(about(store, "k1", "x-c1", false)) ==
        "A query is about one item at least. Remove the query instead.");
  CHECK(messageOf(about(store, "k1", "x-q9", true)) ==
        "There is no item x-q9 in the store; it may have been removed. Look at the list again.");
  REQUIRE_OK(store.undo());
  CHECK(store.query({"k1"})->items == std::vector<model::ItemId>{{"x-q1"}, {"x-c1"}});
  REQUIRE_OK(store.undo());
  CHECK(store.query({"k1"})->items == std::vector<model::ItemId>{{"x-q1"}});
  // Said again what is so: nothing is written.
  CHECK(about(store, "k1", "x-q1", true)->events == 0);
  requireSound(store);
}

TEST_CASE("what is no query is refused, and nothing of it stays") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Import", [&](Transaction& tx) { return addArticle(store, tx, "y", 1); }));
  REQUIRE_OK(add(store, makeQuery("k1", 1, {"x-q1"})));
  const std::string before = dump(store);

  model::Query query = makeQuery("k2", 2, {"x-q1"});
  query.text.clear();
  CHECK(messageOf(add(store, query)) == "A query needs words. Write what is to be asked.");
  CHECK(messageOf(add(store, makeQuery("k2", 2, {}))) ==
        "A query is about an item. Choose at least one.");
  CHECK(messageOf(add(store, makeQuery("k2", 2, {"y-q1"}))) ==
        "A query is about items of its own article.");
  CHECK(messageOf(add(store, makeQuery("k2", 1, {"x-q1"}))) ==
        "The number 1 of a query is taken in this store.");
  CHECK(messageOf(add(store, makeQuery("k2", 0, {"x-q1"}))) ==
        "The number of a query is 0; numbers begin at 1.");
  CHECK(messageOf(add(store, makeQuery("k1", 2, {"x-q1"}))) ==
        "The query k1 is in the store already.");
  query = makeQuery("k2", 2, {"x-q1"});
  query.answer = "\xFF";
  CHECK(messageOf(add(store, query)) == "The answer is not valid UTF-8 at byte 0. Type it again.");
  CHECK(messageOf(set(store, "k1", QueryField::text, " ")) ==
        "A query needs words. Write what is to be asked, or remove the query.");
  CHECK(messageOf(set(store, "k1", QueryField::asked, "soon")) ==
        "The asked of the query cannot be \"soon\". It is a number of milliseconds since 1970.");
  CHECK(messageOf(set(store, "k1", QueryField::kind, "dog")) ==
        "The kind of the query cannot be \"dog\". Use one of the words of the list.");
  CHECK(messageOf(set(store, "k9", QueryField::text, "Why?")) ==
        "There is no query k9 in the store; it may have been removed. Look at the list again.");
  CHECK(dump(store) == before);
  requireSound(store);
}

TEST_CASE("an item that somebody was asked about is not undone away under the query") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const auto lee = desk.openAs("lee");
  REQUIRE_OK(add(*lee, makeQuery("k1", 1, {"x-q1"})));
  CHECK(messageOf(store.undo()) ==
        "Cannot undo \"Import ferry.txt\": Q1 has had something added to it since. Take that back "
        "first.");
  // Removing the item is a decision; the query stays for the others, and returns with it.
  REQUIRE_OK(
      store.write("Remove", [&](Transaction& tx) { return tx.remove(model::ItemId{"x-q1"}); }));
  CHECK(store.query({"k1"})->items.empty());
  REQUIRE_OK(store.undo());
  CHECK(store.query({"k1"})->items == std::vector<model::ItemId>{{"x-q1"}});
  requireSound(store);
}

TEST_CASE("queries stand in the history of their items") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(add(store, makeQuery("k1", 1, {"x-q1"})));
  REQUIRE_OK(set(store, "k1", QueryField::asked, "1770127331000"));
  REQUIRE_OK(about(store, "k1", "x-q2", true));
  const auto history = store.history(model::ItemId{"x-q1"}, 3);
  REQUIRE_OK(history);
  REQUIRE(history->size() == 3);
  CHECK(history->at(0).what == "query created");
  CHECK(history->at(0).after == "Where do the 14 months come from?");
  CHECK(history->at(1).what == "query asked");
  CHECK(history->at(1).before.empty());
  CHECK(history->at(1).after == "2026-02-03T14:02:11Z");
  CHECK(history->at(2).what == "query what it is about");
  CHECK(history->at(2).before == "no");
  CHECK(history->at(2).after == "yes");
}

TEST_CASE("two people add items to one query apart, and both stay") {
  Desk one;
  one.openWithArticle();
  REQUIRE_OK(add(one.open(), makeQuery("k1", 1, {"x-q1"})));
  one.close();
  Desk other("lee");
  std::filesystem::copy_file(one.path(), other.path());
  REQUIRE_OK(about(one.open(), "k1", "x-q2", true));
  REQUIRE_OK(about(other.open(), "k1", "x-q3", true));
  REQUIRE_OK(set(other.open(), "k1", QueryField::answer, "No."));
  one.close();
  other.close();
  REQUIRE_OK(give(one.path(), other));
  REQUIRE_OK(give(other.path(), one));
  CHECK(dump(one.open()) == dump(other.open()));
  CHECK(one.open().query({"k1"})->items ==
        std::vector<model::ItemId>{{"x-q1"}, {"x-q2"}, {"x-q3"}});
  CHECK(one.open().query({"k1"})->answer == "No.");
  requireSound(one.open());
}

TEST_CASE("words of a query and of its answer are taken out for ever") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(add(store, makeQuery("k1", 1, {"x-q1"})));
  REQUIRE_OK(set(store, "k1", QueryField::answer, "Ask Old Tom."));
  desk.close();
  CHECK(store::redactWords({.path = desk.path(), .actor = "kim"}, desk.clock, desk.ids, "Old Tom",
                           "Court order")
            .value() == 1);
  CHECK(store::redactWords({.path = desk.path(), .actor = "kim"}, desk.clock, desk.ids, "14 months",
                           "Court order")
            .value() >= 2);
  CHECK(desk.open().query({"k1"})->answer == "Ask *******.");
  CHECK(desk.open().query({"k1"})->text == "Where do the ********* come from?");
  CHECK(desk.open().search("tom", 9)->empty());
  requireSound(desk.open());
  desk.close();
  CHECK(readFile(desk.path()).find("Old Tom") == std::string::npos);
}

TEST_CASE("the quote that a claim belongs to can be set, and is checked") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(setParent(store, "x-c1", "x-q2"));
  CHECK(store.item({"x-c1"})->parent == model::ItemId{"x-q2"});
  const auto history = store.history(model::ItemId{"x-c1"}, 1);
  CHECK(history->front().what == "parent");
  CHECK(history->front().before == "Q1");
  CHECK(history->front().after == "Q2");
  REQUIRE_OK(setParent(store, "x-c1", ""));
  CHECK(store.item({"x-c1"})->parent == std::nullopt);
  REQUIRE_OK(store.undo());
  REQUIRE_OK(store.undo());
  CHECK(store.item({"x-c1"})->parent == model::ItemId{"x-q1"});
  const std::string refused =
      "Only a claim can belong to a quote, and only to one of its own article.";
  CHECK(messageOf(setParent(store, "x-q1", "x-q2")) == refused);
  CHECK(messageOf(setParent(store, "x-c1", "x-c2")) == refused);
  CHECK(messageOf(setParent(store, "x-c1", "x-c1")) == refused);
  CHECK(messageOf(setParent(store, "x-c1", "x-q9")) ==
        "There is no item x-q9 in the store; it may have been removed. Look at the list again.");
  requireSound(store);
}
