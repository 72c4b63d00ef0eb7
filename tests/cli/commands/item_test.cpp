#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::refused;
using test::Terminal;

TEST_CASE("an item is made, moved and removed by hand, by code points") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("item add --at 21-33") == done("C3 added\n"));
  CHECK(terminal.item("C3").anchor.exact == "By Nell Orme");
  CHECK(terminal.run("item add --kind mixed --at 60-68 --at 0-6") == done("Q3 added\n"));
  CHECK(terminal.item("Q3").anchor.exact == "Market … Jon Reed");
  CHECK(terminal.run("item move C3 --at 24-33") == done("C3 moved\n"));
  CHECK(terminal.item("C3").anchor.exact == "Nell Orme");
  CHECK(terminal.run("item remove C3 Q3") == done("C3 and Q3 removed\n"));
  CHECK(terminal.run("show C3") ==
        refused("There is no item C3 in DIR/desk.assay. “assay list” shows the items there are."));
  CHECK(terminal.run("item add --at 0-6") == done("C4 added\n"));
}

TEST_CASE("a place outside the text is refused") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  CHECK(terminal.run("item add --at 150-999") ==
        refused("“150-999” lies outside the text, which has 160 characters."));
  CHECK(terminal.run("item move Q1 --at 9-3") ==
        refused("“9-3” is not a stretch of the text. Write its first character and the one after "
                "its last, counted from 0: 120-180."));
  CHECK(
      terminal.run("item add --at 0-6 --kind quote") ==
      refused("There is no kind of item “quote”. Choose one of: direct, indirect, mixed, claim."));
  CHECK(terminal.run("item add") ==
        misused("assay item add wants --at START-END. See: assay item add --help"));
  CHECK(terminal.run("item move Q1") ==
        misused("assay item move wants --at START-END. See: assay item move --help"));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
