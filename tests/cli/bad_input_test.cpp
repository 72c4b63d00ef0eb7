// Every way input can be bad: a whole sentence, exit code 1, and nothing half-written. Missing
// rights and full disks of a real process are in tests/main.
#include <catch2/catch_amalgamated.hpp>

#include <fstream>

#include "tests/cli/terminal.h"
#include "tests/support/memory_file_system.h"

namespace assay::cli {

using test::Ran;
using test::refused;
using test::Terminal;

namespace {

// Imports one file with these bytes; afterwards nothing but the file may be there.
Ran importOf(Terminal& terminal, const std::string& name, std::string_view bytes) {
  const auto file = terminal.folder.write(name, bytes);
  const auto before = terminal.files();
  const Ran ran = terminal.runWords({"import", file.string()});
  CHECK(terminal.files() == before);
  CHECK(ran.code == 1);
  CHECK(ran.out.empty());
  CHECK(ran.err.starts_with("assay: "));
  CHECK(ran.err.ends_with(".\n"));
  CHECK(ran.err.find(name) != std::string::npos);
  return ran;
}

// Every command that uses a store, on the one that $ASSAY_STORE names.
const char* const kStoreCommands[] = {"list",
                                      "show Q1",
                                      "articles",
                                      "history",
                                      "source list",
                                      "verify",
                                      "report --format md -o -",
                                      "mark Q1 verified",
                                      "set Q1 --note x",
                                      "undo",
                                      "redo",
                                      "source add --title x",
                                      "evidence add Q1 --source S1 --stance supports",
                                      "item add --at 0-6"};

}  // namespace

TEST_CASE("an article that is missing, empty, binary or no text is refused") {
  Terminal terminal;
  CHECK(terminal.runWords({"import", (terminal.folder / "gone.txt").string()}) ==
        refused("There is no file DIR/gone.txt. Check the name and the folder."));
  CHECK(terminal.runWords({"import", terminal.folder.path().string()}) ==
        refused("DIR is a folder. Name a file to read."));
  CHECK(terminal.files().empty());
  importOf(terminal, "empty.txt", "");
  importOf(terminal, "blank.txt", " \n\t\n");
  importOf(terminal, "program.txt",
           std::string_view("\x7F"
                            "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                            16));
  importOf(terminal, "paper.pdf", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n");
  importOf(terminal, "picture.txt", "\x89PNG\r\n\x1A\n");
}

TEST_CASE("bytes that are no UTF-8 are decoded or refused, never taken in half") {
  Terminal terminal;
  const auto file =
      terminal.folder.write("old.txt", "Caf\xE9 owner: \x93We close,\x94 she said.\n");
  const Ran ran = terminal.runWords({"import", "--print", "text", file.string()});
  if (ran.code == 0) {
    CHECK(ran.out == "Café owner: “We close,” she said.\n");
  } else {
    CHECK(ran.err.starts_with("assay: "));
    CHECK(ran.out.empty());
  }
}

TEST_CASE("200 MB are refused before they are read") {
  Terminal terminal;
  const auto file = terminal.folder / "huge.txt";
  std::ofstream(file) << "x";
  std::filesystem::resize_file(file, 200'000'000);  // a hole: takes no space on the disk
  CHECK(terminal.runWords({"import", file.string()}) ==
        refused("DIR/huge.txt is larger than 50 MB, the most that is read. Cut it into parts."));
  CHECK_FALSE(std::filesystem::exists(terminal.folder / "desk.assay"));
}

TEST_CASE("an article that may not be read is refused") {
  Terminal terminal;
  test::MemoryFileSystem files;
  files.refuseRead("/desk/locked.txt",
                   {base::ErrorCode::io,
                    "Cannot read /desk/locked.txt. Permission denied; choose another place or ask "
                    "for access.",
                    "", nullptr});
  terminal.fileSystem = &files;
  CHECK(terminal.run("import /desk/locked.txt") ==
        refused("Cannot read /desk/locked.txt. Permission denied; choose another place or ask for "
                "access."));
  CHECK(terminal.files().empty());
}

TEST_CASE("a store that is not there is not made by looking at it") {
  Terminal terminal;
  for (const char* line : kStoreCommands) {
    CAPTURE(line);
    CHECK(terminal.run(line) ==
          refused("There is no store DIR/desk.assay. “assay import FILE --store DIR/desk.assay” "
                  "makes one."));
  }
  CHECK(terminal.files().empty());
}

TEST_CASE("a store that is a text file is refused and stays as it is") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  terminal.folder.write("desk.assay", "Just some words in a file.\n");
  const auto before = terminal.files();
  const Ran first = terminal.run("list");
  CHECK(first.code == 1);
  CHECK(first.err.starts_with("assay: "));
  CHECK(first.err.find("DIR/desk.assay") != std::string::npos);
  for (const char* line : kStoreCommands) {
    CAPTURE(line);
    CHECK(terminal.run(line) == first);
  }
  CHECK(terminal.runWords({"import", market.string()}) == first);
  CHECK(terminal.files() == before);
}

TEST_CASE("a store of a newer program is refused and stays as it is") {
  Terminal terminal;
  terminal.takeIn();
  const auto file = terminal.folder / "desk.assay";
  std::string bytes = test::readFile(file);
  // user_version: four bytes at 60, big-endian.
  bytes[60] = 0;
  bytes[61] = 0;
  bytes[62] = 3;
  bytes[63] = static_cast<char>(0xE7);
  std::ofstream(file, std::ios::binary) << bytes;
  const auto before = terminal.files();
  for (const char* line : kStoreCommands) {
    CAPTURE(line);
    const Ran ran = terminal.run(line);
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("newer") != std::string::npos);
  }
  CHECK(terminal.files() == before);
}

TEST_CASE("a store below something that is no folder is refused") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const auto before = terminal.files();
  const Ran ran =
      terminal.runWords({"import", market.string(), "--store", market.string() + "/x.assay"});
  CHECK(ran.code == 1);
  CHECK(ran.out.empty());
  CHECK(ran.err.starts_with("assay: "));
  CHECK(terminal.files() == before);
}

TEST_CASE("a folder that cannot be written, as the file system tells it") {
  Terminal terminal;
  terminal.takeIn();
  test::MemoryFileSystem files;
  files.put(terminal.folder / "desk.assay", "on the real disk");
  files.refuseWrites({base::ErrorCode::io,
                      "Cannot write /r/report.html. The file system is read-only; choose another "
                      "place.",
                      "", nullptr});
  terminal.fileSystem = &files;
  CHECK(
      terminal.run("report -o /r/report.html") ==
      refused("Cannot write /r/report.html. The file system is read-only; choose another place."));
  CHECK_FALSE(files.get("/r/report.html").has_value());
}

TEST_CASE("a full disk leaves no report behind") {
  Terminal terminal;
  terminal.takeIn();
  test::MemoryFileSystem files;
  files.put(terminal.folder / "desk.assay", "on the real disk");
  files.put("/r/report.html", "the old report");
  files.refuseWrites({base::ErrorCode::io,
                      "Cannot write /r/report.html. The disk is full; free some space and try "
                      "again.",
                      "", nullptr});
  terminal.fileSystem = &files;
  CHECK(terminal.run("report -o /r/report.html") ==
        refused("Cannot write /r/report.html. The disk is full; free some space and try again."));
  CHECK(files.get("/r/report.html") == "the old report");
}

TEST_CASE("standard input without an end is cut off with a sentence") {
  Terminal terminal;
  const Ran ran = terminal.runWords({"import", "-"}, std::string(50'000'001, 'x'));
  CHECK(ran == refused("Standard input is larger than 50 MB, the most that is read. Cut it into "
                       "parts."));
  CHECK(terminal.files().empty());
}

}  // namespace assay::cli
