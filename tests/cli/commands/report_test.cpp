#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "app/reporting.h"
#include "tests/cli/terminal.h"

namespace assay::cli {

using test::done;
using test::misused;
using test::Ran;
using test::refused;
using test::Terminal;

TEST_CASE("a report is written and says how much is still open") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  const std::string file = (terminal.folder / "report.html").string();
  CHECK(terminal.runWords({"report", "--format", "html", "-o", file}) ==
        done("Wrote DIR/report.html: 4 items, 3 still open.\n"));
  const std::string page = test::readFile(file);
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.find("Market hall to close") != std::string::npos);
  CHECK(page.find("not final") != std::string::npos);
  terminal.run("mark --all verified");
  CHECK(terminal.runWords({"report", "-o", file}) ==
        done("Wrote DIR/report.html: 4 items, all settled.\n"));
  CHECK(test::readFile(file).find("not final") == std::string::npos);
}

TEST_CASE("the format follows the ending of the file unless it is named") {
  Terminal terminal;
  terminal.takeIn();
  const auto made = [&](const char* name) {
    const std::string file = (terminal.folder / name).string();
    CHECK(terminal.runWords({"report", "-o", file}).code == 0);
    return test::readFile(file);
  };
  CHECK(made("a.md").starts_with("# "));
  CHECK(made("a.csv").starts_with("\xEF\xBB\xBF"));
  CHECK(nlohmann::json::parse(made("a.json"))["items"].size() == 4);
  CHECK(made("a.sources.csv") != made("b.csv"));
  CHECK(made("a.report").starts_with("<!doctype html>"));
}

TEST_CASE("a report goes to standard output alone when asked") {
  Terminal terminal;
  terminal.takeIn();
  const auto before = terminal.files();
  const Ran ran = terminal.run("report --format json -o -");
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(nlohmann::json::parse(ran.out)["items"].size() == 4);
  CHECK(terminal.files() == before);
}

TEST_CASE("labels can be in another language, and an unknown one is refused") {
  Terminal terminal;
  terminal.takeIn();
  const Ran german = terminal.run("report --format html --language de -o -");
  CHECK(german.code == 0);
  CHECK(german.out.find("lang=\"de\"") != std::string::npos);
  CHECK(terminal.run("report --format html --language tlh -o -") ==
        refused("“tlh” is not a language of reports. There are: en, de, fr, es."));
}

TEST_CASE("a confidential source can stay in the house") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("source add --title Whistle --sensitive");
  terminal.run("evidence add Q1 --source S1 --stance supports --excerpt heard");
  CHECK(terminal.run("report --format md -o -").out.find("Whistle") != std::string::npos);
  const Ran safe = terminal.run("report --format md --no-sensitive -o -");
  CHECK(safe.code == 0);
  CHECK(safe.out.find("Whistle") == std::string::npos);
  CHECK(safe.out.find("heard") == std::string::npos);
}

TEST_CASE("notes of the desk can stay in the house") {
  Terminal terminal;
  terminal.takeIn();
  terminal.runWords({"set", "Q1", "--note", "do not print me"});
  const Ran with = terminal.run("report --format md -o -");
  CHECK(with.out.find("do not print me") != std::string::npos);
  const Ran without = terminal.run("report --format md --no-notes -o -");
  CHECK(without.code == 0);
  CHECK(without.out.find("do not print me") == std::string::npos);
}

TEST_CASE("a report that cannot be made or written leaves everything as it was") {
  Terminal terminal;
  terminal.takeIn();
  const std::string store = (terminal.folder / "desk.assay").string();
  const std::string kept = terminal.folder.write("kept.html", "kept").string();
  const auto before = terminal.files();
  CHECK(terminal.run("report --format html") ==
        misused("assay report wants -o FILE. See: assay report --help"));
  std::string formats;
  for (const app::ReportChoice& choice : app::reportChoices()) {
    formats += (formats.empty() ? "" : ", ") + choice.id;
  }
  CHECK(terminal.run("report --format doc -o x") ==
        misused("“doc” is not a report format. There are: " + formats +
                ". See: assay report --help"));
  CHECK(terminal.runWords({"report", "-o", store}) ==
        refused("DIR/desk.assay is the store itself. Name another file for the report."));
  CHECK(terminal.runWords({"report", "-o", (terminal.folder / "none" / "r.html").string()}) ==
        refused("Cannot write DIR/none/r.html. The folder does not exist; create it or choose "
                "another place."));
  CHECK(terminal.runWords({"report", "-o", terminal.folder.path().string()}) ==
        refused("DIR is a folder. Name a file to write."));
  CHECK(terminal.runWords({"report", "--article", "A4", "-o", kept}).code == 1);
  CHECK(terminal.files() == before);
}

TEST_CASE("several articles need a word about which") {
  Terminal terminal;
  terminal.takeIn();
  terminal.takeIn(test::fairArticle());
  CHECK(terminal.run("report --format md -o -") ==
        refused("The store holds 2 articles: A1 “Market hall to close”, A2 “Fair opens early”. "
                "Say which with --article A1."));
  const Ran ran = terminal.run("report --article A2 --format md -o -");
  CHECK(ran.code == 0);
  CHECK(ran.out.find("Fair opens early") != std::string::npos);
}

TEST_CASE("a report can show a choice of items, name whom it is for, and tell the history") {
  Terminal terminal;
  terminal.takeIn();
  terminal.run("mark Q1 verified");
  const std::string file = (terminal.folder / "part.md").string();
  CHECK(terminal.runWords({"report", "--items", "open", "--field", "Prepared for=the lawyers",
                           "--history", "-o", file}) ==
        done("Wrote DIR/part.md: 3 items of 4, in the whole article, 3 still open.\n"));
  const std::string text = test::readFile(file);
  CHECK(text.find("- **Prepared for:** the lawyers\n") != std::string::npos);
  CHECK(text.find("- History:\n") != std::string::npos);
  CHECK(text.find("### Q1") == std::string::npos);
  const Ran field = terminal.runWords({"report", "--field", "lawyers", "-o", file});
  CHECK(field.code == 2);
  CHECK(field.err.find("--field takes NAME=TEXT, not “lawyers”.") != std::string::npos);
  const Ran items = terminal.runWords({"report", "--items", "some", "-o", file});
  CHECK(items.code == 1);
  CHECK(items.err.find("“some” is not a choice of items.") != std::string::npos);
}

}  // namespace assay::cli
