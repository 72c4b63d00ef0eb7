#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

TEST_CASE("search shows where words stand") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"set", "Q2", "--note", "Café owner says the same"});
  CHECK(terminal.run("search cafe") == done("A1:Q2  note  [Café] owner says the same\n"));
  CHECK(terminal.run("search roof --limit 1").out.find("[roof]") != std::string::npos);
  CHECK(terminal.runWords({"search", "\"owner says\"", "sam*"}) ==
        done("A1:Q2  note  Café [owner says] the [same]\n"));
  CHECK(terminal.run("search zebra") == done("Nothing was found.\n"));
}

TEST_CASE("search says what it cannot look for") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("search ?!") ==
        refused("There is no word to search for. Type words, \"words in a row\", or the beginning "
                "of a word with a star: harb*"));
  CHECK(terminal.run("search x --limit 0") ==
        misused("--limit takes a number from 1 to 1000. See: assay search --help"));
}

}  // namespace assay::cli
