// The sample article against what a checker marked in it by hand.
#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "tests/extract/finder.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::extract {
namespace {

using base::Span;
using nlohmann::json;

struct Sample {
  std::string text = test::readFile(test::sourceDir() / "assets/sample/harbour-bridge.txt");
  json gold =
      json::parse(test::readFile(test::sourceDir() / "assets/sample/harbour-bridge.expected.json"));
  base::CodePointIndex index{text};
  model::Extraction all = found(text);

  // The letters and digits of some spans, as byte offsets.
  [[nodiscard]] std::set<std::size_t> cells(const std::vector<Span>& spans) const {
    std::set<std::size_t> out;
    for (const Span span : spans) {
      for (std::size_t at = span.begin; at < span.end; ++at) {
        const char c = text[at];
        if (c != ' ' && std::ispunct(static_cast<unsigned char>(c)) == 0 &&
            (static_cast<unsigned char>(c) < 0x80U)) {
          out.insert(at);
        }
      }
    }
    return out;
  }
  [[nodiscard]] std::set<std::size_t> goldCells(const json& row) const {
    std::vector<Span> spans;
    for (const json& span : row["spans"]) {
      spans.push_back(index.toBytes({span[0].get<std::size_t>(), span[1].get<std::size_t>()}));
    }
    return cells(spans);
  }
};

std::size_t common(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::size_t at) { return b.contains(at); }));
}

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : std::string(name) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      if (word != "the" && word != "a") out.push_back(word);
      word.clear();
    }
  }
  return out;
}

// Two names agree when the last word of one is in the other, or one begins the other.
bool agree(const std::string& a, const std::string& b) {
  const auto x = wordsOf(a);
  const auto y = wordsOf(b);
  if (x.empty() || y.empty()) return x.empty() && y.empty();
  return std::find(y.begin(), y.end(), x.back()) != y.end() ||
         std::find(x.begin(), x.end(), y.back()) != x.end();
}

// The quote that holds most of what was expected; of two, the one with less besides.
const model::Quote& closest(const Sample& sample, const std::set<std::size_t>& want) {
  return *std::max_element(sample.all.quotes.begin(), sample.all.quotes.end(),
                           [&](const model::Quote& a, const model::Quote& b) {
                             const auto x = sample.cells(a.content);
                             const auto y = sample.cells(b.content);
                             return std::pair(common(x, want), y.size()) <
                                    std::pair(common(y, want), x.size());
                           });
}

TEST_CASE("The sample's direct and mixed quotes are found word for word, with their speakers") {
  const Sample sample;
  std::size_t whole = 0;
  for (const json& row : sample.gold["quotes"]) {
    if (row["kind"] == "indirect") continue;
    INFO("expected " << row.dump());
    const auto want = sample.goldCells(row);
    const model::Quote& best = closest(sample, want);
    auto got = sample.cells(best.content);
    // A content begins with its "that"; the hand leaves it out.
    if (best.content.front().of(sample.text).starts_with("that ")) {
      for (std::size_t i = 0; i < 4; ++i) got.erase(best.content.front().begin + i);
    }
    CHECK(got == want);
    const std::string name = best.speaker ? sample.all.speakers[*best.speaker].name : "";
    CHECK(agree(name, row["speaker"].is_null() ? "" : row["speaker"].get<std::string>()));
    ++whole;
  }
  CHECK(whole == 13);
}

TEST_CASE("The sample's reported speech: how much is found, and whose it is") {
  const Sample sample;
  std::size_t all = 0;
  std::size_t hits = 0;
  std::string missed;
  for (const json& row : sample.gold["quotes"]) {
    if (row["kind"] != "indirect") continue;
    ++all;
    const auto want = sample.goldCells(row);
    const model::Quote& best = closest(sample, want);
    if (common(sample.cells(best.content), want) * 2 <= want.size()) {
      missed += row.dump() + " ";
      continue;
    }
    ++hits;
    INFO("expected " << row.dump());
    REQUIRE(best.speaker.has_value());
    CHECK(agree(sample.all.speakers[*best.speaker].name, row["speaker"].get<std::string>()));
  }
  INFO("missed: " << missed);
  CHECK(all == 18);
  CHECK(hits == 16);
}

TEST_CASE("The sample's claims: how many are found, how many are right") {
  const Sample sample;
  std::set<std::size_t> claims;
  std::set<std::size_t> none;
  for (const json& row : sample.gold["claims"]) claims.merge(sample.goldCells(row));
  for (const json& row : sample.gold["not_checkable"]) none.merge(sample.goldCells(row));
  std::size_t foundClaims = 0;
  std::string missed;
  for (const json& row : sample.gold["claims"]) {
    const auto want = sample.goldCells(row);
    const bool hit = std::any_of(
        sample.all.claims.begin(), sample.all.claims.end(), [&](const model::Claim& claim) {
          const auto got = sample.cells({claim.span});
          return common(got, want) * 2 > want.size() && got.size() <= 3 * want.size() + 20;
        });
    foundClaims += hit ? 1U : 0U;
    if (!hit) missed += row["spans"].dump() + " ";
  }
  const auto right = std::count_if(sample.all.claims.begin(), sample.all.claims.end(),
                                   [&](const model::Claim& claim) {
                                     const auto got = sample.cells({claim.span});
                                     return common(got, claims) > common(got, none);
                                   });
  INFO("missed: " << missed);
  CHECK(sample.gold["claims"].size() == 48);
  CHECK(foundClaims == 44);
  CHECK(sample.all.claims.size() == 47);
  CHECK(right == 44);
}

TEST_CASE("The sample's headline, byline, caption and boilerplate are told apart") {
  const Sample sample;
  CHECK(sample.all.title == "Skerrow council votes to replace harbour bridge after crack is found");
  std::vector<std::string> roles;
  for (const model::Block& block : sample.all.blocks) {
    if (block.role == model::BlockRole::body) continue;
    roles.push_back(std::string(model::info(block.role).id) + ": " +
                    base::shortened(block.span.of(sample.text), 30));
  }
  CHECK(roles == std::vector<std::string>{"headline: Skerrow council votes to repl…",
                                          "byline: By Imogen Tarrant",
                                          "boilerplate: HARBOUR FESTIVAL 2026: THE FU…",
                                          "caption: Traffic waits at the harbour …",
                                          "boilerplate: (Skerrow Courier/Ada Lindqvis…",
                                          "subheading: What the harbour stands to lo…",
                                          "boilerplate: Sign up for our newsletter to…"});
}

}  // namespace
}  // namespace assay::extract
