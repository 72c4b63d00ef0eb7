// The whole chain with the encoder that the program carries.
#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <string>

#include "extract/claims.h"
#include "extract/models.h"
#include "extract/read_quotes.h"
#include "extract/worth.h"
#include "tests/extract/finder.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::extract {
namespace {

std::string sample() {
  return test::readFile(test::sourceDir() / "assets/sample/harbour-bridge.txt");
}

std::string told(const model::Extraction& all) {
  std::string out;
  const auto put = [&](base::Span span) {
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
  };
  for (const model::Quote& quote : all.quotes) {
    for (const base::Span span : quote.content) put(span);
    if (quote.cue) put(*quote.cue);
    if (quote.source) put(*quote.source);
    out += "\n";
  }
  return out;
}

TEST_CASE("The program carries an encoder") {
  REQUIRE_FALSE(builtInEncoder().empty());
  CHECK(builtInEncoder().layers.size() == 6);
  CHECK(builtInEncoder().window == 192);
}

TEST_CASE("Reported speech and marked speech are read thoroughly with who said it") {
  const std::string text =
      "The mayor of Skerrow, Anna Reid, said on Monday that the bridge would close for two years.\n"
      "“We have no choice,” Reid told reporters. “The crack is growing.”\n";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 2);
  CHECK(all.quotes[0].content.front().of(text) == "that the bridge would close for two years");
  CHECK(all.quotes[0].cue->of(text) == "said");
  CHECK(all.speakers[all.quotes[0].speaker.value()].name == "Anna Reid");
  CHECK(all.quotes[1].kind == model::QuoteKind::direct);
  CHECK(all.speakers[all.quotes[1].speaker.value()].name == "Anna Reid");
}

TEST_CASE("Words joined before a verb do not cut a claim in two") {
  const std::string text =
      "If the bridge is shut this year, the available federal, state and local data puts the cost "
      "at "
      "$44 million.\n";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.claims.size() == 1);
  CHECK(all.claims[0].span.of(text) == text.substr(0, text.size() - 2));
}

TEST_CASE("What is said before marked words with a verb of their own is not lost") {
  const std::string text =
      "Dana Ortega said that the army could be sent to the harbour, warning: “They are already "
      "there "
      "in the old fort. They are there to stay.”\n";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 2);
  CHECK(all.quotes[0].content.front().of(text) == "that the army could be sent to the harbour");
  CHECK(all.quotes[1].content.front().of(text) ==
        "They are already there in the old fort. They are there to stay.");
  CHECK(all.quotes[0].speaker == all.quotes[1].speaker);
}

TEST_CASE("One verb reports once") {
  const std::string text =
      "Dana Ortega denied that she, the harbour master and the county clerk formed an “irregular” "
      "board, for which they were known as the “Three Lamps.”\n";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 1);
  CHECK(all.quotes[0].cue->of(text) == "denied");
}

TEST_CASE("Whoever stands behind the verb says it, not a body of the paragraph before") {
  const std::string text = sample();
  const model::Extraction all = found(text, Setting::thorough);
  const auto quote = std::find_if(all.quotes.begin(), all.quotes.end(), [&](const model::Quote& q) {
    return q.content.front().of(text) == "The bridge was designed for carts and small vans";
  });
  REQUIRE(quote != all.quotes.end());
  CHECK(all.speakers[quote->speaker.value()].name == "Priya Rathore");
}

TEST_CASE("An attribution that only describes a noun leaves its sentence whole") {
  const std::string text =
      "Thursday’s walkouts were the third time the union said it had closed 40 schools.";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.claims.size() == 1);
  CHECK(all.claims[0].span.of(text) ==
        "Thursday’s walkouts were the third time the union said it had closed 40 schools");
}

TEST_CASE("Inside what somebody says, “he” is whom it was about") {
  const std::string text =
      "Retired Col. Mark Ortega said Paul Brandt was “absolutely right” when he said on Wednesday "
      "that “the bridge has been reduced to rubble.”";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 2);
  CHECK(all.speakers[all.quotes[0].speaker.value()].name == "Mark Ortega");
  CHECK(all.quotes[1].source->of(text) == "he");
  CHECK(all.speakers[all.quotes[1].speaker.value()].name == "Paul Brandt");
}

