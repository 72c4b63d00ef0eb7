#include "app/session.h"

#include <catch2/catch_amalgamated.hpp>

#include "base/hash.h"
#include "tests/app/desk.h"

using namespace assay;
using test::Desk;
using test::errorOf;

TEST_CASE("an article is taken in with its items, in order and numbered") {
  Desk desk(false);
  auto outcome = desk->execute(test::smallArticle());
  REQUIRE(outcome);
  CHECK(outcome->message == "Imported “Ferry fares rise”: 2 quotes, 2 claims");
  CHECK(outcome->at == desk.clock.now());
  CHECK(outcome->items.size() == 4);

  const auto view = desk.view();
  CHECK(view->number == "A1");
  CHECK(view->article.title == "Ferry fares rise");
  CHECK(view->draft->text == test::kArticle);
  CHECK(view->draft->blocks == test::smallArticle().extraction.blocks);
  REQUIRE(view->rows.size() == 4);
  std::vector<std::string> numbers;
  for (const auto& row : view->rows) numbers.push_back(row.number);
  CHECK(numbers == std::vector<std::string>{"Q1", "C1", "C2", "Q2"});
  CHECK(view->rows[1].child);
  CHECK(view->rows[1].parent == "Q1");
  CHECK(view->rows[1].speaker == "Ada Brook");
  CHECK(view->rows[3].speaker.empty());
  CHECK_FALSE(view->rows[2].child);
  CHECK(view->settled == 0);
  CHECK(view->perStatus[0] == 4);
}

TEST_CASE("the same text is not taken in twice") {
  Desk desk;
  CHECK(desk.run(test::smallArticle()) ==
        "conflict: ferry.txt is already in the store as A1 “Ferry fares rise”. Open that article.");
  CHECK(desk->articles()->size() == 1);
}

TEST_CASE("an article without a headline is named after its file") {
  Desk desk(false);
  auto article = test::smallArticle();
  article.extraction.title.clear();
  article.document.origin = "drafts/ferry-fares.txt";
  REQUIRE(desk->execute(article));
  CHECK(desk.view()->article.title == "ferry-fares");
}

TEST_CASE("a byline in the text is the article's, unless the format names one") {
  Desk desk(false);
  auto article = test::smallArticle();
  article.extraction.blocks[1].role = model::BlockRole::byline;
  REQUIRE(desk->execute(article));
  CHECK(desk.view()->article.byline ==
        "“Fares went up by 12 percent,” said Ada Brook, the harbour master.");
  REQUIRE(desk->undo());
  article.document.byline = "By Ada Brook";
  REQUIRE(desk->execute(article));
  CHECK(desk.view()->article.byline == "By Ada Brook");
}

TEST_CASE("an import can be taken back and brought again") {
  Desk desk;
  CHECK(desk->undoLabel() == "Import “Ferry fares rise”");
  CHECK(desk->undo()->message == "Undone: Import “Ferry fares rise”");
  CHECK(desk->articles()->empty());
  CHECK(errorOf(desk->undo()).starts_with("not_found: "));
  CHECK(desk->redo()->message == "Redone: Import “Ferry fares rise”");
  CHECK(desk.view()->rows.size() == 4);
}

TEST_CASE("items and articles are named by people, never guessed") {
  Desk desk;
  CHECK(desk->findItem("q1") == desk.id("Q1"));
  CHECK(desk->findItem("A1:C2") == desk.id("C2"));
  CHECK(errorOf(desk->findItem("Q9")) == "not_found: There is no item Q9 in " +
                                             desk->path().string() +
                                             ". “assay list” shows the items there are.");
  CHECK(errorOf(desk->findItem("third")) ==
        "invalid_input: “third” is not an item number. Quotes are named like Q3, claims like C12; "
        "“assay list” shows them.");

  auto second = test::smallArticle();
  second.document.text += "\n";
  second.document.sha256 = base::sha256Hex(second.document.text);
  second.extraction.title = "Second look";
  REQUIRE(desk->execute(second));
  CHECK(errorOf(desk->findItem("Q1")) ==
        "invalid_input: 2 articles have an item Q1: A1 “Ferry fares rise”, A2 “Second look”. Say "
        "which, for example A1:Q1.");
  CHECK(desk->findItem("A2:Q1"));
  CHECK(desk->findItem("Q1", "A2") == desk->findItem("A2:Q1"));
  CHECK(errorOf(desk->findArticle({})) ==
        "invalid_input: The store holds 2 articles: A1 “Ferry fares rise”, A2 “Second look”. Say "
        "which with --article A1.");
  CHECK(errorOf(desk->findArticle("A7")) ==
        "not_found: There is no article “A7”. The store holds A1 “Ferry fares rise”, A2 “Second "
        "look”.");
}

