// Articles and stores coming in, reports going out: dialogs, jobs, what is on the clipboard, and
// the session that is lent to the jobs and comes back.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/snapshots.h"
#include "base/utf8.h"
#include "ui/draft_screen.h"
#include "ui/file_browser.h"
#include "ui/snapshot_list.h"
#include "ui/workbench_screen.h"

namespace assay::ui {

namespace {

std::size_t wordCount(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

ImportSummary summaryOf(const app::ImportArticle& article) {
  constexpr std::size_t kLineLength = 90;
  const model::Extraction& found = article.extraction;
  ImportSummary summary;
  summary.title = found.title.empty() ? article.document.title : found.title;
  summary.byline = article.document.byline;
  summary.words = wordCount(article.document.text);
  summary.claims = found.claims.size();
  std::vector<std::size_t> quotesOf(found.speakers.size());
  for (const model::Quote& quote : found.quotes) {
    ++summary.quotes[static_cast<std::size_t>(quote.kind)];
    if (quote.speaker) {
      ++quotesOf[*quote.speaker];
    } else {
      ++summary.unnamed;
    }
  }
  std::vector<std::size_t> order(found.speakers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Who speaks most comes first; among equals, who speaks first.
  std::sort(order.begin(), order.end(), [&quotesOf](std::size_t a, std::size_t b) {
    return quotesOf[a] != quotesOf[b] ? quotesOf[a] > quotesOf[b] : a < b;
  });
  for (const std::size_t i : order) {
    if (quotesOf[i] > 0) summary.speakers.emplace_back(found.speakers[i].name, quotesOf[i]);
  }
  for (std::size_t i = 0; i < found.blocks.size(); ++i) {
    const model::Block& block = found.blocks[i];
    if (block.role != model::BlockRole::boilerplate) continue;
    summary.setAside.emplace_back(
        i, base::shortened(base::oneLine(block.span.of(article.document.text)), kLineLength));
  }
  for (const model::Warning& warning : article.document.warnings) {
    summary.warnings.push_back(warning.message);
  }
  return summary;
}

// By its ending: what is inside is looked at by the store itself, with its own sentence.
bool isStore(const std::filesystem::path& file) { return file.extension() == ".assay"; }

}  // namespace

void WorkbenchScreen::pollJobs() {
  if (startup_.import) {
    const std::filesystem::path file = *std::exchange(startup_.import, std::nullopt);
    openFile(file);
  }
  if (dialogOpen_) {
    if (const std::optional<DialogAnswer> answer = desktop_.openDialogAnswer()) {
      dialogOpen_ = false;
      const FileUse use = std::exchange(dialogFor_, {});
      if (answer->file) {
        if (use.draft) {
          openDraft(*answer->file);
        } else if (use.attachTo.empty()) {
          openFile(*answer->file);
        } else {
          attach(use.attachTo, *answer->file);
        }
      }
    }
  }
  pollImport();
  pollStoring();
  pollReport();
  if (closeAsked_ && storing_ == nullptr && !state_.report.writing) {
    closeAsked_ = false;
    quit_ = true;
  }
}

// The worker knows neither store nor screen: what it made is taken in here, as one command.
void WorkbenchScreen::pollImport() {
  if (job_ == nullptr) return;
  state_.importing = {job_->name(), job_->fraction(), job_->doing()};
  if (!job_->finished()) return;
  std::optional<base::Result<app::ImportArticle>> result = job_->take();
  job_.reset();
  framesWanted_ = 2;
  if (result && *result && draftOf_.empty()) {
    takeImport(std::move(**result));
    return;
  }
  if (state_.overlay == Overlay::importing) state_.overlay = Overlay::none;
  if (result && *result) {
    takeDraft(std::move(**result));
    return;
  }
  draftOf_ = {};
  if (result && result->error().code != base::ErrorCode::cancelled) fail(result->error().text());
}

void WorkbenchScreen::takeImport(app::ImportArticle article) {
  recallSession();
  const auto known = startup_.session->store().articleWithText(article.document.sha256);
  if (known && *known) {
    // The same text again: what a person wants is the article with its checks.
    if (state_.overlay == Overlay::importing) state_.overlay = Overlay::none;
    showArticle(**known);
    state_.message = "This text was in the store already";
    return;
  }
  storingWhat_ = std::make_shared<ImportSummary>();
  storing_ = std::make_unique<app::StoringJob>(
      lendSession(), std::move(article),
      [what = storingWhat_](const app::ImportArticle& found) { *what = summaryOf(found); });
}

void WorkbenchScreen::pollStoring() {
  if (storing_ == nullptr) return;
  state_.importing.fraction = storing_->fraction();
  state_.importing.doing = storing_->doing();
  if (storing_->finished()) finishStoring();
}

void WorkbenchScreen::finishStoring() {
  app::StoringJob::Done done = storing_->take();
  storing_.reset();
  startup_.session = std::move(done.session);
  framesWanted_ = 2;
  if (state_.overlay == Overlay::importing) state_.overlay = Overlay::none;
  if (!done.outcome) {
    if (done.outcome.error().code != base::ErrorCode::cancelled) fail(done.outcome.error().text());
    return;
  }
  noteOutcome(*done.outcome);
  state_.imported = std::move(*std::exchange(storingWhat_, nullptr));
  if (done.outcome->article) {
    showArticle(*done.outcome->article);
    state_.imported.article = *done.outcome->article;
  }
  state_.overlay = Overlay::imported;
}

std::unique_ptr<app::Session> WorkbenchScreen::lendSession() {
  lentPath_ = startup_.session->path();
  lentReadOnly_ = startup_.session->readOnly();
  return std::move(startup_.session);
}

// For what cannot wait, such as a field that is left: only then the window waits for a job.
void WorkbenchScreen::recallSession() {
  if (storing_ != nullptr) finishStoring();
  if (!std::exchange(reading_, false)) return;
  // A preview is begun anew by itself, because the store has changed; a file that was asked for is
  // still to be written.
  if (!state_.report.writing) report_->cancel();
  startup_.session = report_->waitForSession();
}

void WorkbenchScreen::previewReport(const app::ReportRequest& request) {
  stopReport();
  wantedReport_ = {request, {}};
  state_.report.counting = true;
}

void WorkbenchScreen::writeReport(const app::ReportRequest& request,
                                  const std::filesystem::path& file) {
  stopReport();
  wantedReport_ = {request, file};
  state_.report.writing = true;
}

void WorkbenchScreen::stopReport() {
  if (report_ != nullptr) report_->cancel();
  wantedReport_.reset();
  state_.report.counting = false;
  state_.report.writing = false;
  framesWanted_ = 2;
}

void WorkbenchScreen::pollReport() {
  if (report_ != nullptr) {
    state_.report.fraction = report_->fraction();
    state_.report.doing = report_->doing();
    const bool finished = report_->finished();  // before the session: it comes back first
    if (auto session = report_->takeSession()) {
      startup_.session = std::move(session);
      reading_ = false;
    }
    if (finished) finishReport();
  }
  if (report_ != nullptr || !wantedReport_ || startup_.session == nullptr) return;
  reportFile_ = wantedReport_->file;
  report_ = std::make_unique<app::ReportJob>(lendSession(), std::move(wantedReport_->request),
                                             reportFile_);
  reading_ = true;
  wantedReport_.reset();
  state_.report.fraction = 0;
}

void WorkbenchScreen::finishReport() {
  const bool wanted = !report_->cancelled();
  const base::Result<app::ReportSummary> made = report_->result();
  report_.reset();
  framesWanted_ = 2;
  ReportState& report = state_.report;
  if (!wanted) {
    // Called back for something else, and nobody has wished for another one: counted anew.
    if (report.counting && !wantedReport_) report.previewKey.clear();
    return;
  }
  report.counting = false;
  report.writing = false;
  if (made) {
    report.preview = *made;
  } else {
    if (reportFile_.empty()) report.preview = {};
    report.failure = made.error().text();
  }
  if (!made || reportFile_.empty()) return;
  report.written = reportFile_.string();
  report.writtenLine = "Written to " + report.written;
  state_.message = "Report written to " + report.written;
  startup_.settings.reportFolder = reportFile_.parent_path().string();
  settingsChanged();
}

// The article stays on the screen; what became of its items lies over it.
void WorkbenchScreen::takeDraft(app::ImportArticle read) {
  const model::ArticleId article = std::exchange(draftOf_, {});
  recallSession();
  const auto outcome = startup_.session->execute(
      app::ImportDraft{article, std::move(read.document), std::move(read.extraction)});
  if (!outcome) {
    fail(outcome.error().text());
    return;
  }
  noteOutcome(*outcome);
  showArticle(article);
  openDraftScreen(state_);
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

void WorkbenchScreen::openFile(const std::filesystem::path& file) {
  if (isStore(file)) {
    openStore(file);
    return;
  }
  if (!mayImport()) return;
  draftOf_ = {};
  job_ = std::make_unique<app::ImportJob>(file, environment_.files);
  state_.importing = {job_->name(), 0, ""};
  state_.overlay = Overlay::importing;
  app::remember(startup_.settings, file.string());
  settingsChanged();
}

void WorkbenchScreen::openDraft(const std::filesystem::path& file) {
  if (articleId_.empty() || !mayImport()) return;
  draftOf_ = articleId_;
  job_ = std::make_unique<app::ImportJob>(file, environment_.files);
  state_.importing = {job_->name(), 0, ""};
  state_.overlay = Overlay::importing;
}

void WorkbenchScreen::importText(std::string text) {
  if (base::oneLine(text).empty()) {
    fail("The clipboard holds no text to take in.");
    return;
  }
  if (!mayImport()) return;
  draftOf_ = {};
  job_ = std::make_unique<app::ImportJob>(std::move(text));
  state_.importing = {job_->name(), 0, ""};
  state_.overlay = Overlay::importing;
}

void WorkbenchScreen::cancelImport() {
  if (job_ != nullptr) job_->cancel();
  if (storing_ != nullptr) storing_->cancel();
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

void WorkbenchScreen::attach(const model::SourceId& source, const std::filesystem::path& file) {
  if (startup_.session == nullptr) return;
  auto command = app::prepareSnapshot(source, file, environment_.files);
  if (!command) {
    fail(command.error().text());
    return;
  }
  execute(std::move(*command));
  state_.sources.revision = 0;
}

void WorkbenchScreen::openSnapshot(const model::Snapshot& snapshot) {
  if (startup_.session == nullptr) return;
  const auto file = app::showableSnapshot(*startup_.session, snapshot, startup_.cache);
  if (!file) {
    fail(file.error().text());
    return;
  }
  const auto opened = desktop_.openFile(*file);
  if (!opened) fail(opened.error().text());
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
