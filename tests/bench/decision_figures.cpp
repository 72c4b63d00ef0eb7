// What a decision costs, from the key to the drawn result with its commit in between.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <functional>

#include "tests/bench/figures.h"
#include "tests/bench/workbench_desk.h"

namespace assay::bench {

namespace {

constexpr int kTimes = 20;

struct Cost {
  double processor = 0;
  double wall = 0;
};

// The frame of a key; the frames that let it go are not counted.
Cost frameOf(WorkbenchDesk& desk, ImGuiKeyChord chord) {
  const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
  ImGuiIO& io = ImGui::GetIO();
  const auto modifiers = [&](bool down) {
    for (const ImGuiKey modifier : {ImGuiMod_Ctrl, ImGuiMod_Shift}) {
      if ((chord & modifier) != 0) io.AddKeyEvent(modifier, down);
    }
  };
  modifiers(true);
  desk.driver().frame();
  io.AddKeyEvent(key, true);
  const Clock::time_point begin = Clock::now();
  const double before = processorNow();
  desk.driver().frame();
  const Cost cost{processorNow() - before, millisecondsSince(begin)};
  io.AddKeyEvent(key, false);
  modifiers(false);
  desk.driver().frame(3);
  return cost;
}

// The next order of the list has no key of its own.
Cost frameOfSort(WorkbenchDesk& desk) {
  const Clock::time_point begin = Clock::now();
  const double before = processorNow();
  desk.screen().perform(ui::Action::sortList, 0, false);
  desk.driver().frame();
  const Cost cost{processorNow() - before, millisecondsSince(begin)};
  desk.driver().frame(3);
  return cost;
}

void add(std::vector<Figure>& figures, const std::string& what, int times,
         const std::function<Cost()>& once) {
  std::vector<double> walls;
  double processor = 0;
  for (int n = 0; n < times; ++n) {
    const Cost cost = once();
    walls.push_back(cost.wall);
    processor += cost.processor;
  }
  std::ranges::nth_element(walls, walls.begin() + times / 2);
  figures.push_back({"frame of " + what, "in process", processor / times, kAnswering, "ms",
                     fmt::format("processor time, mean of {}; median {:.1f} ms with the disk's",
                                 times, walls[static_cast<std::size_t>(times) / 2])});
}

void measureKey(std::vector<Figure>& figures, WorkbenchDesk& desk, const std::string& what,
                ImGuiKeyChord chord, int times = kTimes) {
  add(figures, what, times, [&] { return frameOf(desk, chord); });
}

Figure keyToResult(WorkbenchDesk& desk) {
  const auto item = desk.screen().state().selection.focus;
  ImGui::GetIO().AddKeyEvent(ImGuiKey_V, true);
  const Clock::time_point begin = Clock::now();
  int frames = 0;
  while (desk.screen().state().selection.focus == item && frames < 10) {
    desk.driver().frame();
    ++frames;
  }
  const double took = millisecondsSince(begin);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_V, false);
  desk.driver().frame(3);
  return {"key press to stored and drawn result",
          "in process",
          static_cast<double>(frames),
          1,
          "frames",
          fmt::format("{:.1f} ms with its commit", took)};
}

}  // namespace

void measureDecisions(std::vector<Figure>& figures) {
  {
    WorkbenchDesk desk(sampleImport());
    figures.push_back(keyToResult(desk));
    measureKey(figures, desk, "a decision, the sample", ImGuiKey_D);
  }
  WorkbenchDesk desk(longArticle(kManyItems));
  measureKey(figures, desk, "going on, 100,000 items", ImGuiKey_J);
  measureKey(figures, desk, "a decision, 100,000 items", ImGuiKey_D);
  measureKey(figures, desk, "its undo", ImGuiMod_Ctrl | ImGuiKey_Z);
  measureKey(figures, desk, "its redo", ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
  measureKey(figures, desk, "a flag", ImGuiKey_L);
  add(figures, "the next order of the list", 8, [&] { return frameOfSort(desk); });
  measureKey(figures, desk, "coverage, on and off", ImGuiKey_G, 8);
  desk.driver().key(ImGuiKey_G);
  measureKey(figures, desk, "a decision with coverage shown", ImGuiKey_D);
  desk.driver().key(ImGuiKey_G);
}

}  // namespace assay::bench
