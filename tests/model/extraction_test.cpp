#include "model/extraction.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/model/table_checks.h"

namespace assay::model {

TEST_CASE("Every kind of quote, kind of speaker and reason has its row") {
  test::checkTable(quoteKinds(), 3, &QuoteKindInfo::kind, quoteKindById);
  test::checkTable(speakerKinds(), 4, &SpeakerKindInfo::kind, speakerKindById);
  test::checkTable(claimReasons(), 17, &ClaimReasonInfo::reason, claimReasonById);
}

TEST_CASE("The reasons that speak against checking are the last five") {
  for (const ClaimReasonInfo& row : claimReasons()) {
    CAPTURE(row.id);
    CHECK(row.lowers == (row.reason >= ClaimReason::prediction));
    CHECK_FALSE(row.word.empty());
  }
  CHECK(claimReasonById("named_body") == ClaimReason::namedBody);
}

TEST_CASE("Without attitudes the claims keep their quotes") {
  Extraction all;
  all.quotes.resize(3);
  all.quotes[0].attitude = true;
  all.quotes[1].content = {{10, 20}};
  all.quotes[2].content = {{30, 40}};
  all.claims.resize(3);
  all.claims[0].quote = 1;
  all.claims[1].quote = 2;
  all.claims[2].quote = 0;
  const Extraction kept = withoutAttitudes(all);
  REQUIRE(kept.quotes.size() == 2);
  CHECK(kept.quotes[0] == all.quotes[1]);
  CHECK(kept.quotes[1] == all.quotes[2]);
  CHECK(kept.claims[0].quote == std::optional<std::size_t>(0));
  CHECK(kept.claims[1].quote == std::optional<std::size_t>(1));
  // A claim inside an attitude stands by itself.
  CHECK_FALSE(kept.claims[2].quote.has_value());
}

}  // namespace assay::model
