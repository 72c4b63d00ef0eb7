// ClaimReview (schema.org) as JSON-LD: what search engines and other fact-checkers read.
//
// Only what was cleared for it leaves the house: items flagged "publish" that have a verdict.
// What is required is checked before anything is written, and everything missing is named at
// once. The verdict's scale is not known here, so the rating is its word alone.
#include "report/formats.h"
#include "report/json_text.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

bool leaves(const model::Item& item) {
  return item.flags.has(model::Flag::publish) && !item.verdict.empty();
}

std::string publisherOf(const ReportData& data, const ReportOptions& options) {
  return options.publisher.empty() ? data.outlet : options.publisher;
}

/// What keeps the review from being published, as one sentence, or nothing.
std::string missing(const ReportData& data, const ReportOptions& options) {
  std::string out;
  const auto add = [&](std::string_view what) {
    if (!out.empty()) out += "; ";
    out += what;
  };
  if (!model::isWebAddress(options.reviewUrl)) {
    add("the web address (https://…) where the review is published");
  }
  if (publisherOf(data, options).empty()) add("the name of the organisation that publishes it");
  for (const ReportItem& entry : data.items) {
    if (entry.item.flags.has(model::Flag::publish) && entry.item.verdict.empty()) {
      add("a verdict on " + entry.number);
    }
  }
  return out;
}

Json reviewJson(const ReportData& data, const ReportItem& entry, const ReportOptions& options) {
  const model::Item& item = entry.item;
  Json author{{"@type", "Organization"}, {"name", publisherOf(data, options)}};
  if (model::isWebAddress(options.publisherUrl)) author["url"] = options.publisherUrl;
  Json claim{{"@type", "Claim"}};
  if (!entry.speaker.empty()) claim["author"] = {{"@type", "Person"}, {"name", entry.speaker}};
  if (model::isWebAddress(data.url)) {
    claim["appearance"] = {{"@type", "CreativeWork"}, {"url", data.url}};
  }
  Json out{{"@context", "https://schema.org"},
           {"@type", "ClaimReview"},
           {"url", options.reviewUrl + "#" + entry.number},
           {"claimReviewed", item.anchor.exact},
           {"datePublished", base::utcDate(data.generatedAt)},
           {"author", std::move(author)},
           {"reviewRating", {{"@type", "Rating"}, {"alternateName", item.verdict}}},
           {"itemReviewed", std::move(claim)}};
  if (!item.explanation.empty()) out["reviewRating"]["ratingExplanation"] = item.explanation;
  return out;
}

base::Result<Json> reviewsJson(const ReportData& data, const ReportOptions& options) {
  Json reviews = Json::array();
  for (std::size_t i = 0; i < data.items.size() && goesOn(options, i, data.items.size()); ++i) {
    const ReportItem& entry = data.items[i];
    if (leaves(entry.item)) reviews.push_back(reviewJson(data, entry, options));
  }
  if (reviews.empty()) {
    return base::fail(base::ErrorCode::invalidInput,
                      "There is nothing to publish: no item carries both the flag \"publish\" and "
                      "a verdict. Set both on what may leave the house.");
  }
  if (const std::string what = missing(data, options); !what.empty()) {
    return base::fail(base::ErrorCode::invalidInput,
                      "The review cannot be published yet. It still needs: " + what + ".");
  }
  return reviews;
}

/// "<", ">" and "&" as JSON escapes: no data can end the script block this is pasted into.
std::string scriptSafe(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    switch (c) {
      case '<': out += "\\u003C"; break;
      case '>': out += "\\u003E"; break;
      case '&': out += "\\u0026"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace

base::Result<std::string> writeClaimReview(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  const auto reviews = reviewsJson(shown.data(), options);
  if (auto left = unlessStopped(options, {}); !left) return left;  // nor is it said what is missing
  if (!reviews) return base::passOn(reviews);
  return scriptSafe(reviews->dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

base::Result<std::string> writeClaimReviewScript(const ReportData& data,
                                                 const ReportOptions& options) {
  const auto reviews = writeClaimReview(data, options);
  if (!reviews) return base::passOn(reviews);
  return "<script type=\"application/ld+json\">\n" + *reviews + "</script>\n";
}

}  // namespace assay::report
