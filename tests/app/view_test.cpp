#include "app/view.h"

#include <catch2/catch_amalgamated.hpp>

#include "app/session.h"
#include "tests/app/desk.h"

using namespace assay;
using test::Desk;

namespace {

std::vector<std::string> shown(const app::ArticleView& view, const app::Filter& filter) {
  std::vector<std::string> numbers;
  for (const std::size_t row : app::filtered(view, filter)) {
    numbers.push_back(view.rows[row].number);
  }
  return numbers;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("no filter shows everything") {
  Desk desk;
  const app::Filter none;
  CHECK_FALSE(none.active());
  CHECK(shown(*desk.view(), none) == Numbers{"Q1", "C1", "C2", "Q2"});
}

TEST_CASE("rows are filtered by kind, status and words") {
  Desk desk;
  REQUIRE(
      desk->execute(app::SetStatus{{desk.id("Q1"), desk.id("C2")}, model::Status::verified, {}}));
  app::Filter filter;
  filter.kind = app::Filter::Kind::claims;
  CHECK(shown(*desk.view(), filter) == Numbers{"C1", "C2"});
  filter.statuses = {model::Status::verified, model::Status::wrong};
  CHECK(shown(*desk.view(), filter) == Numbers{"C2"});
  filter = {};
  filter.text = "FERRY may";
  CHECK(shown(*desk.view(), filter) == Numbers{"C2", "Q2"});
  filter.text = "brook";
  CHECK(shown(*desk.view(), filter) == Numbers{"Q1", "C1"});
  filter.text = "nothing like it";
  CHECK(shown(*desk.view(), filter).empty());
}

TEST_CASE("words are looked for in notes and sources as well, whatever the accents") {
  Desk desk;
  REQUIRE(desk->execute(app::SetText{desk.id("C2"), app::ItemText::note, "ask Zoë Müller"}));
  app::AddEvidence evidence;
  evidence.evidence.item = desk.id("Q2");
  evidence.newSource = model::Source{};
  evidence.newSource->title = "Minutes of the quay board";
  REQUIRE(desk->execute(evidence));
  app::Filter filter;
  filter.text = "zoe muller";
  CHECK(shown(*desk.view(), filter) == Numbers{"C2"});
  filter.text = "quay minutes";
  CHECK(shown(*desk.view(), filter) == Numbers{"Q2"});
}

TEST_CASE("what was put off can be hidden") {
  Desk desk;
  REQUIRE(desk->execute(app::SetFlag{{desk.id("C1")}, model::Flag::postponed, true}));
  app::Filter filter;
  filter.hidePostponed = true;
  CHECK(shown(*desk.view(), filter) == Numbers{"Q1", "C2", "Q2"});
}
