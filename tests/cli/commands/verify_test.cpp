#include <catch2/catch_amalgamated.hpp>

#include <fstream>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::Ran;
using test::Terminal;

TEST_CASE("verify says what it looked at") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  const Ran ran = terminal.run("verify");
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.starts_with("DIR/desk.assay is whole: 1 article, 4 items, 2 commands, "));
  const std::size_t head = ran.out.find("Newest event ");
  REQUIRE(head != std::string::npos);
  CHECK(ran.out.size() - head == std::string("Newest event ").size() + 64 + 1);
}

TEST_CASE("verify finds a store that was tampered with, and names it in every sentence") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"set", "Q1", "--note", "the genuine note"});
  const auto file = terminal.folder / "desk.assay";
  std::string bytes = test::readFile(file);
  std::size_t changed = 0;
  for (std::size_t at = bytes.find("genuine"); at != std::string::npos;
       at = bytes.find("genuine", at)) {
    bytes.replace(at, 7, "altered");
    ++changed;
  }
  REQUIRE(changed > 0);
  std::ofstream(file, std::ios::binary) << bytes;
  const Ran ran = terminal.run("verify");
  CHECK(ran.code == 1);
  CHECK(ran.err.starts_with("assay: DIR/desk.assay: "));
  CHECK(ran.out.find("is whole") == std::string::npos);
}

}  // namespace assay::cli
