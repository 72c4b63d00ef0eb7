#include "app/coverage.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/app/desk.h"

using namespace assay;
using test::Desk;
using test::spanOf;

namespace {

std::vector<std::string> texts(const std::vector<base::Span>& spans) {
  std::vector<std::string> out;
  for (const base::Span& span : spans) out.emplace_back(span.of(test::kArticle));
  return out;
}

}  // namespace

TEST_CASE("every word of the article is checked, open or missed; boilerplate is not counted") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2")}, model::Status::verified, {}}));
  const app::Coverage coverage = app::coverage(*desk.view());
  // "Ferry fares rise", 12 words of the second paragraph, 10 of the third.
  CHECK(coverage.words == 25);
  CHECK(coverage.checked == 10);
  CHECK(coverage.open == 6);
  CHECK(coverage.missing() == 9);
  CHECK(texts(coverage.opened) == std::vector<std::string>{"“Fares went up by 12 percent,”"});
  CHECK(texts(coverage.missed) ==
        std::vector<std::string>{"Ferry fares rise", "said Ada Brook, the harbour master."});
}

TEST_CASE("a word under a finished and an open item counts as checked") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C1")}, model::Status::notCheckable, {}}));
  CHECK(app::coverage(*desk.view()).checked == 6);
}
