#include "extract/confidence.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::extract {
namespace {

Attribution attributed(model::QuoteKind kind, double estimate, bool source) {
  Attribution a;
  a.kind = kind;
  a.confidence = estimate;
  if (source) a.source = base::Span{0, 4};
  return a;
}

TEST_CASE("A direct quote whose speaker stands beside it is nearly sure") {
  for (const Reader reader : {Reader::linear, Reader::encoder}) {
    const double sure =
        confidenceOf(attributed(model::QuoteKind::direct, 0.96, true), 0.97, reader);
    CHECK(sure > 0.9);
    CHECK(sure < 1.0);
  }
}

TEST_CASE("Confidence falls with the evidence, the speaker and the marks") {
  for (const Reader reader : {Reader::linear, Reader::encoder}) {
    const Attribution direct = attributed(model::QuoteKind::direct, 0.8, true);
    const double known = confidenceOf(direct, 0.9, reader);
    CHECK(confidenceOf(attributed(model::QuoteKind::direct, 0.6, true), 0.9, reader) < known);
    CHECK(confidenceOf(direct, 0.6, reader) < known);
    CHECK(confidenceOf(direct, std::nullopt, reader) < known);
    CHECK(confidenceOf(attributed(model::QuoteKind::direct, 0.8, false), 0.9, reader) < known);
    CHECK(confidenceOf(attributed(model::QuoteKind::indirect, 0.8, true), 0.9, reader) < known);
  }
}

TEST_CASE("Confidence stays a share whatever a layer claims") {
  for (const double estimate : {-1.0, 0.0, 1.0, 7.0}) {
    for (const Reader reader : {Reader::linear, Reader::encoder}) {
      const double c =
          confidenceOf(attributed(model::QuoteKind::direct, estimate, true), 1.0, reader);
      CHECK(c > 0.0);
      CHECK(c < 1.0);
    }
  }
}

TEST_CASE("A doubtful quote of the encoder is worth more than one of the linear reader") {
  const Attribution doubtful = attributed(model::QuoteKind::indirect, 0.5, true);
  CHECK(confidenceOf(doubtful, 0.9, Reader::linear) == Catch::Approx(0.41).margin(0.01));
  CHECK(confidenceOf(doubtful, 0.9, Reader::encoder) == Catch::Approx(0.56).margin(0.01));
}

}  // namespace
}  // namespace assay::extract
