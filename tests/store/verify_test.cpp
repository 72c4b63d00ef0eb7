// Whatever was changed past the store is found by verify, and named. All of it passes the
// integrity check of SQLite.
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;

namespace {

/// A desk with a bit of everything, closed.
void fill(Desk& desk) {
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Add source",
                         [&](store::Transaction& tx) { return tx.add(makeSource("s1", 1)); }));
  REQUIRE_OK(store.write("Add evidence", [&](store::Transaction& tx) {
    return tx.add(makeEvidence("e1", "x-q1", "s1"));
  }));
  REQUIRE_OK(mark(store, "x-q1", "verified"));
  REQUIRE_OK(store.undo());
  desk.close();
}

std::vector<std::string> problemsAfter(const std::string& sql) {
  Desk desk;
  fill(desk);
  tamper(desk.path(), sql);
  CHECK(rawValue(desk.path(), "PRAGMA integrity_check") == "ok");
  const auto report = desk.open().verify();
  REQUIRE_OK(report);
  return report->problems;
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("a sound store counts what it has") {
  Desk desk;
  fill(desk);
  const auto report = desk.open().verify();
  REQUIRE_OK(report);
  CHECK(report->problems == Problems{});
  CHECK(report->notes == Problems{});
  CHECK(report->events == 18);  // 5 commands, 9 of the import, 2 + 1 + 1 others
  CHECK(report->commands == 5);
  CHECK(report->articles == 1);
  CHECK(report->items == 6);
  CHECK(report->head == rawValue(desk.path(),
                                 "SELECT lower(hex(hash)) FROM event "
                                 "ORDER BY seq DESC LIMIT 1"));
}

TEST_CASE("a changed state is found and the row is named") {
  CHECK(problemsAfter("UPDATE item SET status = 'verified' WHERE id = 'x-q2'") ==
        Problems{"The status of the item \"x-q2\" is \"verified\", but the events say "
                 "\"unchecked\"."});
  CHECK(problemsAfter("DELETE FROM evidence") ==
        Problems{"The evidence \"e1\" is missing; the events made it."});
  CHECK(problemsAfter("INSERT INTO source SELECT 's2', 2, kind, title, author, publisher, url, "
                      "archived_url, looked_at, contact, note, sensitive, removed FROM source") ==
        Problems{"The source \"s2\" is not from any event."});
  CHECK(problemsAfter("UPDATE block SET role = 'boilerplate' WHERE ordinal = 1") ==
        Problems{"The role of the block \"x-d\", 1 is \"boilerplate\", but the events say "
                 "\"body\"."});
  CHECK(problemsAfter("UPDATE command SET undone_at = NULL") ==
        Problems{"The undone_at of the command \"kim~t-1/15\" is NULL, but the events say " +
                 std::to_string((1'770'127'331'000LL << 16) + 16) + "."});
}

TEST_CASE("a changed draft is found twice: by the fold and by its own hash") {
  const auto problems =
      problemsAfter("UPDATE draft SET text = replace(text, '2.3 million', '3.2 million')");
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].starts_with("The text of the draft \"x-d\" is \"Ferry to run again"));
  CHECK(problems[1] == "The text of draft x-d does not have its SHA-256.");
}

TEST_CASE("a changed event is found by its hash") {
  const std::string name = "Event kim~t-1/17 ";
  const std::string changed = "was changed after it was written: its hash does not fit.";
  for (const char* change : {"payload = 'wrong'", "base = 'wrong'", "field = 'note'", "id = 'x-q2'",
                             "schema = 0 + 1, "
                             "hlc = hlc + 1"}) {
    INFO(change);
    const auto problems =
        problemsAfter(std::string("UPDATE event SET ") + change + " WHERE aseq = 17");
    REQUIRE_FALSE(problems.empty());
    CHECK(std::ranges::find(problems, name + changed) != problems.end());
  }
}

TEST_CASE("an event that is taken out leaves a gap") {
  const auto problems = problemsAfter("DELETE FROM event WHERE aseq = 16");
  REQUIRE_FALSE(problems.empty());
  CHECK(std::ranges::find(problems,
                          "Event kim~t-1/17 follows number 15 of its actor: an event is missing "
                          "or out of order.") != problems.end());
}

TEST_CASE("the newest event that is taken out leaves its traces in the state") {
  const auto problems = problemsAfter("DELETE FROM event WHERE aseq = 18");
  REQUIRE_FALSE(problems.empty());
  CHECK(
      problems.front().starts_with("The aseq of the actor \"kim~t-1\" is 18, but the events say "
                                   "17."));
}

TEST_CASE("a redaction that nobody recorded is found") {
  const auto problems = problemsAfter(
      "UPDATE event SET payload_hash = (SELECT hash FROM event WHERE aseq = 1), payload = 'wrong' "
      "WHERE aseq = 17");
  CHECK(std::ranges::find(problems,
                          "Event kim~t-1/17 holds other words than its record allows: no redaction "
                          "vouches for them.") != problems.end());
}

TEST_CASE("damaged text and a broken key are findings, not crashes") {
  CHECK(problemsAfter("UPDATE item SET note = CAST(x'FF' AS TEXT) WHERE id = 'x-q1'") ==
        Problems{"The note of the item \"x-q1\" is a text that is not UTF-8, but the events say "
                 "\"\"."});
  const auto problems = problemsAfter("UPDATE evidence SET source = 's9'");
  CHECK(problems ==
        Problems{"A link is broken: a row of evidence refers to a source that is not there.",
                 "The source of the evidence \"e1\" is \"s9\", but the events say \"s1\"."});
}

TEST_CASE("the guards refuse to change or delete an event") {
  Desk desk;
  fill(desk);
  CHECK(rawFailure(desk.path(), "DELETE FROM event WHERE aseq = 3") == "an event is never deleted");
  CHECK(rawFailure(desk.path(), "UPDATE event SET payload = 'x' WHERE aseq = 17") ==
        "an event is never changed, only redacted");
  CHECK(rawFailure(desk.path(), "UPDATE event SET hlc = hlc + 1") ==
        "an event is never changed, only redacted");
  CHECK(rawFailure(desk.path(), "REPLACE INTO event SELECT * FROM event WHERE aseq = 3") ==
        "an event is never replaced");
  requireSound(desk.open());
}

TEST_CASE("an object planted while the store is open is found") {
  Desk desk;
  fill(desk);
  store::Store& store = desk.open();
  rawExec(desk.path(), "CREATE VIEW spy AS SELECT * FROM source");
  CHECK(store.verify()->problems == Problems{"It has a view spy that no store of ours has."});
}
