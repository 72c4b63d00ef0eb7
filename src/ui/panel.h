// What every panel is given: what to show, what the screen remembers, and where commands go.
//
// A panel is a function `void drawX(const Model&, UiState&, CommandSink&)`. It keeps nothing
// between frames, opens no file, knows no store and holds no pointer into a view model beyond its
// call. Commands are carried out at once; the Model of the running frame still shows the state
// before them, so a panel acts at most once a frame on what it read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/drafts.h"
#include "app/reporting.h"
#include "app/view.h"
#include "base/clock.h"
#include "base/result.h"
#include "ui/desktop.h"
#include "ui/keys.h"
#include "ui/selection.h"
#include "ui/theme.h"

namespace assay::ui {

/// What is shown in this frame. Everything is owned by the workbench and lives for the frame.
struct Model {
  const Theme& theme;
  const KeyTable& keys;
  base::Millis now = 0;
  const app::ArticleView* article = nullptr;  ///< null: no article is open
  const Shown& shown;
  const SelectedRows& selected;
  const app::ItemDetail* detail = nullptr;  ///< of the focused item
  const std::vector<app::ArticleSummary>& articles;
  const std::vector<model::Source>& sources;  ///< those to choose from while evidence is added
  std::filesystem::path store;                ///< empty: no store is open
  std::filesystem::path settingsFile;         ///< may be empty
  double textScale = 1;
  bool readOnly = false;
  bool storeAway = false;  ///< lent to a job for a moment: nothing can be asked of it
  std::uint64_t revision = 0;
  std::string undoLabel;  ///< "Mark Q3 verified", or empty
  std::string redoLabel;
};

/// How a click in the list changes the selection.
enum class Picking : std::uint8_t { only, toggle, extend };

/// Takes what a person wants done. Implemented by the workbench; recorded by tests of panels.
class CommandSink {
 public:
  virtual ~CommandSink() = default;

  /// A command of the key table, from a key, a button or the palette.
  virtual void perform(Action action, std::uint8_t value = 0, bool stay = false) = 0;
  /// A change to the store; a failure is shown on the screen. True when it was committed.
  virtual bool execute(const app::Command& command) = 0;
  /// The same, with the failure handed back to be shown where the text stands. Empty: committed.
  [[nodiscard]] virtual std::string commit(const app::Command& command) = 0;

  virtual void select(const model::ItemId& item, Picking how) = 0;
  virtual void showArticle(const model::ArticleId& article) = 0;
  /// Shows an item, of whatever article of the store.
  virtual void showItem(const model::ArticleId& article, const model::ItemId& item) = 0;
  /// Imports an article or opens a store, by what the file is.
  virtual void openFile(const std::filesystem::path& file) = 0;
  /// Takes a file in as a new draft of the article shown.
  virtual void openDraft(const std::filesystem::path& file) = 0;
  /// Takes a paragraph of an article's newest draft into the check that was set aside: begun here,
  /// done some frames later.
  virtual void checkParagraph(const model::ArticleId& article, std::size_t block) = 0;
  virtual void stopJob() = 0;

  /// How a report would look in figures; and writing it. Both are only begun here: what came of
  /// them stands in UiState::report some frames later. A newer wish takes the place of an older
  /// one.
  virtual void previewReport(const app::ReportRequest& request) = 0;
  virtual void writeReport(const app::ReportRequest& request,
                           const std::filesystem::path& file) = 0;
  /// Gives up what was begun; a file that was there stays as it was.
  virtual void stopReport() = 0;
  [[nodiscard]] virtual bool fileExists(const std::filesystem::path& file) const = 0;

  /// The newest draft of the article shown against the one before.
  [[nodiscard]] virtual base::Result<app::DraftView> draftView() = 0;
  /// Every query of the store, by number.
  [[nodiscard]] virtual base::Result<std::vector<app::QueryView>> queries() = 0;
  /// Shows a kept copy in the program the desktop has for it.
  virtual void openSnapshot(const model::Snapshot& snapshot) = 0;
  /// Asks for a file to keep with the source; and keeps one.
  virtual void chooseAttachment(const model::SourceId& source) = 0;
  virtual void attach(const model::SourceId& source, const std::filesystem::path& file) = 0;

  /// Every source of the store with what it is used for.
  [[nodiscard]] virtual base::Result<std::vector<app::SourceUses>> sourceUses() = 0;

  [[nodiscard]] virtual Desktop& desktop() = 0;
  /// Shows a failure until it is dismissed.
  virtual void fail(const std::string& sentence) = 0;
  /// Makes the screen look like this from now on, and keeps it.
  virtual void setTheme(ThemeName name) = 0;
  virtual void setScale(double scale) = 0;
  virtual void setMotion(bool motion) = 0;
};

}  // namespace assay::ui
