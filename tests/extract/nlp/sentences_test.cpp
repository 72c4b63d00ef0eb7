#include "extract/nlp/sentences.h"

#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::extract::nlp {
namespace {

std::string oneBlank(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  return out;
}

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> out;
  for (const base::Span& span : sentences(text, {0, text.size()})) {
    out.push_back(oneBlank(span.of(text)));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("A sentence ends at its full stop and not at an abbreviation's") {
  CHECK(cut("The vote was 39-11. It failed.") == Strings{"The vote was 39-11.", "It failed."});
  CHECK(cut("Sen. Ada Byrd met Mr. Cole. They spoke.") ==
        Strings{"Sen. Ada Byrd met Mr. Cole.", "They spoke."});
  CHECK(cut("It cost $1.5 million in the U.S. last year.") ==
        Strings{"It cost $1.5 million in the U.S. last year."});
}

TEST_CASE("A quotation's own full stops cut it, its attribution stays with it") {
  CHECK(cut("“Go home!” she said. “Now.”") == Strings{"“Go home!” she said.", "“Now.”"});
  CHECK(cut("“I would!” Dana Ortega said.") == Strings{"“I would!” Dana Ortega said."});
  CHECK(cut("“I was there. I saw it,” he said.") ==
        Strings{"“I was there.", "I saw it,” he said."});
}

TEST_CASE("Full stops without a blank behind them end sentences, in web addresses they do not") {
  CHECK(cut("He left at noon.Nobody saw him.") == Strings{"He left at noon.", "Nobody saw him."});
  CHECK(cut("See www.example.org/News.Html for more.") ==
        Strings{"See www.example.org/News.Html for more."});
}

TEST_CASE("A text without full stops is cut at blanks, in time that grows with its length") {
  std::string text;
  while (text.size() < 20'000) text += "word ";
  const auto found = sentences(text, {0, text.size()});
  CHECK(found.size() == 7);
  for (const auto& span : found) CHECK(span.size() < 3'100);
}

TEST_CASE("Empty and blank blocks have no sentence") {
  CHECK(cut("").empty());
  CHECK(cut(" \n ").empty());
}

TEST_CASE("Golden Rules of sentence boundaries") {
  const auto file = test::sharedOrSkip("data/segment/golden_rules_en.json");
  const auto rules = nlohmann::json::parse(test::readFile(file));
  int passed = 0;
  int asked = 0;
  std::string failed;
  for (std::size_t i = 0; i < rules.size() && asked < 51; ++i, ++asked) {
    const auto want = rules[i]["gold"].get<Strings>();
    const auto text = rules[i]["text"].get<std::string>();
    if (cut(text) == want) {
      ++passed;
    } else {
      failed += rules[i]["name"].get<std::string>() + "; ";
    }
  }
  WARN("Golden Rules: " << passed << " of " << asked << "; not passed: " << failed);
  CHECK(passed == 51);
}

}  // namespace
}  // namespace assay::extract::nlp
