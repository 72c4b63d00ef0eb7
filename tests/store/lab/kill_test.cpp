// kill -9 in the middle of work: whatever was acknowledged is there, and the store is sound.
//
// A child process marks items in a loop and says on a pipe how many edits were acknowledged; the
// parent kills it at a random moment, opens the store and counts.
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <random>

#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"

using namespace assay;
using namespace assay::test;

namespace {

constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

/// The child: writes "n" as the note of one item after the other, and says each that is safe.
[[noreturn]] void work(const std::filesystem::path& path, int pipe, std::uint32_t from) {
  base::SystemClock clock;
  base::UuidSource ids(clock);
  auto store = store::Store::open({path, "kim", false}, clock, ids);
  if (!store) _exit(2);
  for (std::uint32_t n = from + 1;; ++n) {
    const std::string item = n % 2 == 0 ? "x-q1" : "x-q2";
    const auto commit = (*store)->write("Count", [&](store::Transaction& tx) {
      return tx.set(model::ItemId{item}, store::ItemField::note, std::to_string(n));
    });
    if (!commit) _exit(3);
    if (::write(pipe, &n, sizeof n) != sizeof n) _exit(4);
  }
}

/// What the child says, up to `count` times or until it is dead.
std::uint32_t listen(int pipe, std::uint32_t count) {
  std::uint32_t last = 0;
  std::uint32_t said = 0;
  while (count-- > 0 && ::read(pipe, &said, sizeof said) == sizeof said) last = said;
  return last;
}

/// A moment that no rhythm of the child can foresee: some microseconds of work.
void dawdle(std::uint32_t microseconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(microseconds);
  while (std::chrono::steady_clock::now() < end) {
  }
}

std::uint32_t noteOf(const store::Store& store, const char* item) {
  const auto found = store.item({item});
  REQUIRE_OK(found);
  return found->note.empty() ? 0 : static_cast<std::uint32_t>(std::stoul(found->note));
}

}  // namespace

TEST_CASE("kill -9 during edits loses no acknowledged edit") {
  Desk desk;
  desk.openWithArticle(2);
  desk.close();
  std::mt19937 chance(static_cast<std::uint32_t>(seed(4711)));
  const std::size_t kills = rounds(1'000);
  std::uint32_t present = 0;
  std::size_t lost = 0;
  std::size_t inFlight = 0;
  for (std::size_t i = 0; i < kills; ++i) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) work(desk.path(), ends[1], present);
    ::close(ends[1]);
    // From before the first edit to a dozen of them, and then anywhere in the next.
    const std::uint32_t heard = listen(ends[0], static_cast<std::uint32_t>(chance() % 12));
    dawdle(static_cast<std::uint32_t>(chance() % 1'500));
    REQUIRE(::kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));  // it had not stopped by itself with an error
    const std::uint32_t acknowledged = std::max({heard, listen(ends[0], kAll), present});
    ::close(ends[0]);

    const store::Store& store = desk.open();
    present = std::max(noteOf(store, "x-q1"), noteOf(store, "x-q2"));
    if (present < acknowledged) ++lost;
    if (present > acknowledged) ++inFlight;
    REQUIRE(present <= acknowledged + 1);
    if (i % 100 == 0 || present < acknowledged) requireSound(store);
    desk.close();
  }
  requireSound(desk.open());
  tally("kill", kills, lost);
  WARN(fmt::format("{} kills, {} edits, {} acknowledged edits lost, {} were under way and arrived",
                   kills, present, lost, inFlight));
  CHECK(lost == 0);
  CHECK(present > kills / 2);  // it did work, and was not only killed at the door
}
