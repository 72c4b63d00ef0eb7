#include <catch2/catch_amalgamated.hpp>

#include <fstream>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

TEST_CASE("a backup is taken, and restored beside the store") {
  Terminal terminal;
  terminal.takeIn();
  const std::string copy = (terminal.folder / "monday.assay").string();
  const std::string restored = (terminal.folder / "restored.assay").string();
  CHECK(terminal.runWords({"backup", copy}) ==
        done("DIR/monday.assay is a verified copy of DIR/desk.assay: 1 article, 4 items, 9 "
             "events.\n"));
  CHECK(terminal.runWords({"backup", copy}) ==
        refused("DIR/monday.assay is there already. Choose another name; nothing is ever written "
                "over."));
  terminal.run("mark Q1 wrong");
  CHECK(terminal.runWords({"restore", copy, restored}) ==
        done("Restored DIR/restored.assay from DIR/monday.assay: 1 article, 4 items, 9 "
             "events.\n"));
  const Ran listed = terminal.runWords({"list", "--store", restored});
  CHECK(listed.code == 0);
  CHECK(listed.out.find("wrong") == std::string::npos);
  CHECK(terminal.runWords({"restore", "one"}).code == 2);
}

TEST_CASE("a damaged store is salvaged, and what is lost is listed") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"set", "Q1", "--note", "the genuine note"});
  const auto file = terminal.folder / "desk.assay";
  const std::string saved = (terminal.folder / "saved.assay").string();
  CHECK(terminal.runWords({"salvage", file.string(), saved}) ==
        done("Saved 11 events of DIR/desk.assay into DIR/saved.assay.\n"));

  std::string bytes = test::readFile(file);
  for (std::size_t at = bytes.find("genuine"); at != std::string::npos;
       at = bytes.find("genuine", at)) {
    bytes.replace(at, 7, "altered");
  }
  std::ofstream(file, std::ios::binary) << bytes;
  terminal.run("mark Q1 wrong");
  const std::string less = (terminal.folder / "less.assay").string();
  const Ran ran = terminal.runWords({"salvage", file.string(), less});
  CHECK(ran.code == 1);
  CHECK(ran.out == "Saved 12 events of DIR/desk.assay into DIR/less.assay.\n");
  CHECK(ran.err.starts_with("assay: DIR/desk.assay: Event "));
  CHECK(ran.err.ends_with("/11 is lost.\n"));
}

}  // namespace assay::cli
