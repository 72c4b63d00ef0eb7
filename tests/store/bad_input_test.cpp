// Files and values that no program of ours made: each has its sentence, and the file stays as it
// was. What opening alone refuses is in open_test.cpp; SCHEMA.md has the table of all of it.
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "store/limits.h"
#include "store/maintenance.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;
using store::ItemField;
using store::Transaction;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kGiB = std::size_t{1} << 30U;

/// A closed store of the ferry article with a source and a piece of evidence.
void fill(Desk& desk) {
  store::Store& store = desk.openWithArticle();
  REQUIRE_OK(store.write("Source", [](Transaction& tx) -> base::Result<void> {
    if (auto done = tx.add(makeSource("s1", 1)); !done) return done;
    return tx.add(makeEvidence("e1", "x-q1", "s1"));
  }));
  desk.close();
}

/// Enough to see that a file of gigabytes was not written to: any write changes one of them.
std::string stamp(const fs::path& path) {
  struct stat info{};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return fmt::format("{} bytes, {} blocks, {}.{:09} of inode {}", info.st_size, info.st_blocks,
                     info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_ino);
}

/// 1 GiB of nothing that costs no memory: every page of it is the one empty page of the system.
class EmptyGiB {
 public:
  EmptyGiB()
      : address_(
            ::mmap(nullptr, kGiB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)) {
    REQUIRE(address_ != MAP_FAILED);
  }
  ~EmptyGiB() { ::munmap(address_, kGiB); }
  EmptyGiB(const EmptyGiB&) = delete;
  EmptyGiB& operator=(const EmptyGiB&) = delete;
  [[nodiscard]] std::string_view text() const { return {static_cast<const char*>(address_), kGiB}; }

 private:
  void* address_;
};

/// The refusals of opening for writing and for reading, which are the same one.
std::string refusal(Desk& desk, const fs::path& path, ErrorCode code) {
  const std::string before = stamp(path);
  const auto opened = desk.tryOpen(path);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == code);
  CHECK(messageOf(desk.tryOpen(path, false, true)) == opened.error().message);
  CHECK(stamp(path) == before);
  // Empty, from when the store was made, or not there.
  std::error_code ignored;
  const auto journal = fs::file_size(path.string() + "-journal", ignored);
  CHECK((ignored || journal == 0));
  return opened.error().message;
}

/// What verify says of a store that opens, for reading; the folder is as it was afterwards.
std::vector<std::string> problemsOf(Desk& desk) {
  const auto before = folderState(desk.folder.path());
  std::vector<std::string> problems;
  {
    const auto store = desk.tryOpen(desk.path(), false, true);
    REQUIRE_OK(store);
    const auto report = (*store)->verify();
    REQUIRE_OK(report);
    problems = report->problems;
  }
  CHECK(folderState(desk.folder.path()) == before);
  return problems;
}

using Problems = std::vector<std::string>;

}  // namespace

// ----------------------------------------------------------------------------------- the file

TEST_CASE("4 GiB of nothing are no store") {
  Desk desk;
  const fs::path file = desk.folder.write("huge.assay", "");
  fs::resize_file(file, 4 * kGiB);
  CHECK(refusal(desk, file, ErrorCode::unsupported) ==
        file.string() +
            " is not a store of Assay but some other kind of file. Choose another file; to check "
            "it as an article, import it.");
}

