#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string file(const Terminal& terminal, const std::string& text) {
  return terminal.folder.write("draft-2.txt", text).string();
}

}  // namespace

TEST_CASE("a new draft is taken in, its baskets are printed, and new wording is accepted") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark C2 verified");
  CHECK(terminal.run("draft show") ==
        done("There is one draft only. “assay draft FILE” takes in the next.\n"));
  const std::string second =
      replaced(std::string(test::kMarket), "the roof was unsafe", "the old roof was unsafe");
  const Ran taken = terminal.runWords({"draft", file(terminal, second)});
  CHECK(taken.code == 0);
  CHECK(taken.out.starts_with("Draft 2: "));
  CHECK(taken.out.find("\nwording changed (") != std::string::npos);
  CHECK(taken.out.find("{+old+}") != std::string::npos);
  CHECK(taken.out.find("wait for you. “assay draft accept ITEM…”") != std::string::npos);
  CHECK(taken.out.find("\nunchanged (") == std::string::npos);
  CHECK(terminal.item("C2").anchor.spans.empty());
  CHECK(terminal.item("C2").status == model::Status::verified);
  CHECK(terminal.run("draft show --all").out.find("\nunchanged (") != std::string::npos);
  CHECK(terminal.run("show C2").code == 0);
  CHECK(terminal.run("list").code == 0);

  CHECK(terminal.run("draft accept C2") == done("C2: new wording accepted\n"));
  CHECK(terminal.item("C2").flags.has(model::Flag::changedSinceChecked));
  CHECK_FALSE(terminal.item("C2").anchor.spans.empty());
  CHECK(terminal.run("undo").code == 0);
  CHECK(terminal.run("draft accept --clear").code == 0);
  CHECK(terminal.run("draft accept --clear") == done("Nothing clear waits.\n"));
  CHECK(terminal.run("verify").code == 0);
}

TEST_CASE("a draft that is there already, and an item that does not wait, are refused") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.runWords({"draft", file(terminal, std::string(test::kMarket))}).code == 1);
  CHECK(terminal.run("draft accept C2") ==
        refused("There is no changed wording of C2 to accept. “assay draft show” lists what "
                "waits."));
  CHECK(terminal.run("draft accept") ==
        misused("Name items, or say --clear. See: assay draft accept --help"));
  CHECK(terminal.run("draft accept C2 --clear") ==
        misused("Name items, or say --clear. See: assay draft accept --help"));
}

}  // namespace assay::cli
