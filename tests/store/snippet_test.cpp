// Snippets are cut as FTS5 itself cuts them: it is asked for each of many made-up passages.
#include "store/snippet.h"

#include <catch2/catch_amalgamated.hpp>

#include <random>
#include <string>

using namespace assay;
using store::Database;

namespace {

/// Its snippet, with the marks as "[" and "]".
std::string marked(const store::SearchHit& hit) {
  std::string out;
  std::size_t at = 0;
  for (const base::Span& mark : hit.marks) {
    out += hit.snippet.substr(at, mark.begin - at) + "[" +
           hit.snippet.substr(mark.begin, mark.end - mark.begin) + "]";
    at = mark.end;
  }
  return out + hit.snippet.substr(at);
}

std::string withoutMarks(std::string snippet) {
  std::erase_if(snippet, [](char byte) { return byte == '[' || byte == ']'; });
  return snippet;
}

std::unique_ptr<Database> withIndex() {
  auto database = Database::scratch();
  REQUIRE(database);
  REQUIRE(store::addCloseness((*database)->handle()));
  REQUIRE(
      (*database)->exec("CREATE VIRTUAL TABLE search USING fts5 (text, "
                        "tokenize='unicode61 remove_diacritics 2')"));
  return std::move(*database);
}

/// Few words, so that they meet; full stops, colons and letters with accents between them.
std::string madeUp(std::mt19937& chance) {
  static const std::vector<std::string> kWords{"ferry", "Fähre", "pier", "cost",
                                               "rose",  "2.3",   "zu"};
  static const std::vector<std::string> kBetween{" ", " ", " ", ". ", ": ", ", ", ".", "\n", " – "};
  std::string text = chance() % 4 == 0 ? "“" : "";
  for (std::size_t left = 1 + chance() % 60; left > 0; --left) {
    text += kWords[chance() % kWords.size()] + kBetween[chance() % kBetween.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("a snippet is the one that FTS5 would cut") {
  const auto database = withIndex();
  std::mt19937 chance(7);
  std::size_t compared = 0;
  for (int i = 1; i <= 400; ++i) {
    store::Query insert = database->query("INSERT INTO search (rowid, text) VALUES (?1, ?2)");
    REQUIRE(insert.bind(1, i).bind(2, madeUp(chance)).run());
  }
  const auto cutter = store::Cutter::make(*database);
  REQUIRE(cutter);
  for (const char* question : {"ferry", "fahre", "\"ferry fahre\"", "\"cost rose cost\"", "pie*",
                               "rose \"zu zu\"", "\"rose rose\" rose cost", "2 3 ferry"}) {
    store::Query rows = database->query(
        "SELECT text, places(search), snippet(search, 0, '[', ']', '…', 16) FROM search "
        "WHERE search MATCH ?1");
    rows.bind(1, question);
    while (true) {
      const auto row = rows.step();
      REQUIRE(row);
      if (!*row) break;
      store::SearchHit hit;
      REQUIRE((*cutter)->cut(rows.text(0), store::placesOf(rows.blob(1)), hit));
      INFO(question << " in " << rows.text(0));
      const std::string wanted = rows.text(2);
      CHECK(hit.snippet == withoutMarks(wanted));
      // FTS5 marks nothing of a phrase that begins before the snippet.
      if (!marked(hit).starts_with("…[")) CHECK(marked(hit) == wanted);
      ++compared;
    }
  }
  CHECK(compared > 1'000);
}

TEST_CASE("places beyond the text are left out: the index may be damaged") {
  const auto database = withIndex();
  const auto cutter = store::Cutter::make(*database);
  REQUIRE(cutter);
  store::SearchHit hit;
  REQUIRE((*cutter)->cut("the ferry", std::vector<store::Place>{{1, 3, 0}, {9, 1, 0}}, hit));
  CHECK(marked(hit) == "the [ferry]");
  store::SearchHit none;
  REQUIRE((*cutter)->cut("", std::vector<store::Place>{{0, 1, 0}}, none));
  CHECK(none.snippet.empty());
}
