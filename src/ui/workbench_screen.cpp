#include "ui/workbench_screen.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "ui/inspector.h"
#include "ui/sources_screen.h"

namespace assay::ui {

WorkbenchScreen::WorkbenchScreen(Startup startup, app::Environment environment, Desktop& desktop)
    : startup_(std::move(startup)), environment_(environment), desktop_(desktop) {
  for (const std::string& sentence : startup_.settingsWarnings) fail(sentence);
  for (const KeyRefusal& refusal : keys_.remap(startup_.settings.keys)) {
    const auto line = startup_.keyLines.find(refusal.command);
    fail(line == startup_.keyLines.end()
             ? refusal.sentence
             : fmt::format("{}, line {}: {}", startup_.settingsFile.string(), line->second,
                           refusal.sentence));
  }
  state_.sort = sortById(startup_.settings.sort).value_or(Sort::place);
  if (startup_.session == nullptr) return;
  if (startup_.article) {
    const auto found = startup_.session->findArticle(*startup_.article);
    if (found) {
      articleId_ = *found;
    } else {
      fail(found.error().text());
    }
  }
  readArticles();
  // The newest article is the one a person works on, unless a file is about to be taken in.
  if (articleId_.empty() && !articles_.empty() && !startup_.import) {
    articleId_ = articles_.back().article.id;
  }
}

void WorkbenchScreen::attach(const Fonts& fonts, double screenScale) {
  fonts_ = fonts;
  screenScale_ = screenScale;
  makeTheme();
}

void WorkbenchScreen::makeTheme() {
  const app::Settings& settings = startup_.settings;
  const float scale =
      std::clamp(static_cast<float>(settings.textScale), kSmallestScale, kLargestScale);
  theme_ = ui::makeTheme(themeById(settings.theme).value_or(ThemeName::paper),
                         scale * static_cast<float>(screenScale_), fonts_, settings.motion);
  applyStyle(theme_);
  framesWanted_ = 2;
}

void WorkbenchScreen::frame() {
  if (framesWanted_ > 0) --framesWanted_;
  if (theme_.fonts.ui == nullptr) makeTheme();
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  // The character of a key that moved the focus comes a frame after it; it is not text.
  if (swallow_ > 0) {
    --swallow_;
    io.InputQueueCharacters.resize(0);
  }
  if (std::exchange(leftField_, false)) ImGui::SetNavCursorVisible(false);
  std::shared_ptr<const app::ArticleView> before = article_;
  pollJobs();
  refresh(Look::atTheFile);
  takeDrop();
  takeKeys();
  refresh();
  draw();
  // Nobody shows it any more; what it shares with its successor is cheap to let go.
  if (before != nullptr && before != article_) {
    if (!state_.coverage) coverageOf_ = nullptr;
    if (article_ == nullptr || !article_->samePlaces(*before)) discard_(std::move(before));
  }
  if (settingsDirty_ && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    settingsDirty_ = false;
    const auto saved = startup_.saveSettings(startup_.settings);
    if (!saved) fail(saved.error().text());
  }
}

// Cheap enough to be asked after every wake-up of the window's loop.
bool WorkbenchScreen::wantsFrame() const {
  if (framesWanted_ > 0 || swallow_ > 0 || pane_.moving() || job_ != nullptr ||
      storing_ != nullptr || report_ != nullptr || wantedReport_) {
    return true;
  }
  if (startup_.session && startup_.session->revision() != seenRevision_) return true;
  return nextFrameIn() == 0;
}

// The only things that happen by themselves: a dialog's answer, and a text nobody types on.
int WorkbenchScreen::nextFrameIn() const {
  if (dialogOpen_) return 50;
  int soonest = -1;
  const base::Millis now = environment_.clock.now();
  const auto look = [&](const EditField& field) {
    if (!field.active || !field.dirty() || !field.failure.empty()) return;
    const base::Millis left = std::max<base::Millis>(0, field.lastKey + kCommitAfter - now);
    if (soonest < 0 || left < soonest) soonest = static_cast<int>(left);
  };
  std::for_each(state_.fields.fields.begin(), state_.fields.fields.end(), look);
  std::for_each(state_.sources.fields.begin(), state_.sources.fields.end(), look);
  return soonest;
}

void WorkbenchScreen::drop(const std::vector<std::filesystem::path>& files) {
  if (files.empty()) return;
  framesWanted_ = 2;
  // Over the panes it counts where the mouse is, and that comes with the next frame. One at a time:
  // the first; the others would only push each other off the screen.
  if (article_ != nullptr && !state_.start && state_.overlay == Overlay::none) {
    dropped_ = files.front();
  } else {
    openFile(files.front());
  }
}

void WorkbenchScreen::resized(int width, int height) {
  startup_.settings.windowWidth = width;
  startup_.settings.windowHeight = height;
  framesWanted_ = 2;
}

bool WorkbenchScreen::close() {
  if (storing_ != nullptr || state_.report.writing) {
    // What was found, and what was asked for, is not lost because somebody is quick.
    closeAsked_ = true;
    quit_ = false;
    state_.message = "Assay closes when this is done";
    return false;
  }
  const bool stored = leaveFields();
  if (!stored && !std::exchange(closeTried_, true)) {
    quit_ = false;
    fail("What you typed is not stored yet; see the field. Close again to give it up.");
    return false;
  }
  // Pane widths that cannot be kept are no reason to keep open a window somebody wants closed.
  [[maybe_unused]] const auto kept = startup_.saveSettings(startup_.settings);
  return true;
}

std::string WorkbenchScreen::windowTitle() const {
  if (article_ == nullptr || article_->article.title.empty()) return "Assay";
  return article_->article.title + " – Assay";
}

Model WorkbenchScreen::model() const {
  const app::Session* session = startup_.session.get();
  return {.theme = theme_,
          .keys = keys_,
          .now = environment_.clock.now(),
          .article = article_.get(),
          .shown = shown_,
          .selected = selected_,
          .detail = detail_.get(),
          .articles = articles_,
          .sources = sources_,
          .store = session ? session->path() : lentPath_,
          .settingsFile = startup_.settingsFile,
          .textScale = startup_.settings.textScale,
          .readOnly = session != nullptr ? session->readOnly() : lentReadOnly_,
          .storeAway = storeAway(),
          .revision = seenRevision_,
          .undoLabel = undoLabel_,
          .redoLabel = redoLabel_};
}

// --- views ---------------------------------------------------------------------------------------

void WorkbenchScreen::refresh(Look look) {
  if (startup_.session == nullptr) return;
  // A look at the file costs as much as drawing a pane: once a frame, for what others changed.
  const std::uint64_t revision =
      look == Look::atTheFile ? startup_.session->revision() : startup_.session->knownRevision();
  const bool stale = !viewsRead_ || revision != seenRevision_;
  seenRevision_ = revision;
  viewsRead_ = true;
  if (stale) readLabels();
  articlesStale_ = articlesStale_ || stale;
  sourcesStale_ = sourcesStale_ || stale;
  refreshArticle(stale);
  // Counting every article's items takes its time in a large store; three panes do not need it.
  if (article_ == nullptr || state_.start || state_.overlay == Overlay::articles) readArticles();
  refreshDetail(stale);
  // Nor all sources of a desk, which only a form for evidence offers.
  const auto form = state_.evidenceForms.find(state_.selection.focus.value);
  if (form != state_.evidenceForms.end() && form->second.open) readSources();
}

void WorkbenchScreen::readSources() {
  if (!std::exchange(sourcesStale_, false)) return;
  if (auto sources = startup_.session->sources()) sources_ = std::move(*sources);
}

void WorkbenchScreen::readLabels() {
  const app::Session& session = *startup_.session;
  undoLabel_ = session.undoLabel().value_or(std::string());
  redoLabel_ = session.redoLabel().value_or(std::string());
}

void WorkbenchScreen::readArticles() {
  if (!articlesStale_) return;
  articlesStale_ = false;
  if (auto articles = startup_.session->articles()) {
    articles_ = std::move(*articles);
  } else {
    fail(articles.error().text());
  }
}

void WorkbenchScreen::refreshArticle(bool stale) {
  if (articleId_.empty()) {
    article_ = nullptr;
    return;
  }
  if (stale || article_ == nullptr || article_->article.id != articleId_) {
    auto view = startup_.session->article(articleId_);
    if (!view) {
      // Gone (an import was undone) or unreadable: what can be shown is the start screen.
      if (view.error().code != base::ErrorCode::notFound) fail(view.error().text());
      articleId_ = {};
      article_ = nullptr;
      state_.selection = {};
      return;
    }
    article_ = std::move(*view);
  }
  refreshShown();
  if (state_.selection.empty() || !article_->rowOf(state_.selection.focus)) {
    state_.selection = {};
    if (!shown_.rows.empty()) {
      state_.selection.only(article_->rows[shown_.rows.front()].id);
      state_.scrollToFocus = true;
    }
  }
  selected_.follow(state_.selection, *article_);
}

void WorkbenchScreen::refreshShown() {
  const bool sameWish = shownFilter_ == state_.filter && shownSort_ == state_.sort;
  if (shownOf_ == article_ && sameWish) return;
  const bool followed = shownOf_ != nullptr && sameWish &&
                        followRows(shown_, *shownOf_, *article_, state_.filter, state_.sort);
  if (!followed) shown_ = shownRows(*article_, state_.filter, state_.sort);
  shownOf_ = article_;
  shownFilter_ = state_.filter;
  shownSort_ = state_.sort;
}

void WorkbenchScreen::refreshDetail(bool stale) {
  if (article_ == nullptr || state_.selection.empty()) {
    detail_ = nullptr;
    return;
  }
  if (stale || detail_ == nullptr || detail_->item.id != state_.selection.focus) {
    auto detail = startup_.session->item(state_.selection.focus);
    if (!detail) {
      fail(detail.error().text());
      detail_ = nullptr;
      return;
    }
    detail_ = std::move(*detail);
  }
  if (state_.fields.item != detail_->item.id) {
    // Its item went away under the keyboard (another process removed it): the words must not.
    for (const std::string& text : unsavedTexts(state_.fields)) {
      fail("The item is gone for which this was typed; it is not stored: “" + text + "”");
    }
  }
  loadFields(state_.fields, *detail_);
}

// --- what panels ask for -------------------------------------------------------------------------

std::string WorkbenchScreen::commit(const app::Command& command) {
  recallSession();
  if (startup_.session == nullptr) return "No store is open.";
  const auto outcome = startup_.session->execute(command);
  if (!outcome) return outcome.error().text();
  noteOutcome(*outcome);
  return {};
}

// For what has no field to show a failure at.
bool WorkbenchScreen::execute(const app::Command& command) {
  const std::string failure = commit(command);
  if (!failure.empty()) fail(failure);
  return failure.empty();
}

void WorkbenchScreen::noteOutcome(const app::Outcome& outcome) {
  state_.message = outcome.message;
  if (outcome.at != 0) state_.savedAt = outcome.at;
  framesWanted_ = 2;
}

void WorkbenchScreen::select(const model::ItemId& item, Picking how) {
  if (article_ == nullptr) return;
  // An edit that cannot be stored keeps its item on the screen, with the reason beside it.
  if (item != state_.selection.focus && !leaveFields()) return;
  switch (how) {
    case Picking::only: state_.selection.only(item); break;
    case Picking::toggle: state_.selection.toggle(item); break;
    case Picking::extend: state_.selection.extendTo(*article_, shown_, item); break;
  }
  state_.scrollToFocus = true;
  framesWanted_ = 2;
}

void WorkbenchScreen::showArticle(const model::ArticleId& article) {
  if (!leaveFields()) return;
  state_.start = false;
  if (article != articleId_) {
    state_.selection = {};
    state_.filter = {};
    pane_.clearTextSelection();
  }
  articleId_ = article;
  if (startup_.session != nullptr) startup_.session->recollection().open(article);
  framesWanted_ = 2;
}

// The dialogs that lead here close themselves; the filter must not hide what was asked for.
void WorkbenchScreen::showItem(const model::ArticleId& article, const model::ItemId& item) {
  showArticle(article);
  refresh();
  if (article_ == nullptr || !article_->rowOf(item)) return;
  if (!shown_.positionOf(*article_, item)) state_.filter = {};
  select(item, Picking::only);
}

base::Result<std::vector<app::SourceUses>> WorkbenchScreen::sourceUses() {
  if (startup_.session == nullptr) return std::vector<app::SourceUses>();
  return startup_.session->sourceUses();
}

base::Result<app::DraftView> WorkbenchScreen::draftView() {
  if (startup_.session == nullptr || articleId_.empty()) return app::DraftView();
  return app::draftView(*startup_.session, articleId_);
}

base::Result<std::vector<app::QueryView>> WorkbenchScreen::queries() {
  if (startup_.session == nullptr) return std::vector<app::QueryView>();
  return startup_.session->queries(std::nullopt);
}

bool WorkbenchScreen::fileExists(const std::filesystem::path& file) const {
  return environment_.files.exists(file);
}

// The same failure twice is one sentence: a full disk answers every key alike.
void WorkbenchScreen::fail(const std::string& sentence) {
  const auto known = std::find(state_.failures.begin(), state_.failures.end(), sentence);
  if (known != state_.failures.end()) return;
  state_.failures.push_back(sentence);
  framesWanted_ = 2;
}

void WorkbenchScreen::settingsChanged() {
  settingsDirty_ = true;
  framesWanted_ = 2;
}

bool WorkbenchScreen::leaveFields() {
  return flushFields(state_.fields, *this) && flushSource(state_.sources, *this);
}

}  // namespace assay::ui
