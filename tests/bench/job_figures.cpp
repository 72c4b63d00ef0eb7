// The window while long work runs on other threads.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
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

// Frames while workers read, extract and store; and the one frame that shows what was stored.
}  // namespace

void measureImport(std::vector<Figure>& figures) {
  const Scratch scratch;
  WorkbenchDesk desk(sampleImport());
  const std::filesystem::path file = scratch.path() / "five.txt";
  std::ofstream(file) << fiveMegabytes();
  desk.screen().drop({file});
  std::vector<double> frames;
  double storing = 0;
  double most = 0;  // of processor time
  double processor = 0;
  const Clock::time_point begin = Clock::now();
  while (desk.screen().state().overlay != ui::Overlay::imported &&
         desk.screen().state().failures.empty() && millisecondsSince(begin) < 600'000) {
    const Clock::time_point frame = Clock::now();
    const double before = processorNow();
    desk.driver().frame();
    most = std::max(most, processor);
    processor = processorNow() - before;
    frames.push_back(millisecondsSince(frame));
    if (desk.screen().session() == nullptr) storing = std::max(storing, frames.back());
    std::this_thread::sleep_for(std::chrono::milliseconds(8));
  }
  if (frames.empty() || !desk.screen().state().failures.empty()) {
    figures.push_back({"a 5 MB article", "in process", {}, kAnswering, "ms", "the import failed"});
    return;
  }
  const double last = frames.back();
  frames.pop_back();
  const double worst = frames.empty() ? 0 : *std::max_element(frames.begin(), frames.end());
  figures.push_back({"worst frame while 5 MB are extracted", "in process", worst, kAnswering, "ms",
                     fmt::format("{} frames in {:.1f} s, each at most {:.1f} ms of processor time",
                                 frames.size(), millisecondsSince(begin) / 1000, most)});
  figures.push_back({"worst frame while what was found is stored", "in process", storing,
                     kAnswering, "ms", "the store is with a worker"});
  figures.push_back({"the frame that shows what was stored", "in process", last, kAnswering, "ms",
                     fmt::format("{:.0f} ms of processor time", processor)});
}

}  // namespace assay::bench
