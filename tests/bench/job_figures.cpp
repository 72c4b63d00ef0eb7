// The window while long work runs on other threads.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include "tests/bench/figures.h"
#include "tests/bench/workbench_desk.h"

namespace assay::bench {

namespace {

// Prose, not one word over and over: what the finder does with it is what it does with an article.
std::string fiveMegabytes() {
  std::ifstream in(ASSAY_SOURCE_DIR "/assets/sample/harbour-bridge.txt");
  std::ostringstream sample;
  sample << in.rdbuf();
  std::string text;
  while (text.size() < 5'000'000) text += sample.str();
  return text;
}

/// What the frames took while a job ran, in milliseconds.
struct Frames {
  std::size_t count = 0;
  double worst = 0;      // by the clock on the wall
  double processor = 0;  // the dearest, of this thread alone
  double last = 0;       // the one in which the job's end is seen
  double seconds = 0;    // all of it
  bool failed = false;
};

// One every 8 ms, as a person looks on; `done` is asked after each.
Frames framesUntil(WorkbenchDesk& desk, const std::function<bool()>& done) {
  Frames frames;
  double wall = 0;
  const Clock::time_point begin = Clock::now();
  while (!frames.failed) {
    const Clock::time_point frame = Clock::now();
    const double before = processorNow();
    desk.driver().frame();
    frames.last = processorNow() - before;
    wall = millisecondsSince(frame);
    if (done()) break;
    ++frames.count;
    frames.worst = std::max(frames.worst, wall);
    frames.processor = std::max(frames.processor, frames.last);
    frames.failed = !desk.screen().state().failures.empty() || millisecondsSince(begin) > 600'000;
    std::this_thread::sleep_for(std::chrono::milliseconds(8));
  }
  frames.seconds = millisecondsSince(begin) / 1000;
  return frames;
}

void add(std::vector<Figure>& figures, const std::string& what, const Frames& frames,
         double lastLimit = kAnswering) {
  Figure worst{"worst frame while " + what, "in process", {}, kAnswering, "ms", "it failed"};
  if (!frames.failed) {
    worst.measured = frames.processor;
    worst.note = fmt::format("processor time; {:.1f} ms by the clock, {} frames in {:.1f} s",
                             frames.worst, frames.count, frames.seconds);
  }
  figures.push_back(worst);
  if (!frames.failed) {
    figures.push_back(
        {"the frame that shows it", "in process", frames.last, lastLimit, "ms", "processor time"});
  }
}

void measureArticle(std::vector<Figure>& figures) {
  const Scratch scratch;
  WorkbenchDesk desk(sampleImport());
  const std::filesystem::path file = scratch.path() / "five.txt";
  std::ofstream(file) << fiveMegabytes();
  desk.screen().drop({file});
  add(figures, "5 MB are read, extracted and stored",
      framesUntil(desk, [&] { return desk.screen().state().overlay == ui::Overlay::imported; }));
}

// The book with another number in every fiftieth sentence.
void measureDraft(std::vector<Figure>& figures) {
  const Scratch scratch;
  const app::ImportArticle book = bookArticle();
  WorkbenchDesk desk(book);
  std::string text = book.document.text;
  for (std::size_t at = 0, n = 0; (at = text.find("ten tons", at)) != std::string::npos; ++at) {
    if (n++ % 50 == 0) text.replace(at, 8, "two tons");
  }
  const std::filesystem::path file = scratch.path() / "draft-2.txt";
  std::ofstream(file) << text;
  desk.screen().openDraft(file);
  add(figures, "a draft of 2,000 items is taken in",
      framesUntil(desk, [&] { return desk.screen().state().overlay == ui::Overlay::draft; }));
}

void measureFile(std::vector<Figure>& figures) {
  const Scratch scratch;
  WorkbenchDesk desk(sampleImport());
  app::AddSource add64;
  add64.source.title = "Recording of the council";
  const auto added = desk.screen().session()->execute(add64);
  const std::filesystem::path file = scratch.path() / "council.mp3";
  std::ofstream(file) << std::string(64'000'000, 'x');
  desk.screen().attach(added.value().source.value(), file);
  add(figures, "a file of 64 MB is kept",
      framesUntil(desk, [&] { return desk.screen().session() != nullptr; }));
}

// Every item is looked for among all of them, once.
constexpr double kLookingAgain = 100;  // ms

void measureMany(std::vector<Figure>& figures) {
  WorkbenchDesk desk(longArticle(kManyItems));
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_A);
  desk.driver().key(ImGuiKey_V);
  add(figures, "100,000 items are marked verified",
      framesUntil(desk, [&] { return desk.screen().session() != nullptr; }), kLookingAgain);
}

}  // namespace

void measureJobs(std::vector<Figure>& figures) {
  measureArticle(figures);
  measureDraft(figures);
  measureFile(figures);
  measureMany(figures);
}

}  // namespace assay::bench
