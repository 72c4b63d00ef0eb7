#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::refused;
using test::Terminal;

TEST_CASE("undo and redo go back and forth, each in a run of its own") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  terminal.run("mark Q1 disputed");
  CHECK(terminal.run("undo") == done("Undone: Mark Q1 disputed\n"));
  CHECK(terminal.item("Q1").status == model::Status::verified);
  CHECK(terminal.run("undo") == done("Undone: Mark Q1 verified\n"));
  CHECK(terminal.run("redo") == done("Redone: Mark Q1 verified\n"));
  CHECK(terminal.item("Q1").status == model::Status::verified);
}

TEST_CASE("undo and redo with nothing to do are refused") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("redo").code == 1);
  CHECK(terminal.run("undo --actor somebody-else").code == 1);
}

TEST_CASE("what somebody else changed since is not taken back") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  CHECK(terminal.run("mark Q1 wrong --actor ben") == done("Q1 wrong\n"));
  const auto before = terminal.files();
  const auto ran = terminal.run("undo");
  CHECK(ran.code == 1);
  CHECK(ran.out.empty());
  CHECK(terminal.files() == before);
  CHECK(terminal.item("Q1").status == model::Status::wrong);
}

}  // namespace assay::cli
