// The whole workbench on a real session over a store in a temporary folder, with a clock to wind, a
// desktop that answers from a queue, and the driver to press its keys.
//
// What is on the disk is real; what is on the screen goes through Dear ImGui's own input. Thread:
// the test's.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "base/file_system.h"
#include "base/id.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/ui_driver.h"
#include "ui/desktop.h"
#include "ui/theme.h"
#include "ui/workbench_screen.h"

namespace assay::test {

/// A desktop of words: what was asked of it is written down, answers are put in beforehand.
class FakeDesktop final : public ui::Desktop {
 public:
  bool hasOpenDialog = false;
  std::optional<ui::DialogAnswer> dialogAnswer;
  std::vector<ui::FolderEntry> entries;
  std::vector<std::string> opened;  ///< addresses and files
  std::optional<base::Error> refusal;

  [[nodiscard]] bool startOpenDialog(const std::filesystem::path& folder) override;
  [[nodiscard]] std::optional<ui::DialogAnswer> openDialogAnswer() override;
  [[nodiscard]] base::Result<std::vector<ui::FolderEntry>> listFolder(
      const std::filesystem::path& folder) const override;
  [[nodiscard]] std::filesystem::path homeFolder() const override { return "/desk/somebody"; }
  [[nodiscard]] base::Result<void> openAddress(std::string_view address) override;
  [[nodiscard]] base::Result<void> openFile(const std::filesystem::path& file) override;
};

/// An article of our own words: three quotes with speakers, claims, a line of boilerplate.
[[nodiscard]] std::string_view deskArticle();

struct WorkbenchOptions {
  ImVec2 size{1440, 900};
  ui::ThemeName theme = ui::ThemeName::paper;
  double textScale = 1;
  bool motion = false;
  bool readOnly = false;
  bool withStore = true;                           ///< else the start screen says there is none
  std::string problem;                             ///< why there is no store
  std::string article{deskArticle()};              ///< imported before the start; empty for none
  std::filesystem::path sample;                    ///< the sample article, for the start screen
  base::Clock* clock = nullptr;                    ///< instead of the fixture's own
  std::function<void(app::Session&)> beforeStart;  ///< more to be put into the store
};

class WorkbenchFixture {
 public:
  explicit WorkbenchFixture(WorkbenchOptions options = {});
  ~WorkbenchFixture();

  TempDir folder;
  FakeClock clock;
  base::CountingIds ids;
  base::RealFileSystem files;
  FakeDesktop desktop;
  std::vector<app::Settings> saved;  ///< every time the settings were kept

  [[nodiscard]] ui::WorkbenchScreen& screen() { return *screen_; }
  [[nodiscard]] UiDriver& driver() { return *driver_; }
  [[nodiscard]] app::Session& session() { return *screen_->session(); }
  [[nodiscard]] std::filesystem::path storePath() const { return folder / "desk.assay"; }

  /// The article on the screen, as the store has it now.
  [[nodiscard]] std::shared_ptr<const app::ArticleView> article();
  /// The row called "Q1"; fails the test when there is none.
  [[nodiscard]] const app::ItemRow& row(std::string_view number);
  /// Number of the item that has the focus, or "–".
  [[nodiscard]] std::string focus();
  /// Status of an item as files write it: "verified".
  [[nodiscard]] std::string status(std::string_view number);
  /// Numbers of all rows in the order of the text.
  [[nodiscard]] std::vector<std::string> numbers();
  /// Frames until no job runs and the store is back.
  void settle();
  /// Closes the program and opens it again on the same store.
  void restart();

 private:
  void start(std::unique_ptr<app::Session> session);
  [[nodiscard]] std::unique_ptr<app::Session> openStore(bool readOnly);

  WorkbenchOptions options_;
  app::Environment environment_;
  std::unique_ptr<ui::WorkbenchScreen> screen_;
  std::unique_ptr<UiDriver> driver_;
};

}  // namespace assay::test
