#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::refused;
using test::Terminal;

TEST_CASE("nothing named opens the usual store") {
  Terminal terminal;
  CHECK(terminal.run("") == done(""));
  REQUIRE(terminal.opened.size() == 1);
  const OpenRequest& request = terminal.opened.front();
  REQUIRE(request.session);
  CHECK(request.session->path() == terminal.folder / "desk.assay");
  CHECK(request.actor == "mara");
  CHECK_FALSE(request.import.has_value());
  CHECK_FALSE(request.article.has_value());
  CHECK_FALSE(request.theme.has_value());
  CHECK_FALSE(request.width.has_value());
}

TEST_CASE("an article is handed to the window, with and without the word open") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  CHECK(terminal.runWords({market.string()}) == done(""));
  CHECK(terminal.runWords({"open", market.string(), "--theme", "dark", "--size", "1024x700",
                           "--store", (terminal.folder / "other.assay").string(), "--actor",
                           "ben"}) == done(""));
  REQUIRE(terminal.opened.size() == 2);
  CHECK(terminal.opened[0].import == market);
  const OpenRequest& second = terminal.opened[1];
  CHECK(second.import == market);
  CHECK(second.session->path() == terminal.folder / "other.assay");
  CHECK(second.actor == "ben");
  CHECK(second.theme == "dark");
  CHECK(second.width == 1024);
  CHECK(second.height == 700);
}

TEST_CASE("a store is opened as it is, whatever it is called") {
  Terminal terminal;
  terminal.takeIn();
  const auto copy = terminal.folder / "renamed.db";
  std::filesystem::copy_file(terminal.folder / "desk.assay", copy);
  CHECK(terminal.runWords({copy.string(), "--article", "A1"}) == done(""));
  REQUIRE(terminal.opened.size() == 1);
  CHECK(terminal.opened[0].session->path() == copy);
  CHECK(terminal.opened[0].article == "A1");
  CHECK_FALSE(terminal.opened[0].import.has_value());
}

TEST_CASE("a store that was named must be there and be one") {
  Terminal terminal;
  const auto text = terminal.folder.write("text.assay", "just words");
  const auto before = terminal.files();
  CHECK(terminal.runWords({(terminal.folder / "none.assay").string()}) ==
        refused("There is no store DIR/none.assay. “assay import FILE --store DIR/none.assay” "
                "makes one."));
  CHECK(terminal.runWords({"--store", (terminal.folder / "none.assay").string()}).code == 1);
  CHECK(terminal.runWords({text.string()}).code == 1);
  CHECK(terminal.runWords({text.string(), "--store", "x"}) ==
        misused("Two stores are named. See: assay open --help"));
  CHECK(terminal.opened.empty());
  CHECK(terminal.files() == before);
}

TEST_CASE("the usual store that cannot be opened is told in the window") {
  Terminal terminal;
  terminal.folder.write("desk.assay", "just words");
  CHECK(terminal.run("") == done(""));
  REQUIRE(terminal.opened.size() == 1);
  CHECK_FALSE(terminal.opened[0].session);
  CHECK_FALSE(terminal.opened[0].problem.empty());
}

TEST_CASE("a window that cannot be shown is a failure") {
  Terminal terminal;
  terminal.windowAnswer = base::fail(base::ErrorCode::unsupported, "There is no display.");
  CHECK(terminal.run("") == refused("There is no display."));
}

TEST_CASE("sizes and themes that are none are wrong usage") {
  Terminal terminal;
  for (const char* size : {"big", "1024", "1024x", "10x10", "99999x700", "1024x700x2"}) {
    CHECK(terminal.runWords({"open", "--size", size}) ==
          misused("--size takes width and height in pixels, such as 1440x900. See: assay open "
                  "--help"));
  }
  CHECK(terminal.run("open --theme blue") ==
        misused("--theme takes paper, dark or contrast, not “blue”. See: assay open --help"));
  CHECK(terminal.opened.empty());
  CHECK(terminal.files().empty());
}

}  // namespace assay::cli
