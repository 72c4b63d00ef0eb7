#include "cli/history_lines.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::cli {

namespace {

store::HistoryEntry entry(std::string what, std::string before, std::string after) {
  store::HistoryEntry made;
  made.at = 1'770'127'331'000;
  made.actor = "mara";
  made.command = "Mark Q3 verified";
  made.what = std::move(what);
  made.before = std::move(before);
  made.after = std::move(after);
  return made;
}

}  // namespace

TEST_CASE("a change is told in words of the domain") {
  CHECK(changeText(entry("status", "unchecked", "in_progress")) ==
        "status: unchecked → in progress");
  CHECK(changeText(entry("wording", "none", "out_of_context")) ==
        "wording: not compared → out of context");
  CHECK(changeText(entry("flags", "", "legal, call back")) ==
        "flags: nothing → “legal, call back”");
  CHECK(changeText(entry("speaker", "", "Jon Reed")) == "speaker: nothing → “Jon Reed”");
  CHECK(changeText(entry("note", "", "rang\nhim")) == "note: nothing → “rang him”");
  CHECK(changeText(entry("place", "old words", "new words")) == "place: “old words” → “new words”");
  CHECK(changeText(entry("created", "", "")) == "created");
  CHECK(changeText(entry("removed", "", "")) == "removed");
}

TEST_CASE("an item's history has a line for every change") {
  auto undone = entry("note", "a", "b");
  undone.undone = true;
  CHECK(itemHistory({entry("status", "unchecked", "verified"), undone}) ==
        "2026-02-03T14:02:11Z  mara  Mark Q3 verified           status: unchecked → verified\n"
        "2026-02-03T14:02:11Z  mara  Mark Q3 verified (undone)  note: “a” → “b”\n");
}

TEST_CASE("a store's history has a line for every command, the newest ones") {
  auto later = entry("status", "verified", "cut");
  later.at += 1000;
  later.command = "Mark Q3 cut";
  const std::vector<store::HistoryEntry> entries{entry("status", "unchecked", "verified"),
                                                 entry("note", "", "seen"), later};
  CHECK(commandHistory(entries, 10) ==
        "2026-02-03T14:02:11Z  mara  Mark Q3 verified\n"
        "2026-02-03T14:02:12Z  mara  Mark Q3 cut\n");
  CHECK(commandHistory(entries, 1) == "2026-02-03T14:02:12Z  mara  Mark Q3 cut\n");
}

}  // namespace assay::cli
