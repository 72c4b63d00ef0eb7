#include "cli/parser.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::cli {

namespace {

struct Values {
  std::optional<std::string> note;
  std::optional<std::string> file;
  std::vector<std::string> statuses;
  bool all = false;
  std::vector<std::string> words;
};

Parser parserFor(Values& values) {
  Parser parser("mark", "Sets the status of items.");
  parser.words("ITEM… STATUS", "the items, then the status", 1, 3, values.words)
      .option("--note", "TEXT", "what the desk should know about it", values.note)
      .option("-o,--output", std::string(kFile), "where to", values.file)
      .options("--status", "STATUS", "only this status", values.statuses)
      .flag("--all", "every item", values.all)
      .example("assay mark Q1 verified");
  return parser;
}

// The sentence about wrong usage, or "" when there was none.
std::string complaint(const std::vector<std::string>& args) {
  Values values;
  const auto outcome = parserFor(values).parse(args);
  return outcome ? "" : outcome.error();
}

Values parsed(const std::vector<std::string>& args) {
  Values values;
  const auto outcome = parserFor(values).parse(args);
  if (!outcome) FAIL(outcome.error());
  CHECK(*outcome == Parser::Outcome::go);
  return values;
}

}  // namespace

TEST_CASE("options and words fill their variables, in any order") {
  const Values values =
      parsed({"Q1", "--status", "cut", "--all", "-oout.csv", "--status=wrong", "verified"});
  CHECK(values.words == std::vector<std::string>{"Q1", "verified"});
  CHECK(values.statuses == std::vector<std::string>{"cut", "wrong"});
  CHECK(values.all);
  CHECK(values.file == "out.csv");
  CHECK_FALSE(values.note.has_value());
}

TEST_CASE("a value may begin with a hyphen, stand in brackets, or be empty") {
  CHECK(parsed({"--note", "-5 degrees", "Q1"}).note == "-5 degrees");
  CHECK(parsed({"--note", "[laughs, then] [sic]", "Q1"}).note == "[laughs, then] [sic]");
  CHECK(parsed({"--note=[a,b]", "Q1"}).note == "[a,b]");
  CHECK(parsed({"--note", "", "Q1"}).note == "");
  const Values empty = parsed({"--note=", "Q1"});
  CHECK(empty.note == "");
  CHECK(empty.words == std::vector<std::string>{"Q1"});
  CHECK(parsed({"[one,two].txt", "[draft]"}).words ==
        std::vector<std::string>{"[one,two].txt", "[draft]"});
}

TEST_CASE("a lone hyphen is a word, and everything after two hyphens is") {
  CHECK(parsed({"-", "--", "--all", "-x="}).words == std::vector<std::string>{"-", "--all", "-x="});
}

TEST_CASE("wrong usage is told in a sentence") {
  CHECK(complaint({"--bad", "Q1"}) == "There is no option --bad.");
  CHECK(complaint({"-x", "Q1"}) == "There is no option -x.");
  CHECK(complaint({"Q1", "--note"}) == "--note needs a value.");
  CHECK(complaint({"--note", "a", "--note", "b", "Q1"}) == "--note is given twice.");
  CHECK(complaint({"-o", "a", "--output", "b", "Q1"}) == "--output is given twice.");
  CHECK(complaint({"--all=no", "Q1"}) == "--all takes no value.");
  CHECK(complaint({}) == "assay mark wants ITEM… STATUS.");
  CHECK(complaint({"a", "b", "c", "d"}) == "“d” is one word too many.");
  CHECK(complaint({"Q1", "--note", "caf\xE9"}) == "The value of --note is not valid UTF-8 text.");
}

TEST_CASE("names of files are any bytes") {
  CHECK(parsed({"--output", "caf\xE9.html", "Q1"}).file == "caf\xE9.html");
}

TEST_CASE("the help page lists everything and ends with examples") {
  Values values;
  Parser parser = parserFor(values);
  parser.about(
      "A paragraph that is long enough to need a second line on a page of eighty columns.");
  CHECK(*parser.parse(std::vector<std::string>{"--help"}) == Parser::Outcome::help);
  CHECK(*parser.parse(std::vector<std::string>{"Q1", "-h"}) == Parser::Outcome::help);
  CHECK(parser.help() ==
        "usage: assay mark ITEM… STATUS [OPTION…]\n"
        "\n"
        "Sets the status of items.\n"
        "\n"
        "A paragraph that is long enough to need a second line on a page of eighty\n"
        "columns.\n"
        "\n"
        "  ITEM… STATUS            the items, then the status\n"
        "  --note TEXT             what the desk should know about it\n"
        "  -o, --output FILE       where to\n"
        "  --status STATUS         only this status\n"
        "  --all                   every item\n"
        "  -h, --help              this page\n"
        "\n"
        "Example:\n"
        "  assay mark Q1 verified\n");
}

TEST_CASE("words that may be left out stand in brackets, long names get a line of their own") {
  std::vector<std::string> words;
  std::optional<std::string> value;
  Parser parser("open", "Opens.");
  parser.words("FILE|STORE", "what to open", 0, 1, words)
      .option("--a-rather-long-option", "VALUE", "explained below", value)
      .example("assay open a.txt")
      .example("assay b.txt");
  CHECK(parser.help() ==
        "usage: assay open [FILE|STORE] [OPTION…]\n"
        "\n"
        "Opens.\n"
        "\n"
        "  FILE|STORE              what to open\n"
        "  --a-rather-long-option VALUE\n"
        "                          explained below\n"
        "  -h, --help              this page\n"
        "\n"
        "Examples:\n"
        "  assay open a.txt\n"
        "  assay b.txt\n");
}

TEST_CASE("text wraps at blanks only, by columns and not by bytes") {
  CHECK(wrapped("ä ö ü ß", 0, 3) == "ä ö\nü ß");
  CHECK(wrapped("one two", 4, 8) == "one\n    two");
  CHECK(wrapped("unbreakableword x", 0, 5) == "unbreakableword\nx");
  CHECK(wrapped("", 2, 8).empty());
}

}  // namespace assay::cli
