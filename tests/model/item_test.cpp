#include "model/item.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "tests/model/table_checks.h"

namespace assay::model {

TEST_CASE("Every kind of item has its row") {
  test::checkTable(itemKinds(), 4, &ItemKindInfo::kind, itemKindById);
  CHECK(isQuote(ItemKind::direct));
  CHECK(isQuote(ItemKind::indirect));
  CHECK(isQuote(ItemKind::mixed));
  CHECK_FALSE(isQuote(ItemKind::claim));
}

TEST_CASE("A quote keeps its kind as an item") {
  CHECK(itemKind(QuoteKind::direct) == ItemKind::direct);
  CHECK(itemKind(QuoteKind::indirect) == ItemKind::indirect);
  CHECK(itemKind(QuoteKind::mixed) == ItemKind::mixed);
}

TEST_CASE("Quotes are numbered with a Q, claims with a C") {
  CHECK(numberText(ItemKind::direct, 3) == "Q3");
  CHECK(numberText(ItemKind::indirect, 4) == "Q4");
  CHECK(numberText(ItemKind::mixed, 5) == "Q5");
  CHECK(numberText(ItemKind::claim, 12) == "C12");
  Item item;
  item.kind = ItemKind::claim;
  item.number = 7;
  CHECK(item.numberText() == "C7");
}

TEST_CASE("A number is a letter and digits above zero, in any case") {
  CHECK(parseNumber("Q3") == ParsedNumber{'Q', 3});
  CHECK(parseNumber("c12") == ParsedNumber{'C', 12});
  CHECK(parseNumber("S9223372036854775807") == ParsedNumber{'S', 9'223'372'036'854'775'807});
  for (const std::string_view bad : {"", "Q", "3", "Q0", "Q-3", "Q+3", "Q 3", "Q3 ", "Q3a", "QQ3",
                                     "3Q", "Q3.0", "É3", "_3", "Q9223372036854775808"}) {
    CAPTURE(bad);
    CHECK(parseNumber(bad) == std::nullopt);
  }
}

TEST_CASE("A number that was written is read back") {
  for (const std::int64_t number : {1, 9, 10, 4'711, 1'000'000}) {
    CHECK(parseNumber(numberText(ItemKind::claim, number)) == ParsedNumber{'C', number});
  }
}

TEST_CASE("An anchor keeps the words and 32 code points on each side") {
  const std::string before(40, 'a');
  const std::string after(40, 'z');
  const std::string text = before + "ä the words é" + after;
  const base::Span span{before.size() + 3, text.size() - after.size() - 3};
  const Anchor anchor = makeAnchor(text, {span});
  CHECK(anchor.exact == "the words");
  CHECK(anchor.prefix == std::string(30, 'a') + "ä ");
  CHECK(anchor.suffix == " é" + std::string(30, 'z'));
  CHECK(anchor.spans == std::vector<base::Span>{span});
  CHECK_FALSE(anchor.cue);
  CHECK_FALSE(anchor.source);
}

TEST_CASE("An anchor of several spans joins their words and has the context of the whole") {
  const std::string text = "He said “yes” and later “no” twice.";
  const base::Span yes{text.find("yes"), text.find("yes") + 3};
  const base::Span no{text.find("no"), text.find("no") + 2};
  const base::Span cue{3, 7};
  const base::Span source{0, 2};
  const Anchor anchor = makeAnchor(text, {yes, no}, cue, source);
  CHECK(anchor.exact == "yes … no");
  CHECK(anchor.prefix == "He said “");
  CHECK(anchor.suffix == "” twice.");
  CHECK(anchor.cue == cue);
  CHECK(anchor.source == source);
}

TEST_CASE("An anchor at the edges of a text has what context there is") {
  const Anchor all = makeAnchor("abc", {{0, 3}});
  CHECK(all.exact == "abc");
  CHECK(all.prefix.empty());
  CHECK(all.suffix.empty());
  CHECK(makeAnchor("abc", {}) == Anchor{});
}

}  // namespace assay::model
