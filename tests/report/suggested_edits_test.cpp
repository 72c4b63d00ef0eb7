#include "report/suggested_edits.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <random>

#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

namespace {

/// The edits as one text: "9 to [-4-]{+5+} on Monday".
std::string shown(std::string_view before, std::string_view after) {
  std::string out;
  std::size_t at = 0;
  for (const SuggestedEdit& edit : wordEdits(before, after)) {
    out += before.substr(at, edit.span.begin - at);
    if (!edit.span.empty()) out += "[-" + std::string(edit.span.of(before)) + "-]";
    if (!edit.words.empty()) out += "{+" + edit.words + "+}";
    at = edit.span.end;
  }
  return out + std::string(before.substr(at));
}

std::string applied(std::string_view before, const std::vector<SuggestedEdit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const SuggestedEdit& edit : edits) {
    REQUIRE(edit.span.begin >= at);
    out += before.substr(at, edit.span.begin - at);
    out += edit.words;
    at = edit.span.end;
  }
  return out + std::string(before.substr(at));
}

/// Blanks are equal to blanks: how many there are is not an edit.
std::string squeezed(std::string text) {
  for (std::size_t at; (at = text.find("  ")) != std::string::npos;) text.erase(at, 1);
  return text;
}

}  // namespace

TEST_CASE("an edit is the words that differ") {
  CHECK(shown("The council voted 9 to 4 on Monday", "The council voted 9 to 5 on Monday") ==
        "The council voted 9 to [-4-]{+5+} on Monday");
  CHECK(shown("a third more", "nearly a third more") == "{+nearly +}a third more");
  CHECK(shown("never been proven", "been proven") == "[-never -]been proven");
  CHECK(shown("It rose.", "It rose by 3 percent.") == "It rose{+ by 3 percent+}.");
  CHECK(shown("founded in 1871", "founded in 1871") == "founded in 1871");
  CHECK(shown("", "new") == "{+new+}");
  CHECK(shown("old", "") == "[-old-]");
}

TEST_CASE("numbers are one word, quotation marks are signs of their own") {
  CHECK(shown("cost €48,000 a year", "cost €48,500 a year") ==
        "cost [-€48,000-]{+€48,500+} a year");
  CHECK(shown("rose 9.5 percent.", "rose 9.4 percent.") == "rose [-9.5-]{+9.4+} percent.");
  CHECK(shown("a “small triumph”", "a “small victory”") == "a “small [-triumph-]{+victory+}”");
  CHECK(shown("he doesn’t know", "he didn’t know") == "he [-doesn’t-]{+didn’t+} know");
}

TEST_CASE("neighbouring changes are one, wordings with little in common are replaced whole") {
  CHECK(shown("the old grey house fell", "the new green house fell") ==
        "the [-old grey-]{+new green+} house fell");
  CHECK(shown("Most of the people here were against it", "A majority opposed the plan of it") ==
        "[-Most of the people here were against-]{+A majority opposed the plan of+} it");
}

TEST_CASE("a line break is as good as a blank") {
  CHECK(shown("first\nsecond", "first second") == "first\nsecond");
}

TEST_CASE("the edits turn any wording into any other") {
  std::mt19937 random(7);
  constexpr std::array<std::string_view, 12> kWords{
      "a", "the", "9", "4.5", "“", "”", "— ", " ", " ", " ", ".", "é👩‍👩‍👧"};
  const auto sentence = [&] {
    std::string out;
    for (std::size_t i = random() % 30; i > 0; --i) out += kWords[random() % kWords.size()];
    return out;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string before = sentence();
    const std::string after = sentence();
    CAPTURE(before, after);
    CHECK(squeezed(applied(before, wordEdits(before, after))) == squeezed(after));
  }
}

TEST_CASE("very long wordings are compared by their ends alone") {
  std::string before = "begin ";
  std::string after = "begin ";
  for (int i = 0; i < 3000; ++i) {
    before += "word" + std::to_string(i) + " ";
    after += "other" + std::to_string(i) + " ";
  }
  const auto edits = wordEdits(before + "end", after + "end");
  REQUIRE(edits.size() == 1);
  CHECK(applied(before + "end", edits) == after + "end");
}

TEST_CASE("spans of a damaged store are left alone") {
  ReportData data = test::bareReport("One sentence with an é in it.");
  test::addItem(data, model::ItemKind::claim, 1, model::Status::corrected, "sentence");
  const auto suggestion = [&](base::Span span) {
    data.items[0].item.anchor.spans = {span};
    data.items[0].item.correction = "phrase";
    return suggestedEdits(data, markedBlocks(data)).suggestions[0];
  };
  CHECK(suggestion({4, 12}) == Suggestion::tracked);
  CHECK(suggestion({4, 400}) == Suggestion::byHand);
  CHECK(suggestion({12, 4}) == Suggestion::byHand);
  CHECK(suggestion({4, data.text.find("é") + 1}) == Suggestion::byHand);
  data.items[0].item.anchor.spans.clear();
  CHECK(suggestedEdits(data, markedBlocks(data)).suggestions[0] == Suggestion::byHand);
}
