// What a Workbench is made of: the views of this moment, the screen's state, and how commands,
// keys and jobs change them. Only ui/ and its tests include this.
//
// A frame: finished jobs are taken in, the views brought up to the store's revision, keys carried
// out, the views brought up again, and everything drawn. A key press is therefore stored, and its
// result drawn, within one frame. Thread: the window's.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/importing.h"
#include "app/session.h"
#include "app/session_jobs.h"
#include "ui/article_pane.h"
#include "ui/panel.h"
#include "ui/text_words.h"
#include "ui/ui_state.h"
#include "ui/workbench.h"

namespace assay::ui {

class WorkbenchScreen final : public CommandSink {
 public:
  WorkbenchScreen(Startup startup, app::Environment environment, Desktop& desktop);

  // The window's side; see workbench.h.
  void attach(const Fonts& fonts, double screenScale);
  void frame();
  [[nodiscard]] bool wantsFrame() const;
  [[nodiscard]] int nextFrameIn() const;
  void drop(const std::vector<std::filesystem::path>& files);
  void resized(int width, int height);
  [[nodiscard]] bool close();
  [[nodiscard]] bool wantsQuit() const { return quit_; }
  [[nodiscard]] std::string windowTitle() const;
  [[nodiscard]] const app::Settings& settings() const { return startup_.settings; }
  [[nodiscard]] app::Session* session() { return startup_.session.get(); }

  // The panels' side; see panel.h.
  void perform(Action action, std::uint8_t value, bool stay) override;
  bool execute(const app::Command& command) override;
  [[nodiscard]] std::string commit(const app::Command& command) override;
  void select(const model::ItemId& item, Picking how) override;
  void showArticle(const model::ArticleId& article) override;
  void openFile(const std::filesystem::path& file) override;
  void checkParagraph(const model::ArticleId& article, std::size_t block) override;
  void stopJob() override;
  void previewReport(const app::ReportRequest& request) override;
  void writeReport(const app::ReportRequest& request, const std::filesystem::path& file) override;
  void stopReport() override;
  [[nodiscard]] bool fileExists(const std::filesystem::path& file) const override;
  [[nodiscard]] Desktop& desktop() override { return desktop_; }
  void fail(const std::string& sentence) override;
  [[nodiscard]] base::Result<std::vector<app::SourceUses>> sourceUses() override;
  [[nodiscard]] base::Result<app::DraftView> draftView() override;
  void openDraft(const std::filesystem::path& file) override;
  [[nodiscard]] base::Result<std::vector<app::QueryView>> queries() override;
  void openSnapshot(const model::Snapshot& snapshot) override;
  void chooseAttachment(const model::SourceId& source) override;
  void attach(const model::SourceId& source, const std::filesystem::path& file) override;
  void showItem(const model::ArticleId& article, const model::ItemId& item) override;
  void setTheme(ThemeName name) override;
  void setScale(double scale) override;
  void setMotion(bool motion) override;

  /// For tests.
  [[nodiscard]] const UiState& state() const { return state_; }
  [[nodiscard]] const ArticlePane& pane() const { return pane_; }

 private:
  // Jobs (workbench_jobs.cpp).
  void pollJobs();
  void pollImport();
  void pollStoring();
  void pollReport();
  void takeImport(app::ImportArticle read, std::unique_ptr<app::Memory> memory);
  void takeDraft(const model::ArticleId& article, app::ImportArticle read);
  /// Lends the session to work that takes long; `then` follows when it is done, not when it failed.
  void startStoring(std::string title, app::StoreJob::Work work,
                    std::function<void(const app::Outcome&)> then);
  void executeOn(std::size_t items, const app::Command& command, const std::string& title,
                 const std::function<void()>& then);
  void finishStoring();
  void closeJob();
  void finishReport();
  [[nodiscard]] std::unique_ptr<app::Session> lendSession();
  void recallSession();
  [[nodiscard]] bool storeAway() const { return storing_ != nullptr || reading_; }

  // Files (workbench_files.cpp).
  void pollDialog();
  void openStore(const std::filesystem::path& file);
  void showReading();
  void importText(std::string text);
  /// What the file that is asked for is wanted for.
  struct FileUse {
    model::SourceId attachTo;  // it is kept with this source
    bool draft = false;        // it is a new draft of the article shown; neither: it is opened
  };
  void askForFile(const FileUse& use);
  void takeDrop();
  [[nodiscard]] bool mayImport();

