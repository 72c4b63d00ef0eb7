// Trouble while the trouble before it is being mended: the disk fails, or the power goes a second
// time, while an interrupted change is taken back.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "tests/store/desk.h"
#include "tests/store/lab/crash.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"
#include "tests/store/lab/trouble.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;

namespace {

/// A state of a store: what queries see, and the bytes of the file.
struct State {
  std::string seen;
  std::string bytes;
};

/// A script that was killed at a moment that leaves something to mend.
struct Killed {
  std::string_view script;
  DiskFiles before;         // of the script
  std::vector<DiskOp> log;  // up to the moment
  DiskFiles left;
  std::vector<State> allowed;  // the state acknowledged last, and the one under way
};

std::optional<State> stateOf(Bench& bench) {
  const auto store = bench.open();
  if (!store) return std::nullopt;
  std::string seen = dump(**store);
  return State{std::move(seen), bench.disk.files[bench.path()]};
}

/// Whether opening writes to the disk.
bool needsMending(Bench& bench, const DiskFiles& files) {
  bench.load(files);
  bench.disk.log.clear();
  bench.disk.logging = true;
  REQUIRE_OK(bench.open());
  bench.disk.logging = false;
  return std::ranges::any_of(bench.disk.log,
                             [](const DiskOp& op) { return op.kind == DiskOp::Kind::write; });
}

/// Some moments of each script, spread evenly over all that leave something to mend.
std::vector<Killed> killedScripts(Bench& bench, std::size_t ofEach) {
  std::vector<Killed> all;
  for (const Script& script : scripts()) {
    bench.load(bench.fresh());
    std::vector<State> states{*stateOf(bench)};
    bench.load(bench.fresh());
    auto store = bench.open();
    REQUIRE_OK(store);
    bench.disk.log.clear();
    std::vector<std::size_t> ends;
    for (const Step& step : script.steps) {
      bench.disk.logging = true;
      REQUIRE_OK(step(**store));
      bench.disk.logging = false;
      ends.push_back(bench.disk.log.size());
      states.push_back({dump(**store), bench.disk.files[bench.path()]});
    }
    store->reset();
    const std::vector<DiskOp> log = bench.disk.log;
    std::vector<Killed> some;
    for (std::size_t done = 1; done < log.size(); ++done) {
      const DiskFiles left = afterKill(bench.fresh(), log, done);
      if (!needsMending(bench, left)) continue;
      const auto steps =
          static_cast<std::size_t>(std::ranges::upper_bound(ends, done) - ends.begin());
      some.push_back({script.name,
                      bench.fresh(),
                      {log.begin(), log.begin() + static_cast<std::ptrdiff_t>(done)},
                      left,
                      {states[steps], states[std::min(steps + 1, states.size() - 1)]}});
    }
    REQUIRE(some.size() >= ofEach);
    for (std::size_t i = 0; i < ofEach; ++i) {
      all.push_back(std::move(some[(2 * i + 1) * some.size() / (2 * ofEach)]));
    }
  }
  return all;
}

/// "" when what lies on the disk now opens as one of the states that are allowed.
std::string check(Bench& bench, const Killed& killed, std::string* seen = nullptr) {
  const auto store = bench.open();
  if (!store) return "does not open afterwards: " + store.error().text();
  const std::string& bytes = bench.disk.files[bench.path()];
  for (const State& state : killed.allowed) {
    if (bytes != state.bytes) continue;
    if (seen != nullptr) *seen = state.seen;
    return {};
  }
  const std::string now = dump(**store);
  if (seen != nullptr) *seen = now;
  if (std::ranges::find(killed.allowed, now, &State::seen) == killed.allowed.end()) {
    return "an edit is lost or half there";
  }
  const auto report = (*store)->verify();
  if (!report) return report.error().text();
  return report->ok() ? std::string() : report->problems.front();
}

struct Run {
  bool struck = false;
  std::string failure;
  std::string wrong;
};

/// Opens what the kill left while the disk fails, and then once more.
Run mendInTrouble(Bench& bench, const Killed& killed, const Plan& plan) {
  bench.load(killed.left);
  Run run;
  std::optional<std::string> seenInTrouble;
  {
    const Troubled troubled(bench.disk, plan);
    const auto store = bench.open();
    if (!store) {
      run.failure = store.error().message;
      const bool sentence = run.failure.ends_with(".") && run.failure.size() > 30;
      if (!sentence) run.wrong = "no sentence: " + run.failure;
      if (store.error().code != ErrorCode::io) run.wrong = "not an io error: " + run.failure;
    } else if (const auto item = (*store)->item({"x-q1"}); item) {
      seenInTrouble = item->note;
    }
    run.struck = troubled.struck();
  }
  if (!run.wrong.empty()) return run;
  run.wrong = check(bench, killed);
  if (run.wrong.empty() && seenInTrouble) {
    const auto store = bench.open();
    REQUIRE_OK(store);
    if ((*store)->item({"x-q1"})->note != *seenInTrouble)
      run.wrong = "said one thing, then another";
  }
  return run;
}

}  // namespace