TEST_CASE("a store that says it has 4 GiB and has less is damaged") {
  Desk desk;
  fill(desk);
  std::fstream file(desk.path(), std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(28);  // number of pages, big-endian
  file.write("\x00\x10\x00\x00", 4);
  file.close();
  CHECK(refusal(desk, desk.path(), ErrorCode::corrupt) ==
        "The store " + desk.path().string() +
            " is damaged (database disk image is malformed). Make a copy of it, then restore a "
            "backup.");
}

TEST_CASE("a store with 4 GiB of something behind its last page is told from a sound one") {
  Desk desk;
  fill(desk);
  const auto size = fs::file_size(desk.path());
  fs::resize_file(desk.path(), 4 * kGiB + size);
  const std::string before = stamp(desk.path());
  {
    const auto store = desk.tryOpen(desk.path(), false, true);
    REQUIRE_OK(store);
    CHECK((*store)->items({"x-a"})->size() == 6);
    CHECK((*store)->verify()->problems ==
          Problems{"The file has 4294967296 bytes behind its last page that belong to nothing: "
                   "another program wrote to it. Salvage the store into a new file, or restore a "
                   "backup."});
  }
  CHECK(stamp(desk.path()) == before);
}

TEST_CASE("a link that leads nowhere, or in a circle, is refused and not followed") {
  Desk desk;
  const fs::path nowhere = desk.folder / "nowhere.assay";
  fs::create_symlink(desk.folder / "gone.assay", nowhere);
  CHECK(messageOf(desk.tryOpen(nowhere, true)) ==
        nowhere.string() + " is a symbolic link to " + (desk.folder / "gone.assay").string() +
            ". Open that file itself, so that the store and its journal have one name.");
  const fs::path circle = desk.folder / "circle.assay";
  fs::create_symlink(circle, circle);
  CHECK(messageOf(desk.tryOpen(circle, true)) ==
        circle.string() + " is a symbolic link to " + circle.string() +
            ". Open that file itself, so that the store and its journal have one name.");
  CHECK_FALSE(fs::exists(desk.folder / "gone.assay"));
}

TEST_CASE("a trigger is no table of statistics, whatever it is called") {
  const auto planted = [](const std::string& row) {
    Desk desk;
    fill(desk);
    rawExec(desk.path(), "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES (" + row +
                             "); PRAGMA writable_schema=OFF");
    const std::string opening =
        "The store " + desk.path().string() + " is not as this program makes it. ";
    const std::string message = refusal(desk, desk.path(), ErrorCode::corrupt);
    REQUIRE(message.starts_with(opening));
    return message.substr(opening.size());
  };
  CHECK(planted("'trigger', 'sqlite_stat_spy', 'item', 0, 'CREATE TRIGGER sqlite_stat_spy AFTER "
                "UPDATE ON item BEGIN DELETE FROM anchor; END'") ==
        "It has a trigger sqlite_stat_spy that no store of ours has. Restore a backup.");
  CHECK(planted("'view', 'sqlite_stat1', 'sqlite_stat1', 0, 'CREATE VIEW sqlite_stat1 AS SELECT * "
                "FROM source'") ==
        "It has a view sqlite_stat1 that no store of ours has. Restore a backup.");
}

TEST_CASE("the statistics that another program left are no damage") {
  Desk desk;
  fill(desk);
  rawExec(desk.path(), "ANALYZE");
  CHECK(problemsOf(desk) == Problems{});
}

// ------------------------------------------------------------------------------------ its texts

TEST_CASE("a text that is not UTF-8 is named when it is read, and found by verify") {
  Desk desk;
  fill(desk);
  rawExec(desk.path(), "UPDATE item SET note = CAST(x'41FF42' AS TEXT) WHERE id = 'x-q1'");
  const auto before = folderState(desk.folder.path());
  {
    const auto store = desk.tryOpen(desk.path());
    REQUIRE_OK(store);
    const std::string sentence =
        "The store " + desk.path().string() +
        " is damaged: a text in it is not valid UTF-8 at byte 1. Make a copy of it, then restore a "
        "backup.";
    CHECK(messageOf((*store)->item({"x-q1"})) == sentence);
    CHECK(messageOf((*store)->items({"x-a"})) == sentence);
    // A change of it would write the damage into the record.
    CHECK(messageOf((*store)->write("Note", [](Transaction& tx) {
            return tx.set(model::ItemId{"x-q1"}, ItemField::note, "new");
          })) == sentence);
  }
  CHECK(folderState(desk.folder.path()) == before);
  CHECK(problemsOf(desk) ==
        Problems{"The note of the item \"x-q1\" is a text that is not UTF-8, but the events say "
                 "\"\"."});
}

TEST_CASE("no column takes a text that is not UTF-8 past verify") {
  Desk desk;
  fill(desk);
  const std::string whole = readFile(desk.path());
  std::size_t columns = 0;
  for (const char* table : {"event", "actor", "command", "article", "draft", "block", "speaker",
                            "item", "anchor", "source", "evidence", "passage", "local"}) {
    const std::string names =
        rawValue(desk.path(), fmt::format("SELECT group_concat(name, ' ') || ' ' FROM "
                                          "pragma_table_info('{}') WHERE type = 'TEXT'",
                                          table));
    for (std::size_t at = 0, end = 0; (end = names.find(' ', at)) != std::string::npos;
         at = end + 1) {
      const std::string column = names.substr(at, end - at);
      CAPTURE(table, column);
      std::ofstream(desk.path(), std::ios::binary | std::ios::trunc) << whole;
      // Some columns have so many valid values only: then SQLite itself keeps the text out.
      if (!tampered(desk.path(), fmt::format("UPDATE {0} SET {1} = CAST(x'C328' AS TEXT) WHERE {1} "
                                             "IS (SELECT min({1}) FROM {0})",
                                             table, column))) {
        continue;
      }
      ++columns;
      const bool local = std::string_view(table) == "local";
      CHECK(problemsOf(desk).empty() == local);  // what is local is no part of the record
    }
  }
  CHECK(columns > 50);
}

// ---------------------------------------------------------------------------------- its record

TEST_CASE("a broken chain is named by the event where it breaks") {
  Desk desk;
  fill(desk);
  tamper(desk.path(), "UPDATE event SET prev = zeroblob(32) WHERE aseq = 4");
  CHECK(problemsOf(desk) ==
        Problems{"Event kim~t-1/4 does not continue the one before it: the chain is broken.",
                 "Event kim~t-1/4 was changed after it was written: its hash does not fit."});
  // No copy of it counts as a backup, and none of its events goes into another store.
  CHECK(messageOf(store::backupStore(desk.path(), desk.folder / "copy.assay")) ==
        desk.path().string() +
            " is not sound: Event kim~t-1/4 does not continue the one before it: the chain is "
            "broken.");
  CHECK_FALSE(fs::exists(desk.folder / "copy.assay"));
}

TEST_CASE("a clock that lies in the far future stops at the end of time, in words") {
  Desk desk;
  fill(desk);
  // 8 million years ahead: the counter of the events has no room behind it.
  rawExec(desk.path(), "UPDATE actor SET hlc = 9223372036854775000");
  const auto before = folderState(desk.folder.path());
  const auto store = desk.tryOpen(desk.path());
  REQUIRE_OK(store);
  CHECK(messageOf(mark(**store, "x-q1", "verified")) ==
        "The store " + desk.path().string() +
            " is damaged: an event lies in a time that never comes. Make a copy of it, then "
            "restore a backup.");
  CHECK(folderState(desk.folder.path()) == before);
}

TEST_CASE("of two stores with one identity neither takes the other's events") {
  // A disk image that was started twice: file, place and actor are the same, the work is not.
  Desk desk;
  fill(desk);
  const std::string before = readFile(desk.path());
  const auto linesAfter = [&](const char* status) {
    std::ofstream(desk.path(), std::ios::binary | std::ios::trunc) << before;
    REQUIRE_OK(mark(desk.open(), "x-q1", status));
    desk.close();
    std::vector<std::string> lines;
    REQUIRE_OK(store::exportEvents(desk.path(), [&](std::string_view line) -> base::Result<void> {
      lines.emplace_back(line);
      return {};
    }));
    return lines;
  };
  const auto first = linesAfter("verified");
  const auto second = linesAfter("wrong");
  REQUIRE(first.size() == second.size());
  const auto untouched = folderState(desk.folder.path());
  std::size_t at = 0;
  const auto taken = store::importEvents(
      {.path = desk.path(), .actor = "kim"}, [&]() -> std::optional<std::string> {
        return at < first.size() ? std::optional(first[at++]) : std::nullopt;
      });
  REQUIRE_FALSE(taken);
  CHECK(taken.error().code == ErrorCode::conflict);
  CHECK(taken.error().message ==
        "Line 15: Event kim~t-1/15 is another one in this store: the same copy was edited in two "
        "places. Both cannot be one record.");
  CHECK(folderState(desk.folder.path()) == untouched);
}

// ---------------------------------------------------------------------------------- big values

TEST_CASE("a value of 1 GiB is refused wherever one can come in") {
  Desk desk;
  fill(desk);
  const auto before = folderState(desk.folder.path());
  const EmptyGiB gib;
  {
    const auto store = desk.tryOpen(desk.path());
    REQUIRE_OK(store);
    const auto refused = [&](const std::function<base::Result<void>(Transaction&)>& change) {
      const auto commit = (*store)->write("Change", change);
      REQUIRE_FALSE(commit);
      CHECK(commit.error().code == ErrorCode::tooLarge);
      return commit.error().message;
    };
    CHECK(refused([&](Transaction& tx) {
            return tx.set(model::ItemId{"x-q1"}, ItemField::note, gib.text());
          }) == "The note is 1073741824 bytes long; at most 1000000 are stored. Shorten it.");
    CHECK(refused([&](Transaction& tx) {
            model::Draft draft;
            draft.id.value = "x-d2";
            draft.article.value = "x-a";
            draft.number = 2;
            // Not filled: the length alone decides.
            draft.text.resize_and_overwrite(kGiB, [](char*, std::size_t size) { return size; });
            return tx.add(draft);
          }) ==
          "The draft is 1073741824 bytes long; at most 64000000 are stored. Cut it into parts.");
    CHECK(
        messageOf((*store)->write(gib.text(), [](Transaction&) { return base::Result<void>(); })) ==
        "The name of a command is 1073741824 bytes long; at most 1000000 are stored. Shorten it.");
    CHECK(messageOf((*store)->search(gib.text(), 10)) ==
          "A search takes a few words of valid UTF-8. Shorten it.");
  }
  bool given = false;
  CHECK(messageOf(store::importEvents(
            {.path = desk.path(), .actor = "kim"}, [&]() -> std::optional<std::string> {
              if (std::exchange(given, true)) return std::nullopt;
              std::string line;
              line.resize_and_overwrite(kGiB, [](char*, std::size_t size) { return size; });
              return line;
            })) == "Line 1 is 1073741824 bytes long; no event has more than 1024000000.");
  CHECK(folderState(desk.folder.path()) == before);
}

TEST_CASE("a value in the file that is larger than any of ours is a finding, not a crash") {
  Desk desk;
  fill(desk);
  rawExec(desk.path(),
          fmt::format("PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; UPDATE item SET note = "
                      "printf('%.*c', {}, 'n') WHERE id = 'x-q1'",
                      store::kMostBytesOfAValue + 1'000));
  const std::string before = stamp(desk.path());
  {
    const auto store = desk.tryOpen(desk.path());
    REQUIRE_OK(store);
    const std::string sentence =
        "The store " + desk.path().string() +
        " is damaged: a value in it is larger than any that a store holds. Make a copy of it, then "
        "restore a backup.";
    CHECK(messageOf((*store)->item({"x-q1"})) == sentence);
    const auto report = (*store)->verify();
    REQUIRE_OK(report);
    CHECK(report->problems == Problems{sentence});
  }
  CHECK(stamp(desk.path()) == before);
}
