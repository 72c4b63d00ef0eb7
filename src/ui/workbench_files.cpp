// Files coming in and going out: dialogs, what is dropped, what is on the clipboard, stores, and
// the kept copies of sources.
#include <fmt/format.h>
#include <imgui.h>

#include <memory>
#include <utility>

#include "app/snapshots.h"
#include "base/utf8.h"
#include "ui/file_browser.h"
#include "ui/snapshot_list.h"
#include "ui/workbench_screen.h"

namespace assay::ui {

namespace {

// By its ending: what is inside is looked at by the store itself, with its own sentence.
bool isStore(const std::filesystem::path& file) { return file.extension() == ".assay"; }

}  // namespace

void WorkbenchScreen::pollDialog() {
  if (!dialogOpen_) return;
  const std::optional<DialogAnswer> answer = desktop_.openDialogAnswer();
  if (!answer) return;
  dialogOpen_ = false;
  const FileUse use = std::exchange(dialogFor_, {});
  if (!answer->file) return;
  if (use.draft) {
    openDraft(*answer->file);
  } else if (use.attachTo.empty()) {
    openFile(*answer->file);
  } else {
    attach(use.attachTo, *answer->file);
  }
}

bool WorkbenchScreen::mayImport() {
  if (job_ != nullptr || storing_ != nullptr) return false;  // its progress is on the screen
  if (state_.report.writing) {
    state_.message = "A report is being written; take the text in when it is done";
    return false;
  }
  stopReport();
  recallSession();
  if (startup_.session == nullptr) {
    fail("No store is open to take the article in. Open a store first.");
    return false;
  }
  if (startup_.session->readOnly()) {
    fail("This store is opened read only; an article cannot be taken in.");
    return false;
  }
  return leaveFields();
}

void WorkbenchScreen::showReading() {
  state_.job = {"Reading " + job_->name(), 0, ""};
  state_.overlay = Overlay::job;
}

void WorkbenchScreen::openFile(const std::filesystem::path& file) {
  if (isStore(file)) {
    openStore(file);
    return;
  }
  if (!mayImport()) return;
  draftOf_ = {};
  job_ = std::make_unique<app::ImportJob>(file, environment_.files);
  showReading();
  app::remember(startup_.settings, file.string());
  settingsChanged();
}

void WorkbenchScreen::openDraft(const std::filesystem::path& file) {
  if (articleId_.empty() || !mayImport()) return;
  draftOf_ = articleId_;
  job_ = std::make_unique<app::ImportJob>(file, environment_.files,
                                          startup_.session->recollection().lend(articleId_));
  showReading();
}

void WorkbenchScreen::importText(std::string text) {
  if (base::oneLine(text).empty()) {
    fail("The clipboard holds no text to take in.");
    return;
  }
  if (!mayImport()) return;
  draftOf_ = {};
  job_ = std::make_unique<app::ImportJob>(std::move(text));
  showReading();
}

void WorkbenchScreen::openStore(const std::filesystem::path& file) {
  if (job_ != nullptr || storing_ != nullptr || state_.report.writing) return;
  stopReport();
  recallSession();
  if (startup_.session != nullptr && !leaveFields()) return;
  auto opened = startup_.openStore(file);
  if (!opened) {
    fail(opened.error().text());
    return;
  }
  // Views of the old store must not outlive it.
  article_ = nullptr;
  shownOf_ = nullptr;
  detail_ = nullptr;
  shown_ = {};
  state_.selection = {};
  state_.filter = {};
  state_.fields = {};
  state_.evidenceForms.clear();
  state_.queryForms.clear();
  state_.answer = {};
  state_.queries = {};
  state_.savedAt = 0;
  state_.message.clear();
  startup_.session = std::move(*opened);
  startup_.problem.clear();
  articleId_ = {};
  viewsRead_ = false;
  articlesStale_ = true;
  sourcesStale_ = true;
  readArticles();
  state_.start = false;
  if (!articles_.empty()) articleId_ = articles_.back().article.id;
  app::remember(startup_.settings, file.string());
  settingsChanged();
}

// Begins where the last file came from: drafts lie together.
void WorkbenchScreen::askForFile(const FileUse& use) {
  if (dialogOpen_) return;  // it asks for something else already
  std::filesystem::path folder = desktop_.homeFolder();
  if (!startup_.settings.recentFiles.empty()) {
    folder = std::filesystem::path(startup_.settings.recentFiles.front()).parent_path();
  }
  dialogOpen_ = desktop_.startOpenDialog(folder);
  dialogFor_ = dialogOpen_ ? use : FileUse{};
  if (!dialogOpen_) openFileBrowser(state_, folder, use.attachTo, use.draft);
}

void WorkbenchScreen::chooseAttachment(const model::SourceId& source) {
  if (startup_.session == nullptr || startup_.session->readOnly()) {
    fail("This store is opened read only; a file cannot be kept in it.");
    return;
  }
  askForFile({source, false});
}

// A file of many megabytes takes its time to be read, hashed and stored.
void WorkbenchScreen::attach(const model::SourceId& source, const std::filesystem::path& file) {
  if (storing_ != nullptr) return;
  recallSession();
  if (startup_.session == nullptr || !leaveFields()) return;
  startStoring(
      "Keeping " + file.filename().string(),
      [source, file, shown = articleId_](app::Session& session,
                                         const base::Job& job) -> base::Result<app::Outcome> {
        job.report(0, "reading the file");
        auto command = app::prepareSnapshot(source, file, session.environment().files);
        if (!command) return base::passOn(std::move(command));
        return app::executeAndRead(session, std::move(*command), shown, job);
      },
      [this](const app::Outcome&) { state_.sources.revision = 0; });
}

// Nothing is stored, but the store is read, and a file written, as long as the copy is.
void WorkbenchScreen::openSnapshot(const model::Snapshot& snapshot) {
  if (storing_ != nullptr) return;
  recallSession();
  if (startup_.session == nullptr) return;
  const auto copy = std::make_shared<std::filesystem::path>();
  startStoring(
      "Opening " + snapshot.name,
      [copy, snapshot, cache = startup_.cache](app::Session& session,
                                               const base::Job& job) -> base::Result<app::Outcome> {
        job.report(0, "laying a copy down");
        auto file = app::showableSnapshot(session, snapshot, cache);
        if (!file) return base::passOn(std::move(file));
        *copy = std::move(*file);
        app::Outcome outcome;
        outcome.message = snapshot.name + " opened";
        return outcome;
      },
      [this, copy](const app::Outcome&) {
        const auto opened = desktop_.openFile(*copy);
        if (!opened) fail(opened.error().text());
      });
}

// On the inspector a file is kept with the item's source; anywhere else it is opened.
void WorkbenchScreen::takeDrop() {
  if (!dropped_) return;
  const std::filesystem::path file = *std::exchange(dropped_, std::nullopt);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool there = mouse.x >= inspectorMin_.x && mouse.x < inspectorMax_.x &&
                     mouse.y >= inspectorMin_.y && mouse.y < inspectorMax_.y;
  if (!there || detail_ == nullptr || isStore(file)) {
    openFile(file);
    return;
  }
  const model::Source* source = sourceForFile(*detail_);
  if (source == nullptr) {
    fail(fmt::format(
        "{} has no source to keep {} with. Add evidence first ({}); or drop the file on "
        "the article to take it in.",
        detail_->row.number, file.filename().string(), keys_.keyText(Action::addEvidence)));
    return;
  }
  const model::SourceId id = source->id;
  attach(id, file);
}

}  // namespace assay::ui
