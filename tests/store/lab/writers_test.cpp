// Several programs at one store: every read-modify-write counts, and who waits too long is told
// by whom the store is held.
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <tuple>

#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;

namespace {

using Steady = std::chrono::steady_clock;

/// A child: adds 1 to the note of an item, `times` times; says how long it waited at most, in ms.
[[noreturn]] void count(const std::filesystem::path& path, const std::string& name,
                        std::size_t times, int pipe) {
  base::SystemClock clock;
  base::UuidSource ids(clock);
  auto store = store::Store::open({path, name, false}, clock, ids);
  if (!store) {
    std::fprintf(stderr, "%s\n", store.error().text().c_str());
    _exit(2);
  }
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < times;) {
    const auto begin = Steady::now();
    const auto commit = (*store)->write("Count", [&](store::Transaction& tx) {
      const auto item = (*store)->item({"x-q1"});
      if (!item) return base::Result<void>(base::passOn(item));
      const int present = item->note.empty() ? 0 : std::stoi(item->note);
      return tx.set(item->id, store::ItemField::note, std::to_string(present + 1));
    });
    const auto waited =
        std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begin);
    longest = std::max(longest, static_cast<std::uint32_t>(waited.count()));
    if (commit) {
      ++i;
    } else if (commit.error().code != base::ErrorCode::busy) {
      _exit(3);
    }
  }
  _exit(::write(pipe, &longest, sizeof longest) == sizeof longest ? 0 : 4);
}

}  // namespace

TEST_CASE("four processes lose none of their read-modify-writes") {
  Desk desk;
  desk.openWithArticle(1);
  desk.close();
  const std::size_t times = rounds(1'000) * (soakRound() > 0 ? 10 : 1);
  const auto begin = Steady::now();
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  std::vector<pid_t> children;
  for (const char* name : {"ann", "ben", "kim", "kim"}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) count(desk.path(), name, times, ends[1]);
    children.push_back(child);
  }
  ::close(ends[1]);
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  std::uint32_t longest = 0;
  std::uint32_t waited = 0;
  while (::read(ends[0], &waited, sizeof waited) == sizeof waited) {
    longest = std::max(longest, waited);
  }
  ::close(ends[0]);
  const auto took = std::chrono::duration_cast<std::chrono::seconds>(Steady::now() - begin);
  store::Store& store = desk.open();
  const std::string note = store.item({"x-q1"})->note;
  tally("writers", 4 * times, 4 * times - std::min<std::size_t>(4 * times, std::stoul(note)),
        longest);
  tally("seconds", static_cast<std::size_t>(took.count()), 0);
  WARN(fmt::format("{} of {} read-modify-writes are there, longest wait {} ms", note, 4 * times,
                   longest));
  CHECK(note == std::to_string(4 * times));
  requireSound(store);
}

TEST_CASE("who waits in vain is told which program holds the store") {
  Desk desk;
  desk.openWithArticle(1);
  desk.close();
  int ready[2];
  REQUIRE(::pipe2(ready, O_CLOEXEC) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // Holds the lock until it is killed.
    base::SystemClock clock;
    base::UuidSource ids(clock);
    auto store = store::Store::open({desk.path(), "lee", false}, clock, ids);
    if (!store) _exit(2);
    std::ignore = (*store)->write("Hold", [&](store::Transaction&) -> base::Result<void> {
      if (::write(ready[1], "x", 1) != 1) _exit(3);
      while (true) ::pause();
    });
    _exit(4);
  }
  ::close(ready[1]);
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  ::close(ready[0]);
  const auto commit = mark(desk.open(), "x-q1", "verified");
  REQUIRE_FALSE(commit);
  CHECK(commit.error().code == base::ErrorCode::busy);
  CHECK(
      commit.error().message ==
      fmt::format("The store {} is in use by assay_store_tes (process {}) and did not become free "
                  "within 5 seconds. Wait until it has finished or close it, then try again.",
                  desk.path().string(), child));
  REQUIRE(::kill(child, SIGKILL) == 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  REQUIRE_OK(mark(desk.open(), "x-q1", "verified"));
}
