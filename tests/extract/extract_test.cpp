// The whole chain: what always holds, whatever the text.
#include "extract/extract.h"

#include <catch2/catch_amalgamated.hpp>

#include <ctime>
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

// Processor time, so that a busy machine does not matter; ten times the text, with some room.
TEST_CASE("Time grows with the text, also for damaged ones") {
  const auto seconds = [](const std::string& text) {
    const std::clock_t start = std::clock();
    const auto all = found(text);
    CHECK(all.blocks.size() <= text.size() + 1);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const auto grown = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  for (const std::string_view piece :
       {std::string_view("“Go,” said Dana. "), std::string_view("\" "), std::string_view("word "),
        std::string_view("'a "), std::string_view("Dana Ortega, "), std::string_view(". . . "),
        std::string_view("He said she said it. ")}) {
    INFO("piece: " << piece);
    const double small = seconds(grown(piece, 4'000));
    const double large = seconds(grown(piece, 40'000));
    CHECK(large < 0.1 + small * 15);
  }
}

}  // namespace
}  // namespace assay::extract
