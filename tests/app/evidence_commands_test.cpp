#include <catch2/catch_amalgamated.hpp>

#include "app/session.h"
#include "tests/app/desk.h"

using namespace assay;
using test::Desk;

namespace {

model::Source tariff() {
  model::Source source;
  source.kind = model::SourceKind::officialRecord;
  source.title = "Harbour tariff 2026";
  source.url = "https://harbour.example/tariff";
  source.lookedAt = "2026-02-03";
  return source;
}

app::AddEvidence evidenceFor(const model::ItemId& item, const model::Source& source) {
  app::AddEvidence command;
  command.evidence.item = item;
  command.evidence.stance = model::Stance::supports;
  command.evidence.excerpt = "Adults: plus 12 %";
  command.newSource = source;
  return command;
}

}  // namespace

TEST_CASE("sources are numbered and keep their fields") {
  Desk desk;
  CHECK(desk.run(app::AddSource{tariff()}) == "S1 “Harbour tariff 2026” added");
  const auto sources = *desk->sources();
  REQUIRE(sources.size() == 1);
  model::Source wanted = tariff();
  wanted.id = sources[0].id;
  wanted.number = 1;
  CHECK(sources[0] == wanted);
  CHECK(desk->findSource("S1") == sources[0].id);
  CHECK(desk->findSource("1") == sources[0].id);
  CHECK(test::errorOf(desk->findSource("S4")) ==
        "not_found: There is no source “S4”. “assay source list” shows the sources there are.");
}

TEST_CASE("a source is edited field by field and undone as a whole") {
  Desk desk;
  REQUIRE(desk->execute(app::AddSource{tariff()}));
  model::Source source = desk->sources()->front();
  source.publisher = "Port of Ilmen";
  source.sensitive = true;
  CHECK(desk.run(app::EditSource{source}) == "S1 “Harbour tariff 2026” saved");
  CHECK(desk->sources()->front() == source);
  REQUIRE(desk->undo());
  CHECK(desk->sources()->front().publisher.empty());
  CHECK_FALSE(desk->sources()->front().sensitive);
}

TEST_CASE("a source that says nothing, a date that is none and an address that is none") {
  Desk desk;
  CHECK(desk.run(app::AddSource{{}}) ==
        "invalid_input: A source needs a title or a web address. Fill in one of them.");
  model::Source source = tariff();
  source.lookedAt = "2026-02-30";
  CHECK(desk.run(app::AddSource{source}) ==
        "invalid_input: “2026-02-30” is not a date. Write the day it was looked at as year, month "
        "and day: 2026-02-03.");
  source = tariff();
  source.url = "javascript:alert(1)";
  CHECK(desk.run(app::AddSource{source}) ==
        "invalid_input: “javascript:alert(1)” is not a web address. It must begin with http:// or "
        "https:// and hold no blanks.");
  CHECK(desk->sources()->empty());
}

TEST_CASE("evidence with a new source is one step") {
  Desk desk;
  CHECK(desk.run(evidenceFor(desk.id("C1"), tariff())) == "C1: S1 “Harbour tariff 2026” supports");
  const auto detail = desk.detail("C1");
  REQUIRE(detail->evidence.size() == 1);
  CHECK(detail->evidence[0].source.title == "Harbour tariff 2026");
  CHECK(detail->evidence[0].evidence.excerpt == "Adults: plus 12 %");
  CHECK(detail->row.evidenceCount == 1);
  REQUIRE(desk->undo());
  CHECK(desk->sources()->empty());
  CHECK(desk.detail("C1")->evidence.empty());
}

TEST_CASE("the same page is the same source") {
  Desk desk;
  REQUIRE(desk->execute(evidenceFor(desk.id("C1"), tariff())));
  CHECK(desk.run(evidenceFor(desk.id("Q1"), tariff())) == "Q1: S1 “Harbour tariff 2026” supports");
  CHECK(desk->sources()->size() == 1);
}

TEST_CASE("evidence is edited and taken away") {
  Desk desk;
  REQUIRE(desk->execute(evidenceFor(desk.id("C1"), tariff())));
  model::Evidence evidence = desk.detail("C1")->evidence[0].evidence;
  evidence.stance = model::Stance::refutes;
  evidence.locator = "page 4";
  CHECK(desk.run(app::EditEvidence{evidence}) == "Evidence of C1 saved");
  CHECK(desk.detail("C1")->evidence[0].evidence == evidence);
  CHECK(desk.run(app::RemoveEvidence{evidence.id}) == "Evidence removed from C1");
  CHECK(desk.detail("C1")->evidence.empty());
  REQUIRE(desk->undo());
  CHECK(desk.detail("C1")->evidence[0].evidence == evidence);
}

TEST_CASE("evidence can link a source that is there") {
  Desk desk;
  REQUIRE(desk->execute(app::AddSource{tariff()}));
  app::AddEvidence command;
  command.evidence.item = desk.id("Q2");
  command.evidence.source = *desk->findSource("S1");
  command.evidence.stance = model::Stance::context;
  CHECK(desk.run(command) == "Q2: S1 “Harbour tariff 2026” context");
  command.evidence.source.value = "nobody";
  CHECK(desk.run(command).starts_with("not_found: "));
}

TEST_CASE("every source comes with the items it is evidence for") {
  Desk desk;
  app::AddEvidence add;
  add.evidence.item = desk.id("C1");
  add.evidence.stance = model::Stance::refutes;
  add.newSource = model::Source{};
  add.newSource->title = "Harbour log";
  const auto added = desk->execute(add);
  REQUIRE(added);
  app::AddEvidence again;
  again.evidence.item = desk.id("Q2");
  again.evidence.source = *added->source;
  REQUIRE(desk->execute(again));
  app::AddSource unused;
  unused.source.title = "Timetable";
  REQUIRE(desk->execute(unused));
  const auto uses = desk->sourceUses();
  REQUIRE(uses);
  REQUIRE(uses->size() == 2);
  CHECK(uses->front().source.title == "Harbour log");
  REQUIRE(uses->front().uses.size() == 2);
  CHECK(uses->front().uses[0].number == "A1:C1");
  CHECK(uses->front().uses[0].stance == model::Stance::refutes);
  CHECK(uses->front().uses[0].text == "Fares went up by 12 percent");
  CHECK(uses->front().uses[1].number == "A1:Q2");
  CHECK(uses->back().source.title == "Timetable");
  CHECK(uses->back().uses.empty());
}
