#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::Terminal;

TEST_CASE("show prints what is known of a quote nobody has looked at") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("show Q1") == done("Q1          direct quote\n"
                                        "Text        We lose 40 stalls, … It is a shame.\n"
                                        "Status      ○ unchecked\n"
                                        "Speaker     Jon Reed, a trader\n"
                                        "Wording     not compared\n"
                                        "Claims      C1\n"
                                        "Article     A1 Market hall to close\n"
                                        "Place       35-53, 81-95\n"));
}

TEST_CASE("show prints every decision about a claim") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark C1 corrected");
  terminal.runWords({"set", "C1", "--correction", "30 stalls", "--verdict", "False",
                     "--explanation", "We counted.", "--note", "line one\nline two\x1B[2J",
                     "--flag", "legal"});
  terminal.runWords({"evidence", "add", "C1", "--source-title", "Plan", "--source-url",
                     "https://example.org/plan", "--stance", "refutes", "--excerpt", "30 stalls"});
  CHECK(terminal.run("show C1") ==
        done("C1          claim\n"
             "Text        We lose 40 stalls\n"
             "Status      ✎ corrected\n"
             "Decided     mara, 2026-02-03T14:03:11Z\n"
             "Speaker     Jon Reed, a trader\n"
             "Worth       0.80: number, harm\n"
             "Said in     Q1\n"
             "Flags       legal\n"
             "Correction  30 stalls\n"
             "Verdict     False\n"
             "Explained   We counted.\n"
             "Note        line one\n"
             "            line two\uFFFD[2J\n"
             "Evidence    1 ✗ refutes: S1 other, Plan, https://example.org/plan\n"
             "              “30 stalls”\n"
             "Article     A1 Market hall to close\n"
             "Place       35-52\n"));
}

}  // namespace assay::cli
