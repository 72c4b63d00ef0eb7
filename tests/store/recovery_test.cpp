// Opening while others are at work, and after they died in the middle of it.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/as_nobody.h"
#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;

namespace fs = std::filesystem;

namespace {

constexpr const char* kHalfDone = "UPDATE item SET note = zeroblob(30000) || 'half done'";

fs::path journalOf(const Desk& desk) { return desk.path().string() + "-journal"; }

/// A store of an article in which a change stopped half-way; what it held before is given back.
std::string interrupted(Desk& desk) {
  std::string before = dump(desk.openWithArticle());
  desk.close();
  dieAmidst(desk.path(), kHalfDone);
  REQUIRE(fs::file_size(journalOf(desk)) > 0);
  return before;
}

}  // namespace

TEST_CASE("a reader takes an interrupted change back by itself") {
  Desk desk;
  const std::string before = interrupted(desk);
  const auto store = desk.tryOpen(desk.path(), false, true);
  REQUIRE_OK(store);
  CHECK((*store)->readOnly());
  CHECK(dump(**store) == before);
  requireSound(**store);
}

TEST_CASE("a reader that is open goes on when another program dies in the middle of a change") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const auto store = desk.tryOpen(desk.path(), false, true);
  REQUIRE_OK(store);
  const std::string before = dump(**store);
  dieAmidst(desk.path(), kHalfDone);
  CHECK(dump(**store) == before);
  requireSound(**store);
}

TEST_CASE("who may not write is told that an interrupted change has to be mended") {
  Desk desk;
  const std::string before = interrupted(desk);
  const fs::perms readable = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
  fs::permissions(desk.path(), readable);
  fs::permissions(journalOf(desk), readable);
  fs::permissions(desk.folder.path(), readable | fs::perms::owner_exec | fs::perms::group_exec |
                                          fs::perms::others_exec);
  const auto untouched = folderState(desk.folder.path());
  {
    const AsNobody user(desk.folder.path());
    CHECK(messageOf(desk.tryOpen(desk.path(), false, true)) ==
          "Cannot open the store " + desk.path().string() +
              ": it was left in the middle of a change by a crash, and mending that needs to "
              "write. Open it once for writing, in a folder where you may write.");
  }
  CHECK(folderState(desk.folder.path()) == untouched);
  fs::permissions(desk.path(), fs::perms::all);
  fs::permissions(journalOf(desk), fs::perms::all);
  fs::permissions(desk.folder.path(), fs::perms::all);
  CHECK(dump(desk.open()) == before);
}

TEST_CASE("a journal that its writer cuts short while it is looked at is no damage") {
  Bench bench;
  const std::string journal = bench.path() + "-journal";
  // Long enough to be read in several pieces; what it says is no way back from anything.
  bench.disk.files[journal] = std::string(20'000, '\0');
  std::size_t looks = 0;
  bench.disk.fault = [&](DiskCall call, const std::string& file) {
    // After its size was asked, before it is read.
    if (file == journal && call == DiskCall::read && looks++ == 0) bench.disk.files[journal] = "";
    return 0;
  };
  REQUIRE_OK(bench.open());
  CHECK(looks > 0);
}

TEST_CASE("opening is patient beside somebody who writes without a pause") {
  Desk desk;
  desk.openWithArticle(1);
  desk.close();
  const pid_t writer = ::fork();
  REQUIRE(writer >= 0);
  if (writer == 0) {
    base::SystemClock clock;
    base::UuidSource ids(clock);
    auto store = store::Store::open({desk.path(), "ann", false}, clock, ids);
    for (std::size_t n = 0; store; ++n) {
      const auto commit = (*store)->write("Count", [&](store::Transaction& tx) {
        return tx.set(model::ItemId{"x-q1"}, store::ItemField::note,
                      std::string(n % 40'000, 'n') + std::to_string(n));
      });
      if (!commit) break;
    }
    _exit(1);
  }
  for (std::size_t i = 0; i < rounds(50); ++i) {
    const auto opened = desk.tryOpen(desk.path(), false, i % 2 == 0);
    if (!opened) ::kill(writer, SIGKILL);
    REQUIRE_OK(opened);
    const auto item = (*opened)->item({"x-q1"});
    if (!item) ::kill(writer, SIGKILL);
    REQUIRE_OK(item);
  }
  REQUIRE(::kill(writer, SIGKILL) == 0);
  int status = 0;
  REQUIRE(::waitpid(writer, &status, 0) == writer);
  CHECK(WIFSIGNALED(status));  // it had not stopped by itself
  requireSound(desk.open());
}
