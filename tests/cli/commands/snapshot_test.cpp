#include <catch2/catch_amalgamated.hpp>
#include <sys/stat.h>

#include "base/hash.h"
#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::Ran;
using test::refused;
using test::Terminal;

namespace {

std::string at(const Terminal& terminal, std::string_view name) {
  return (terminal.folder / std::string(name)).string();
}

}  // namespace

TEST_CASE("bytes of a source are kept, listed and written out again") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"source", "add", "--title", "Minutes"});
  terminal.folder.write("minutes.txt", "first");
  terminal.folder.write("later.txt", "second");
  CHECK(terminal.run("snapshot list") == done("No snapshots.\n"));
  CHECK(terminal.runWords({"snapshot", "add", "S1", at(terminal, "minutes.txt")}) ==
        done("S1: minutes.txt kept, 5 bytes\n"));
  CHECK(terminal.runWords({"snapshot", "add", "S1", at(terminal, "later.txt")}) ==
        done("S1: later.txt kept, 6 bytes\n"));
  const Ran list = terminal.run("snapshot list");
  CHECK(list.out.find("S1  1  2026-02-03T") == 0);
  CHECK(list.out.find("  5 bytes  " + base::sha256Hex("first") + "  minutes.txt\n") !=
        std::string::npos);
  const Ran saved = terminal.runWords({"snapshot", "save", "S1", at(terminal, "out.txt")});
  CHECK(saved.code == 0);
  CHECK(saved.out.find("Wrote DIR/out.txt: 6 bytes, taken 2026-02-03T") == 0);
  CHECK(saved.out.ends_with("SHA-256 " + base::sha256Hex("second") + ".\n"));
  CHECK(test::readFile(at(terminal, "out.txt")) == "second");
  CHECK(terminal.runWords({"snapshot", "save", "S1", at(terminal, "out.txt"), "--number", "1"})
            .code == 0);
  CHECK(test::readFile(at(terminal, "out.txt")) == "first");
  CHECK(terminal.run("snapshot remove S1 --number 1") == done("minutes.txt removed\n"));
  CHECK(terminal.run("verify").code == 0);
}

TEST_CASE("a pipe into which nobody writes is refused, not waited for") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"source", "add", "--title", "Minutes"});
  REQUIRE(::mkfifo(at(terminal, "pipe").c_str(), 0600) == 0);
  CHECK(terminal.runWords({"snapshot", "add", "S1", at(terminal, "pipe")}) ==
        refused("DIR/pipe is not a file but a pipe or a device. Name a file to read."));
  CHECK(terminal.run("snapshot list") == done("No snapshots.\n"));
}

TEST_CASE("what is not there is not kept, and not written") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"source", "add", "--title", "Minutes"});
  CHECK(terminal.runWords({"snapshot", "save", "S1", at(terminal, "out.txt")}) ==
        refused("S1 has no snapshot. “assay snapshot add S1 FILE” keeps one."));
  CHECK(terminal.run("snapshot add S8 nothing.txt") ==
        refused("There is no source “S8”. “assay source list” shows the sources there are."));
  CHECK(terminal.runWords({"snapshot", "add", "S1", at(terminal, "none.txt")}).code == 1);
  terminal.folder.write("a.txt", "a");
  terminal.runWords({"snapshot", "add", "S1", at(terminal, "a.txt")});
  CHECK(terminal.run("snapshot remove S1 --number 2") ==
        refused("S1 has no snapshot “2”; it has 1."));
  CHECK(terminal.runWords({"snapshot", "save", "S1", at(terminal, "desk.assay")}) ==
        refused("DIR/desk.assay is the store itself. Name another file."));
}

}  // namespace assay::cli