TEST_CASE("a fault at every call while an interrupted change is taken back") {
  Bench bench;
  std::size_t runs = 0;
  std::size_t failures = 0;
  std::size_t bad = 0;
  // Two moments of each script in a release build, with every third call; all of it when soaked,
  // every 75th in slow builds.
  const bool soaked = soakRound() > 0;
  const std::size_t stride = soaked ? 1 : 75 / rounds(25);
  for (const Killed& killed : killedScripts(bench, soaked ? 5 : 2)) {
    for (Plan plan : everyTrouble()) {
      for (plan.at = 1;; plan.at += stride) {
        const Run run = mendInTrouble(bench, killed, plan);
        if (!run.struck) break;
        ++runs;
        if (!run.failure.empty()) ++failures;
        if (run.wrong.empty()) continue;
        if (++bad <= 5) UNSCOPED_INFO(killed.script << ", " << plan.text() << ": " << run.wrong);
      }
    }
  }
  tally("fault", runs, bad);
  WARN(fmt::format("{} faults during recovery, {} told to the user, {} bad", runs, failures, bad));
  CHECK(bad == 0);
  CHECK(failures > runs / 3);
}

TEST_CASE("a second power loss while an interrupted change is taken back") {
  Bench bench;
  std::mt19937_64 chance(seed(29'000));
  struct Mending {
    Killed killed;
    std::size_t begin;  // of the recovery in the log
  };
  std::vector<Mending> mendings;
  for (Killed& killed : killedScripts(bench, 5)) {
    bench.load(killed.left);
    bench.disk.log.clear();
    bench.disk.logging = true;
    REQUIRE_OK(bench.open());
    bench.disk.logging = false;
    const std::size_t begin = killed.log.size();
    killed.log.insert(killed.log.end(), bench.disk.log.begin(), bench.disk.log.end());
    mendings.push_back({std::move(killed), begin});
  }
  const std::size_t losses = rounds(2'500);
  std::size_t bad = 0;
  for (std::size_t i = 0; i < losses; ++i) {
    const auto& [killed, begin] = mendings[i % mendings.size()];
    const std::size_t done = begin + chance() % (killed.log.size() - begin + 1);
    // What the killed process had not synced is as unsafe as what the recovery wrote.
    bench.load(afterPowerLoss(killed.before, killed.log, done, chance));
    const std::string wrong = check(bench, killed);
    if (wrong.empty()) continue;
    if (++bad <= 5) UNSCOPED_INFO(killed.script << " after operation " << done << ": " << wrong);
  }
  tally("loss", losses, bad);
  WARN(fmt::format("{} power losses during recovery, {} bad", losses, bad));
  CHECK(bad == 0);
}
