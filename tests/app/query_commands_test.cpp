#include <catch2/catch_amalgamated.hpp>

#include "app/session.h"
#include "tests/app/desk.h"

using namespace assay;
using model::QueryState;
using test::Desk;
using test::spanOf;

namespace {

app::AddQuery ask(Desk& desk, const std::vector<std::string>& items, std::string text,
                  std::string recipient = "Mats Holm") {
  app::AddQuery command;
  for (const std::string& item : items) command.query.items.push_back(desk.id(item));
  command.query.text = std::move(text);
  command.query.recipient = std::move(recipient);
  return command;
}

model::QueryId queryId(Desk& desk, std::string_view number) {
  const auto id = desk->findQuery(number);
  REQUIRE(id.has_value());
  return *id;
}

model::Query query(Desk& desk, std::string_view number) {
  return desk->store().query(queryId(desk, number)).value();
}

}  // namespace

TEST_CASE("a query is noted, asked, answered and opened again, one undo step each") {
  Desk desk;
  CHECK(desk.run(ask(desk, {"Q1", "C2"}, "  Who counted?\n", " Mats \n Holm ")) ==
        "Q1 and C2: query 1 to Mats Holm (author)");
  CHECK(query(desk, "1").text == "Who counted?");
  CHECK(query(desk, "query 1").recipient == "Mats Holm");
  CHECK(desk.detail("C2")->queries.size() == 1);
  CHECK(desk.detail("C1")->queries.empty());
  CHECK(desk.detail("Q1")->row.openQueries == 1);
  app::Filter filter;
  filter.text = "who counted";
  CHECK(app::filtered(*desk.view(), filter).size() == 2);

  CHECK(desk.run(app::AskQueries{{queryId(desk, "1")}, true}) == "query 1 asked");
  const base::Millis asked = query(desk, "1").askedAt;
  CHECK(asked == desk.clock.now());
  desk.clock.advance(60'000);
  // Asked once more: the first time counts.
  CHECK(desk.run(app::AskQueries{{queryId(desk, "1")}, true}) == "query 1 asked");
  CHECK(query(desk, "1").askedAt == asked);
  CHECK(desk.run(app::AnswerQuery{queryId(desk, "1"), "The harbour."}) == "query 1 answered");
  CHECK(query(desk, "1").answeredAt == desk.clock.now());
  CHECK(desk.detail("Q1")->row.openQueries == 0);
  CHECK(desk.run(app::AnswerQuery{queryId(desk, "1"), " "}) == "query 1 open again");
  CHECK(query(desk, "1").answer.empty());
  CHECK(model::stateOf(query(desk, "1")) == QueryState::asked);
  REQUIRE(desk->undo());
  CHECK(query(desk, "1").answer == "The harbour.");
  desk.reopen();
  for (int i = 0; i < 3; ++i) REQUIRE(desk->undo());
  CHECK(desk->queries(std::nullopt)->empty());
  CHECK(desk.detail("Q1")->row.openQueries == 0);
  for (int i = 0; i < 3; ++i) REQUIRE(desk->redo());
  CHECK(query(desk, "1").answer == "The harbour.");
}

TEST_CASE("an answer to what was not asked was asked at that moment") {
  Desk desk;
  REQUIRE(desk->execute(ask(desk, {"Q1"}, "Who?")));
  REQUIRE(desk->execute(app::AnswerQuery{queryId(desk, "1"), "He."}));
  CHECK(query(desk, "1").askedAt == query(desk, "1").answeredAt);
}

TEST_CASE("a query is edited as a whole, and is about what it is told") {
  Desk desk;
  REQUIRE(desk->execute(ask(desk, {"Q1", "C2"}, "Who?")));
  model::Query changed = query(desk, "1");
  changed.items = {desk.id("C1")};
  changed.text = "Who counted?";
  changed.kind = model::RecipientKind::lawyer;
  CHECK(desk.run(app::EditQuery{changed}) == "query 1 saved");
  CHECK(query(desk, "1") == changed);
  REQUIRE(desk->undo());
  CHECK(query(desk, "1").items.size() == 2);
  changed.items.clear();
  CHECK(desk.run(app::EditQuery{changed}) ==
        "invalid_input: A query is about an item. Choose at least one.");
}

TEST_CASE("what is no query, and a query that is not there, are refused in a sentence") {
  Desk desk;
  CHECK(desk.run(ask(desk, {"Q1"}, " ")) ==
        "invalid_input: A query needs words. Write what is to be asked.");
  CHECK(desk.run(ask(desk, {}, "Who?")) ==
        "invalid_input: A query is about an item. Choose at least one.");
  CHECK(desk.run(ask(desk, {"Q1"}, "\xFF")) ==
        "invalid_input: The query is not valid UTF-8. Type it again.");
  CHECK(desk.run(app::AskQueries{{}, true}) ==
        "invalid_input: No query is chosen. Choose one first.");
  CHECK(test::errorOf(desk->findQuery("4")) ==
        "not_found: There is no query “4”. “assay query list --all” shows the queries there are.");
  CHECK(desk->queries(std::nullopt)->empty());
}

TEST_CASE("queries are grouped by the person to ask, and copied as text") {
  Desk desk;
  REQUIRE(desk->execute(ask(desk, {"C2"}, "When was it late?")));
  REQUIRE(desk->execute(ask(desk, {"Q1"}, "May we name her?", "")));
  app::AddQuery third = ask(desk, {"C1", "Q1"}, "Where does the 12 come from?", "mats hólm");
  third.query.contact = "mats@coast.example";
  REQUIRE(desk->execute(third));
  REQUIRE(desk->execute(app::RemoveQueries{{queryId(desk, "2")}}));
  const auto queries = desk->queries(desk.article());
  REQUIRE(queries.has_value());
  REQUIRE(queries->size() == 2);
  CHECK((*queries)[1].article == "A1");
  REQUIRE((*queries)[1].about.size() == 2);
  CHECK((*queries)[1].about[0].number == "Q1");
  const auto groups = app::grouped(*queries);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].recipient == "Mats Holm (author)");
  CHECK(app::callText(*queries, groups[0]) ==
        "Mats Holm (author)\n"
        "mats@coast.example\n"
        "\n"
        "1. When was it late?\n"
        "   C2: The council denied that the ferry was late in May.\n"
        "\n"
        "2. Where does the 12 come from?\n"
        "   Q1: Fares went up by 12 percent,\n"
        "   C1: Fares went up by 12 percent\n");
}

