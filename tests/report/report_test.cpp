#include "report/report.h"

#include <catch2/catch_amalgamated.hpp>

#include <set>

#include "base/utf8.h"
#include "tests/report/docx_parts.h"
#include "tests/report/hostile.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

TEST_CASE("formats are found by their id") {
  REQUIRE(reportFormatById("html") != nullptr);
  CHECK(reportFormatById("html")->extension == ".html");
  CHECK(reportFormatById("csv-sources")->extension == ".sources.csv");
  CHECK(reportFormatById("HTML") == nullptr);
  CHECK(reportFormatById("") == nullptr);
}

TEST_CASE("every format has an id, an extension and words of its own") {
  std::set<std::string_view> ids;
  std::set<std::string_view> extensions;
  for (const ReportFormat& format : reportFormats()) {
    CAPTURE(format.id);
    ids.insert(format.id);
    extensions.insert(format.extension);
    CHECK(format.extension.starts_with("."));
    CHECK_FALSE(format.word.empty());
    CHECK(format.meaning.ends_with("."));
  }
  CHECK(ids.size() == reportFormats().size());
  CHECK(extensions.size() == reportFormats().size());
}

TEST_CASE("every format takes an empty report") {
  for (const ReportFormat& format : reportFormats()) {
    CAPTURE(format.id);
    const auto bytes = format.write(ReportData{}, test::sampleOptions());
    // Nothing to publish and nobody to call are said, not written.
    if (format.id.starts_with("claimreview") || format.id.starts_with("calls")) {
      CHECK_FALSE(bytes.has_value());
      continue;
    }
    REQUIRE(bytes.has_value());
    CHECK_FALSE(bytes->empty());
  }
}

TEST_CASE("every format takes damaged data: spans outside the text, evidence of no source") {
  ReportData data = test::sampleReport();
  const std::size_t size = data.text.size();
  data.items[0].item.anchor.spans = {{size + 10, size + 20}};
  data.items[1].item.anchor.spans = {{size - 3, size + 20}};
  data.items[2].item.anchor.spans = {{40, 20}};
  data.items[3].item.anchor.spans = {{5, 5}};
  data.items[4].item.anchor.spans.clear();
  data.items[5].evidence = {{99, model::Stance::supports, "excerpt", "", ""}};
  data.items[6].parent = "Q99";
  data.blocks.push_back({{size + 1, size + 5}, model::BlockRole::body, false});
  data.blocks.push_back({{10, 4}, model::BlockRole::body, false});
  for (const ReportFormat& format : reportFormats()) {
    CAPTURE(format.id);
    CHECK(format.write(data, test::sampleOptions()).has_value());
  }
}

TEST_CASE("a report of two megabytes of note is written whole") {
  ReportData data = test::sampleReport();
  data.items[0].item.note = std::string(2'000'000, 'n') + "END";
  data.items[0].item.flags = data.items[0].item.flags.with(model::Flag::callBack, true);
  for (const ReportFormat& format : reportFormats()) {
    CAPTURE(format.id);
    if (format.id == "pdf") continue;  // read back by pdf_test.cpp
    const auto bytes = format.write(data, test::sampleOptions());
    REQUIRE(bytes.has_value());
    const bool withNotes = !format.id.starts_with("csv-") && format.id != "protocol" &&
                           !format.id.starts_with("claimreview");
    CHECK((test::readable(*bytes).find("nnEND") != std::string::npos) == withNotes);
  }
}

TEST_CASE("bytes that are no text, in every field of an old store, become text in every format") {
  const std::string broken = "a\xFF\xFE \xC3( \xED\xA0\x80 b";
  ReportData data = test::hostileReport(broken, "https://harmless.example/");
  for (ReportItem& entry : data.items) {
    entry.item.flags = entry.item.flags.with(model::Flag::publish, true);
    entry.item.flags = entry.item.flags.with(model::Flag::callBack, true);
  }
  for (const ReportFormat& format : reportFormats()) {
    if (format.id == "pdf") continue;  // read back by pdf_test.cpp
    CAPTURE(format.id);
    const auto bytes = format.write(data, test::sampleOptions());
    REQUIRE(bytes.has_value());
    const std::string text = test::readable(*bytes);
    CHECK_FALSE(base::firstInvalidByte(text).has_value());
    CHECK(text.find("\uFFFD") != std::string::npos);
  }
}

TEST_CASE("names with emoji and right-to-left letters stand whole in every format") {
  const std::string name = "نور الدين 🎤 O’Brien";
  ReportData data = test::sampleReport();
  for (ReportItem& entry : data.items) {
    entry.speaker = name;
    entry.checkedBy = name;
    entry.item.flags = entry.item.flags.with(model::Flag::callBack, true);
  }
  for (ReportSource& entry : data.sources) {
    entry.source.title = name;
    entry.snapshots = {{name, "00", 1, 1}};
  }
  for (ReportQuery& entry : data.queries) entry.query.recipient = name;
  for (const ReportFormat& format : reportFormats()) {
    if (format.id == "pdf") continue;  // read back by pdf_test.cpp
    CAPTURE(format.id);
    const auto bytes = format.write(data, test::sampleOptions());
    REQUIRE(bytes.has_value());
    CHECK(test::readable(*bytes).find(name) != std::string::npos);
  }
}

TEST_CASE("every format stops within an item of being told to, and says so") {
  ReportData data = test::bigReport(200);
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    model::Query query;
    query.recipient = "Person " + std::to_string(i);
    query.text = "Is that so?";
    data.queries.push_back({query, {i}});
    data.sources.push_back(data.sources.front());
  }
  ReportOptions options = test::sampleOptions();
  for (const ReportFormat& format : reportFormats()) {
    for (const int turns : {1, 5}) {
      CAPTURE(format.id, turns);
      base::CancelToken cancel;
      int asked = 0;
      const base::Job job{&cancel, [&](double fraction, std::string_view) {
                            CHECK(fraction >= 0);
                            CHECK(fraction <= 1);
                            if (++asked == turns) cancel.cancel();
                          }};
      options.job = &job;
      const auto bytes = format.write(data, options);
      CHECK(asked == turns);
      REQUIRE_FALSE(bytes.has_value());
      CHECK(bytes.error().code == base::ErrorCode::cancelled);
      CHECK(bytes.error().message == "The report was stopped.");
    }
  }
}

TEST_CASE("a format that is not stopped says how far it is, and writes what it always writes") {
  const ReportData data = test::sampleReport();
  ReportOptions options = test::sampleOptions();
  for (const ReportFormat& format : reportFormats()) {
    CAPTURE(format.id);
    options.job = nullptr;
    const auto quiet = format.write(data, options);
    double last = 0;
    bool forwards = true;
    const base::Job job{nullptr, [&](double fraction, std::string_view) {
                          forwards = forwards && fraction >= last;
                          last = fraction;
                        }};
    options.job = &job;
    const auto told = format.write(data, options);
    REQUIRE(told.has_value());
    CHECK(*told == *quiet);
    CHECK(forwards);
  }
}
