#include "tests/support/golden.h"

#include <catch2/catch_amalgamated.hpp>

using assay::test::difference;

TEST_CASE("equal texts have no difference") {
  CHECK(difference("", "") == std::nullopt);
  CHECK(difference("a\nb\n", "a\nb\n") == std::nullopt);
}

TEST_CASE("a changed line is shown between its neighbours") {
  CHECK(difference("1\n2\n3\nold\n5\n6\n7\n", "1\n2\n3\nnew\n5\n6\n7\n") ==
        "line 4:\n  2\n  3\n- old\n+ new\n  5\n  6\n");
}

TEST_CASE("lines that came or went are shown") {
  CHECK(difference("1\n2\n", "1\nmore\n2\n") == "line 2:\n  1\n+ more\n  2\n");
  CHECK(difference("1\ngone\n", "1\n") == "line 2:\n  1\n- gone\n");
}

TEST_CASE("what cannot be seen is made visible") {
  CHECK(difference("end\n", "end \t\n") == "line 1:\n- end\n+ end·\\t\n");
  CHECK(difference("end\n", "end\r\n") == "line 1:\n- end\n+ end\\r\n");
  CHECK(difference("end\n", "end") == "line 1:\n- end\n+ end⏎ missing at the end\n");
}

TEST_CASE("a long difference is cut and says how much") {
  std::string old;
  for (int i = 0; i < 15; ++i) old += "old\n";
  const auto found = difference(old, "new\n");
  REQUIRE(found);
  CHECK(found->ends_with("- old\n- … and 3 more lines\n+ new\n"));
}
