// Jobs that have the store: the window goes on, keys stop them, and nothing is lost.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;
using test::WorkbenchOptions;

constexpr int kPatience = 5'000'000;  // frames; a job is a thread of its own

/// A clock that makes every other thread wait while it is stopped: a job can be held in the middle
/// of its work, for it asks what time it is.
class HeldClock final : public base::Clock {
 public:
  [[nodiscard]] base::Millis now() const override {
    if (std::this_thread::get_id() != home_) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !held_; });
    }
    return 1'770'127'331'000;
  }
  void hold(bool held) {
    const std::lock_guard lock(mutex_);
    held_ = held;
    changed_.notify_all();
  }

 private:
  std::thread::id home_ = std::this_thread::get_id();
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  bool held_ = false;
};

WorkbenchOptions with(HeldClock& clock) {
  WorkbenchOptions options;
  options.clock = &clock;
  return options;
}

WorkbenchOptions emptyWith(HeldClock& clock) {
  WorkbenchOptions options = with(clock);
  options.article.clear();
  return options;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Until the article is with the job that stores it, which the clock holds.
void storeUntilHeld(WorkbenchFixture& desk, HeldClock& clock) {
  clock.hold(true);
  desk.screen().drop({desk.folder.write("keepers.txt", test::deskArticle())});
  REQUIRE(desk.driver().frameUntil(
      [&desk] {
        return desk.screen().session() == nullptr &&
               desk.screen().state().job.doing == "storing what was found";
      },
      kPatience));
  desk.driver().frame(5);
}

void waitForStore(WorkbenchFixture& desk) {
  REQUIRE(
      desk.driver().frameUntil([&desk] { return desk.screen().session() != nullptr; }, kPatience));
}

}  // namespace

TEST_CASE("a report is written while the window goes on") {
  HeldClock clock;
  WorkbenchFixture desk(with(clock));
  clock.hold(true);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  CHECK(contains(desk.driver().screenText(), "Counting …"));
  CHECK(desk.screen().wantsFrame());
  // Nobody has to wait for the figures.
  desk.driver().key(ImGuiKey_Enter);
  CHECK(contains(desk.driver().screenText(), "Stop"));
  CHECK_FALSE(contains(desk.driver().screenText(), "Write the report"));
  clock.hold(false);
  desk.settle();
  const std::string file = desk.screen().state().report.written;
  CHECK(std::filesystem::exists(file));
  CHECK(desk.screen().state().message == "Report written to " + file);
  CHECK(desk.screen().state().report.preview.items == desk.numbers().size());
  CHECK(desk.screen().state().report.preview.bytes == std::filesystem::file_size(file));
}

TEST_CASE("Esc stops a report and leaves the old file as it was") {
  HeldClock clock;
  WorkbenchFixture desk(with(clock));
  const auto file = desk.folder.write("lighthouse-keepers-of-varn-to-be-replaced-by-cameras.html",
                                      "the old report");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  clock.hold(true);
  desk.driver().key(ImGuiKey_Enter);
  desk.driver().key(ImGuiKey_Escape);
  CHECK(contains(desk.driver().screenText(), "Stopped. No file was changed."));
  CHECK(desk.screen().state().overlay == Overlay::report);
  clock.hold(false);
  desk.settle();
  CHECK(test::readFile(file) == "the old report");
  CHECK(desk.screen().state().report.written.empty());
  // And again to the end.
  desk.driver().key(ImGuiKey_Enter);
  desk.settle();
  CHECK(test::readFile(file).starts_with("<!doctype html>"));
}

TEST_CASE("the report screen closes when the store is back, and the keys are the list's again") {
  HeldClock clock;
  WorkbenchFixture desk(with(clock));
  const std::string first = desk.focus();
  clock.hold(true);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.driver().key(ImGuiKey_Escape);
  desk.driver().key(ImGuiKey_V);  // nothing to decide with yet
  CHECK(desk.screen().state().overlay == Overlay::report);
  clock.hold(false);
  REQUIRE(desk.driver().frameUntil(
      [&desk] { return desk.screen().state().overlay == Overlay::none; }, kPatience));
  CHECK(desk.status(first) == "unchecked");
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(first) == "verified");
}

TEST_CASE("what is half typed is in the report") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("ask the coast office");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.driver().key(ImGuiKey_Enter);
  desk.settle();
  CHECK(contains(test::readFile(desk.screen().state().report.written), "ask the coast office"));
}

TEST_CASE("a window closed while a report is written waits for the file") {
  HeldClock clock;
  WorkbenchFixture desk(with(clock));
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_E);
  desk.settle();
  clock.hold(true);
  desk.driver().key(ImGuiKey_Enter);
  CHECK_FALSE(desk.screen().close());
  desk.driver().frame(3);
  CHECK_FALSE(desk.screen().wantsQuit());
  CHECK(desk.screen().state().message == "Assay closes when this is done");
  clock.hold(false);
  REQUIRE(desk.driver().frameUntil([&desk] { return desk.screen().wantsQuit(); }, kPatience));
  CHECK(std::filesystem::exists(desk.screen().state().report.written));
  CHECK(desk.screen().close());
}

