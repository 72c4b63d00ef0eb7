// Words to places.
#include "store/search.h"

#include <algorithm>

#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;
using store::ItemField;
using store::SearchHit;
using store::Transaction;

namespace {

using Lines = std::vector<std::string>;

/// "A1:Q1 item note" for each hit, best first.
Lines found(const store::Store& store, std::string_view words, std::size_t limit = 100) {
  const auto hits = store.search(words, limit);
  REQUIRE_OK(hits);
  Lines lines;
  for (const SearchHit& hit : *hits) lines.push_back(hit.number + " " + hit.what + " " + hit.field);
  return lines;
}

void setNote(store::Store& store, const std::string& item, const std::string& note) {
  REQUIRE_OK(store.write(
      "Note", [&](Transaction& tx) { return tx.set(model::ItemId{item}, ItemField::note, note); }));
}

}  // namespace

TEST_CASE("words of notes are found until they change") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  CHECK(found(store, "Sølvhavn").empty());
  setNote(store, "x-q1", "Émile of Sølvhavn rang back");
  CHECK(found(store, "sølvhavn emile") == Lines{"A1:Q1 item note"});
  CHECK(found(store, "sølv*") == Lines{"A1:Q1 item note"});
  CHECK(found(store, "sølv").empty());
  CHECK(found(store, "\"rang back\"") == Lines{"A1:Q1 item note"});
  CHECK(found(store, "\"back rang\"").empty());
  CHECK(found(store, "back rang") == Lines{"A1:Q1 item note"});
  CHECK(found(store, "\"of Sølv\"*") == Lines{"A1:Q1 item note"});
  setNote(store, "x-q1", "wrong number");
  CHECK(found(store, "sølvhavn").empty());
  CHECK(found(store, "wrong") == Lines{"A1:Q1 item note"});
  REQUIRE_OK(store.undo());
  CHECK(found(store, "sølvhavn") == Lines{"A1:Q1 item note"});
  setNote(store, "x-q1", "");
  CHECK(found(store, "sølvhavn").empty());
  requireSound(store);
}

TEST_CASE("sources and evidence are found") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Source", [&](Transaction& tx) -> base::Result<void> {
    model::Source source = makeSource("s1", 1);
    source.author = "Quendolyn";
    if (auto done = tx.add(source); !done) return done;
    model::Evidence evidence = makeEvidence("e1", "x-q2", "s1");
    evidence.excerpt = "minutes by Quendolyn";
    return tx.add(evidence);
  }));
  CHECK(found(store, "quendolyn") == Lines{"S1 source author", "A1:Q2 evidence excerpt"});
  requireSound(store);
}

TEST_CASE("the words of an item and of the article are found, and marked") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  const auto item = store.item({"x-q1"});
  REQUIRE_OK(item);
  const auto hits = store.search("\"" + item->anchor.exact + "\"", 100);
  REQUIRE_OK(hits);
  REQUIRE_FALSE(hits->empty());
  const SearchHit& hit = hits->back();  // equally good ones come in the order they were made
  CHECK(hit.what == "item");
  CHECK(hit.field == "text");
  CHECK(hit.article == model::ArticleId{"x-a"});
  CHECK(hit.snippet == store.item(*hit.item)->anchor.exact);
  REQUIRE(hit.marks.size() == 1);
  CHECK(hit.marks.front() == base::Span{0, hit.snippet.size()});

  const std::string first = ferryText().substr(27, ferryText().find(' ', 27) - 27);
  const auto texts = found(store, first);
  CHECK(std::ranges::find(texts, "A1 draft block/1") != texts.end());
}

TEST_CASE("what was removed is not found, and comes back with undo") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  setNote(store, "x-q1", "zebra");
  REQUIRE_OK(
      store.write("Remove", [&](Transaction& tx) { return tx.remove(model::ItemId{"x-q1"}); }));
  CHECK(found(store, "zebra").empty());
  REQUIRE_OK(store.undo());
  CHECK(found(store, "zebra") == Lines{"A1:Q1 item note"});
}

TEST_CASE("the best hit comes first, and only so many are given") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  setNote(store, "x-q1", "zebra in a rather long note about many other things than that");
  setNote(store, "x-q2", "zebra");
  CHECK(found(store, "zebra") == Lines{"A1:Q2 item note", "A1:Q1 item note"});
  CHECK(found(store, "zebra", 1) == Lines{"A1:Q2 item note"});
}