TEST_CASE("a view is shared until something changes") {
  Desk desk;
  const auto before = desk.view();
  CHECK(desk.view() == before);
  const auto revision = desk->revision();
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, model::Status::verified, {}}));
  CHECK(desk->revision() > revision);
  const auto after = desk.view();
  CHECK(after != before);
  CHECK(before->rows[0].status == model::Status::unchecked);
  CHECK(after->rows[0].status == model::Status::verified);
  CHECK(after->settled == 1);
}

TEST_CASE("a view changed in place equals one read anew") {
  Desk desk;
  app::AddEvidence evidence;
  evidence.evidence.item = desk.id("C1");
  evidence.newSource = model::Source{};
  evidence.newSource->title = "Minutes";
  const std::vector<app::Command> commands{
      app::SetStatus{{desk.id("Q1"), desk.id("C1")}, model::Status::verified, "seen"},
      app::SetFlag{{desk.id("C2")}, model::Flag::legal, true},
      app::SetText{desk.id("Q2"), app::ItemText::correction, "on 3 May"},
      app::SetWording{{desk.id("Q2")}, model::WordingVerdict::altered},
      evidence,
      app::SetStatus{{desk.id("Q1")}, model::Status::inProgress, {}},
  };
  for (const app::Command& command : commands) {
    REQUIRE(desk.view()->rows.size() == 4);  // so that there is one to change
    INFO(desk.run(command));
    const auto changed = desk.view();
    desk.reopen();
    const auto anew = desk.view();
    CHECK(changed->rows == anew->rows);
    CHECK(changed->perStatus == anew->perStatus);
    CHECK(changed->settled == anew->settled);
  }
}

TEST_CASE("undo and redo leave the view that reading anew would give") {
  Desk desk;
  app::AddEvidence evidence;
  evidence.evidence.item = desk.id("C1");
  evidence.newSource = model::Source{};
  evidence.newSource->title = "Minutes";
  app::AddQuery query;
  query.query.items = {desk.id("C2")};
  query.query.recipient = "Hedda Lunt";
  query.query.text = "Which May?";
  const base::Span words = test::spanOf("was late in May");
  const std::vector<app::Command> commands{
      app::SetStatus{{desk.id("Q1"), desk.id("C2")}, model::Status::verified, "seen"},
      evidence,
      query,
      app::SetSpeaker{desk.id("Q2"), "Ada Brook"},
      app::SetSpeaker{desk.id("Q2"), "Somebody New"},
      app::MoveItem{desk.id("C2"), {words}},
      app::RemoveItems{{desk.id("C1")}},
  };
  for (const app::Command& command : commands) {
    REQUIRE_FALSE(desk.view()->rows.empty());  // so that there is one to change
    INFO(desk.run(command));
    for (const bool undo : {true, false}) {
      REQUIRE((undo ? desk->undo() : desk->redo()).has_value());
      const auto changed = desk.view();
      desk.reopen();
      const auto anew = desk.view();
      CHECK(changed->rows == anew->rows);
      CHECK(*changed->speakers == *anew->speakers);
      CHECK(changed->perStatus == anew->perStatus);
      CHECK(changed->perFlag == anew->perFlag);
      CHECK(changed->settled == anew->settled);
      CHECK(changed->quotes == anew->quotes);
    }
  }
}

TEST_CASE("a decision and its undo share all but their row with the view before") {
  Desk desk;
  const auto before = desk.view();
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, model::Status::verified, {}}));
  const auto decided = desk.view();
  CHECK(decided->samePlaces(*before));
  CHECK(decided->draft.same(before->draft));
  CHECK(decided->rows.differences(before->rows) == std::vector<std::size_t>{0});
  REQUIRE(desk->undo().has_value());
  const auto undone = desk.view();
  CHECK(undone->samePlaces(*before));
  CHECK(undone->rows == before->rows);
  // What moves is read anew.
  const base::Span words = test::spanOf("was late in May");
  REQUIRE(desk->execute(app::MoveItem{desk.id("C2"), {words}}));
  CHECK_FALSE(desk.view()->samePlaces(*before));
}

TEST_CASE("a store open for reading changes nothing") {
  Desk desk;
  const model::ItemId quote = desk.id("Q1");
  desk.reopen(true);
  CHECK(desk->readOnly());
  CHECK(desk.run(app::SetStatus{{quote}, model::Status::wrong, {}}) ==
        "unsupported: " + desk->path().string() +
            " is open for reading only; nothing was changed.");
  CHECK(desk.item("Q1").status == model::Status::unchecked);
}

TEST_CASE("an empty store says what to do") {
  Desk desk(false);
  CHECK(errorOf(desk->findArticle({})) == "not_found: " + desk->path().string() +
                                              " holds no article yet. Import one with “assay "
                                              "import FILE”.");
}
