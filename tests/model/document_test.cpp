#include "model/document.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/model/table_checks.h"

namespace assay::model {

TEST_CASE("Every role of a block has its row") {
  test::checkTable(blockRoles(), 9, &BlockRoleInfo::role, blockRoleById);
  CHECK(info(BlockRole::pullQuote).id == "pull_quote");
  CHECK(info(BlockRole::pullQuote).word == "pull quote");
}

TEST_CASE("Bylines, datelines and boilerplate are not searched for quotes and claims") {
  for (const BlockRoleInfo& row : blockRoles()) {
    CAPTURE(row.id);
    const bool passedOver = row.role == BlockRole::byline || row.role == BlockRole::dateline ||
                            row.role == BlockRole::boilerplate;
    CHECK(row.checked == !passedOver);
  }
}

TEST_CASE("Blocks are equal when place, role and origin of the role are") {
  const Block block{{3, 9}, BlockRole::caption, true};
  CHECK(block == Block{{3, 9}, BlockRole::caption, true});
  CHECK_FALSE(block == Block{{3, 8}, BlockRole::caption, true});
  CHECK_FALSE(block == Block{{3, 9}, BlockRole::body, true});
  CHECK_FALSE(block == Block{{3, 9}, BlockRole::caption, false});
}

}  // namespace assay::model
