#include "app/reporting.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/app/desk.h"

using namespace assay;
using test::Desk;

TEST_CASE("a report of a half-checked article says so") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, model::Status::verified, {}}));
  app::ReportSummary summary;
  auto bytes = app::makeReport(desk.session(), {desk.article(), "md"}, &summary);
  REQUIRE(bytes);
  CHECK(summary.items == 4);
  CHECK(summary.settled == 1);
  CHECK(summary.unfinished == 3);
  CHECK(summary.bytes == bytes->size());
  CHECK(bytes->find("not final") != std::string::npos);
}

TEST_CASE("every format can be made and written whole") {
  Desk desk;
  for (const app::ReportChoice& choice : app::reportChoices()) {
    if (choice.id.starts_with("claimreview")) continue;  // wants a published verdict
    const auto file = desk.folder / ("report" + choice.extension);
    auto summary = app::writeReport(desk.session(), {desk.article(), choice.id}, file);
    INFO(choice.id);
    REQUIRE(summary);
    CHECK(test::readFile(file).size() == summary->bytes);
    CHECK(summary->bytes > 0);
  }
}

TEST_CASE("an unknown format and a missing folder have their sentences") {
  Desk desk;
  const auto unknown = app::makeReport(desk.session(), {desk.article(), "docxx"});
  CHECK(test::errorOf(unknown).starts_with(
      "unsupported: “docxx” is not a report format. There are: html, "));
  const auto file = desk.folder / "no/such/report.html";
  CHECK(test::errorOf(app::writeReport(desk.session(), {desk.article(), "html"}, file)) ==
        "io: Cannot write " + file.string() +
            ". The folder does not exist; create it or choose another place.");
}

TEST_CASE("items are listed for programs, positions in code points") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, model::Status::verified, {}}));
  app::Filter filter;
  filter.statuses = {model::Status::verified};
  auto json = app::listItems(desk.session(), {}, filter, "json", 80);
  REQUIRE(json);
  CHECK(json->find("\"number\":\"Q1\"") != std::string::npos);
  CHECK(json->find("\"start\":18") != std::string::npos);
  CHECK(json->find("\"Q2\"") == std::string::npos);
  CHECK(test::errorOf(app::listItems(desk.session(), {}, {}, "xml", 80)) ==
        "unsupported: “xml” is not a list format. There are: table, json, csv.");
}

TEST_CASE("worth is one line a sentence") {
  const std::string line = app::worthLine("Unemployment fell by 12 percent in 2025.");
  REQUIRE(line.find('\t') == 6);
  CHECK(line.substr(0, 2) == "0.");
  CHECK(line.find("number") != std::string::npos);
}
