#include <catch2/catch_amalgamated.hpp>

#include "app/session.h"
#include "tests/app/desk.h"

using namespace assay;
using model::Status;
using test::Desk;
using test::spanOf;

namespace {

std::vector<std::string> numbersOf(Desk& desk) {
  std::vector<std::string> numbers;
  for (const app::ItemRow& row : desk.view()->rows) numbers.push_back(row.number);
  return numbers;
}

}  // namespace

TEST_CASE("an item is split at a place inside it, and one undo joins it again") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2")}, Status::verified, {}}));
  const std::size_t at = spanOf("the ferry was late").begin;
  CHECK(desk.run(app::SplitItem{desk.id("C2"), at}) == "C2 split: C3 is new");
  CHECK(desk.item("C2").anchor.exact == "The council denied that");
  CHECK(desk.item("C2").status == Status::verified);
  CHECK(desk.item("C3").anchor.exact == "the ferry was late in May.");
  CHECK(desk.item("C3").status == Status::unchecked);
  CHECK(desk.item("C3").kind == model::ItemKind::claim);
  REQUIRE(desk->undo());
  CHECK(desk.item("C2").anchor.exact == "The council denied that the ferry was late in May.");
  CHECK(numbersOf(desk) == std::vector<std::string>{"Q1", "C1", "C2", "Q2"});
}

TEST_CASE("the second part of a quote keeps its speaker") {
  Desk desk;
  CHECK(desk.run(app::SplitItem{desk.id("Q1"), spanOf("by 12 percent").begin}) ==
        "Q1 split: Q3 is new");
  CHECK(desk.item("Q3").anchor.exact == "by 12 percent,");
  CHECK(desk.item("Q3").speaker == desk.item("Q1").speaker);
  CHECK(desk.item("Q3").kind == model::ItemKind::direct);
}

TEST_CASE("a split at the edge of an item, or outside it, is refused") {
  Desk desk;
  const std::string refused =
      "invalid_input: There is no place to part C2 at. Select the words inside it that the second "
      "part begins with.";
  const base::Span whole = spanOf("The council denied that the ferry was late in May.");
  CHECK(desk.run(app::SplitItem{desk.id("C2"), whole.begin}) == refused);
  CHECK(desk.run(app::SplitItem{desk.id("C2"), whole.end}) == refused);
  CHECK(desk.run(app::SplitItem{desk.id("C2"), 0}) == refused);
}

TEST_CASE("merged items are the first of them, with everything known about the others") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2")}, Status::wrong, "see the log"}));
  REQUIRE(desk->execute(app::SetText{desk.id("C1"), app::ItemText::note, "heard the tape"}));
  app::AddEvidence add;
  add.evidence.item = desk.id("C2");
  add.evidence.excerpt = "late on 3 May";
  add.newSource = model::Source{};
  add.newSource->title = "Harbour log";
  REQUIRE(desk->execute(add));
  CHECK(desk.run(app::MergeItems{{desk.id("C2"), desk.id("C1")}}) == "C1 and C2 merged into C1");
  const auto merged = desk.detail("C1");
  CHECK(merged->item.anchor.exact ==
        "Fares went up by 12 percent … The council denied that the ferry was late in May.");
  CHECK(merged->item.note == "heard the tape\nsee the log");
  CHECK(merged->item.status == Status::unchecked);
  REQUIRE(merged->evidence.size() == 1);
  CHECK(merged->evidence.front().evidence.excerpt == "late on 3 May");
  CHECK(numbersOf(desk) == std::vector<std::string>{"Q1", "C1", "Q2"});
  REQUIRE(desk->undo());
  CHECK(numbersOf(desk) == std::vector<std::string>{"Q1", "C1", "C2", "Q2"});
  CHECK(desk.detail("C2")->evidence.size() == 1);
  CHECK(desk.item("C1").note == "heard the tape");
  CHECK(desk.item("C2").status == Status::wrong);
}

TEST_CASE("neighbours merge into one stretch of words, with the status they share") {
  Desk desk;
  REQUIRE(desk->execute(app::SplitItem{desk.id("C2"), spanOf("the ferry was late").begin}));
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2"), desk.id("C3")}, Status::disputed, {}}));
  REQUIRE(desk->execute(app::MergeItems{{desk.id("C2"), desk.id("C3")}}));
  CHECK(desk.item("C2").anchor.exact == "The council denied that the ferry was late in May.");
  CHECK(desk.item("C2").status == Status::disputed);
}

TEST_CASE("what does not belong together is not merged") {
  Desk desk;
  CHECK(desk.run(app::MergeItems{{desk.id("C1")}}) ==
        "invalid_input: Only one item is selected. Select all that belong together, then merge.");
  CHECK(desk.run(app::MergeItems{{desk.id("Q1"), desk.id("C1")}}) ==
        "invalid_input: Q1 and C1 are a quote and a claim. Select only quotes or only claims to "
        "merge them.");
}
