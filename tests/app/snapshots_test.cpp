#include "app/snapshots.h"

#include <catch2/catch_amalgamated.hpp>

#include "base/hash.h"
#include "tests/app/desk.h"

using namespace assay;
using test::Desk;

namespace {

model::SourceId addSource(Desk& desk) {
  app::AddEvidence add;
  add.evidence.item = desk.id("C2");
  add.newSource = model::Source{};
  add.newSource->title = "Minutes";
  const auto added = desk->execute(add);
  REQUIRE(added.has_value());
  return *added->source;
}

model::Snapshot onlySnapshot(Desk& desk) {
  const auto all = desk->store().snapshots();
  REQUIRE(all.has_value());
  REQUIRE(all->size() == 1);
  return all->front();
}

}  // namespace

TEST_CASE("a file is kept with its source and comes out the same") {
  Desk desk;
  const model::SourceId source = addSource(desk);
  const std::string bytes("minutes\0of May\n", 15);
  desk.folder.write("minutes.pdf", bytes);
  auto command = app::prepareSnapshot(source, desk.folder / "minutes.pdf", desk.files);
  REQUIRE(command.has_value());
  CHECK(desk.run(*command) == "S1: minutes.pdf kept, 15 bytes");
  const model::Snapshot kept = onlySnapshot(desk);
  CHECK(kept.sha256 == base::sha256Hex(bytes));
  CHECK(kept.takenAt == desk.clock.now());
  CHECK(desk.detail("C2")->evidence.front().snapshots == std::vector{kept});
  CHECK(desk->sourceUses()->front().snapshots == std::vector{kept});

  REQUIRE(app::saveSnapshot(desk.session(), kept.id, desk.folder / "out.pdf"));
  CHECK(test::readFile(desk.folder / "out.pdf") == bytes);
  const auto shown = app::showableSnapshot(desk.session(), kept, desk.folder / "cache");
  REQUIRE(shown.has_value());
  CHECK(shown->filename() == "minutes.pdf");
  CHECK(test::readFile(*shown) == bytes);

  CHECK(desk.run(*command).starts_with(
      "conflict: S1 has exactly these bytes already, as minutes.pdf of "));
  REQUIRE(desk->undo());
  CHECK(desk->store().snapshots()->empty());
  REQUIRE(desk->redo());
  CHECK(desk.run(app::RemoveSnapshot{kept.id}) == "minutes.pdf removed");
  CHECK(desk.run(app::RemoveSnapshot{kept.id}) ==
        "not_found: There is no such snapshot any more. Look at the source again.");
  CHECK(desk->verify()->ok());
}

TEST_CASE("what could run is kept, but never opened") {
  Desk desk;
  const model::SourceId source = addSource(desk);
  CHECK(desk.run(app::AttachSnapshot{source, "/tmp/evil.desktop", "[Desktop Entry]"}) ==
        "S1: evil.desktop kept, 15 bytes");
  CHECK(test::errorOf(
            app::showableSnapshot(desk.session(), onlySnapshot(desk), desk.folder / "cache")) ==
        "unsupported: evil.desktop is not of a kind that is only looked at; opening it could run "
        "it. Take it out with “assay snapshot save” and decide there.");
}

TEST_CASE("a file that is empty, or is not there, is not kept") {
  Desk desk;
  const model::SourceId source = addSource(desk);
  CHECK(desk.run(app::AttachSnapshot{source, "a.pdf", ""}) ==
        "invalid_input: a.pdf is empty; there is nothing to keep.");
  CHECK_FALSE(app::prepareSnapshot(source, desk.folder / "none.pdf", desk.files).has_value());
  CHECK(desk->store().snapshots()->empty());
}
