#include <catch2/catch_amalgamated.hpp>

#include "app/reporting.h"
#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::Terminal;

TEST_CASE("worth answers line by line, empty lines too") {
  Terminal terminal;
  const std::string first = "Rents rose by 12 percent last year.";
  const std::string last = "What a day!";
  CHECK(
      terminal.runWords({"worth"}, first + "\r\n\n" + last) ==
      done(app::worthLine(first) + "\n" + app::worthLine("") + "\n" + app::worthLine(last) + "\n"));
  CHECK(terminal.runWords({"worth"}, "") == done(""));
}

TEST_CASE("a sentence with a figure is worth more than an exclamation") {
  Terminal terminal;
  const auto ran =
      terminal.runWords({"worth"}, "Rents rose by 12 percent last year.\nWhat a day!\n");
  const std::size_t second = ran.out.find('\n') + 1;
  CHECK(std::stod(ran.out) > std::stod(ran.out.substr(second)));
}

TEST_CASE("worth refuses what is no text, and names the line") {
  Terminal terminal;
  const auto ran = terminal.runWords({"worth"}, "Fine.\nbad \xFF byte\n");
  CHECK(ran.code == 1);
  CHECK(ran.out == app::worthLine("Fine.") + "\n");
  CHECK(ran.err ==
        "assay: standard input, line 2: Byte 5 is not valid UTF-8. Convert the text first, for "
        "example with iconv.\n");
}

}  // namespace assay::cli
