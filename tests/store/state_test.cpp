// The state in memory says what the state in the file says, and their differences are found.
#include <catch2/catch_amalgamated.hpp>
#include <fmt/format.h>

#include "store/file_state.h"
#include "store/memory_state.h"

using namespace assay;
using store::Database;
using store::Table;

namespace {

/// The tables in a file, and beside them in memory, filled alike.
struct Both {
  std::unique_ptr<Database> database;
  std::unique_ptr<store::FileState> file;
  store::MemoryState memory;

  Both() {
    auto scratch = Database::scratch();
    REQUIRE(scratch);
    database = std::move(*scratch);
    REQUIRE(store::createSchema(*database));
    file = std::make_unique<store::FileState>(*database, store::Passages::Index::leave);
  }
  void each(const std::function<void(store::State&)>& change) {
    change(*file);
    change(memory);
  }
  std::string difference(Table table) {
    const auto found = memory.differenceIn(*database, table);
    REQUIRE(found);
    return *found;
  }
};

void addItem(store::State& state, const std::string& id) {
  REQUIRE(state.insert(Table::item,
                       {id,          "a", "Q", 1,      "direct", nullptr, nullptr, -0.0, 0.5, "", 1,
                        "unchecked", "",  0,   "none", 0,        "",      "",      "",   "",  0}));
}

void addDraft(store::State& state, const std::string& id, int number, std::string_view text) {
  REQUIRE(state.insert(
      Table::draft, {id, "a", number, std::string(64, '0'), "", "text", 0, 0, text.size(), text}));
}

void fill(store::State& state) {
  REQUIRE(state.insert(Table::article, {"a", 1, "Title", "", "", "", 0, 0}));
  addDraft(state, "d1", 1, "short");
  addDraft(state, "d2", 2, std::string(10'000, 'x') + "ü");
  for (const char* id : {"i1", "i2", "i3"}) addItem(state, id);
}

}  // namespace

TEST_CASE("the columns of the state are those of the tables, those of the key first") {
  const Both both;
  for (const store::StateTable& table : store::stateTables()) {
    store::Query rows =
        both.database->query("SELECT name, pk FROM pragma_table_info(?1) ORDER BY pk = 0, pk, cid");
    rows.bind(1, table.name);
    std::vector<std::string> found;
    std::size_t keys = 0;
    while (*rows.step()) {
      found.push_back(rows.text(0));
      if (rows.integer(1) > 0) ++keys;
    }
    const auto columns = store::columnsOf(table);
    std::vector<std::string> listed(columns.begin(), columns.end());
    INFO(table.name);
    if (table.name == "passage") {  // found by thing and field, which are unique as well
      std::ranges::sort(found);
      std::ranges::sort(listed);
      CHECK(table.keys == 2);
    } else {
      CHECK(table.keys == keys);
    }
    CHECK(listed == found);
  }
}

TEST_CASE("the same changes leave the same state in the file and in memory") {
  Both both;
  both.each([](store::State& state) {
    fill(state);
    CHECK(*state.set(Table::item, {"i2"}, {{"status", "verified"}, {"decided_at", 12}}));
    CHECK_FALSE(*state.set(Table::item, {"i9"}, {{"status", "verified"}}));
    REQUIRE(state.put(Table::anchor, {"i1", "d1", "one"}));
    REQUIRE(state.put(Table::anchor, {"i1", "d2", "two"}));
    REQUIRE(state.put(Table::anchor, {"i1", "d1", "another"}));
    REQUIRE(state.put(Table::anchor, {"i2", "d1", "gone"}));
    REQUIRE(state.erase(Table::anchor, {"i2", "d1"}));
    REQUIRE(state.erase(Table::anchor, {"i3", "d1"}));
    CHECK(*state.newestAnchor("i1") == "two");
    REQUIRE(state.erase(Table::anchor, {"i1", "d2"}));
    CHECK(*state.newestAnchor("i1") == "another");
    REQUIRE(state.put(Table::anchor, {"i1", "d2", "two again"}));
    CHECK(*state.newestAnchor("i1") == "two again");
    CHECK(state.newestAnchor("i2")->empty());
    CHECK(state.newestAnchor("i9")->empty());
  });
  for (std::size_t i = 0; i < store::kTables; ++i) CHECK(both.difference(Table(i)).empty());
}

TEST_CASE("passages get the same numbers in memory as in the file") {
  Both both;
  both.each([](store::State& state) {
    using store::Entity;
    for (const char* thing : {"a", "b", "c", "d"}) {
      REQUIRE(state.addPassage(Entity::source, thing, "title", thing));
    }
    REQUIRE(state.addPassage(Entity::source, "e", "title", ""));
    REQUIRE(state.putPassage(Entity::source, "b", "title", ""));
    REQUIRE(state.putPassage(Entity::source, "d", "title", ""));
    REQUIRE(state.putPassage(Entity::source, "f", "title", "takes the number of d"));
    REQUIRE(state.putPassage(Entity::source, "b", "title", "a new one"));
    REQUIRE(state.putPassage(Entity::source, "f", "title", ""));
    REQUIRE(state.putPassage(Entity::source, "b", "title", ""));
    REQUIRE(state.putPassage(Entity::source, "c", "title", ""));
    REQUIRE(state.putPassage(Entity::source, "g", "title", std::string(5'000, 'y')));
    REQUIRE(state.putPassage(Entity::source, "a", "title", "other"));
  });
  CHECK(both.difference(Table::passage).empty());
}

TEST_CASE("a difference is found in every row and column, in long texts as well") {
  const auto after = [](const char* sql, Table table) {
    Both both;
    both.each(fill);
    REQUIRE(both.database->exec("PRAGMA foreign_keys=OFF"));
    REQUIRE(both.database->exec(sql));
    return both.difference(table);
  };
  CHECK(after("UPDATE item SET score = 0.25 WHERE id = 'i2'", Table::item) ==
        "The score of the item \"i2\" is 0.25, but the events say 0.5.");
  CHECK(after("DELETE FROM item WHERE id = 'i1'", Table::item) ==
        "The item \"i1\" is missing; the events made it.");
  CHECK(after("UPDATE item SET id = 'i0' WHERE id = 'i3'", Table::item) ==
        "The item \"i0\" is not from any event.");
  CHECK(after("UPDATE item SET parent = '' WHERE id = 'i3'", Table::item) ==
        "The parent of the item \"i3\" is \"\", but the events say NULL.");
  const std::string cut = "\"" + std::string(59, 'x') + "…\"";
  CHECK(after("UPDATE draft SET text = replace(text, 'ü', 'u') WHERE id = 'd2'", Table::draft) ==
        fmt::format("The text of the draft \"d2\" is {}, but the events say {}.", cut, cut));
  CHECK(after("UPDATE draft SET text = substr(text, 1, 4000) WHERE id = 'd2'", Table::draft) ==
        fmt::format("The text of the draft \"d2\" is {}, but the events say {}.", cut, cut));
}

TEST_CASE("a thing is made once, and an anchor belongs to an item") {
  store::MemoryState state;
  fill(state);
  const auto again = state.insert(Table::article, {"a", 2, "Other", "", "", "", 0, 0});
  REQUIRE_FALSE(again);
  CHECK(again.error().code == base::ErrorCode::corrupt);
  CHECK(again.error().message == "The article \"a\" is made a second time.");
  const auto loose = state.put(Table::anchor, {"i9", "d1", "one"});
  REQUIRE_FALSE(loose);
  CHECK(loose.error().message == "There is no item \"i9\".");
}

TEST_CASE("many rows are found again") {
  store::MemoryState state;
  for (int i = 0; i < 5'000; ++i) {
    REQUIRE(state.insert(Table::article, {fmt::format("a{}", i), i, "", "", "", "", 0, 0}));
  }
  for (int i = 0; i < 5'000; ++i) {
    CHECK(*state.set(Table::article, {fmt::format("a{}", i)}, {{"title", "x"}}));
  }
  CHECK_FALSE(*state.set(Table::article, {"a5000"}, {{"title", "x"}}));
}
