#include "cli/lines.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::cli {

TEST_CASE("a text cannot steer the terminal") {
  CHECK(harmless("a\x1B[31mred\x07 b\x7F") == "a\uFFFD[31mred\uFFFD b\uFFFD");
  CHECK(harmless("c1 \xC2\x9B steers as well") == "c1 \uFFFD steers as well");
  CHECK(harmless("line\n\tand tab, ü, 漢") == "line\n\tand tab, ü, 漢");
}

TEST_CASE("a brief text is one line of limited length") {
  CHECK(brief("  several\n lines  of text", 40) == "several lines of text");
  CHECK(brief("0123456789", 5) == "0123…");
}

TEST_CASE("a labelled value keeps its lines under each other") {
  CHECK(labelled("Note", "one\ntwo") == "Note        one\n            two\n");
  CHECK(labelled("Q12", "direct quote") == "Q12         direct quote\n");
}

TEST_CASE("columns line up by what a terminal shows, not by bytes") {
  CHECK(aligned({{"A1", "Für", "x"}, {"A10", "漢字", "y"}, {"A2", "", "z"}}) ==
        "A1   Für   x\n"
        "A10  漢字  y\n"
        "A2         z\n");
  CHECK(aligned({}).empty());
}

}  // namespace assay::cli
