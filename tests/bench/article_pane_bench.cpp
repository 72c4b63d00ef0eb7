// The reading pane: layout of a text, and a frame of the pane with the renderer that draws nowhere.
// Promised in a release build: a megabyte laid out in 5 ms; a frame in 0.3 ms with 100 KB and 500
// items, in 1 ms with 1 MB and 100,000 items.
#include <benchmark/benchmark.h>
#include <imgui.h>

#include <memory>

#include "tests/ui/support/article_fixture.h"
#include "tests/ui/support/ui_driver.h"
#include "ui/article_pane.h"

namespace {

using namespace assay;

// Draws the pane alone; `pane` is made anew for every run.
struct Desk {
  std::shared_ptr<const app::ArticleView> view;
  ui::Shown shown;
  ui::Selection selection;
  ui::SelectedRows selected;
  ui::ArticlePane pane;
  test::UiDriver driver;

  Desk(std::size_t bytes, std::size_t items)
      : view(test::longArticle(bytes, items)),
        shown(ui::shownRows(*view, {}, ui::Sort::place)),
        driver([this] { draw(); }) {
    selection.only(view->rows[items / 2].id);
    driver.frame(5);
  }
  void draw() {
    const ui::Theme theme = ui::makeTheme(ui::ThemeName::paper, 1, {}, false);
    ui::applyStyle(theme);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("Desk", nullptr, ImGuiWindowFlags_NoDecoration);
    selected.follow(selection, *view);
    (void)pane.draw({view, shown, selection, selected, theme, true});
    ImGui::End();
  }
};

void paneFrame(benchmark::State& state) {
  Desk desk(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  for ([[maybe_unused]] auto _ : state) desk.driver.frame();
  state.counters["vertices"] = desk.driver.vertexCount();
}
BENCHMARK(paneFrame)
    ->Name("reading pane, a frame: bytes, items")
    ->Args({100'000, 500})
    ->Args({1'000'000, 100'000})
    ->Unit(benchmark::kMicrosecond);

void paneLayout(benchmark::State& state) {
  Desk desk(static_cast<std::size_t>(state.range(0)), 10);
  float width = 1200;
  for ([[maybe_unused]] auto _ : state) {
    // Every frame a new width, as while a pane is dragged wider.
    width = width > 900 ? 700 : width + 1;
    desk.driver.resize({width, 900});
  }
  state.counters["lines"] = static_cast<double>(desk.pane.layout().lines().size());
}
BENCHMARK(paneLayout)
    ->Name("reading pane, three frames of a resize: bytes")
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMicrosecond);

void paneFind(benchmark::State& state) {
  Desk desk(1'000'000, 10);
  bool other = false;
  for ([[maybe_unused]] auto _ : state) desk.pane.find((other = !other) ? "bridge" : "lorries");
  state.counters["hits"] = static_cast<double>(desk.pane.hitCount());
}
BENCHMARK(paneFind)->Name("reading pane, a search in a megabyte")->Unit(benchmark::kMicrosecond);

}  // namespace
