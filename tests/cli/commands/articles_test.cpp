#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::Terminal;

TEST_CASE("articles are listed with how far each is") {
  Terminal terminal;
  terminal.takeIn();
  terminal.takeIn(test::fairArticle());
  terminal.run("mark A1:Q1 C2 verified");
  CHECK(terminal.run("articles") ==
        done("A1  Market hall to close  2 quotes  2 claims  2 of 4 checked\n"
             "A2  Fair opens early      1 quote   0 claims  0 of 1 checked\n"));
}

TEST_CASE("a store without articles says so") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("undo").code == 0);
  CHECK(terminal.run("articles") == done("No articles.\n"));
}

}  // namespace assay::cli