  // Views (workbench_screen.cpp).
  enum class Look : std::uint8_t { atTheFile, atOwnChanges };
  void refresh(Look look = Look::atOwnChanges);
  void readLabels();
  void readArticles();
  void readSources();
  void refreshArticle(bool stale);
  void refreshShown();
  void refreshDetail(bool stale);
  [[nodiscard]] Model model() const;
  void makeTheme();

  // Keys and commands (workbench_actions.cpp).
  void takeKeys();
  void takeEscape();
  [[nodiscard]] bool takeSpanKeys();
  void decide(model::Status status, bool stay);
  void togglePostponed(bool stay);
  void toggleFlag(model::Flag flag);
  void setFlag(model::Flag flag, bool on, const std::function<void()>& then);
  void go(const std::optional<model::ItemId>& item, Picking how = Picking::only);
  void makeItem(model::ItemKind kind);
  void moveEdge(EdgeMove move);
  void moveWords(WordMove move);
  void splitItem();
  void mergeItems();
  void removeItems();
  void takeBack(bool undo);
  void copyItem();
  void openHistory();
  void openSource();
  void attachFile();
  void settingsChanged();
  void focusOn(Focus focus);
  void performOnItem(Action action, std::uint8_t value, bool stay);
  void performOnArticle(Action action, std::uint8_t value);
  void performAlways(Action action);
  void noteOutcome(const app::Outcome& outcome);
  [[nodiscard]] bool leaveFields();

  // Drawing (workbench_draw.cpp).
  void draw();
  void spaced(const std::function<void()>& body);
  void drawPanes(const Model& model, float height);
  void drawArticle(const Model& model);
  void drawCoverage(const Model& model);
  void drawTextMenu(const Model& model);
  void drawOverlay(const Model& model);
  void splitter(const char* id, float height, double& width, float sign);

  Startup startup_;
  app::Environment environment_;
  Desktop& desktop_;
  KeyTable keys_;
  Theme theme_;
  Fonts fonts_;
  double screenScale_ = 1;

  UiState state_;
  ArticlePane pane_;
  std::unique_ptr<app::ImportJob> job_;
  std::unique_ptr<app::StoreJob> storing_;           // has the session
  std::function<void(const app::Outcome&)> stored_;  // what follows it
  Overlay underJob_ = Overlay::none;                 // comes back when the job is over
  // The report that is made, and the one that is wanted next.
  struct WantedReport {
    app::ReportRequest request;
    std::filesystem::path file;  // empty: its figures only
  };
  std::unique_ptr<app::ReportJob> report_;
  std::filesystem::path reportFile_;
  std::optional<WantedReport> wantedReport_;
  bool reading_ = false;  // report_ has the session
  // Of the session while it is lent.
  std::filesystem::path lentPath_;
  bool lentReadOnly_ = false;
  bool closeAsked_ = false;  // the window goes when the job is done
  bool dialogOpen_ = false;
  FileUse dialogFor_;
  model::ArticleId draftOf_;  // what job_ reads is a new draft of this article; empty: an article
  std::optional<std::filesystem::path> dropped_;  // where it goes is decided in the next frame
  ImVec2 inspectorMin_, inspectorMax_;            // where the inspector stood in the frame before

  // The views of this moment.
  std::uint64_t seenRevision_ = 0;
  bool viewsRead_ = false;     // at seenRevision_
  bool articlesStale_ = true;  // articles_ are older than that
  bool sourcesStale_ = true;   // and sources_
  std::vector<app::ArticleSummary> articles_;
  std::vector<model::Source> sources_;
  std::string undoLabel_;
  std::string redoLabel_;
  model::ArticleId articleId_;  // the article shown; empty: none
  std::shared_ptr<const app::ArticleView> article_;
  std::shared_ptr<const app::ItemDetail> detail_;
  app::Discard discard_;
  SelectedRows selected_;
  Shown shown_;
  std::shared_ptr<const app::ArticleView> shownOf_;  // what shown_ was made from
  app::Filter shownFilter_;
  Sort shownSort_ = Sort::place;

  app::Coverage coverage_;
  std::shared_ptr<const app::ArticleView> coverageOf_;  // what coverage_ was counted from

  bool settingsDirty_ = false;
  bool closeTried_ = false;
  bool quit_ = false;
  std::optional<std::size_t> menuBlock_;  // a block set aside, under the mouse when it came up
  int framesWanted_ = 2;                  // to be drawn although nothing comes in
  int swallow_ = 0;         // frames whose typed characters belong to the key that moved the focus
  bool leftField_ = false;  // Esc left a text field in the frame before
};

}  // namespace assay::ui
