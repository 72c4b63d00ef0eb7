// Every format of the sample, byte for byte, as it was looked at by a person.
#include "tests/support/golden.h"

#include <catch2/catch_amalgamated.hpp>

#include "report/labels.h"
#include "report/report.h"
#include "tests/report/docx_parts.h"
#include "tests/report/sample_report.h"

namespace {

using namespace assay;

std::string written(std::string_view id,
                    const report::ReportOptions& options = test::sampleOptions()) {
  const report::ReportFormat* format = report::reportFormatById(id);
  REQUIRE(format != nullptr);
  const auto bytes = format->write(test::sampleReport(), options);
  REQUIRE(bytes.has_value());
  return *bytes;
}

std::string goldenName(std::string_view name, const report::ReportFormat& format) {
  const std::string_view kind = format.extension == ".docx" ? ".xml" : "";
  return "report/" + std::string(name) + std::string(format.extension) + std::string(kind);
}

// The bytes of a PDF depend on the fonts of the machine: pdf_test.cpp asks what is in it.
bool dependsOnFonts(const report::ReportFormat& format) { return format.id == "pdf"; }

}  // namespace

TEST_CASE("every format of the sample report is as approved") {
  for (const report::ReportFormat& format : report::reportFormats()) {
    if (dependsOnFonts(format)) continue;
    DYNAMIC_SECTION(format.id) {
      test::checkGolden(goldenName("sample", format), test::readable(written(format.id)));
    }
  }
}

TEST_CASE("the sample report without notes and sensitive sources is as approved") {
  report::ReportOptions options = test::sampleOptions();
  options.notes = false;
  options.sensitiveSources = false;
  for (const report::ReportFormat& format : report::reportFormats()) {
    if (dependsOnFonts(format)) continue;
    DYNAMIC_SECTION(format.id) {
      test::checkGolden(goldenName("public", format), test::readable(written(format.id, options)));
    }
  }
}

TEST_CASE("the sample report in other languages is as approved") {
  report::ReportOptions options = test::sampleOptions();
  for (const report::LanguageInfo& language : report::languages()) {
    if (language.language == report::Language::english) continue;
    options.language = language.language;
    DYNAMIC_SECTION(language.id) {
      test::checkGolden("report/sample." + std::string(language.id) + ".md",
                        written("md", options));
    }
  }
}

TEST_CASE("the same data gives the same bytes") {
  for (const report::ReportFormat& format : report::reportFormats()) {
    CAPTURE(format.id);
    CHECK(written(format.id) == written(format.id));
  }
}