TEST_CASE("more of a word is better, and of two that are as good the newer one") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  setNote(store, "x-q1", "zebra or zebra");
  setNote(store, "x-q2", "zebra or horse");
  setNote(store, "x-q3", "horse or zebra");
  CHECK(found(store, "zebra") == Lines{"A1:Q1 item note", "A1:Q3 item note", "A1:Q2 item note"});
}

TEST_CASE("the newest 200 places are compared, and each is shown with its own words") {
  Desk desk;
  store::Store& store = desk.openWithArticle(110);
  setNote(store, "x-q1", "zebra zebra zebra");
  REQUIRE_OK(store.write("Notes", [](Transaction& tx) -> base::Result<void> {
    for (int i = 1; i <= 200; ++i) {
      const model::ItemId id{i <= 100 ? "x-q" + std::to_string(i + 1)
                                      : "x-c" + std::to_string(i - 100)};
      if (auto done = tx.set(id, ItemField::note, "zebra " + std::to_string(i)); !done) return done;
    }
    return {};
  }));
  const auto hits = store.search("zeb*", 1'000);
  REQUIRE_OK(hits);
  CHECK(hits->size() == 200);
  CHECK(hits->front().snippet == "zebra 200");
  CHECK(hits->back().snippet == "zebra 1");
}

TEST_CASE("redacted words cannot be found, also not in the bytes of the index") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  setNote(store, "x-q1", "met Quendolyn at the pier");
  CHECK(found(store, "quendolyn").size() == 1);
  desk.close();
  REQUIRE_OK(store::redactWords({desk.path(), "kim"}, desk.clock, desk.ids, "Quendolyn", "Court"));
  CHECK(found(desk.open(), "quendolyn").empty());
  CHECK(found(desk.open(), "met pier") == Lines{"A1:Q1 item note"});
  requireSound(desk.open());
  desk.close();
  for (const char* word : {"Quendolyn", "quendolyn", "uendolyn"}) {
    CHECK(readFile(desk.path()).find(word) == std::string::npos);
  }
}

TEST_CASE("a question is words, phrases and beginnings, and nothing in it is an operator") {
  const auto meaning = [](std::string_view question) {
    const auto expression = store::searchExpression(question);
    return expression ? *expression : expression.error().message;
  };
  CHECK(meaning("harbour bridge") == "\"harbour\" \"bridge\"");
  CHECK(meaning("  harb* ") == "\"harb\" *");
  CHECK(meaning("\"the old pier\" rust") == "\"the old pier\" \"rust\"");
  CHECK(meaning("\"the old pi\"*") == "\"the old pi\" *");
  CHECK(meaning("\"never closed") == "\"never closed\"");
  CHECK(meaning("a OR b NOT (c)") == "\"a\" \"OR\" \"b\" \"NOT\" \"(c)\"");
  CHECK(meaning("text:secret ^x -y NEAR(a, 2)") ==
        "\"text:secret\" \"^x\" \"-y\" \"NEAR(a,\" \"2)\"");
  const std::string nothing =
      "There is no word to search for. Type words, \"words in a row\", or the beginning of a word "
      "with a star: harb*";
  CHECK(meaning("") == nothing);
  CHECK(meaning(" \"\" * ?! ") == nothing);
  const std::string tooMuch = "A search takes a few words of valid UTF-8. Shorten it.";
  CHECK(meaning("\xFF") == tooMuch);
  CHECK(meaning(std::string(2'000, 'a')) == tooMuch);
}

TEST_CASE("no question breaks the search") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  for (const char* question : {"–", "“”", "\"–\"*", "a*b*c*", "'; DROP TABLE item", "NEAR", "* x",
                               "\"a\"\"b\"", "{text}: a", "\x01\x02x"}) {
    CAPTURE(question);
    const auto hits = store.search(question, 10);
    CHECK((hits || hits.error().code == ErrorCode::invalidInput));
  }
  requireSound(store);
}

TEST_CASE("verify sees an index that lost a passage") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  setNote(store, "x-q1", "zebra");
  desk.close();
  const std::string sentence =
      "The index for searching does not say what the texts say. Salvage the store into a new file, "
      "or restore a backup.";
  rawExec(desk.path(),
          "INSERT INTO search (search, rowid, text) SELECT 'delete', id, text FROM passage WHERE "
          "text = 'zebra'");
  CHECK(desk.open().verify()->problems == std::vector<std::string>{sentence});
  const auto readOnly = desk.tryOpen(desk.path(), false, true);
  REQUIRE_OK(readOnly);
  CHECK((*readOnly)->verify()->problems == std::vector<std::string>{sentence});
}
