#include "report/redact.h"

#include <catch2/catch_amalgamated.hpp>

#include "report/report.h"
#include "tests/report/docx_parts.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

namespace {

// The words of a PDF are compressed: what it shows is the same data, and pdf_test.cpp reads it.
bool isBinary(const ReportFormat& format) { return format.id == "pdf"; }
bool isClaimReview(const ReportFormat& format) { return format.id.starts_with("claimreview"); }
bool showsNotes(const ReportFormat& format) {
  return !isClaimReview(format) && format.id != "csv-snapshots";
}
std::string written(const ReportFormat& format, const ReportData& data,
                    const ReportOptions& options) {
  const auto bytes = format.write(data, options);
  REQUIRE(bytes.has_value());
  return test::readable(*bytes);
}
bool showsSources(const ReportFormat& format) {
  return !isClaimReview(format) && format.id != "csv-queries";
}
/// Of a confidential source no snapshot is listed at all.
bool namesConfidential(const ReportFormat& format) {
  return showsSources(format) && format.id != "csv-snapshots";
}

}  // namespace

TEST_CASE("nothing is copied when nothing is withheld") {
  const ReportData data = test::sampleReport();
  const Shown shown(data, {});
  CHECK(&shown.data() == &data);
}

TEST_CASE("without notes no internal word and no contact leaves the house in any format") {
  ReportData data = test::sampleReport();
  for (ReportItem& item : data.items) {
    item.item.note = "XSECRETX";
    for (ReportEvidence& evidence : item.evidence) evidence.note = "XSECRETX";
  }
  for (ReportSource& source : data.sources) {
    source.source.note = "XSECRETX";
    source.source.contact = "XSECRETX";
  }
  for (ReportQuery& query : data.queries) {
    query.query.text = "XSECRETX";
    query.query.recipient = "XSECRETX";
    query.query.contact = "XSECRETX";
    query.query.answer = "XSECRETX";
  }
  ReportOptions options = test::sampleOptions();
  for (const ReportFormat& format : reportFormats()) {
    if (isBinary(format)) continue;
    CAPTURE(format.id);
    options.notes = true;
    CHECK((written(format, data, options).find("XSECRETX") != std::string::npos) ==
          showsNotes(format));
    options.notes = false;
    CHECK(written(format, data, options).find("XSECRETX") == std::string::npos);
  }
}

TEST_CASE("a confidential source is a number and a stance in every format") {
  ReportData data = test::sampleReport();
  model::Source& source = data.sources[2].source;
  REQUIRE(source.sensitive);
  source.url = "https://xsecretx.example/";
  for (std::string* field : {&source.title, &source.author, &source.publisher, &source.archivedUrl,
                             &source.lookedAt, &source.contact, &source.note}) {
    *field = "xsecretx";
  }
  data.sources[2].snapshots = {{"xsecretx.pdf", "xsecretx", 1, 1}};
  for (ReportItem& item : data.items) {
    for (ReportEvidence& evidence : item.evidence) {
      if (evidence.source != 2) continue;
      evidence.excerpt = "xsecretx";
      evidence.locator = "xsecretx";
      evidence.note = "xsecretx";
    }
  }
  ReportOptions options = test::sampleOptions();
  options.sensitiveSources = false;
  for (const ReportFormat& format : reportFormats()) {
    if (isBinary(format)) continue;
    CAPTURE(format.id);
    const std::string bytes = written(format, data, options);
    CHECK(bytes.find("xsecretx") == std::string::npos);
    CHECK((bytes.find("confidential source S4") != std::string::npos) == namesConfidential(format));
    options.sensitiveSources = true;
    CHECK((written(format, data, options).find("xsecretx") != std::string::npos) ==
          showsSources(format));
    options.sensitiveSources = false;
  }
}

TEST_CASE("other sources stay, and an evidence of no source does no harm") {
  ReportData data = test::sampleReport();
  data.items[0].evidence.push_back({99, model::Stance::context, "kept", "", ""});
  ReportOptions options = test::sampleOptions();
  options.sensitiveSources = false;
  options.language = Language::german;
  const Shown shown(data, options);
  CHECK(shown.data().sources[0].source.url == data.sources[0].source.url);
  CHECK(shown.data().sources[2].source.title == "[vertrauliche Quelle S4]");
  CHECK(shown.data().items[0].evidence.back().excerpt == "kept");
  CHECK(shown.data().items[0].item.note == data.items[0].item.note);
}

TEST_CASE("a choice of items keeps the queries about them, in their new places") {
  const ReportData data = test::sampleReport();
  ReportOptions options;
  options.items = ItemChoice::quotes;
  const Shown shown(data, options);
  const ReportData& kept = shown.data();
  REQUIRE(kept.queries.size() == 1);
  CHECK(kept.queries[0].query.number == 2);
  REQUIRE(kept.queries[0].items.size() == 1);
  CHECK(kept.items[kept.queries[0].items[0]].number == "Q2");
}
