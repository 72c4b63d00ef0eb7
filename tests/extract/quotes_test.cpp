// Ways of quoting, each with its speaker, in short texts of our own.
#include <catch2/catch_amalgamated.hpp>

#include "tests/extract/finder.h"

namespace assay::extract {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("Direct: before, behind and around its attribution") {
  CHECK(quotesOf("Dana Ortega said: “We will stay here.”") ==
        Strings{"direct Dana Ortega: We will stay here."});
  CHECK(quotesOf("“We will stay here,” said Dana Ortega, a baker.") ==
        Strings{"direct Dana Ortega: We will stay here,"});
  CHECK(quotesOf("“We will stay,” Dana Ortega said, “and we will win.”") ==
        Strings{"direct Dana Ortega: We will stay, | and we will win."});
  CHECK(quotesOf("\"We will stay,\" Dana Ortega told reporters. \"We will win.\"") ==
        Strings{"direct Dana Ortega: We will stay, | We will win."});
}

TEST_CASE("A question or a cry keeps its attribution") {
  CHECK(quotesOf("“Who is going to pay for that?” Dana Ortega asked.") ==
        Strings{"direct Dana Ortega: Who is going to pay for that?"});
}

TEST_CASE("Continued over paragraphs: one quote, one speaker") {
  CHECK(quotesOf("“We will stay here,” Dana Ortega said. “We have paid for it.\n"
                 "“And nobody will make us leave before the end of the year.”") ==
        Strings{"direct Dana Ortega: We will stay here, | We have paid for it. | And nobody will "
                "make us leave before the end of the year."});
}

TEST_CASE("Mixed: some words are marked, the verb's content is the quote") {
  CHECK(quotesOf("Dana Ortega said the plan was “a trap for the whole town.”") ==
        Strings{"mixed Dana Ortega: the plan was “a trap for the whole town.”"});
}

TEST_CASE("According to: a document speaks") {
  CHECK(quotesOf("The repair will cost $3 million, according to a report by the county.") ==
        Strings{"indirect a report by the county: The repair will cost $3 million"});
}

TEST_CASE("Indirect speech with and without “that”") {
  CHECK(quotesOf("Dana Ortega said that the repair had cost $3 million.") ==
        Strings{"indirect Dana Ortega: that the repair had cost $3 million"});
  CHECK(quotesOf("The repair had cost $3 million, Dana Ortega said.") ==
        Strings{"indirect Dana Ortega: The repair had cost $3 million"});
}

TEST_CASE("Pronouns and last names lead back to the person named before") {
  CHECK(quotesOf("Dana Ortega runs the bakery.\n“We will stay here,” she said.\n"
                 "Ortega added that the rent had doubled.") ==
        Strings{"direct Dana Ortega: We will stay here,",
                "indirect Dana Ortega: that the rent had doubled"});
}

TEST_CASE("“The mayor” is the person who was given that title") {
  CHECK(quotesOf("Mayor Paul Brandt opened the bridge.\n“It will last,” the mayor said.") ==
        Strings{"direct Paul Brandt: It will last,"});
}

TEST_CASE("A title, a nickname and irony are no quotes") {
  CHECK(quotesOf("She sang in “Harbour Lights” for ten years.").empty());
  CHECK(quotesOf("The film “Harbour Lights” won three prizes in 2019.").empty());
}

TEST_CASE("A quote that nothing attributes has no speaker") {
  CHECK(quotesOf("“Nobody told us that the bridge was closed to lorries.”") ==
        Strings{"direct ?: Nobody told us that the bridge was closed to lorries."});
}

TEST_CASE("The cue and the mention are told as they stand") {
  const std::string text = "“We will stay here,” Dana Ortega said on Monday.";
  const model::Extraction all = found(text);
  REQUIRE(all.quotes.size() == 1);
  CHECK(all.quotes[0].cue->of(text) == "said");
  CHECK(all.quotes[0].source->of(text) == "Dana Ortega");
  CHECK(all.quotes[0].confidence > 0.85);
  REQUIRE(all.speakers.size() == 1);
  CHECK(all.speakers[0].kind == model::SpeakerKind::person);
}

TEST_CASE("A guessed speaker is less sure than a named one") {
  const auto named = found("“We will stay here,” said Dana Ortega.");
  const auto guessed = found("Dana Ortega spoke last.\n“We will stay here for the whole year.”");
  REQUIRE(named.quotes.size() == 1);
  REQUIRE(guessed.quotes.size() == 1);
  CHECK(guessed.quotes[0].confidence < named.quotes[0].confidence);
}

}  // namespace
}  // namespace assay::extract
