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
  CHECK(texts(coverage.missed) ==
        std::vector<std::string>{"Ferry fares rise", "said Ada Brook, the harbour master."});
}

TEST_CASE("a word under a finished and an open item counts as checked") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C1")}, model::Status::notCheckable, {}}));
  CHECK(app::coverage(*desk.view()).checked == 6);
}

TEST_CASE("coverage follows a decision as if it were counted anew") {
  Desk desk;
  const auto check = [&](const app::Coverage& followed) {
    const app::Coverage anew = app::coverage(*desk.view());
    CHECK(followed.words == anew.words);
    CHECK(followed.checked == anew.checked);
    CHECK(followed.open == anew.open);
    CHECK(followed.missed == anew.missed);
  };
  auto before = desk.view();
  app::Coverage coverage = app::coverage(*before);
  const std::vector<app::Command> commands{
      app::SetStatus{{desk.id("C1")}, model::Status::verified, {}},
      app::SetStatus{{desk.id("Q1"), desk.id("C2")}, model::Status::wrong, {}},
      app::SetStatus{{desk.id("C1")}, model::Status::inProgress, {}},  // still under a finished one
      app::SetFlag{{desk.id("C2")}, model::Flag::legal, true},
      app::SetStatus{{desk.id("Q1")}, model::Status::unchecked, {}},
      app::MoveItem{desk.id("C2"), {spanOf("was late in May")}},
  };
  for (const app::Command& command : commands) {
    INFO(desk.run(command));
    coverage = app::coverageAfter(coverage, *before, *desk.view());
    check(coverage);
    before = desk.view();
  }
}
