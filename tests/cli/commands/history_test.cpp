#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Terminal;

TEST_CASE("the history of a store has one line for every command") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified --note seen");
  terminal.clock.advance(1000);
  terminal.run("mark C1 wrong --actor ben");
  terminal.clock.advance(1000);
  terminal.run("undo");
  CHECK(terminal.run("history") ==
        done("2026-02-03T14:02:11Z  mara  Import “Market hall to close”\n"
             "2026-02-03T14:03:11Z  mara  Mark Q1 verified (undone)\n"
             "2026-02-03T14:03:12Z  ben   Mark C1 wrong\n"
             "2026-02-03T14:03:13Z  mara  Undo: Mark Q1 verified\n"));
  CHECK(terminal.run("history --limit 1") ==
        done("2026-02-03T14:03:13Z  mara  Undo: Mark Q1 verified\n"));
  CHECK(terminal.run("history --limit 0") ==
        misused("--limit takes a number above 0. See: assay history --help"));
}

TEST_CASE("the history of an item has every change of it") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q2 disputed");
  terminal.runWords({"set", "Q2", "--speaker", "Nell Orme"});
  CHECK(terminal.run("history Q2") ==
        done("2026-02-03T14:02:11Z  mara  Import “Market hall to close”   created\n"
             "2026-02-03T14:03:11Z  mara  Mark Q2 disputed                status: unchecked → "
             "disputed\n"
             "2026-02-03T14:03:11Z  mara  Set speaker of Q2 to Nell Orme  speaker: “The council” "
             "→ “Nell Orme”\n"));
}

}  // namespace assay::cli
