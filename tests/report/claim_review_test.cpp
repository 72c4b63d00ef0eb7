#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "report/formats.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

TEST_CASE("only items flagged to publish and rated are published") {
  const ReportData data = test::sampleReport();
  const auto reviews = nlohmann::json::parse(*writeClaimReview(data, test::sampleOptions()));
  REQUIRE(reviews.size() == 1);
  CHECK(reviews[0]["claimReviewed"] == "The town council voted 9 to 4 on Monday");
  CHECK(reviews[0]["reviewRating"]["alternateName"] == "Mostly True");
  CHECK(reviews[0]["url"] == "https://post.example/checks/library-hours#C1");
  CHECK(reviews[0]["datePublished"] == "2026-02-03");
}

TEST_CASE("nothing to publish is said before anything is written") {
  ReportData data = test::sampleReport();
  for (ReportItem& entry : data.items) entry.item.flags = {};
  const auto reviews = writeClaimReview(data, test::sampleOptions());
  REQUIRE_FALSE(reviews.has_value());
  CHECK(reviews.error().code == base::ErrorCode::invalidInput);
  CHECK(reviews.error().message ==
        "There is nothing to publish: no item carries both the flag \"publish\" and a verdict. "
        "Set both on what may leave the house.");
}

TEST_CASE("everything that is missing is named at once") {
  ReportData data = test::sampleReport();
  data.outlet.clear();
  data.items[1].item.flags = data.items[1].item.flags.with(model::Flag::publish, true);
  const auto reviews = writeClaimReview(data, {});
  REQUIRE_FALSE(reviews.has_value());
  CHECK(reviews.error().message ==
        "The review cannot be published yet. It still needs: the web address (https://…) where the "
        "review is published; the name of the organisation that publishes it; a verdict on Q1.");
}

TEST_CASE("the outlet publishes when nobody else is named") {
  ReportOptions options;
  options.reviewUrl = "https://post.example/checks/1";
  const auto reviews = nlohmann::json::parse(*writeClaimReview(test::sampleReport(), options));
  CHECK(reviews[0]["author"] ==
        nlohmann::json{{"@type", "Organization"}, {"name", "Lindmoor Post"}});
}
