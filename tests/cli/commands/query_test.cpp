#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::refused;
using test::Terminal;

TEST_CASE("queries are noted, asked, answered and listed by recipient") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("query list") == done("No open queries.\n"));
  CHECK(terminal.runWords({"query", "add", "C2", "--to", "Nell Orme", "--contact", "555 0199",
                           "--text", "Which engineer?"}) ==
        done("C2: query 1 to Nell Orme (author)\n"));
  CHECK(terminal.runWords({"query", "add", "Q1", "C1", "--as", "lawyer", "--text",
                           "May we name him?", "--asked"}) ==
        done("Q1 and C1: query 2 to the lawyer\n"));
  CHECK(terminal.runWords({"query", "add", "Q2", "--to", "nell orme", "--text", "When?"}) ==
        done("Q2: query 3 to nell orme (author)\n"));
  CHECK(terminal.run("query list") ==
        done("Nell Orme (author), 555 0199\n"
             "  1  A1:C2  ○ to ask  Which engineer?\n"
             "  3  A1:Q2  ○ to ask  When?\n"
             "\n"
             "the lawyer\n"
             "  2  A1:Q1,C1  ◐ asked 2026-02-03  May we name him?\n"));
  CHECK(terminal.run("query ask 1 3") == done("2 queries asked\n"));
  CHECK(terminal.run("query ask 3 --not-yet") == done("query 3 to ask\n"));
  CHECK(terminal.runWords({"query", "answer", "1", "Of the council."}) ==
        done("query 1 answered\n"));
  CHECK(terminal.run("query remove 2") == done("query 2 removed\n"));
  CHECK(terminal.run("query list") == done("nell orme (author)\n"
                                           "  3  A1:Q2  ○ to ask  When?\n"));
  CHECK(terminal.run("query list --all --article A1").out.find("→ Of the council.") !=
        std::string::npos);
  CHECK(terminal.run("show C2").out.find("Queries     1 ✓ answered Nell Orme (author)\n"
                                         "              Which engineer?\n"
                                         "              → Of the council.\n") != std::string::npos);
  CHECK(terminal.run("search engineer") == done("query 1  query text  Which [engineer]?\n"));
  CHECK(terminal.run("undo").code == 0);
  CHECK(terminal.run("verify").code == 0);
}

TEST_CASE("a query without words, of nobody's kind or about nothing is refused") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  CHECK(terminal.run("query add C2") ==
        misused("assay query add wants --text. See: assay query add --help"));
  CHECK(terminal.runWords({"query", "add", "C2", "--text", " "}) ==
        refused("A query needs words. Write what is to be asked."));
  CHECK(terminal.runWords({"query", "add", "C2", "--text", "Who?", "--as", "dog"}) ==
        refused("There is no kind of recipient “dog”. Choose one of: author, editor, lawyer, "
                "speaker, expert, other."));
  CHECK(terminal.run("query ask 1") ==
        refused("There is no query “1”. “assay query list --all” shows the queries there are."));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