TEST_CASE("the window goes on while an article is stored, and is closed when it is in") {
  HeldClock clock;
  WorkbenchFixture desk(emptyWith(clock));
  storeUntilHeld(desk, clock);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "Reading keepers.txt"));
  CHECK(contains(screen, "storing what was found …"));
  CHECK(contains(screen, "Everything is kept in " + desk.storePath().string()));
  CHECK_FALSE(desk.screen().close());
  CHECK_FALSE(desk.screen().close());
  clock.hold(false);
  REQUIRE(desk.driver().frameUntil([&desk] { return desk.screen().wantsQuit(); }, kPatience));
  CHECK(desk.screen().close());
  desk.restart();
  CHECK(desk.numbers().size() > 5);
}

TEST_CASE("a program that is ended while it stores has stored") {
  HeldClock clock;
  WorkbenchFixture desk(emptyWith(clock));
  storeUntilHeld(desk, clock);
  std::thread later([&clock] { clock.hold(false); });
  desk.restart();  // a signal cannot be told to wait
  later.join();
  CHECK(desk.numbers().size() > 5);
}

TEST_CASE("Esc while an article is stored keeps nothing of it") {
  HeldClock clock;
  WorkbenchFixture desk(emptyWith(clock));
  storeUntilHeld(desk, clock);
  desk.driver().key(ImGuiKey_Escape);
  clock.hold(false);
  waitForStore(desk);
  CHECK(desk.screen().state().overlay == Overlay::none);
  CHECK(desk.screen().state().failures.empty());
  CHECK(desk.session().articles()->empty());
  CHECK_FALSE(desk.session().undoLabel().has_value());
  CHECK(desk.session().verify()->problems.empty());
}

TEST_CASE("a file is kept while the window goes on; Esc keeps nothing of it") {
  HeldClock clock;
  WorkbenchOptions options = with(clock);
  options.beforeStart = [](app::Session& session) {
    const auto view = session.article(session.articles()->front().article.id);
    app::AddEvidence evidence;
    evidence.evidence.item = (*view)->rows.front().id;
    evidence.newSource = model::Source{};
    evidence.newSource->title = "Minutes of the coast office";
    REQUIRE(session.execute(evidence).has_value());
  };
  WorkbenchFixture desk(options);
  const std::filesystem::path file = desk.folder.write("minutes.pdf", "the minutes");
  desk.desktop.hasOpenDialog = true;
  for (const bool stop : {true, false}) {
    clock.hold(true);
    desk.driver().key(ImGuiMod_Shift | ImGuiKey_E);
    desk.desktop.dialogAnswer = DialogAnswer{file};
    desk.driver().frame(5);
    CHECK(contains(desk.driver().screenText(), "Keeping minutes.pdf"));
    CHECK(desk.screen().session() == nullptr);
    if (stop) desk.driver().key(ImGuiKey_Escape);
    clock.hold(false);
    desk.settle();
    CHECK(desk.screen().state().overlay == Overlay::none);
    CHECK(desk.screen().state().failures.empty());
    CHECK(desk.session().store().snapshots()->size() == (stop ? 0 : 1));
  }
  CHECK(desk.screen().state().message == "S1: minutes.pdf kept, 11 bytes");
}

TEST_CASE("a draft is taken in while the window goes on; Esc keeps nothing of it") {
  HeldClock clock;
  WorkbenchFixture desk(with(clock));
  const std::string text = std::string(test::deskArticle()) + "A museum wants 2 of the lamps.\n";
  const std::filesystem::path file = desk.folder.write("draft-2.txt", text);
  desk.desktop.hasOpenDialog = true;
  for (const bool stop : {true, false}) {
    clock.hold(true);
    desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_D);
    desk.desktop.dialogAnswer = DialogAnswer{file};
    REQUIRE(desk.driver().frameUntil(
        [&desk] {
          return desk.screen().session() == nullptr &&
                 desk.screen().state().job.doing == "comparing the drafts";
        },
        kPatience));
    desk.driver().frame(3);
    CHECK(contains(desk.driver().screenText(), "Reading draft-2.txt"));
    if (stop) desk.driver().key(ImGuiKey_Escape);
    clock.hold(false);
    desk.settle();
    CHECK(desk.screen().state().failures.empty());
    CHECK(desk.screen().state().overlay == (stop ? Overlay::none : Overlay::draft));
    CHECK(desk.article()->draft->number == (stop ? 1 : 2));
  }
  CHECK(contains(desk.driver().screenText(), "Draft 2 against draft 1"));
}

TEST_CASE("a decision about many items shows how far it is, goes on behind them, and is one step") {
  HeldClock clock;
  WorkbenchOptions options = with(clock);
  options.article.clear();
  for (int n = 0; n < 130; ++n) {
    options.article += "Pier " + std::to_string(n) + " was closed for 14 days in May 2019.\n";
  }
  WorkbenchFixture desk(options);
  const std::size_t items = desk.numbers().size();
  REQUIRE(items > 100);
  for (const bool stop : {true, false}) {
    desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_A);
    clock.hold(true);
    desk.driver().key(ImGuiKey_V);
    CHECK(contains(desk.driver().screenText(),
                   "Marking " + std::to_string(items) + " items verified"));
    if (stop) desk.driver().key(ImGuiKey_Escape);
    clock.hold(false);
    desk.settle();
    CHECK(desk.article()->settled == (stop ? 0 : items));
  }
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(desk.article()->settled == 0);
}

}  // namespace assay::ui
