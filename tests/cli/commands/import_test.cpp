#include <catch2/catch_amalgamated.hpp>

#include "app/importing.h"
#include "cli/summary.h"
#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::Terminal;

namespace {

// What the summary of a file must be, whatever the finder finds in it.
std::string summaryOf(Terminal& terminal, const std::filesystem::path& file,
                      std::string_view number, std::string_view title) {
  auto taken = app::prepareImport(file, terminal.disk);
  if (!taken) FAIL(taken.error().text());
  std::string text = importSummary(*taken, number, title);
  const std::string folder = terminal.folder.path().string();
  if (const std::size_t at = text.find(folder); at != std::string::npos) {
    text.replace(at, folder.size(), "DIR");
  }
  return text;
}

}  // namespace

TEST_CASE("import makes the store, takes articles in and says what it found") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const auto fair = terminal.folder.write("fair.md", "# Fair opens\n\n“At last,” said Ida Holm.\n");
  CHECK(terminal.runWords({"import", market.string(), fair.string()}) ==
        done(summaryOf(terminal, market, "A1", "Market hall to close") + "\n" +
             summaryOf(terminal, fair, "A2", "Fair opens")));
  const Ran articles = terminal.run("articles");
  CHECK(articles.out.find("Market hall to close") != std::string::npos);
  CHECK(articles.out.find("Fair opens") != std::string::npos);
}

TEST_CASE("the summary of a real article names its quotes and what was set aside") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const Ran ran = terminal.runWords({"import", market.string()});
  CHECK(ran.code == 0);
  CHECK(
      ran.out.starts_with("A1          Market hall to close\n"
                          "File        DIR/market.txt (text)\n"
                          "Blocks      5: 1 headline, 1 byline, 2 body, 1 boilerplate\n"));
  CHECK(ran.out.find("Jon Reed") != std::string::npos);
  CHECK(ran.out.find("Set aside   READ MORE: WHERE TO PARK\n") != std::string::npos);
}

TEST_CASE("a text that is there already is left alone") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const auto copy = terminal.folder.write("copy.txt", test::kMarket);
  REQUIRE(terminal.runWords({"import", market.string()}).code == 0);
  const auto before = terminal.files();
  CHECK(terminal.runWords({"import", copy.string()}) ==
        done("DIR/copy.txt is already in the store as A1.\n"));
  CHECK(terminal.files() == before);
}

TEST_CASE("standard input is an article as well") {
  Terminal terminal;
  const Ran ran = terminal.runWords({"import", "-"}, std::string(test::kMarket));
  CHECK(ran.code == 0);
  CHECK(
      ran.out.starts_with("A1          Market hall to close\n"
                          "File        standard input (text)\n"));
}

TEST_CASE("a text without a headline is called after its file") {
  Terminal terminal;
  const auto note = terminal.folder.write("roof-note.txt", "The roof was repaired in 2019.\n");
  const Ran ran = terminal.runWords({"import", note.string()});
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("A1          roof-note\n"));
}

TEST_CASE("one bad file of several does not stop the others") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const Ran ran = terminal.runWords({"import", (terminal.folder / "none.txt").string(),
                                     market.string(), terminal.folder.path().string()});
  CHECK(ran.code == 1);
  CHECK(ran.out == summaryOf(terminal, market, "A1", "Market hall to close"));
  CHECK(ran.err ==
        "assay: There is no file DIR/none.txt. Check the name and the folder.\n"
        "assay: DIR is a folder. Name a file to read.\n");
}

TEST_CASE("import --print shows the text and the blocks and fills no store") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const auto before = terminal.files();
  CHECK(terminal.runWords({"import", "--print", "text", market.string()}) ==
        done(std::string(test::kMarket)));
  CHECK(terminal.runWords({"import", "--print", "blocks", market.string()}) ==
        done("0-20 headline: Market hall to close\n"
             "21-33 byline: By Nell Orme\n"
             "34-96 body: “We lose 40 stalls,” said Jon Reed, a trader. “It is a shame.”\n"
             "97-134 body: The council said the roof was unsafe.\n"
             "135-159 boilerplate: READ MORE: WHERE TO PARK\n"));
  CHECK(terminal.runWords({"import", "--print", "text", "-"}, "No line end") ==
        done("No line end\n"));
  CHECK(terminal.runWords({"import", "--print", "all", "x"}) ==
        misused("--print takes text or blocks, not “all”. See: assay import --help"));
  CHECK(terminal.runWords({"import", "--print", "text", "--store", "s", "x"}) ==
        misused("--print fills no store: leave out --store. See: assay import --help"));
  CHECK(terminal.run("import") == misused("assay import wants FILE…. See: assay import --help"));
  CHECK(terminal.files() == before);
}

}  // namespace assay::cli
