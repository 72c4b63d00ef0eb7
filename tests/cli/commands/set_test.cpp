#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::refused;
using test::Terminal;

TEST_CASE("set writes every field it is given") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.runWords({"set", "Q1", "--speaker", "Jo Reed", "--wording", "trimmed",
                           "--correction", "30 stalls", "--verdict", "Half True", "--explanation",
                           "Ten may stay.", "--note", "counted them", "--flag", "legal", "--flag",
                           "call back"}) == done("Speaker of Q1: Jo Reed\n"
                                                 "Wording of Q1: trimmed\n"
                                                 "Saved the correction of Q1\n"
                                                 "Saved the verdict of Q1\n"
                                                 "Saved the explanation of Q1\n"
                                                 "Saved the note of Q1\n"
                                                 "Q1 flagged legal\n"
                                                 "Q1 flagged call back\n"));
  const model::Item item = terminal.item("Q1");
  CHECK(item.wording == model::WordingVerdict::trimmed);
  CHECK(item.correction == "30 stalls");
  CHECK(item.verdict == "Half True");
  CHECK(item.explanation == "Ten may stay.");
  CHECK(item.note == "counted them");
  CHECK(item.flags.has(model::Flag::legal));
  CHECK(item.flags.has(model::Flag::callBack));
  CHECK(terminal.item("C1").speaker == item.speaker);
}

TEST_CASE("set lowers flags and clears texts") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"set", "C2", "--note", "first", "--flag", "publish"});
  CHECK(terminal.runWords({"set", "C2", "--note", "", "--no-flag", "publish"}) ==
        done("Saved the note of C2\nC2 no longer publish\n"));
  CHECK(terminal.item("C2").note.empty());
  CHECK(terminal.item("C2").flags == model::FlagSet{});
}

TEST_CASE("a slip in one option of set changes nothing at all") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  CHECK(terminal.run("set Q1 --speaker Jo --wording same") ==
        refused("There is no wording verdict “same”. Choose one of: none, verbatim, trimmed, "
                "altered, out_of_context, not_found, no_record."));
  CHECK(terminal.run("set Q1 --note seen --flag urgent") ==
        refused("There is no flag “urgent”. Choose one of: postponed, legal, sensitive, "
                "call_back, publish."));
  CHECK(terminal.run("set Q1") == misused("Nothing to set is named. See: assay set --help"));
  CHECK(terminal.run("set C2 --wording verbatim") ==
        refused("C2 is a claim. Only quotes have a wording verdict."));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
