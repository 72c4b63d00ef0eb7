// Articles and stores coming in: dialogs, imports on their worker, what is on the clipboard.
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

// The worker knows neither store nor screen: what it made is taken in here, as one command.
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
  if (job_ == nullptr) return;
  state_.importing = {job_->name(), job_->fraction(), job_->doing()};
  if (!job_->finished()) return;
  // Storing a long article takes the window a moment: one frame says so first.
  state_.importing = {job_->name(), 1, "storing what was found"};
  if (!std::exchange(storing_, true)) {
    framesWanted_ = 2;
    return;
  }
  storing_ = false;
  std::optional<base::Result<app::ImportArticle>> result = job_->take();
  job_.reset();
  framesWanted_ = 2;
  if (state_.overlay == Overlay::importing) state_.overlay = Overlay::none;
  if (!result) return;
  if (*result && !draftOf_.empty()) {
    takeDraft(std::move(**result));
  } else if (*result) {
    takeImport(std::move(**result));
  } else if (result->error().code != base::ErrorCode::cancelled) {
    fail(result->error().text());
  }
}

void WorkbenchScreen::takeImport(app::ImportArticle article) {
  const auto known = startup_.session->store().articleWithText(article.document.sha256);
  if (known && *known) {
    // The same text again: what a person wants is the article with its checks.
    showArticle(**known);
    state_.message = "This text was in the store already";
    return;
  }
  state_.imported = summaryOf(article);
  const auto outcome = startup_.session->execute(std::move(article));
  if (!outcome) {
    fail(outcome.error().text());
    return;
  }
  noteOutcome(*outcome);
  if (outcome->article) {
    showArticle(*outcome->article);
    state_.imported.article = *outcome->article;
  }
  state_.overlay = Overlay::imported;
}

// The article stays on the screen; what became of its items lies over it.
void WorkbenchScreen::takeDraft(app::ImportArticle read) {
  const model::ArticleId article = std::exchange(draftOf_, {});
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
  if (job_ != nullptr) return false;
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
}

void WorkbenchScreen::openStore(const std::filesystem::path& file) {
  if (job_ != nullptr || (startup_.session != nullptr && !leaveFields())) return;
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
