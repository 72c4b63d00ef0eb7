#include "model/query.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/model/table_checks.h"

namespace assay::model {

namespace {

Query goodQuery() {
  Query query;
  query.article.value = "a";
  query.number = 3;
  query.items = {{"q1"}};
  query.recipient = "Mats Holm";
  query.text = "Where does the 14 come from?";
  return query;
}

}  // namespace

TEST_CASE("Every kind of recipient and every state of a query has its row") {
  test::checkTable(recipientKinds(), 6, &RecipientKindInfo::kind, recipientKindById);
  test::checkTable(queryStates(), 3, &QueryStateInfo::state, queryStateById);
}

TEST_CASE("A query is to ask, asked, answered") {
  Query query = goodQuery();
  CHECK(stateOf(query) == QueryState::toAsk);
  query.askedAt = 1;
  CHECK(stateOf(query) == QueryState::asked);
  CHECK(isOpen(query));
  query.answeredAt = 2;
  query.answer = "From the harbour board.";
  CHECK(stateOf(query) == QueryState::answered);
  CHECK_FALSE(isOpen(query));
  CHECK(faultOf(query) == std::nullopt);
}

TEST_CASE("What is no query is told in a sentence") {
  CHECK(faultOf(goodQuery()) == std::nullopt);
  Query query = goodQuery();
  query.text = " \n";
  CHECK(faultOf(query) == "A query needs words. Write what is to be asked.");
  query = goodQuery();
  query.items.clear();
  CHECK(faultOf(query) == "A query is about an item. Choose at least one.");
  query = goodQuery();
  query.answeredAt = 5;
  CHECK(faultOf(query) ==
        "An answer needs words. Write what was said, or that there will be no answer.");
  query = goodQuery();
  query.answer = "Yes.";
  CHECK(faultOf(query) == "An answer needs the time it was given.");
  query = goodQuery();
  query.askedAt = -1;
  CHECK(faultOf(query) ==
        "A query cannot be asked or answered before 1970. Set the clock of this machine right.");
}

TEST_CASE("A recipient is named with what he is to the article") {
  Query query = goodQuery();
  CHECK(recipientText(query) == "Mats Holm (author)");
  query.kind = RecipientKind::other;
  CHECK(recipientText(query) == "Mats Holm");
  query.recipient = " ";
  CHECK(recipientText(query) == "somebody else");
  query.kind = RecipientKind::lawyer;
  CHECK(recipientText(query) == "the lawyer");
  CHECK(queryNumberText(3) == "query 3");
}

TEST_CASE("Queries to one person are told by the name, without one by kind and article") {
  Query one = goodQuery();
  Query other = goodQuery();
  other.recipient = "MATS  HÓLM";
  other.kind = RecipientKind::expert;
  CHECK(recipientKey(one) == recipientKey(other));
  one.recipient.clear();
  other.recipient.clear();
  CHECK(recipientKey(one) != recipientKey(other));
  other.kind = one.kind;
  CHECK(recipientKey(one) == recipientKey(other));
  other.article.value = "b";
  CHECK(recipientKey(one) != recipientKey(other));
}

}  // namespace assay::model
