// The whole screen on a real store, with the renderer that draws nowhere: what a frame costs, and
// what a key costs from the press to the drawn result with its commit in between.
// Promised in a release build: a frame in 0.3 ms with the sample, in 1 ms with 1 MB of text and
// 100,000 items; the table of figures (figures.h) says whether that holds.
#include <benchmark/benchmark.h>
#include <imgui.h>

#include "tests/bench/workbench_desk.h"

namespace {

using namespace assay;
using Desk = bench::WorkbenchDesk;

void workbenchFrame(benchmark::State& state) {
  Desk desk(state.range(0) == 0 ? bench::sampleImport()
                                : bench::longArticle(static_cast<std::size_t>(state.range(0))));
  for ([[maybe_unused]] auto _ : state) desk.driver().frame();
  state.counters["vertices"] = desk.driver().vertexCount();
}
BENCHMARK(workbenchFrame)
    ->Name("workbench, a frame: items (0 is the sample)")
    ->Arg(0)
    ->Arg(100'000)
    ->Unit(benchmark::kMicrosecond);

void decideAndGoOn(benchmark::State& state) {
  Desk desk(bench::sampleImport());
  for ([[maybe_unused]] auto _ : state) {
    ImGui::GetIO().AddKeyEvent(ImGuiKey_V, true);
    desk.driver().frame();
    state.PauseTiming();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_V, false);
    desk.driver().frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, true);
    desk.driver().frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, false);
    desk.driver().frame();
    state.ResumeTiming();
  }
}
BENCHMARK(decideAndGoOn)
    ->Name("workbench, the frame of a status key with its commit")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
