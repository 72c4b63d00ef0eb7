#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

namespace {

std::vector<std::string> numbersOf(const Ran& ran) {
  REQUIRE(ran.code == 0);
  std::vector<std::string> numbers;
  const auto json = nlohmann::json::parse(ran.out);  // must outlive the loop
  for (const auto& item : json["items"]) numbers.push_back(item["number"]);
  return numbers;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("list prints a table in the order of the text, claims under their quotes") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  CHECK(terminal.run("list") ==
        done("No.   Status       Kind      Speaker      Text\n"
             "Q1    ✓ verified   direct    Jon Reed     We lose 40 stalls, … It is a shame.\n"
             "  C1  ○ unchecked  claim     Jon Reed     We lose 40 stalls\n"
             "C2    ○ unchecked  claim                  The council said the roof was unsafe.\n"
             "Q2    ○ unchecked  indirect  The council  the roof was unsafe\n"));
}

TEST_CASE("list --format json is the contract of programs") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  const Ran ran = terminal.run("list --format json --kind quote");
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  const auto json = nlohmann::json::parse(ran.out);
  REQUIRE(json["items"].size() == 2);
  const auto& first = json["items"][0];
  CHECK(first["number"] == "Q1");
  CHECK(first["kind"] == "direct");
  CHECK(first["status"] == "verified");
  CHECK(first["text"] == "We lose 40 stalls, … It is a shame.");
  CHECK(first["speaker"] == "Jon Reed");
  CHECK(first["start"] == 35);
  CHECK(first["end"] == 95);
  CHECK(first["score"] == 0.95);
}

TEST_CASE("list filters by status, kind, words and article") {
  Terminal terminal;
  terminal.takeIn();
  terminal.takeIn(test::fairArticle());
  terminal.run("mark C1 verified");
  terminal.run("mark C2 in_progress");
  CHECK(numbersOf(terminal.run("list --format json")) == Numbers{"Q1", "C1", "C2", "Q2", "Q1"});
  CHECK(numbersOf(terminal.run("list --format json --article A2")) == Numbers{"Q1"});
  CHECK(numbersOf(terminal.run("list --format json --status verified --status In-Progress")) ==
        Numbers{"C1", "C2"});
  CHECK(numbersOf(terminal.run("list --format json --kind claim --status unchecked")).empty());
  CHECK(numbersOf(terminal.runWords({"list", "--format", "json", "--text", "ROOF council"})) ==
        Numbers{"C2", "Q2"});
}

TEST_CASE("list --format csv has a row for every item") {
  Terminal terminal;
  terminal.takeIn();
  const Ran ran = terminal.run("list --format csv --kind claim");
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "\xEF\xBB\xBF"
        "article,number,kind,status,text,speaker,start,end,score,quote,flags\r\n"
        "A1,C1,claim,unchecked,We lose 40 stalls,Jon Reed,35,52,0.80,Q1,\r\n"
        "A1,C2,claim,unchecked,The council said the roof was unsafe.,,97,134,0.55,,\r\n");
}

TEST_CASE("list refuses filters that mean nothing") {
  Terminal terminal;
  terminal.takeIn();
  CHECK(terminal.run("list --status done").code == 1);
  CHECK(terminal.run("list --kind both") == refused("--kind takes quote or claim, not “both”."));
  CHECK(terminal.run("list --format xml") ==
        misused("--format takes table, json or csv, not “xml”. See: assay list --help"));
  CHECK(terminal.run("list --article A9") ==
        refused("There is no article “A9”. The store holds A1 “Market hall to close”."));
  CHECK(terminal.run("list Q1") == misused("“Q1” is one word too many. See: assay list --help"));
}

TEST_CASE("a listing writes nothing, not even beside the store") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  for (const char* line : {"list", "show Q1", "articles", "history", "history Q1", "source list",
                           "verify", "report --format html -o -"}) {
    CHECK(terminal.run(line).code == 0);
    CHECK(terminal.files() == before);
  }
}

}  // namespace assay::cli