TEST_CASE("joined quotes keep the claims made inside them, and the queries about them") {
  Desk desk;
  // A second quote with a claim of its own.
  REQUIRE(desk->execute(
      app::AddItem{desk.article(), model::ItemKind::direct, {spanOf("the harbour master")}}));
  REQUIRE(desk->execute(
      app::AddItem{desk.article(), model::ItemKind::claim, {spanOf("harbour master")}}));
  REQUIRE(desk.item("C3").parent == desk.id("Q3"));
  REQUIRE(desk->execute(ask(desk, {"Q3"}, "Is she?")));
  CHECK(desk.run(app::MergeItems{{desk.id("Q1"), desk.id("Q3")}}) == "Q1 and Q3 merged into Q1");
  CHECK(desk.item("C3").parent == desk.id("Q1"));
  CHECK(desk.item("C1").parent == desk.id("Q1"));
  CHECK(query(desk, "1").items == std::vector{desk.id("Q1")});
  REQUIRE(desk->undo());
  CHECK(desk.item("C3").parent == desk.id("Q3"));
  CHECK(query(desk, "1").items == std::vector{desk.id("Q3")});
  CHECK(desk->verify()->ok());
}

TEST_CASE("the claims in the second part of a split quote go with it") {
  Desk desk;
  REQUIRE(
      desk->execute(app::AddItem{desk.article(), model::ItemKind::claim, {spanOf("12 percent")}}));
  REQUIRE(desk.item("C3").parent == desk.id("Q1"));
  REQUIRE(desk->execute(app::SplitItem{desk.id("Q1"), spanOf("by 12 percent").begin}));
  CHECK(desk.item("C3").parent == desk.id("Q3"));
  CHECK(desk.item("C1").parent == desk.id("Q1"));  // it reaches over the cut
  REQUIRE(desk->undo());
  CHECK(desk.item("C3").parent == desk.id("Q1"));
}
