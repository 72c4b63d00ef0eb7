#include "evidence/word_diff.h"

#include <catch2/catch_amalgamated.hpp>

#include <random>
#include <string>

namespace assay::evidence {

namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const base::Span& word : wordsOf(text)) out.emplace_back(word.of(text));
  return out;
}

/// "same -gone +come same".
std::string told(std::string_view before, std::string_view after) {
  std::string out;
  for (const DiffPart& part : wordDiff(before, after)) {
    switch (part.kind) {
      case DiffPart::Kind::same: out += part.after.of(after); break;
      case DiffPart::Kind::gone: out += "[-" + std::string(part.before.of(before)) + "-]"; break;
      case DiffPart::Kind::come: out += "[+" + std::string(part.after.of(after)) + "+]"; break;
    }
  }
  return out;
}

std::string randomText(std::mt19937& chance, std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    text += "w" + std::to_string(chance() % 40);
    text += chance() % 7 == 0 ? ".\n\n" : " ";
  }
  return text;
}

}  // namespace

TEST_CASE("words hold together what people read as one") {
  using Words = std::vector<std::string>;
  CHECK(words("don't, 1,200 (so-called) 4.30pm.") ==
        Words{"don't", ",", "1,200", "(", "so-called", ")", "4.30pm", "."});
  CHECK(words("“Élan vital” — 12 % of €48,000…") ==
        Words{"“", "Élan", "vital", "”", "—", "12", "%", "of", "€48,000", "…"});
  CHECK(words(" \n\t").empty());
  CHECK(words("").empty());
}

TEST_CASE("a changed word is told, and nothing else") {
  CHECK(told("The ferry ran for 14 months.", "The ferry ran for 15 months.") ==
        "The ferry ran for [-14 -][+15 +]months.");
  CHECK(told("It is so.", "It is not so.") == "It is [+not +]so.");
  CHECK(told("It is not so.", "It is so.") == "It is [-not -]so.");
  CHECK(told("", "New words.") == "[+New words.+]");
  CHECK(told("Old words.", "") == "[-Old words.-]");
  CHECK(told("", "").empty());
}

TEST_CASE("both texts come back whole from every difference") {
  std::mt19937 chance(7);
  for (int round = 0; round < 300; ++round) {
    const std::string before = randomText(chance, chance() % 60);
    std::string after = before;
    switch (round % 4) {
      case 0: after = randomText(chance, chance() % 60); break;
      case 1: after.erase(after.size() / 3, after.size() / 4); break;
      case 2: after.insert(after.size() / 2, " something else entirely "); break;
      default: break;
    }
    std::size_t a = 0;
    std::size_t b = 0;
    for (const DiffPart& part : wordDiff(before, after)) {
      if (part.kind != DiffPart::Kind::come) {
        CHECK(part.before.begin >= a);
        CHECK(before.substr(a, part.before.begin - a).find_first_not_of(" \n") ==
              std::string::npos);
        a = part.before.end;
      }
      if (part.kind != DiffPart::Kind::gone) {
        CHECK(part.after.begin >= b);
        CHECK(after.substr(b, part.after.begin - b).find_first_not_of(" \n") == std::string::npos);
        b = part.after.end;
      }
      CHECK((part.kind == DiffPart::Kind::same) ==
            (words(part.before.of(before)) == words(part.after.of(after))));
    }
    CHECK(before.substr(a).find_first_not_of(" \n") == std::string::npos);
    CHECK(after.substr(b).find_first_not_of(" \n") == std::string::npos);
  }
}

TEST_CASE("matched words are equal and rise") {
  std::mt19937 chance(11);
  for (int round = 0; round < 100; ++round) {
    const std::string before = randomText(chance, 80);
    const std::string after = randomText(chance, 80);
    const auto a = wordsOf(before);
    const auto b = wordsOf(after);
    std::optional<std::size_t> last;
    const WordMap map = matchWords(before, a, after, b);
    REQUIRE(map.size() == a.size());
    for (std::size_t i = 0; i < map.size(); ++i) {
      if (!map[i]) continue;
      CHECK(a[i].of(before) == b[*map[i]].of(after));
      CHECK((!last || *last < *map[i]));
      last = map[i];
    }
  }
}

TEST_CASE("two texts without a word in common are compared in no time") {
  std::string before;
  std::string after;
  for (int i = 0; i < 20'000; ++i) {
    before += "a" + std::to_string(i % 300) + " ";
    after += "b" + std::to_string(i % 300) + " ";
  }
  const auto parts = wordDiff(before, after);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].kind == DiffPart::Kind::gone);
  CHECK(parts[1].kind == DiffPart::Kind::come);
}

TEST_CASE("likeness counts words in order, whatever their capitals and accents") {
  CHECK(likeness("the ferry ran", "The FERRY ran!") == 1.0);
  CHECK(likeness("the ferry ran", "a bus stood") == 0.0);
  CHECK(likeness("one two three four", "one two three five") == Catch::Approx(0.75));
  CHECK(likeness("one two", "two one") == Catch::Approx(0.5));
  CHECK(likeness("", "") == 1.0);
  CHECK(likeness("one", "") == 0.0);
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "w" + std::to_string(i) + " ";
  CHECK(likeness(text, text + "and one more") == Catch::Approx(1.0).margin(0.001));
}

}  // namespace assay::evidence
