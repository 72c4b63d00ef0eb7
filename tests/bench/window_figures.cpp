// The built program in its real window, watched through its ready file.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "tests/bench/figures.h"
#include "tests/bench/process.h"
#include "tests/bench/workbench_desk.h"

namespace assay::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMemory = 80;  // MB

/// The numbers of a line such as "idle frames=3 processor_us=400".
std::map<std::string, double> numbersOf(const std::string& line) {
  std::map<std::string, double> numbers;
  std::istringstream in(line);
  for (std::string word; in >> word;) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) continue;
    numbers[word.substr(0, equals)] = std::strtod(word.c_str() + equals + 1, nullptr);
  }
  return numbers;
}

/// The real program on a store, watched through its ready file.
class Window {
 public:
  Window(const std::filesystem::path& store, const std::filesystem::path& folder)
      : ready_(folder / "ready"), running_(commandFor(store, folder)) {}

  [[nodiscard]] std::vector<std::string> lines(std::string_view beginning) const {
    std::vector<std::string> out;
    std::ifstream in(ready_);
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with(beginning)) out.push_back(line);
    }
    return out;
  }
  /// Waits until it has gone to sleep more than `count` times.
  bool sleeps(std::size_t count) {
    const Clock::time_point begin = Clock::now();
    while (lines("idle").size() <= count) {
      if (!running_.alive() || millisecondsSince(begin) > 30'000) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
  }
  bool press(const std::string& key) {
    const std::size_t before = lines("idle").size();
    const auto pressed = timeToExit({{"/usr/bin/xdotool", "key", "--delay", "60", key}, {}});
    return pressed && sleeps(before);
  }
  void end() { running_.end(); }

 private:
  static Command commandFor(const std::filesystem::path& store,
                            const std::filesystem::path& folder) {
    std::filesystem::remove(folder / "ready");
    return {{ASSAY_BINARY_DIR "/assay", "open", store.string(), "--size", "1440x900"},
            {"HOME=" + folder.string(), "XDG_CONFIG_HOME=" + (folder / "config").string(),
             "XDG_DATA_HOME=" + (folder / "data").string(), "ASSAY_MEASURE_MEMORY=1",
             "ASSAY_REPEAT_FRAMES=1", "ASSAY_READY_FILE=" + (folder / "ready").string()}};
  }

  std::filesystem::path ready_;
  Running running_;
};

constexpr int kKeys = 20;

/// What some key presses cost.
struct Cost {
  double frames = 0;
  double processor = 0;         // ms
  double again = 0;             // frames made once more at once
  double repeated = 0;          // ms of those
  std::vector<double> answers;  // ms, each key
  std::map<std::string, double> end;
};

void measureWindow(std::vector<Figure>& figures, const std::string& name,
                   const app::ImportArticle& article, double frameLimit, bool everything) {
  const Scratch scratch;
  makeStore(scratch.path() / "bench.assay", article);
  Window window(scratch.path() / "bench.assay", scratch.path());
  const auto failed = [&](std::string note) {
    figures.push_back(
        {"processor time of a frame, " + name, "window", {}, frameLimit, "ms", std::move(note)});
  };
  if (!window.sleeps(0)) return failed("the window did not open");
  const double opened = std::strtod(window.lines("ready").at(0).c_str() + 6, nullptr);
  if (!window.press("j")) return failed("no key reached the window");
  const auto pressed = [&window](const char* one, const char* other) -> std::optional<Cost> {
    Cost cost;
    auto before = numbersOf(window.lines("idle").back());
    for (int key = 0; key < kKeys; ++key) {
      if (!window.press(key % 2 == 0 ? one : other)) return std::nullopt;
      cost.answers.push_back(numbersOf(window.lines("idle").back())["answer_us"] / 1000);
    }
    cost.end = numbersOf(window.lines("idle").back());
    cost.frames = cost.end["frames"] - before["frames"];
    cost.processor = (cost.end["processor_us"] - before["processor_us"]) / 1000;
    cost.again = cost.end["again"] - before["again"];
    cost.repeated = (cost.end["repeated_us"] - before["repeated_us"]) / 1000;
    return cost;
  };
  const auto walking = pressed("j", "k");
  const auto deciding = pressed("v", "BackSpace");
  if (!walking || !deciding) return failed("a key went lost");
  figures.push_back(
      {"processor time of a frame, " + name, "window", walking->repeated / walking->again,
       frameLimit, "ms",
       fmt::format("mean of {:.0f} while nothing changes, up to the draw lists", walking->again)});
  // The driver without a graphics card draws on our thread and empties the caches: a frame right
  // behind it costs more, by as much as that driver does.
  figures.push_back(
      {"the same with J, K and cold caches", "window", walking->processor / walking->frames,
       kFrameOfMany, "ms",
       fmt::format("mean of {:.0f}, each right behind the software renderer", walking->frames)});
  // What the frames of a key cost over the plain ones is the decision: commit, views, history.
  const double plain = walking->processor / walking->frames * deciding->frames;
  figures.push_back({"processor time of a decision, " + name, "window",
                     (deciding->processor - plain) / kKeys, kAnswering, "ms",
                     fmt::format("commit and views; mean of {}", kKeys)});
  if (!everything) return;
  std::vector<double> answers = deciding->answers;
  std::nth_element(answers.begin(), answers.begin() + kKeys / 2, answers.end());
  const auto& after = deciding->end;
  constexpr int kSeconds = 3;
  std::this_thread::sleep_for(std::chrono::seconds(kSeconds));
  window.end();
  const auto end = numbersOf(window.lines("end").back());
  figures.push_back({"frames a second while nothing happens", "window",
                     (end.at("frames") - after.at("frames")) / kSeconds, 0, "1/s",
                     fmt::format("over {} s", kSeconds)});
  figures.push_back({"opening " + name, "window", opened, kOpening, "ms",
                     "from main to the first frame, software renderer"});
  figures.push_back({"key press to the result on the screen", "window", answers[kKeys / 2], 100,
                     "ms", "the next frame; median of 20, with commit and software rendering"});
  figures.push_back({"memory with " + name + " open", "window",
                     (after.at("memory_kb") - after.at("driver_kb")) / 1024, kMemory, "MB",
                     fmt::format("without the driver's {:.0f} MB", after.at("driver_kb") / 1024)});
}

}  // namespace

void measureWindows(std::vector<Figure>& figures) {
  if (std::getenv("DISPLAY") == nullptr) {
    figures.push_back({"everything", "window", {}, 0, "", "needs a display"});
    return;
  }
  measureWindow(figures, "the sample", sampleImport(), kFrameOfSample, true);
  measureWindow(figures, "50,000 words, 2,000 items", bookArticle(), kFrameOfMany, true);
  measureWindow(figures, "100,000 items", longArticle(kManyItems), kFrameOfMany, false);
}

}  // namespace assay::bench
