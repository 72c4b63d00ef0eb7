// The whole chain: what always holds, whatever the text.
#include "extract/extract.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "tests/extract/finder.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::extract {
namespace {

using base::Span;

bool fits(std::string_view text, Span span) {
  return span.begin < span.end && span.end <= text.size() && base::atGraphemes(text, span) == span;
}

// Everything that is promised about positions and references.
void checkSound(std::string_view text, const model::Extraction& all) {
  std::size_t behind = 0;
  for (const model::Block& block : all.blocks) {
    REQUIRE(block.span.begin >= behind);
    REQUIRE(block.span.end <= text.size());
    behind = block.span.end;
  }
  Span last;
  for (const model::Quote& quote : all.quotes) {
    REQUIRE_FALSE(quote.content.empty());
    REQUIRE(last.begin <= quote.content.front().begin);
    last = quote.content.front();
    std::size_t end = 0;
    for (const Span span : quote.content) {
      REQUIRE(fits(text, span));
      REQUIRE(span.begin >= end);
      end = span.end;
    }
    if (quote.cue) REQUIRE(fits(text, *quote.cue));
    if (quote.source) REQUIRE(fits(text, *quote.source));
    if (quote.speaker) REQUIRE(*quote.speaker < all.speakers.size());
    REQUIRE(quote.confidence >= 0.0);
    REQUIRE(quote.confidence <= 1.0);
  }
  for (const model::Speaker& speaker : all.speakers) {
    REQUIRE_FALSE(speaker.name.empty());
    REQUIRE_FALSE(speaker.mentions.empty());
    for (const Span span : speaker.mentions) REQUIRE(fits(text, span));
  }
  last = {};
  for (const model::Claim& claim : all.claims) {
    REQUIRE(fits(text, claim.span));
    REQUIRE(last.begin <= claim.span.begin);
    last = claim.span;
    if (claim.quote) REQUIRE(*claim.quote < all.quotes.size());
    REQUIRE(claim.score >= 0.0);
    REQUIRE(claim.score <= 1.0);
  }
}

std::string sample() {
  return test::readFile(test::sourceDir() / "assets/sample/harbour-bridge.txt");
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST_CASE("Whatever the text, spans lie inside it and references hold") {
  const std::string article = sample();
  std::string upper = article;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  const std::vector<std::string> texts = {
      article,
      upper,
      "",
      "\n\n \n",
      "”",
      "“",
      "“““““ ””” \" ' ' \"",
      "said said said said",
      "according to",
      ", said . , said ? “ said ”",
      replaced(article, ".", ""),
      replaced(article, " ", ""),
      replaced(article, "\n", " "),
      replaced(article, "”", ""),
      replaced(article, "“", "\""),
      replaced(article, "\n", "\r\n"),
      replaced(article, "e", "e\u0301"),
      replaced(article, "said", "👩‍👩‍👧‍👦 said"),
      "قال الرجل: «لن نغادر» ثم مضى. “שלום” אמר.",
      "彼は「行かない」と言った。“不去,”他说。",
      "\u202E“abc,” said Dana\u202C.",
      "“👍🏽,” said Dana Ortega. 👍🏽👍🏽",
  };
  for (const std::string& text : texts) {
    INFO("text that begins with: " << text.substr(0, 40));
    checkSound(text, found(text));
  }
}

TEST_CASE("A text cut anywhere, or put together from halves, is still read") {
  const std::string article = sample();
  for (std::size_t i = 1; i < 12; ++i) {
    const std::size_t cut = base::atGraphemes(article, {0, article.size() * i / 12}).end;
    const std::string text = article.substr(cut) + article.substr(0, cut);
    checkSound(text, found(text));
  }
}

TEST_CASE("The same text gives the same findings") {
  const auto first = found(sample());
  const auto second = found(sample());
  CHECK(first.quotes == second.quotes);
  CHECK(first.claims == second.claims);
  CHECK(first.speakers == second.speakers);
  CHECK(first.blocks == second.blocks);
}

TEST_CASE("Work that was stopped says so") {
  base::CancelToken cancel;
  cancel.cancel();
  const auto result = extract(documentOf(sample()), {&cancel, {}});
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == base::ErrorCode::cancelled);
  CHECK(result.error().message == "Finding quotes and claims was stopped.");
}

TEST_CASE("Progress goes from nothing to done") {
  std::vector<double> steps;
  const base::Job job{nullptr,
                      [&](double fraction, std::string_view) { steps.push_back(fraction); }};
  REQUIRE(extract(documentOf(sample()), job).has_value());
  REQUIRE(steps.size() > 2);
  CHECK(steps.front() == 0.0);
  CHECK(steps.back() == 1.0);
  CHECK(std::is_sorted(steps.begin(), steps.end()));
}

// The time that these take is measured by `./dev bench`.
TEST_CASE("Long texts of one thing only are read to their end") {
  const auto grown = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  for (const std::string_view piece :
       {std::string_view("“Go,” said Dana. "), std::string_view("\" "), std::string_view("word "),
        std::string_view("'a "), std::string_view("“a "), std::string_view("“a ‘b “c” d’ e” "),
        std::string_view("Dana Ortega, "), std::string_view(". . . "),
        std::string_view("He said she said it. "), std::string_view("WE SAID NO. "),
        std::string_view("“ORTEGA: We stay.\n"), std::string_view("Stay.\n@dana_o.\n"),
        std::string_view("«لن نغادر» "), std::string_view("「行かない」と言った。"),
        std::string_view("“👍🏽e\u0301\u202E,” said Dana. ")}) {
    INFO("piece: " << piece);
    const std::string text = grown(piece, 20'000);
    checkSound(text, found(text));
  }
}

// A word left out, words run together, no full stop at the end, capitals, related links in between.
TEST_CASE("Damage around a quote leaves the quote and its speaker") {
  const std::vector<std::string> texts = {
      "Dana Ortega, who runs bakery, spoke on Monday.\n“We will stay here,” Dana Ortega said.",
      "Dana Ortega runs thebakery inthe town.\n“We will stay here,” Dana Ortega said.",
      "Dana Ortega runs the bakery\n“We will stay here,” Dana Ortega said",
      "DANA ORTEGA RUNS THE BAKERY.\n“We will stay here,” Dana Ortega said.",
      "Dana Ortega runs the bakery.\nREAD MORE: BRIDGE TO CLOSE FOR A YEAR\n“We will stay here,” "
      "Dana Ortega said.",
      "Dana Ortega runs the bakery.\n“We will stay here,” Dana Ortega said.\nCLICK HERE TO GET THE "
      "APP\nSign up for our newsletter",
  };
  for (const std::string& text : texts) {
    INFO(text);
    const model::Extraction all = found(text);
    bool right = false;
    for (const model::Quote& quote : all.quotes) {
      right = right || (quote.content.front().of(text).starts_with("We will stay here") &&
                        quote.speaker && all.speakers[*quote.speaker].name == "Dana Ortega");
    }
    CHECK(right);
  }
}

}  // namespace
}  // namespace assay::extract
