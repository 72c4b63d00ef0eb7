// The workbench on a real store in a temporary folder, with the renderer that draws nowhere, for
// measuring. The fixture of the tests asserts, which only a test can; this one ends the program.
// Thread: one.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "app/session.h"
#include "base/clock.h"
#include "base/file_system.h"
#include "base/id.h"
#include "tests/ui/support/ui_driver.h"
#include "tests/ui/support/workbench_fixture.h"
#include "ui/workbench_screen.h"

namespace assay::bench {

/// The sample article, read and extracted.
[[nodiscard]] app::ImportArticle sampleImport();
/// `items` claims of two words each, with `wordsBetween` words of nobody's between them.
[[nodiscard]] app::ImportArticle longArticle(std::size_t items, std::size_t wordsBetween = 0);

/// The article of the promise about opening: 50,000 words, 2,000 items.
[[nodiscard]] app::ImportArticle bookArticle();

using Clock = std::chrono::steady_clock;
[[nodiscard]] double millisecondsSince(Clock::time_point begin);
/// Milliseconds of this thread alone: neighbours on the machine do not count.
[[nodiscard]] double processorNow();

/// A folder that goes with this object.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Writes a store with this article.
void makeStore(const std::filesystem::path& file, const app::ImportArticle& article);

class WorkbenchDesk {
 public:
  /// On a new store with the article.
  explicit WorkbenchDesk(const app::ImportArticle& article);
  /// On a store that is there.
  explicit WorkbenchDesk(const std::filesystem::path& store);
  ~WorkbenchDesk();
  WorkbenchDesk(const WorkbenchDesk&) = delete;
  WorkbenchDesk& operator=(const WorkbenchDesk&) = delete;

  [[nodiscard]] test::UiDriver& driver() { return *driver_; }
  [[nodiscard]] ui::WorkbenchScreen& screen() { return *screen_; }

 private:
  void open(const std::filesystem::path& store);

  Scratch scratch_;
  base::SystemClock clock_;
  base::UuidSource ids_{clock_};
  base::RealFileSystem files_;
  app::Environment environment_{clock_, ids_, files_};
  test::FakeDesktop desktop_;
  std::unique_ptr<ui::WorkbenchScreen> screen_;
  std::unique_ptr<test::UiDriver> driver_;
};

}  // namespace assay::bench
