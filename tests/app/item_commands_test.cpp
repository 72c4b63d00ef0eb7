#include <catch2/catch_amalgamated.hpp>

#include "app/session.h"
#include "tests/app/desk.h"

using namespace assay;
using model::Status;
using test::Desk;
using test::errorOf;

TEST_CASE("a status is set, undone after a restart, and redone") {
  Desk desk;
  desk.clock.advance(60'000);
  CHECK(desk.run(app::SetStatus{{desk.id("Q1")}, Status::verified, "heard the tape"}) ==
        "Q1 verified");
  CHECK(desk.item("Q1").status == Status::verified);
  CHECK(desk.item("Q1").note == "heard the tape");
  CHECK(desk.item("Q1").decidedBy == "mara");
  CHECK(desk.item("Q1").decidedAt == desk.clock.now());

  desk.reopen();
  CHECK(desk->undoLabel() == "Mark Q1 verified");
  CHECK(desk->undo()->message == "Undone: Mark Q1 verified");
  CHECK(desk.item("Q1").status == Status::unchecked);
  CHECK(desk.item("Q1").note.empty());
  CHECK(desk->redoLabel() == "Mark Q1 verified");
  CHECK(desk->redo()->message == "Redone: Mark Q1 verified");
  CHECK(desk.item("Q1").status == Status::verified);
}

TEST_CASE("several items are one step") {
  Desk desk;
  CHECK(desk.run(app::SetStatus{
            {desk.id("Q1"), desk.id("C1"), desk.id("C2")}, Status::notCheckable, {}}) ==
        "Q1, C1 and C2 not checkable");
  REQUIRE(desk->undo());
  for (const auto* number : {"Q1", "C1", "C2"}) {
    CHECK(desk.item(number).status == Status::unchecked);
  }
}

TEST_CASE("nothing is written when nothing changes") {
  Desk desk;
  const auto revision = desk->revision();
  auto outcome = desk->execute(app::SetStatus{{desk.id("Q1")}, Status::unchecked, {}});
  REQUIRE(outcome);
  CHECK(outcome->at == 0);
  CHECK(desk->revision() == revision);
  CHECK(desk->undoLabel() == "Import “Ferry fares rise”");
}

TEST_CASE("a decision ends what was put off") {
  Desk desk;
  CHECK(desk.run(app::SetFlag{{desk.id("C2")}, model::Flag::postponed, true}) ==
        "C2 flagged postponed");
  CHECK(desk.run(app::SetFlag{{desk.id("C2")}, model::Flag::legal, true}) == "C2 flagged legal");
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2")}, Status::disputed, {}}));
  CHECK_FALSE(desk.item("C2").flags.has(model::Flag::postponed));
  CHECK(desk.item("C2").flags.has(model::Flag::legal));
}

TEST_CASE("texts of an item are kept exactly") {
  Desk desk;
  const std::string text = "  “Fares” rose\nby 12 % — see page 4  ";
  CHECK(desk.run(app::SetText{desk.id("C1"), app::ItemText::correction, text}) ==
        "Saved the correction of C1");
  CHECK(desk.item("C1").correction == text);
  REQUIRE(desk->execute(app::SetText{desk.id("C1"), app::ItemText::verdict, "Half True"}));
  REQUIRE(desk->execute(app::SetText{desk.id("C1"), app::ItemText::explanation, "Only adults."}));
  CHECK(desk.item("C1").verdict == "Half True");
  CHECK(desk.item("C1").explanation == "Only adults.");
}

TEST_CASE("text that is not UTF-8 is refused and nothing changes") {
  Desk desk;
  auto outcome = desk->execute(app::SetText{desk.id("C1"), app::ItemText::note, "bad \xFF byte"});
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().code == base::ErrorCode::invalidInput);
  CHECK(desk.item("C1").note.empty());
}

