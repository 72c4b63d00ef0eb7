#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "report/formats.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;
using nlohmann::json;

namespace {

json annotationOf(const json& page, std::string_view number) {
  for (const json& annotation : page["items"]) {
    if (annotation["id"].get<std::string>().ends_with(":" + std::string(number))) return annotation;
  }
  FAIL("no annotation of " << number);
  return {};
}

}  // namespace

TEST_CASE("both selectors of every annotation lead to the same words") {
  const ReportData data = test::sampleReport();
  const base::CodePointIndex points(data.text);
  const json page = json::parse(*writeAnnotations(data, {}));
  REQUIRE(page["items"].size() == data.items.size());
  std::size_t targets = 0;
  for (const json& annotation : page["items"]) {
    for (const json& target : annotation["target"]) {
      ++targets;
      const json& quote = target["selector"][0];
      const json& place = target["selector"][1];
      const base::Span bytes = points.toBytes({place["start"], place["end"]});
      CHECK(quote["exact"] == std::string(bytes.of(data.text)));
      const std::string around = quote["prefix"].get<std::string>() +
                                 quote["exact"].get<std::string>() +
                                 quote["suffix"].get<std::string>();
      CHECK(data.text.find(around) == bytes.begin - quote["prefix"].get<std::string>().size());
    }
  }
  CHECK(targets == data.items.size() + 1);  // Q2 goes over two paragraphs
}

TEST_CASE("motivations follow from status and correction") {
  const json page = json::parse(*writeAnnotations(test::sampleReport(), {}));
  CHECK(annotationOf(page, "Q1")["motivation"] == json{"assessing"});
  CHECK(annotationOf(page, "C1")["motivation"] == json{"assessing", "editing"});
  CHECK(annotationOf(page, "C8")["motivation"] == json{"assessing", "questioning"});
}

TEST_CASE("a text that was not published is named by its hash") {
  ReportData data = test::sampleReport();
  data.url = "not an address";
  const json page = json::parse(*writeAnnotations(data, {}));
  CHECK(page["items"][0]["target"][0]["source"] == "urn:sha256:" + data.sha256);
}

TEST_CASE("an item without a place in the text is about the whole of it") {
  ReportData data = test::sampleReport();
  data.items[0].item.anchor.spans.clear();
  const json page = json::parse(*writeAnnotations(data, {}));
  CHECK(page["items"][0]["target"] == json{"https://post.example/library-hours"});
}
