// Errors of the disk and a full disk at every single call: each failure has its sentence, nothing
// that was acknowledged is lost, nothing is half done.
#include <fmt/format.h>
#include <sqlite3.h>

#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"
#include "tests/store/lab/trouble.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;

namespace {

struct Outcome {
  bool struck = false;    // the plan's call came
  std::size_t steps = 0;  // acknowledged
  std::string failure;    // the sentence of the step that failed
  ErrorCode code = ErrorCode::internal;
};

/// Tells the script until a step fails.
Outcome tell(Bench& bench, const Script& script, const Plan& plan) {
  bench.load(bench.fresh());
  Outcome outcome;
  const Troubled troubled(bench.disk, plan);
  {
    auto store = bench.open();
    if (!store) {
      outcome.failure = store.error().message;
      outcome.code = store.error().code;
    } else {
      for (const Step& step : script.steps) {
        const auto commit = step(**store);
        if (!commit) {
          outcome.failure = commit.error().message;
          outcome.code = commit.error().code;
          break;
        }
        ++outcome.steps;
      }
    }
  }
  outcome.struck = troubled.struck();
  return outcome;
}

/// A sound state of the store: what queries see, and the bytes of the file.
struct State {
  std::string seen;
  std::string bytes;
};

/// The states after 0, 1, 2, … steps without any trouble.
std::vector<State> statesOf(Bench& bench, const Script& script) {
  bench.load(bench.fresh());
  auto store = bench.open();
  REQUIRE_OK(store);
  std::vector<State> states{{dump(**store), bench.disk.files[bench.path()]}};
  for (const Step& step : script.steps) {
    REQUIRE_OK(step(**store));
    states.push_back({dump(**store), bench.disk.files[bench.path()]});
    requireSound(**store);
  }
  return states;
}

/// The sentence says that the change arrived, or that nobody can know before the next opening.
bool mayHaveArrived(const std::string& sentence) {
  return sentence.ends_with(
             "The change is in the store, but the disk did not confirm that it will "
             "stay there.") ||
         sentence.ends_with("Whether this change was kept shows when the store is opened again.");
}

/// "" when the run ended as promised, else what is wrong.
std::string check(Bench& bench, const std::vector<State>& states, const Outcome& outcome) {
  if (!outcome.failure.empty()) {
    const bool sentence = outcome.failure.ends_with(".") && outcome.failure.size() > 30;
    if (!sentence) return "no sentence: " + outcome.failure;
    if (outcome.code != ErrorCode::io) return "not an io error: " + outcome.failure;
  } else if (outcome.steps + 1 != states.size()) {
    return "stopped without a failure";
  }
  auto store = bench.open();
  if (!store) return "does not open afterwards: " + store.error().text();
  // A failed step must have left nothing, unless it said so; all before it must be there.
  const bool next = mayHaveArrived(outcome.failure) && outcome.steps + 1 < states.size();
  const std::string& bytes = bench.disk.files[bench.path()];
  if (bytes == states[outcome.steps].bytes) return {};
  if (next && bytes == states[outcome.steps + 1].bytes) return {};
  const std::string seen = dump(**store);
  if (seen != states[outcome.steps].seen && !(next && seen == states[outcome.steps + 1].seen)) {
    return fmt::format("not the state after {} steps ({})", outcome.steps, outcome.failure);
  }
  const auto report = (*store)->verify();
  if (!report) return report.error().text();
  return report->ok() ? std::string() : report->problems.front();
}

}  // namespace

TEST_CASE("a fault at every call of six scripts, once, for a while, again and again, lasting") {
  Bench bench;
  std::size_t runs = 0;
  std::size_t failures = 0;
  std::size_t bad = 0;
  // Every call in a release build; in slow builds every 25th.
  const std::size_t stride = 25 / rounds(25);
  for (const Script& script : scripts()) {
    const std::vector<State> states = statesOf(bench, script);
    for (Plan plan : everyTrouble()) {
      for (plan.at = 1;; plan.at += stride) {
        const Outcome outcome = tell(bench, script, plan);
        if (!outcome.struck) break;
        ++runs;
        if (!outcome.failure.empty()) ++failures;
        const std::string wrong = check(bench, states, outcome);
        if (wrong.empty()) continue;
        if (++bad <= 5) UNSCOPED_INFO(script.name << ", " << plan.text() << ": " << wrong);
      }
    }
  }
  tally("fault", runs, bad);
  WARN(fmt::format("{} runs with a fault, {} told to the user, {} bad", runs, failures, bad));
  CHECK(bad == 0);
  CHECK(failures > runs / 2);
}

TEST_CASE("a full disk says so, and the store goes on when there is room again") {
  Bench bench;
  auto store = bench.open();
  REQUIRE_OK(store);
  const std::string before = dump(**store);
  bench.disk.fault = [](DiskCall call, const std::string&) {
    return call == DiskCall::write ? SQLITE_FULL : SQLITE_OK;
  };
  const auto full = mark(**store, "x-q1", "verified");
  REQUIRE_FALSE(full);
  CHECK(full.error().code == ErrorCode::io);
  CHECK(full.error().message ==
        "Cannot write to the store " + bench.path() +
            ": the disk is full. Free some space and try again. Nothing of this change was kept.");
  bench.disk.fault = nullptr;
  CHECK(dump(**store) == before);
  REQUIRE_OK(mark(**store, "x-q1", "verified"));
  CHECK((*store)->item({"x-q1"})->status == model::Status::verified);
  requireSound(**store);
}

TEST_CASE("an error of the disk says what the system said") {
  Bench bench;
  auto store = bench.open();
  REQUIRE_OK(store);
  bench.disk.fault = [](DiskCall call, const std::string&) {
    return call == DiskCall::sync ? SQLITE_IOERR_FSYNC : SQLITE_OK;
  };
  CHECK(messageOf(mark(**store, "x-q1", "verified")) ==
        "Cannot write to the store " + bench.path() +
            ": the disk reports an error (disk I/O error, code 1034). Check the disk or the "
            "connection to it and try again. Nothing of this change was kept.");
  bench.disk.fault = nullptr;
  requireSound(**store);
}

TEST_CASE("a journal that cannot be made is explained") {
  Bench bench;
  auto store = bench.open();
  REQUIRE_OK(store);
  bench.disk.fault = [](DiskCall call, const std::string& file) {
    return call == DiskCall::open && file.ends_with("-journal") ? SQLITE_CANTOPEN : SQLITE_OK;
  };
  CHECK(messageOf(mark(**store, "x-q1", "verified")) ==
        "Cannot write to the store " + bench.path() +
            ": the file or its journal could not be opened. Check that you may read and write both "
            "the file and its folder. Nothing of this change was kept.");
}
