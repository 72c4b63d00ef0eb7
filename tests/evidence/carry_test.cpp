#include "evidence/carry.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <random>
#include <string>

namespace assay::evidence {

namespace {

using base::Span;

/// A draft of paragraphs, with an item on every sentence.
struct Article {
  std::string text;
  std::vector<model::Block> blocks;
  std::vector<Standing> items;

  [[nodiscard]] DraftText draft() const { return {text, blocks}; }
};

Article articleOf(const std::vector<std::string>& paragraphs) {
  Article article;
  for (const std::string& paragraph : paragraphs) {
    if (!article.text.empty()) article.text += "\n\n";
    const std::size_t begin = article.text.size();
    article.text += paragraph;
    article.blocks.push_back({{begin, article.text.size()}, model::BlockRole::body, false});
    for (std::size_t at = begin; at < article.text.size();) {
      // "2.3" is no end of a sentence.
      const std::size_t stop = std::min(article.text.find(". ", at), article.text.size() - 1);
      article.items.push_back({{{at, stop}}});
      at = stop + 2;
    }
  }
  return article;
}

std::string textOf(const Article& article, const std::vector<Span>& spans) {
  return spans.empty() ? "" : std::string(spans.front().of(article.text));
}

CarryOver carried(const Article& before, const Article& after) {
  return carryOver(before.draft(), before.items, after.draft(), after.items);
}

std::vector<std::string> harbour() {
  return {"The ferry had stood still for 14 months. The repair cost 2.3 million crowns.",
          "Nobody asked the fishermen before the vote. They own 40 boats.",
          "The harbour board meets on Monday. Its head is Ida Quist."};
}

Carried only(const std::string& before, const std::string& after, std::size_t item = 0) {
  return carried(articleOf({before}), articleOf({after})).items.at(item);
}

/// Sentences that share few words, like those of an article.
std::vector<std::string> randomParagraphs(std::mt19937& chance, std::size_t count) {
  std::vector<std::string> paragraphs;
  for (std::size_t p = 0; p < count; ++p) {
    std::string paragraph;
    for (std::size_t s = 0; s < 1 + chance() % 4; ++s) {
      paragraph += paragraph.empty() ? "The" : " The";
      for (std::size_t w = 0; w < 4 + chance() % 9; ++w) {
        paragraph += chance() % 4 == 0 ? " the" : " w" + std::to_string(chance() % 5'000);
      }
      paragraph += ".";
    }
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

std::size_t count(const CarryOver& over, Basket basket) {
  return static_cast<std::size_t>(std::ranges::count(over.items, basket, &Carried::basket));
}

}  // namespace

TEST_CASE("an article that did not change is unchanged, and nothing in it is new") {
  const Article article = articleOf(harbour());
  const CarryOver over = carried(article, article);
  CHECK(count(over, Basket::unchanged) == article.items.size());
  CHECK(over.fresh.empty());
  for (std::size_t i = 0; i < article.items.size(); ++i) {
    CHECK(over.items[i].spans == article.items[i].spans);
    CHECK(over.items[i].method == Method::sameText);
    CHECK(over.items[i].likeness == 1);
  }
}

TEST_CASE("a paragraph that came in is new, and moves nothing") {
  std::vector<std::string> paragraphs = harbour();
  const Article before = articleOf(paragraphs);
  paragraphs.insert(paragraphs.begin() + 1, "A storm sank two yachts in January.");
  const Article after = articleOf(paragraphs);
  const CarryOver over = carried(before, after);
  CHECK(count(over, Basket::unchanged) == before.items.size());
  REQUIRE(over.fresh.size() == 1);
  CHECK(textOf(after, after.items[over.fresh[0]].spans) == "A storm sank two yachts in January");
}

TEST_CASE("a paragraph that was deleted is gone, with its items alone") {
  std::vector<std::string> paragraphs = harbour();
  const Article before = articleOf(paragraphs);
  paragraphs.erase(paragraphs.begin() + 1);
  const CarryOver over = carried(before, articleOf(paragraphs));
  CHECK(count(over, Basket::unchanged) == 4);
  CHECK(count(over, Basket::gone) == 2);
  CHECK(over.items[2].basket == Basket::gone);
  CHECK(over.items[3].basket == Basket::gone);
  CHECK(over.items[2].spans.empty());
  CHECK(over.fresh.empty());
}

TEST_CASE("paragraphs that changed places are moved, and nothing is to be decided") {
  std::vector<std::string> paragraphs = harbour();
  const Article before = articleOf(paragraphs);
  std::swap(paragraphs[0], paragraphs[2]);
  const Article after = articleOf(paragraphs);
  const CarryOver over = carried(before, after);
  CHECK(count(over, Basket::moved) + count(over, Basket::unchanged) == before.items.size());
  CHECK(count(over, Basket::moved) >= 2);
  CHECK(over.fresh.empty());
  for (std::size_t i = 0; i < before.items.size(); ++i) {
    CHECK(textOf(after, over.items[i].spans) == textOf(before, before.items[i].spans));
  }
}

TEST_CASE("other words are a proposal; a number or a not that differs is never a clear one") {
  const Carried other = only("The repair of the old ferry cost 2.3 million crowns in all.",
                             "The repair of the old ferry cost 2.3 million crowns in total.");
  CHECK(other.basket == Basket::reworded);
  CHECK(other.method == Method::likeness);
  CHECK(other.likeness == Catch::Approx(22.0 / 24.0));
  CHECK(other.clear);
  CHECK_FALSE(only("The repair of the old ferry cost 2.3 million crowns.",
                   "The repair of the old ferry cost 2.4 million crowns.")
                  .clear);
  CHECK_FALSE(only("The board of the harbour did say so on Monday morning.",
                   "The board of the harbour did not say so on Monday morning.")
                  .clear);
  // Half of it is other: proposed, but for a person to look at.
  const Carried half = only("The board meets on Monday in the old town hall.",
                            "The board meets on Friday at the new office.");
  CHECK(half.basket == Basket::reworded);
  CHECK_FALSE(half.clear);
  CHECK(only("The board meets on Monday.", "Two yachts sank during a storm.").basket ==
        Basket::gone);
}

TEST_CASE("the same words among others are not carried silently") {
  Article before = articleOf({"The mayor said the bridge is safe for lorries."});
  Article after = articleOf({"The mayor denied the bridge is safe for lorries."});
  const std::string words = "the bridge is safe for lorries";
  const std::size_t old = before.text.find(words);
  const std::size_t now = after.text.find(words);
  before.items = {{{{old, old + words.size()}}}};
  after.items = {{{{now, now + words.size()}}}};
  CarryOver over = carried(before, after);
  CHECK(over.items[0].basket == Basket::reworded);
  CHECK(over.items[0].method == Method::otherContext);
  CHECK(over.items[0].spans == after.items[0].spans);
  CHECK(over.items[0].clear);  // no number, no "not": one key accepts it with the others
  after = articleOf({"The mayor never said the bridge is safe for lorries."});
  CHECK_FALSE(carryOver(before.draft(), before.items, after.draft(), {}).items[0].clear);
}

TEST_CASE("the same words at several places are told apart by what stands around them") {
  Article before = articleOf({"In May the ferry was late.", "In June the bus was early."});
  before.items = {{{{before.text.find("the ferry was late"), 25}}}};
  const Article twice = articleOf(
      {"In June the bus was early. People said the ferry was late.", "In May the ferry was late."});
  const Carried moved = carryOver(before.draft(), before.items, twice.draft(), {}).items.front();
  CHECK(textOf(twice, moved.spans) == "the ferry was late");
  CHECK((moved.basket == Basket::moved || moved.basket == Basket::unchanged));
  CHECK(moved.spans.front().begin == twice.text.rfind("the ferry was late"));

  const Article unsure = articleOf({"He said the ferry was late.", "She said the ferry was late."});
  const Carried open = carryOver(before.draft(), before.items, unsure.draft(), {}).items.front();
  CHECK(open.basket == Basket::reworded);
  CHECK_FALSE(open.clear);
}

TEST_CASE("a quote is not carried to a claim") {
  Article before = articleOf({"We are ready to run the ferry again in May."});
  before.items[0].quote = true;
  const Article after = articleOf({"Something else. We are ready to run the ferry again in June."});
  const CarryOver over = carried(before, after);
  // The gap proposes its words; the claim found there stays new.
  CHECK(std::ranges::count(over.fresh, 1) == 1);
}

TEST_CASE("the parts of a quote stay together, and a changed speaker between them is told") {
  const std::string text = "“We lose 40 stalls,” said Jon Reed. “It is a shame.”";
  Article before = articleOf({text});
  const auto part = [](const std::string& in, std::string_view words) {
    const std::size_t at = in.find(words);
    return Span{at, at + words.size()};
  };
  before.items = {{{part(text, "We lose 40 stalls,"), part(text, "It is a shame.")},
                   true,
                   part(text, "said"),
                   part(text, "Jon Reed")}};
  Article after = articleOf({"The hall closes.", text});
  Carried moved = carryOver(before.draft(), before.items, after.draft(), {}).items.front();
  CHECK(moved.basket == Basket::unchanged);
  REQUIRE(moved.spans.size() == 2);
  CHECK(moved.spans[1].of(after.text) == "It is a shame.");
  REQUIRE(moved.source.has_value());
  CHECK(moved.source->of(after.text) == "Jon Reed");
  after = articleOf({"“We lose 40 stalls,” said Ann Lee. “It is a shame.”"});
  moved = carryOver(before.draft(), before.items, after.draft(), {}).items.front();
  CHECK(moved.basket == Basket::reworded);
  CHECK(moved.method == Method::otherContext);
  CHECK_FALSE(moved.source.has_value());
}

TEST_CASE("any article: deletions are gone, the rest unchanged or moved, whatever the order") {
  std::mt19937 chance(3);
  for (int round = 0; round < 150; ++round) {
    std::vector<std::string> paragraphs = randomParagraphs(chance, 2 + chance() % 12);
    const Article before = articleOf(paragraphs);
    const CarryOver same = carried(before, before);
    CHECK(count(same, Basket::unchanged) == before.items.size());
    CHECK(same.fresh.empty());

    std::vector<std::string> shuffled = paragraphs;
    std::ranges::shuffle(shuffled, chance);
    const Article mixed = articleOf(shuffled);
    const CarryOver moved = carried(before, mixed);
    CHECK(count(moved, Basket::unchanged) + count(moved, Basket::moved) == before.items.size());
    CHECK(moved.fresh.empty());
    for (std::size_t i = 0; i < before.items.size(); ++i) {
      CHECK(textOf(mixed, moved.items[i].spans) == textOf(before, before.items[i].spans));
    }

    const std::size_t out = chance() % paragraphs.size();
    const Article deleted = articleOf({paragraphs[out]});
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(out));
    const Article after = articleOf(paragraphs);
    const CarryOver less = carried(before, after);
    CHECK(count(less, Basket::unchanged) == before.items.size() - deleted.items.size());
    CHECK(less.fresh.empty());
  }
}

TEST_CASE("two items never stand at one place without having stood there before") {
  std::mt19937 chance(5);
  for (int round = 0; round < 50; ++round) {
    const Article before = articleOf(randomParagraphs(chance, 6));
    const Article after = articleOf(randomParagraphs(chance, 6));
    const CarryOver over = carried(before, after);
    for (std::size_t i = 0; i < over.items.size(); ++i) {
      CHECK((over.items[i].basket == Basket::gone) == over.items[i].spans.empty());
      for (std::size_t j = 0; j < i; ++j) {
        if (over.items[i].spans.empty()) continue;
        CHECK(over.items[i].spans != over.items[j].spans);
      }
    }
  }
}

}  // namespace assay::evidence
