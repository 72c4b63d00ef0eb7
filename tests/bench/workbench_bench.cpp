// The whole screen on a real store, with the renderer that draws nowhere: what a frame costs, and
// what a key costs from the press to the drawn result with its commit in between.
// Promised in a release build: a frame in 0.3 ms with the sample, in 1 ms with 1 MB of text and
// 100,000 items.
#include <benchmark/benchmark.h>
#include <imgui.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "app/importing.h"
#include "base/hash.h"
#include "tests/ui/support/workbench_fixture.h"

namespace {

using namespace assay;

// A megabyte of short statements, each of them a claim.
app::ImportArticle longArticle(std::size_t items) {
  app::ImportArticle article;
  model::Document& document = article.document;
  document.title = "A long article";
  document.origin = "long.txt";
  document.format = "text";
  for (std::size_t i = 0; i < items; ++i) {
    const std::size_t begin = document.text.size();
    document.text += "ten tons.";
    model::Claim claim;
    claim.span = {begin, document.text.size()};
    claim.score = static_cast<double>(i % 100) / 100;
    article.extraction.claims.push_back(claim);
    document.text += i % 40 == 39 ? '\n' : ' ';
  }
  document.sha256 = base::sha256Hex(document.text);
  for (std::size_t at = 0; at < document.text.size();) {
    const std::size_t end = std::min(document.text.find('\n', at), document.text.size());
    article.extraction.blocks.push_back({{at, end}, model::BlockRole::body, false});
    at = end + 1;
  }
  return article;
}

// The fixture of the tests asserts, which only a test can; this one ends the program instead.
class Desk {
 public:
  explicit Desk(std::size_t items) : environment_{clock_, ids_, files_} {
    std::string name = (std::filesystem::temp_directory_path() / "assay-bench.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    folder_ = name;
    auto session =
        app::Session::open({.store = folder_ / "bench.assay", .actor = "bench"}, environment_);
    if (!session) std::abort();
    const auto article = items > 0 ? longArticle(items) : *app::prepareImport(kSample, files_);
    if (const auto done = (*session)->execute(article); !done) {
      std::fputs(done.error().text().c_str(), stderr);
      std::abort();
    }
    ui::Startup startup;
    startup.session = std::move(*session);
    startup.settings.motion = false;
    startup.openStore =
        [](const std::filesystem::path&) -> base::Result<std::unique_ptr<app::Session>> {
      std::abort();
    };
    startup.saveSettings = [](const app::Settings&) { return base::Result<void>(); };
    screen_ = std::make_unique<ui::WorkbenchScreen>(std::move(startup), environment_, desktop_);
    driver_ = std::make_unique<test::UiDriver>(
        [this] { screen_->frame(); },
        test::UiOptions{.size = {1440, 900}, .setUp = [this] { screen_->attach(ui::Fonts{}, 1); }});
    driver_->frame(5);
  }
  ~Desk() {
    driver_.reset();
    screen_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] test::UiDriver& driver() { return *driver_; }

 private:
  static constexpr const char* kSample = ASSAY_SOURCE_DIR "/assets/sample/harbour-bridge.txt";

  base::SystemClock clock_;
  base::UuidSource ids_{clock_};
  base::RealFileSystem files_;
  app::Environment environment_;
  std::filesystem::path folder_;
  test::FakeDesktop desktop_;
  std::unique_ptr<ui::WorkbenchScreen> screen_;
  std::unique_ptr<test::UiDriver> driver_;
};

void workbenchFrame(benchmark::State& state) {
  Desk bench(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) bench.driver().frame();
  state.counters["vertices"] = bench.driver().vertexCount();
}
BENCHMARK(workbenchFrame)
    ->Name("workbench, a frame: items (0 is the sample)")
    ->Arg(0)
    ->Arg(100'000)
    ->Unit(benchmark::kMicrosecond);

void decideAndGoOn(benchmark::State& state) {
  Desk bench(0);
  for ([[maybe_unused]] auto _ : state) {
    ImGui::GetIO().AddKeyEvent(ImGuiKey_V, true);
    bench.driver().frame();
    state.PauseTiming();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_V, false);
    bench.driver().frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, true);
    bench.driver().frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, false);
    bench.driver().frame();
    state.ResumeTiming();
  }
}
BENCHMARK(decideAndGoOn)
    ->Name("workbench, the frame of a status key with its commit")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
