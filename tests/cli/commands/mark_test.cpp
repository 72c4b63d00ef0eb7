#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::refused;
using test::Terminal;

TEST_CASE("mark sets the status of one item, and says so") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("mark Q1 verified") == done("Q1 verified\n"));
  CHECK(terminal.item("Q1").status == model::Status::verified);
  CHECK(terminal.item("Q1").decidedBy == "mara");
  CHECK(terminal.run("mark q1 VERIFIED") == done("Q1 verified (nothing had to change)\n"));
}

TEST_CASE("mark takes several items and a note, as one step") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.runWords({"mark", "Q1", "C2", "Q1", "in progress", "--note",
                           "rang the council"}) == done("Q1 and C2 in progress\n"));
  CHECK(terminal.item("C2").status == model::Status::inProgress);
  CHECK(terminal.item("C2").note == "rang the council");
  CHECK(terminal.run("undo") == done("Undone: Mark Q1 and C2 in progress\n"));
  CHECK(terminal.item("Q1").status == model::Status::unchecked);
  CHECK(terminal.item("C2").note.empty());
}

TEST_CASE("mark --all marks what passes the filters") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("mark Q1 wrong") == done("Q1 wrong\n"));
  CHECK(terminal.run("mark --all --status unchecked --kind claim verified") ==
        done("C1 and C2 verified\n"));
  CHECK(terminal.item("Q2").status == model::Status::unchecked);
  CHECK(terminal.item("Q1").status == model::Status::wrong);
  CHECK(terminal.run("mark --all cut") == done("Q1, C1 and 2 more cut\n"));
  CHECK(terminal.run("mark --all --status wrong verified") ==
        done("No item passes; nothing was changed.\n"));
}

TEST_CASE("mark --all never guesses the article") {
  Terminal terminal;
  terminal.takeIn();
  terminal.takeIn(test::fairArticle());
  CHECK(terminal.run("mark --all verified") ==
        refused("The store holds 2 articles: A1 “Market hall to close”, A2 “Fair opens early”. "
                "Say which with --article A1."));
  CHECK(terminal.run("mark --all --article A2 verified") == done("Q1 verified\n"));
  CHECK(terminal.item("A2:Q1").status == model::Status::verified);
  CHECK(terminal.item("A1:Q1").status == model::Status::unchecked);
  CHECK(terminal.run("mark Q1 cut") ==
        refused("2 articles have an item Q1: A1 “Market hall to close”, A2 “Fair opens early”. "
                "Say which, for example A1:Q1."));
  CHECK(terminal.run("mark A1:Q1 cut") == done("Q1 cut\n"));
  CHECK(terminal.run("mark --article A2 Q1 cut") == done("Q1 cut\n"));
}

TEST_CASE("mark refuses what is not there and changes nothing") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  CHECK(terminal.run("mark Q1 done") ==
        refused("There is no status “done”. Choose one of: unchecked, in_progress, verified, "
                "corrected, disputed, wrong, unverifiable, on_author, not_checkable, cut."));
  CHECK(terminal.run("mark Q1 Q9 verified") ==
        refused("There is no item Q9 in DIR/desk.assay. “assay list” shows the items there are."));
  CHECK(terminal.run("mark seven verified") ==
        refused("“seven” is not an item number. Quotes are named like Q3, claims like C12; “assay "
                "list” shows them."));
  CHECK(terminal.run("mark --article A7 Q1 verified") ==
        refused("There is no article “A7”. The store holds A1 “Market hall to close”."));
  CHECK(terminal.files() == before);
}

TEST_CASE("mark told wrongly is wrong usage") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  CHECK(terminal.run("mark") == misused("assay mark wants ITEM… STATUS. See: assay mark --help"));
  CHECK(terminal.run("mark verified") ==
        misused("assay mark wants ITEM… STATUS. See: assay mark --help"));
  CHECK(terminal.run("mark --all Q1 verified") ==
        misused("Name items or give --all, not both. See: assay mark --help"));
  CHECK(terminal.run("mark --status wrong Q1 verified") ==
        misused("--status, --kind and --text choose among all items: add --all. See: assay mark "
                "--help"));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
