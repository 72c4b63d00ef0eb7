#include <catch2/catch_amalgamated.hpp>

#include <algorithm>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

TEST_CASE("the record goes out as lines and makes the same store again") {
  Terminal terminal;
  terminal.takeIn();
  const Ran out = terminal.run("export-events");
  CHECK(out.code == 0);
  CHECK(std::ranges::count(out.out, '\n') == 9);
  const std::string file = (terminal.folder / "desk.jsonl").string();
  CHECK(terminal.runWords({"export-events", "-o", file}) ==
        done("Wrote DIR/desk.jsonl: 9 events.\n"));
  const std::string other = (terminal.folder / "other.assay").string();
  CHECK(terminal.runWords({"import-events", file, "--store", other}) ==
        done("Took in 9 events; 0 were known already.\n"));
  CHECK(terminal.runWords({"import-events", "-", "--store", other}, test::readFile(file)) ==
        done("Took in 0 events; 9 were known already.\n"));
  CHECK(terminal.runWords({"list", "--store", other}) == terminal.run("list"));
  CHECK(terminal.runWords({"import-events", "-"}, "{}\n").err.starts_with("assay: -: Line 1: "));
}

TEST_CASE("redacted words are gone, and verify says why") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.runWords({"redact", "Jon Reed"}) ==
        misused("Say why with --reason. See: assay redact --help"));
  CHECK(terminal.runWords({"redact", "Nobody", "--reason", "Court"}) ==
        refused("The words to redact do not occur in the store. Upper and lower case count."));
  const Ran ran = terminal.runWords({"redact", "Jon Reed", "--reason", "Court order 7"});
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("Redacted in "));
  CHECK(ran.out.ends_with(" events. Backups and exports made before still hold the words.\n"));
  CHECK(terminal.run("show Q1").out.find("********") != std::string::npos);
  const Ran verified = terminal.run("verify");
  CHECK(verified.code == 0);
  CHECK(verified.out.find("Court order 7") != std::string::npos);
  CHECK(test::readFile(terminal.folder / "desk.assay").find("Jon Reed") == std::string::npos);
}

}  // namespace assay::cli