TEST_CASE("a speaker is chosen or named, and the claims inside follow") {
  Desk desk;
  CHECK(desk.run(app::SetSpeaker{desk.id("Q1"), "Jonas Reed"}) == "Speaker of Q1: Jonas Reed");
  CHECK(desk.detail("Q1")->speaker->name == "Jonas Reed");
  CHECK(desk.detail("C1")->speaker->name == "Jonas Reed");
  CHECK(desk.view()->speakers->size() == 2);
  CHECK(desk.run(app::SetSpeaker{desk.id("Q2"), "Ada Brook"}) == "Speaker of Q2: Ada Brook");
  CHECK(desk.view()->speakers->size() == 2);
  CHECK(desk.run(app::SetSpeaker{desk.id("Q2"), "  "}) == "Speaker of Q2: unknown");
  CHECK_FALSE(desk.item("Q2").speaker.has_value());
  REQUIRE(desk->undo());
  CHECK(desk.detail("Q2")->speaker->name == "Ada Brook");
}

TEST_CASE("only quotes have a wording verdict") {
  Desk desk;
  CHECK(desk.run(app::SetWording{{desk.id("Q1")}, model::WordingVerdict::verbatim}) ==
        "Wording of Q1: verbatim");
  CHECK(desk.item("Q1").wording == model::WordingVerdict::verbatim);
  CHECK(desk.run(app::SetWording{{desk.id("C1")}, model::WordingVerdict::verbatim}) ==
        "invalid_input: C1 is a claim. Only quotes have a wording verdict.");
}

TEST_CASE("an item made by hand gets the next number, its words and its quote") {
  Desk desk;
  base::Span words = test::spanOf("went up by 12 percent");
  words.begin -= 1;  // the blank before it
  CHECK(desk.run(app::AddItem{desk.article(), model::ItemKind::claim, {words}}) == "C3 added");
  const model::Item made = desk.item("C3");
  CHECK(made.anchor.exact == "went up by 12 percent");
  CHECK(made.anchor.prefix.ends_with("“Fares "));
  CHECK(made.anchor.suffix.starts_with(",” said"));
  CHECK(made.parent == desk.id("Q1"));
  CHECK(desk.detail("C3")->speaker->name == "Ada Brook");

  REQUIRE(desk->execute(app::RemoveItems{{desk.id("C3")}}));
  CHECK(errorOf(desk->findItem("C3")).starts_with("not_found: There is no item C3"));
  CHECK(desk.run(app::AddItem{
            desk.article(), model::ItemKind::direct, {test::spanOf("ferry was late")}}) ==
        "Q3 added");
  CHECK(desk.run(app::AddItem{
            desk.article(), model::ItemKind::claim, {test::spanOf("ferry was late")}}) ==
        "C4 added");
}

TEST_CASE("an empty or foreign selection makes no item") {
  Desk desk;
  CHECK(desk.run(app::AddItem{desk.article(), model::ItemKind::claim, {{16, 17}}}) ==
        "invalid_input: Nothing is selected. Select some words of the article first.");
  CHECK(desk.run(app::AddItem{desk.article(), model::ItemKind::claim, {{0, 100'000}}}) ==
        "invalid_input: The selection lies outside the article. Select the words again.");
  CHECK(desk.view()->rows.size() == 4);
}

TEST_CASE("an item is moved to other words and back") {
  Desk desk;
  CHECK(desk.run(app::MoveItem{desk.id("C2"), {test::spanOf("the ferry was late")}}) == "C2 moved");
  CHECK(desk.item("C2").anchor.exact == "the ferry was late");
  REQUIRE(desk->undo());
  CHECK(desk.item("C2").anchor.exact == "The council denied that the ferry was late in May.");
}

TEST_CASE("the history of an item tells who, what and from what to what") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, Status::wrong, {}}));
  REQUIRE(desk->undo());
  const auto history = desk.detail("Q1")->history;
  REQUIRE(history.size() == 3);
  CHECK(history[0].what == "created");
  CHECK(history[1].actor == "mara");
  CHECK(history[1].command == "Mark Q1 wrong");
  CHECK(history[1].what == "status");
  CHECK(history[1].before == "unchecked");
  CHECK(history[1].after == "wrong");
  CHECK(history[1].undone);
  CHECK(history[2].command == "Undo: Mark Q1 wrong");
  CHECK(history[2].after == "unchecked");
}

TEST_CASE("a command without items is refused") {
  Desk desk;
  CHECK(desk.run(app::SetStatus{{}, Status::wrong, {}}) ==
        "invalid_input: No item is selected. Choose one first.");
}
