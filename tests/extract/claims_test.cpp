#include "extract/claims.h"

#include <catch2/catch_amalgamated.hpp>

#include "extract/worth.h"
#include "tests/extract/finder.h"

namespace assay::extract {
namespace {

using model::ClaimReason;
using Strings = std::vector<std::string>;

TEST_CASE("Statements with something to check are claims, without their full stop") {
  CHECK(claimsOf("The bridge opened in 1931.\nIt is 240 metres long.") ==
        Strings{"The bridge opened in 1931", "It is 240 metres long"});
}

TEST_CASE("Questions, orders and opinions are not put before a checker") {
  CHECK(claimsOf("Who closed the bridge in 1931?").empty());
  CHECK(claimsOf("“I think we should love this beautiful town,” said Dana Ortega.").empty());
}

TEST_CASE("What a quote says is a claim inside it, its attribution is none") {
  const std::string text = "Dana Ortega said that the rent had doubled in 2019.";
  const auto all = found(text);
  REQUIRE(all.claims.size() == 1);
  CHECK(all.claims[0].span.of(text) == "the rent had doubled in 2019");
  CHECK(all.claims[0].quote == std::optional<std::size_t>(0));
}

TEST_CASE("Clauses that stand for themselves are separate claims") {
  CHECK(claimsOf("The county paid $9 million for the bridge in 2020; the town paid $2 million "
                 "for the road.") == Strings{"The county paid $9 million for the bridge in 2020",
                                             "the town paid $2 million for the road"});
}

TEST_CASE("Marked words that state nothing by themselves leave their sentence whole") {
  CHECK(claimsOf(
            "The auditors rated 40 percent of the 2019 bills as “wrong” or “very wrong,” compared "
            "to 12 percent in 2018.") ==
        Strings{
            "The auditors rated 40 percent of the 2019 bills as “wrong” or “very wrong,” compared "
            "to 12 percent in 2018"});
}

TEST_CASE("What is left beside an attribution and leans on it is no statement") {
  // "when she said on Tuesday that" says nothing without what stands before it.
  CHECK(claimsOf(
            "The bridge was shut in 2019 when Mayor Dana Ortega said on Tuesday at the hall that "
            "“the county had paid $9 million for it.”") ==
        Strings{"the county had paid $9 million for it"});
}

TEST_CASE("What a clause behind “that” says is a claim of its own") {
  // Behind a word of thinking, a listener between them at most, and behind a noun that reports.
  CHECK(claimsOf("Dana Ortega, who runs the bakery, must tell the town that the bridge cost $9 "
                 "million in 2019.")
            .back() == "the bridge cost $9 million in 2019");
  CHECK(claimsOf("In 2019 the council met over the claim that 40 people died on the bridge.") ==
        Strings{"In 2019 the council met over the claim that 40 people died on the bridge",
                "40 people died on the bridge"});
  // The subject of what follows is no statement, nor is "that" behind anything else.
  CHECK(claimsOf("In 2019 the council met over the report that cost the county $40,000.") ==
        Strings{"In 2019 the council met over the report that cost the county $40,000"});
  CHECK(claimsOf("In 2019 the council shut the bridge so that 40 people lost their jobs.") ==
        Strings{"In 2019 the council shut the bridge so that 40 people lost their jobs"});
}

TEST_CASE("A claim begins with its subject and ends before what leads on") {
  CHECK(claimsOf("That is less than the $53 million that the county paid in 2019.") ==
        Strings{"That is less than the $53 million that the county paid in 2019"});
  CHECK(claimsOf("That report of 2019 counted 40 cracks in the bridge.") ==
        Strings{"That report of 2019 counted 40 cracks in the bridge"});
  CHECK(claimsOf("The county paid $9 million for the bridge in 2019, and Dana Ortega said that the "
                 "town had paid $2 million for the road.") ==
        Strings{"The county paid $9 million for the bridge in 2019",
                "the town had paid $2 million for the road"});
  // What a list below says is not in the line that leads up to it.
  CHECK(claimsOf("The five bridges that were shut in 2019 are:").empty());
}

TEST_CASE("Two parts of what is said around its attribution are one claim") {
  CHECK(claimsOf("These teachers, Dana Ortega explained in the hearing, were “well paid” with "
                 "$60,000 in 2019.") ==
        Strings{"These teachers, Dana Ortega explained in the hearing, were “well paid” with "
                "$60,000 in 2019"});
}

TEST_CASE("A headline is no claim of its own") {
  const auto all = found("Bridge closed for 3 years\nThe bridge was closed on Monday for 3 years.");
  CHECK(all.title == "Bridge closed for 3 years");
  CHECK(all.claims.size() == 1);
}

TEST_CASE("Boilerplate makes no claims") {
  CHECK(claimsOf("The bridge opened in 1931.\nSign up for our newsletter with 5,000 readers.\n") ==
        Strings{"The bridge opened in 1931"});
}

TEST_CASE("Worth: numbers and deeds before opinions, with their reasons") {
  const Worth number = worth("Unemployment rose by 3 percent in 2019, more than in any year.");
  const Worth opinion = worth("I believe this is a beautiful and wonderful town.");
  CHECK(number.score > opinion.score);
  CHECK(number.checkable);
  CHECK_FALSE(opinion.checkable);
  CHECK(number.reasons == std::vector{ClaimReason::number, ClaimReason::date,
                                      ClaimReason::comparison, ClaimReason::general});
  CHECK_FALSE(worth("Who paid for that?").checkable);
}

TEST_CASE("Worth of nothing is nothing") {
  CHECK(worth("").score == 0.0);
  CHECK_FALSE(worth("").checkable);
  CHECK_FALSE(worth(" … ").checkable);
}

}  // namespace
}  // namespace assay::extract