TEST_CASE("What somebody does or wants is told apart from words of theirs") {
  const auto attitudes = [](const std::string& text) {
    std::vector<std::pair<std::string, bool>> out;
    for (const model::Quote& quote : found(text, Setting::thorough).quotes) {
      out.emplace_back(quote.content.front().of(text), quote.attitude);
    }
    return out;
  };
  using Attitudes = std::vector<std::pair<std::string, bool>>;
  CHECK(attitudes("The council rejected the proposed amendment on Monday.") ==
        Attitudes{{"the proposed amendment", true}});
  CHECK(attitudes("Dana Ortega denounced Paul Brandt on Monday.") ==
        Attitudes{{"Paul Brandt", true}});
  CHECK(attitudes(
            "Skerrow council votes to replace bridge after crack is found\n\nThe bridge is old.") ==
        Attitudes{{"to replace bridge after crack is found", true}});
  // A clause, something said, something others are said to do.
  CHECK(attitudes("Dana Ortega believes the bridge is unsafe.") ==
        Attitudes{{"the bridge is unsafe", false}});
  CHECK(attitudes("Dana Ortega called for a new bridge.") == Attitudes{{"a new bridge", false}});
  CHECK(attitudes("Dana Ortega accused the council of hiding an earlier inspection.") ==
        Attitudes{{"the council of hiding an earlier inspection", false}});
}

TEST_CASE("What joins a content to the words behind it is not said") {
  const std::string text = "Dana Ortega called the plan “a trap” and went home on Monday.";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 1);
  CHECK(all.quotes[0].content.back().of(text) == "the plan “a trap”");
}

TEST_CASE("The colon that leads up to what is said is no part of it") {
  const std::string text = "Dana Ortega runs the bakery. Ortega warned: nobody would stay.";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 1);
  REQUIRE(all.quotes[0].content.size() == 1);
  CHECK(all.quotes[0].content[0].of(text) == "nobody would stay");
}

TEST_CASE("What the encoder says of a clause counts beside its signs") {
  const Signs none{};
  const double alone = judge(none, std::nullopt).checkable;
  CHECK(judge(none, ClauseSense{3, 0}).checkable > alone);
  CHECK(judge(none, ClauseSense{-3, 0}).checkable < alone);
  CHECK(judge(none, ClauseSense{0, 3}).matters > judge(none, ClauseSense{0, -3}).matters);
  const model::Document document = documentOf("The bridge opened in 1931. It is 240 metres long.");
  for (const Setting setting : {Setting::fast, Setting::thorough}) {
    const auto read = readQuotes(document, {}, nullptr, setting);
    REQUIRE(read.has_value());
    const auto clauses =
        findClauses(read->reading, read->found.quotes, read->findings, builtInModels());
    REQUIRE(clauses.size() == 2);
    CHECK(clauses[0].sense.has_value() == (setting == Setting::thorough));
    if (clauses[0].sense) CHECK(clauses[0].sense->checkable > 0);
  }
}

TEST_CASE("Short texts are read thoroughly, long ones fast, unless it is said") {
  const std::string text = sample();
  const std::string closely = told(found(text, Setting::thorough));
  CHECK(closely != told(found(text, Setting::fast)));
  CHECK(told(found(text, Setting::automatic)) == closely);
  std::string book;
  while (book.size() <= kThoroughBytes) book += text + "\n";
  CHECK(told(found(book, Setting::automatic)) == told(found(book, Setting::fast)));
}

TEST_CASE("Reading thoroughly can be stopped, and does not change from one time to the next") {
  base::CancelToken cancel;
  cancel.cancel();
  const auto stopped = extract(documentOf(sample()), {&cancel, {}}, nullptr, Setting::thorough);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == base::ErrorCode::cancelled);
  CHECK(told(found(sample(), Setting::thorough)) == told(found(sample(), Setting::thorough)));
}

TEST_CASE("The worth of a sentence is the mean of what both readers say of it") {
  const double record =
      worth("Unemployment fell to 4.1 percent, the lowest rate since 2001.").score;
  const double thanks = worth("Thank you all very much for coming tonight.").score;
  CHECK(record > 0.5);
  CHECK(thanks < 0.2);
}

}  // namespace
}  // namespace assay::extract
