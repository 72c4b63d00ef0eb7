#include "tests/bench/workbench_desk.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "app/importing.h"
#include "base/hash.h"

namespace assay::bench {

namespace {

template <class T>
T orEnd(base::Result<T> result) {
  if (!result) {
    std::fputs(result.error().text().c_str(), stderr);
    std::abort();
  }
  return std::move(*result);
}

std::unique_ptr<app::Session> openSession(const std::filesystem::path& store,
                                          const app::Environment& environment) {
  return orEnd(app::Session::open({.store = store, .actor = "bench"}, environment));
}

}  // namespace

app::ImportArticle sampleImport() {
  const base::RealFileSystem files;
  return orEnd(app::prepareImport(ASSAY_SOURCE_DIR "/assets/sample/harbour-bridge.txt", files));
}

app::ImportArticle longArticle(std::size_t items, std::size_t wordsBetween) {
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
    for (std::size_t word = 0; word < wordsBetween; ++word) document.text += " word";
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

app::ImportArticle bookArticle() { return longArticle(2'000, 23); }

double millisecondsSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double processorNow() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "assay-bench.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void makeStore(const std::filesystem::path& file, const app::ImportArticle& article) {
  const base::SystemClock clock;
  base::UuidSource ids(clock);
  base::RealFileSystem files;
  orEnd(openSession(file, {clock, ids, files})->execute(article));
}

WorkbenchDesk::WorkbenchDesk(const app::ImportArticle& article) {
  const std::filesystem::path store = scratch_.path() / "bench.assay";
  makeStore(store, article);
  open(store);
  driver_->frame(5);
}

WorkbenchDesk::WorkbenchDesk(const std::filesystem::path& store) { open(store); }

void WorkbenchDesk::open(const std::filesystem::path& store) {
  ui::Startup startup;
  startup.session = openSession(store, environment_);
  startup.settings.motion = false;
  startup.openStore = [this](const std::filesystem::path& other) {
    return base::Result<std::unique_ptr<app::Session>>(openSession(other, environment_));
  };
  startup.saveSettings = [](const app::Settings&) { return base::Result<void>(); };
  screen_ = std::make_unique<ui::WorkbenchScreen>(std::move(startup), environment_, desktop_);
  driver_ = std::make_unique<test::UiDriver>(
      [this] { screen_->frame(); },
      test::UiOptions{.size = {1440, 900}, .watched = false, .setUp = [this] {
                        screen_->attach(ui::Fonts{}, 1);
                      }});
}

WorkbenchDesk::~WorkbenchDesk() {
  driver_.reset();
  screen_.reset();
}

}  // namespace assay::bench
