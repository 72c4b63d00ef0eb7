#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

namespace {

// The "Evidence" lines of `assay show`.
std::string evidenceOf(Terminal& terminal, const std::string& item) {
  const Ran ran = terminal.run("show " + item);
  const std::size_t from = ran.out.find("Evidence");
  return from == std::string::npos ? "" : ran.out.substr(from, ran.out.find("Article") - from);
}

}  // namespace

TEST_CASE("evidence is added, changed and removed by its place in its item") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"source", "add", "--title", "Minutes"});
  CHECK(terminal.runWords({"evidence", "add", "C2", "--source", "S1", "--stance", "supports",
                           "--excerpt", "the roof is unsafe", "--locator", "page 4"}) ==
        done("C2: S1 “Minutes” supports\n"));
  CHECK(terminal.runWords({"evidence", "add", "C2", "--source-title", "Letter", "--source-kind",
                           "diary", "--stance", "refutes", "--note", "unsigned"}) ==
        done("C2: S2 “Letter” refutes\n"));
  CHECK(evidenceOf(terminal, "C2") ==
        "Evidence    1 ✓ supports: S1 other, Minutes\n"
        "              “the roof is unsafe”\n"
        "              at page 4\n"
        "            2 ✗ refutes: S2 diary or letter, Letter\n"
        "              unsigned\n");
  CHECK(terminal.runWords({"evidence", "edit", "C2", "2", "--stance", "inconclusive", "--note",
                           ""}) == done("Evidence of C2 saved\n"));
  CHECK(terminal.run("evidence remove C2 1") == done("Evidence removed from C2\n"));
  CHECK(evidenceOf(terminal, "C2") == "Evidence    1 ? inconclusive: S2 diary or letter, Letter\n");
  CHECK(terminal.run("undo").code == 0);
  CHECK(evidenceOf(terminal, "C2").starts_with("Evidence    1 ✓ supports: S1 other, Minutes\n"));
}

TEST_CASE("evidence without its item, source or stance is refused") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"source", "add", "--title", "Minutes"});
  const auto before = terminal.files();
  CHECK(terminal.run("evidence add Q9 --source S1 --stance supports") ==
        refused("There is no item Q9 in DIR/desk.assay. “assay list” shows the items there are."));
  CHECK(terminal.run("evidence add Q1 --source S8 --stance supports") ==
        refused("There is no source “S8”. “assay source list” shows the sources there are."));
  CHECK(terminal.run("evidence add Q1 --source S1 --stance for") ==
        refused("There is no stance “for”. Choose one of: supports, refutes, context, "
                "inconclusive."));
  CHECK(terminal.run("evidence remove Q1 1") ==
        refused("Q1 has no evidence “1”; it has 0. “assay show Q1” numbers it."));
  CHECK(terminal.run("evidence add Q1 --source S1") ==
        misused("assay evidence add wants --stance. See: assay evidence add --help"));
  CHECK(terminal.run("evidence add Q1 --stance supports") ==
        misused("Name one source: --source S1, or --source-title for a new one. See: assay "
                "evidence add --help"));
  CHECK(terminal.run("evidence add Q1 --stance supports --source S1 --source-title X") ==
        misused("Name one source: --source S1, or --source-title for a new one. See: assay "
                "evidence add --help"));
  CHECK(terminal.run("evidence edit Q1 1") ==
        misused("Nothing to change is named. See: assay evidence edit --help"));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
