// A share that grants every lock to everybody: two programs write into one store. For one editor
// at a time nothing is lost; the control, without the mark, loses edits that were acknowledged.
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <numeric>
#include <thread>

#include "store/editor_mark.h"
#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/raw.h"
#include "tests/support/shared_dir.h"

using namespace assay;
using namespace assay::test;
using store::Sharing;

namespace fs = std::filesystem;

namespace {

/// What a child says at its end.
struct Said {
  std::uint32_t acknowledged = 0;
  std::uint32_t turnedAway = 0;  ///< told that somebody else edits
};

bool addOne(store::Store& store) {
  return store
      .write("Count",
             [&](store::Transaction& tx) -> base::Result<void> {
               const auto item = store.item({"x-q1"});
               if (!item) return base::passOn(item);
               const int present = item->note.empty() ? 0 : std::stoi(item->note);
               return tx.set(item->id, store::ItemField::note, std::to_string(present + 1));
             })
      .has_value();
}

/// A child on a disk without locks: opens the store for ten edits at a time, or for all of them.
[[noreturn]] void work(const fs::path& path, const char* name, Sharing sharing, std::size_t times,
                       int pipe) {
  sqlite3_vfs_register(sqlite3_vfs_find("unix-none"), 1);
  base::SystemClock clock;
  base::UuidSource ids(clock);
  store::OpenOptions options{.path = path, .actor = name, .createIfMissing = false};
  options.sharing = sharing;
  Said said;
  std::uint32_t failures = 0;
  for (std::size_t done = 0; done < times && failures < 5'000;) {
    auto store = store::Store::open(options, clock, ids);
    if (!store) {
      ++(store.error().code == base::ErrorCode::busy ? said.turnedAway : failures);
      std::this_thread::sleep_for(std::chrono::microseconds(200));
      continue;
    }
    for (std::size_t i = 0; i < 10 && done < times; ++i, ++done) {
      if (addOne(**store)) ++said.acknowledged;
    }
  }
  _exit(::write(pipe, &said, sizeof said) == sizeof said ? 0 : 1);
}

/// Two children at once; what they said.
std::vector<Said> twoWriters(const fs::path& path, Sharing sharing, std::size_t times) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  std::vector<pid_t> children;
  for (const char* name : {"ann", "ben"}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) work(path, name, sharing, times, ends[1]);
    children.push_back(child);
  }
  ::close(ends[1]);
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  std::vector<Said> all;
  for (Said said; ::read(ends[0], &said, sizeof said) == sizeof said;) all.push_back(said);
  ::close(ends[0]);
  REQUIRE(all.size() == 2);
  return all;
}

std::size_t acknowledged(const std::vector<Said>& all) {
  return std::accumulate(all.begin(), all.end(), std::size_t{0},
                         [](std::size_t sum, Said said) { return sum + said.acknowledged; });
}

store::OpenOptions forOneEditor(const Desk& desk, const std::string& name) {
  store::OpenOptions options{.path = desk.path(), .actor = name, .createIfMissing = false};
  options.sharing = Sharing::oneEditor;
  return options;
}

}  // namespace

TEST_CASE("two writers without locks: for one editor at a time nothing is lost") {
  Desk desk;
  desk.openWithArticle(1);
  desk.close();
  const std::size_t times = rounds(200);
  const auto said = twoWriters(desk.path(), Sharing::oneEditor, times);
  store::Store& store = desk.open();
  const std::string note = store.item({"x-q1"})->note;
  WARN(fmt::format("{} of {} edits of two writers without locks are there; turned away {} times",
                   note, 2 * times, said[0].turnedAway + said[1].turnedAway));
  CHECK(acknowledged(said) == 2 * times);
  CHECK(note == std::to_string(2 * times));
  CHECK_FALSE(fs::exists(store::editorMarkOf(desk.path())));
  requireSound(store);
}

TEST_CASE("two writers without locks and without the mark lose edits: the control") {
  Desk desk;
  desk.openWithArticle(1);
  desk.close();
  const auto said = twoWriters(desk.path(), Sharing::several, 200);
  std::size_t present = 0;
  if (const auto store = desk.tryOpen(desk.path()); store) {
    if (const auto item = (*store)->item({"x-q1"}); item && !item->note.empty()) {
      present = std::stoul(item->note);
    }
  }
  WARN(fmt::format("without it {} of {} acknowledged edits are there; integrity_check says: {}",
                   present, acknowledged(said),
                   rawFailure(desk.path(), "PRAGMA integrity_check").empty()
                       ? rawValue(desk.path(), "PRAGMA integrity_check").substr(0, 60)
                       : "cannot be read"));
  CHECK(present < acknowledged(said));
}

TEST_CASE("the second editor is told who the first one is") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const auto only = store::Store::open(forOneEditor(desk, "kim"), desk.clock, desk.ids);
  REQUIRE_OK(only);
  std::array<char, 256> machine{};
  REQUIRE(::gethostname(machine.data(), machine.size() - 1) == 0);
  CHECK(messageOf(store::Store::open(forOneEditor(desk, "lee"), desk.clock, desk.ids)) ==
        fmt::format("The store {} is for one editor at a time and is open for kim on {} (process "
                    "{}). Close it there, then try again.",
                    desk.path().string(), machine.data(), ::getpid()));
}

TEST_CASE("an editor on another machine is named, to readers as well, and how to end it") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const fs::path mark =
      desk.folder.write("desk.assay-editor", "another start\n4711\n1234\nnews-7\nIda\nQuist\n");
  const std::string sentence =
      "The store " + desk.path().string() +
      " is for one editor at a time and is open for Ida Quist on news-7. Close it there, then try "
      "again. If that program has crashed, delete the file " +
      mark.string() + ".";
  const auto before = folderState(desk.folder.path());
  CHECK(messageOf(store::Store::open(forOneEditor(desk, "kim"), desk.clock, desk.ids)) == sentence);
  CHECK(messageOf(desk.tryOpen(desk.path())) == sentence);
  CHECK(messageOf(desk.tryOpen(desk.path(), false, true)) == sentence);
  CHECK(folderState(desk.folder.path()) == before);
  desk.folder.write("desk.assay-editor", "\xFF");
  CHECK(messageOf(desk.tryOpen(desk.path())).find("is open for somebody. ") != std::string::npos);
}

TEST_CASE("the mark of a program that died is taken over") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    base::SystemClock clock;
    base::UuidSource ids(clock);
    const auto store = store::Store::open(forOneEditor(desk, "ann"), clock, ids);
    _exit(store ? 0 : 1);  // without closing it
  }
  int status = 1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
  const fs::path mark = store::editorMarkOf(desk.path());
  REQUIRE(fs::exists(mark));
  REQUIRE_OK(desk.tryOpen(desk.path(), false, true));
  {
    const auto store = store::Store::open(forOneEditor(desk, "kim"), desk.clock, desk.ids);
    REQUIRE_OK(store);
    REQUIRE_OK(test::mark(**store, "x-q1", "wrong"));
    CHECK(readFile(mark).ends_with("\nkim\n"));
  }
  CHECK_FALSE(fs::exists(mark));
}

TEST_CASE("an old store for one editor is migrated, its copy first") {
  Desk desk;
  rawExec(desk.path(), readFile(sourceDir() / "tests" / "store" / "fixtures" / "schema1.sql"));
  {
    const auto store = store::Store::open(forOneEditor(desk, "kim"), desk.clock, desk.ids);
    REQUIRE_OK(store);
    requireSound(**store);
  }
  CHECK(rawValue(desk.folder / "desk.schema-1.assay", "PRAGMA user_version") == "1");
}
