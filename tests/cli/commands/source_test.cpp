#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::refused;
using test::Terminal;

TEST_CASE("sources are noted down, changed and listed") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("source list") == done("No sources.\n"));
  CHECK(terminal.runWords({"source", "add", "--title", "Minutes, 4 March", "--kind",
                           "official record", "--url", "https://example.org/minutes", "--looked-at",
                           "2026-02-03"}) == done("S1 “Minutes, 4 March” added\n"));
  CHECK(terminal.runWords({"source", "add", "--title", "A trader", "--kind", "interview",
                           "--contact", "by telephone", "--sensitive"}) ==
        done("S2 “A trader” added\n"));
  CHECK(terminal.run("source list") ==
        done("S1  official record     2026-02-03             Minutes, 4 March  "
             "https://example.org/minutes\n"
             "S2  person interviewed              sensitive  A trader          \n"));
  CHECK(terminal.runWords({"source", "edit", "S2", "--title", "A stall holder",
                           "--no-sensitive"}) == done("S2 “A stall holder” saved\n"));
  CHECK(terminal.run("source edit 1 --looked-at=") == done("S1 “Minutes, 4 March” saved\n"));
  CHECK(terminal.run("source list") ==
        done("S1  official record         Minutes, 4 March  https://example.org/minutes\n"
             "S2  person interviewed      A stall holder    \n"));
}

TEST_CASE("a source that makes no sense is refused") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  CHECK(terminal.run("source add --kind book") ==
        refused("A source needs a title or a web address. Fill in one of them."));
  CHECK(terminal.run("source add --title X --url javascript:alert(1)") ==
        refused("“javascript:alert(1)” is not a web address. It must begin with http:// or "
                "https:// and hold no blanks."));
  CHECK(terminal.run("source add --title X --looked-at 2026-02-30") ==
        refused("“2026-02-30” is not a date. Write the day it was looked at as year, month and "
                "day: 2026-02-03."));
  CHECK(terminal.run("source add --title X --kind blog").code == 1);
  CHECK(terminal.run("source edit S4 --title X") ==
        refused("There is no source “S4”. “assay source list” shows the sources there are."));
  CHECK(terminal.run("source edit S4") ==
        misused("Nothing to change is named. See: assay source edit --help"));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
