#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

TEST_CASE("extract prints what is found, for people and for programs, and keeps nothing") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const auto before = terminal.files();
  const Ran text = terminal.runWords({"extract", market.string()});
  CHECK(text.code == 0);
  CHECK(text.err.empty());
  CHECK(text.out.starts_with("Market hall to close\n"));
  CHECK(text.out.find("We lose 40 stalls") != std::string::npos);

  const Ran ran = terminal.runWords({"extract", "--format", "json", market.string()});
  CHECK(ran.code == 0);
  const auto json = nlohmann::json::parse(ran.out);
  REQUIRE_FALSE(json["quotes"].empty());
  CHECK(json["quotes"][0]["kind"] == "direct");
  CHECK(terminal.runWords({"extract", "--format", "json", "-"}, std::string(test::kMarket)).code ==
        0);
  CHECK(terminal.files() == before);
}

TEST_CASE("extract --out writes one file for each article") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const auto fair = terminal.folder.write("fair.md", "“At last,” said Ida Holm.\n");
  const std::string out = (terminal.folder / "found" / "here").string();
  CHECK(terminal.runWords({"extract", "--format", "json", "--out", out, market.string(),
                           fair.string()}) == test::done(""));
  CHECK(nlohmann::json::parse(test::readFile(out + "/market.json"))["quotes"].size() > 0);
  CHECK(nlohmann::json::parse(test::readFile(out + "/fair.json"))["quotes"].size() > 0);
  CHECK(terminal.runWords({"extract", "--out", out, market.string()}) == test::done(""));
  CHECK(test::readFile(out + "/market.txt").starts_with("Market hall to close\n"));
}

TEST_CASE("extract says of a text that is not English what it could not do") {
  Terminal terminal;
  const auto bridge = terminal.folder.write(
      "bruecke.txt",
      "Die Brücke im Hafen ist seit Montag gesperrt, wie der Rat der Stadt mitteilte. „Wir haben "
      "das "
      "schon lange befürchtet“, sagte die Bürgermeisterin nach der Sitzung.\n");
  const Ran ran = terminal.runWords({"extract", "--format", "json", bridge.string()});
  CHECK(ran.code == 0);
  CHECK(ran.err == std::string("assay: DIR/bruecke.txt") +
                       ": The text is not English: only what stands between quotation marks was "
                       "taken from it, without speakers and claims. Add the others by hand.\n");
  CHECK(nlohmann::json::parse(ran.out)["quotes"].size() == 1);
}

TEST_CASE("extract refuses to write two articles into one file") {
  Terminal terminal;
  const auto first = terminal.folder.write("a/market.txt", test::kMarket);
  const auto second = terminal.folder.write("b/market.md", "Other.\n");
  const auto before = terminal.files();
  CHECK(terminal.runWords({"extract", "--format", "json", "--out", (terminal.folder / "c").string(),
                           first.string(), second.string()}) ==
        refused("Two of the files would both be written to market.json. Extract them into "
                "different folders."));
  CHECK(terminal.files() == before);
}

TEST_CASE("extract goes on after a bad file") {
  Terminal terminal;
  const auto market = terminal.folder.write("market.txt", test::kMarket);
  const Ran ran =
      terminal.runWords({"extract", (terminal.folder / "none.txt").string(), market.string()});
  CHECK(ran.code == 1);
  CHECK(ran.out.find("We lose 40 stalls") != std::string::npos);
  CHECK(ran.err == "assay: There is no file DIR/none.txt. Check the name and the folder.\n");
}

TEST_CASE("extract told wrongly is wrong usage") {
  Terminal terminal;
  CHECK(terminal.run("extract --format xml a.txt") ==
        misused("--format takes json or text, not “xml”. See: assay extract --help"));
  CHECK(terminal.run("extract --setting slow a.txt") ==
        misused("--setting takes fast or thorough, not “slow”. See: assay extract --help"));
  CHECK(terminal.run("extract --format json a.txt b.txt") ==
        misused("Several files make several JSON documents: name a folder with --out. See: assay "
                "extract --help"));
}

}  // namespace assay::cli
