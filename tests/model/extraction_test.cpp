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

}  // namespace assay::model
