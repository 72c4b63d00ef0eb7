#include "app/reporting.h"

#include <catch2/catch_amalgamated.hpp>

#include "base/hash.h"
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
  REQUIRE(desk->execute(app::SetFlag{{desk.id("Q1")}, model::Flag::callBack, true}));
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

TEST_CASE("a report of some items counts them and speaks of all") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, model::Status::verified, {}}));
  app::ReportRequest request{desk.article(), "md"};
  request.items = "open";
  app::ReportSummary summary;
  const auto bytes = app::makeReport(desk.session(), request, &summary);
  REQUIRE(bytes);
  CHECK(summary.items == 3);
  CHECK(summary.leftOut == 1);
  CHECK(summary.settled == 1);
  CHECK(summary.unfinished == 3);
  CHECK(bytes->find("3 of 4 items are still open. This report is not final. This report shows 3 of "
                    "them.") != std::string::npos);
  request.items = "some";
  CHECK(test::errorOf(app::makeReport(desk.session(), request)) ==
        "unsupported: “some” is not a choice of items. There are: all, open, checked, to-settle, "
        "quotes, claims, call-back, publish.");
}

TEST_CASE("the history of every item is told when it is asked for, and never without the notes") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("Q1")}, model::Status::verified, {}}));
  REQUIRE(desk->undo());
  app::ReportRequest request{desk.article(), "md"};
  CHECK(app::makeReport(desk.session(), request)->find("History") == std::string::npos);
  request.history = true;
  const auto bytes = app::makeReport(desk.session(), request);
  REQUIRE(bytes);
  CHECK(bytes->find("mara · status: unchecked → verified (undone)\n") != std::string::npos);
  for (bool* withheld : {&request.notes, &request.sensitiveSources}) {
    *withheld = false;
    CHECK(test::errorOf(app::makeReport(desk.session(), request)) ==
          "invalid_input: The history tells old notes and names of sources. Leave the history out, "
          "or "
          "keep notes and sensitive sources in.");
    *withheld = true;
  }
}

TEST_CASE("a protocol names the newest event of a store that verifies") {
  Desk desk;
  const auto head = desk->verify();
  REQUIRE(head);
  const auto bytes = app::makeReport(desk.session(), {desk.article(), "protocol"});
  REQUIRE(bytes);
  REQUIRE(head->head.size() == 64);
  CHECK(bytes->find("- Newest event of the store: " + head->head) != std::string::npos);
}

TEST_CASE("a broken picture kept of a source harms no report and is named by its fingerprint") {
  Desk desk;
  REQUIRE(desk->execute(app::SetFlag{{desk.id("Q1")}, model::Flag::callBack, true}));
  model::Source source;
  source.title = "Photograph of the notice";
  source.kind = model::SourceKind::photograph;
  auto added = desk->execute(app::AddSource{source});
  REQUIRE(added);
  model::Evidence evidence;
  evidence.item = desk.id("Q1");
  evidence.source = *added->source;
  REQUIRE(desk->execute(app::AddEvidence{evidence, std::nullopt}));
  const std::string broken = "\x89PNG\r\n\x1A\n and then nothing of a picture";
  REQUIRE(desk->execute(app::AttachSnapshot{*added->source, "notice.png", broken}));
  const std::string fingerprint = base::sha256Hex(broken);
  for (const app::ReportChoice& choice : app::reportChoices()) {
    if (choice.id.starts_with("claimreview")) continue;  // wants a published verdict
    CAPTURE(choice.id);
    const auto bytes = app::makeReport(desk.session(), {desk.article(), choice.id});
    REQUIRE(bytes);
    const bool listsSnapshots = choice.id == "html" || choice.id == "md" || choice.id == "json" ||
                                choice.id == "jsonl" || choice.id == "csv-snapshots" ||
                                choice.id == "protocol";
    if (listsSnapshots) CHECK(bytes->find(fingerprint) != std::string::npos);
  }
}

TEST_CASE("a report is never half written") {
  Desk desk;
  const auto folder = desk.folder / "a-folder";
  std::filesystem::create_directory(folder);
  CHECK(test::errorOf(app::writeReport(desk.session(), {desk.article(), "html"}, folder)) ==
        "io: " + folder.string() + " is a folder. Name a file to write.");
  // What was there before stays when the new report cannot be made.
  const auto file = desk.folder.write("old.md", "the old one");
  CHECK_FALSE(app::writeReport(desk.session(), {desk.article(), "calls"}, file));
  CHECK(test::readFile(file) == "the old one");
}
