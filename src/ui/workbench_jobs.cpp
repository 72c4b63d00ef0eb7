// Work that takes long: articles and drafts coming in, reports going out, decisions about thousands
// of items; and the session that is lent to the jobs and comes back.
#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "base/utf8.h"
#include "ui/draft_screen.h"
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

/// The article as it is now, with its marks placed.
struct Prepared {
  std::shared_ptr<const app::ArticleView> view;
  MarkIndex marks;
};

void prepare(Prepared& prepared, const app::Session& session, const model::ArticleId& article) {
  auto view = session.article(article);
  if (!view) return;  // met again, and said, when it is to be shown
  prepared.view = std::move(*view);
  prepared.marks.build(prepared.view->rows, prepared.view->draft->text.size());
}

}  // namespace

void WorkbenchScreen::pollJobs() {
  if (startup_.import) {
    const std::filesystem::path file = *std::exchange(startup_.import, std::nullopt);
    openFile(file);
  }
  pollDialog();
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
  state_.job = {"Reading " + job_->name(), job_->fraction(), job_->doing()};
  if (!job_->finished()) return;
  base::Result<app::ImportArticle> read = job_->take();
  auto memory = job_->takeMemory();
  job_.reset();
  framesWanted_ = 2;
  const model::ArticleId article = std::exchange(draftOf_, {});
  recallSession();
  // Of a draft that was stopped as well: what was worked out of it helps when it comes again.
  if (!article.empty()) startup_.session->recollection().giveBack(article, std::move(memory));
  if (!read) {
    closeJob();
    if (read.error().code != base::ErrorCode::cancelled) fail(read.error().text());
  } else if (article.empty()) {
    takeImport(std::move(*read), std::move(memory));
  } else {
    takeDraft(article, std::move(*read));
  }
}

void WorkbenchScreen::takeImport(app::ImportArticle read, std::unique_ptr<app::Memory> memory) {
  const auto known = startup_.session->store().articleWithText(read.document.sha256);
  if (known && *known) {
    // The same text again: what a person wants is the article with its checks.
    closeJob();
    startup_.session->recollection().giveBack(**known, std::move(memory));
    showArticle(**known);
    state_.message = "This text was in the store already";
    return;
  }
  const auto summary = std::make_shared<ImportSummary>();
  const auto prepared = std::make_shared<Prepared>();
  const auto learned = std::make_shared<std::unique_ptr<app::Memory>>(std::move(memory));
  startStoring(
      state_.job.title,
      [summary, prepared, learned, read = std::move(read)](app::Session& session,
                                                           const base::Job& job) mutable {
        job.report(0, "storing what was found");
        *summary = summaryOf(read);
        auto outcome = app::executeAndRead(session, std::move(read), {}, job);
        if (!outcome || !outcome->article) return outcome;
        session.recollection().giveBack(*outcome->article, std::move(*learned));
        prepare(*prepared, session, *outcome->article);
        return outcome;
      },
      [this, summary, prepared](const app::Outcome& outcome) {
        pane_.prepare(std::move(prepared->view), std::move(prepared->marks));
        state_.imported = std::move(*summary);
        if (outcome.article) {
          showArticle(*outcome.article);
          state_.imported.article = *outcome.article;
        }
        state_.overlay = Overlay::imported;
      });
}

// The article stays on the screen; what became of its items lies over it.
void WorkbenchScreen::takeDraft(const model::ArticleId& article, app::ImportArticle read) {
  const auto view = std::make_shared<base::Result<app::DraftView>>();
  const auto prepared = std::make_shared<Prepared>();
  app::ImportDraft command{article, std::move(read.document), std::move(read.extraction)};
  startStoring(
      state_.job.title,
      [view, prepared, article, command = std::move(command)](app::Session& session,
                                                              const base::Job& job) mutable {
        auto outcome = app::executeAndRead(session, std::move(command), article, job);
        if (outcome) *view = app::draftView(session, article);
        if (outcome) prepare(*prepared, session, article);
        return outcome;
      },
      [this, view, prepared, article](const app::Outcome&) {
        pane_.prepare(std::move(prepared->view), std::move(prepared->marks));
        showArticle(article);
        refresh(Look::atTheFile);
        if (*view) {
          openDraftScreen(state_, std::move(**view), seenRevision_);
        } else {
          openDraftScreen(state_);
        }
      });
}

// The whole draft is read once more, with the paragraph in it: that takes a while when nothing is
// kept of it. Asked from the summary of an import, it lies over it.
void WorkbenchScreen::checkParagraph(const model::ArticleId& article, std::size_t block) {
  if (job_ != nullptr || storing_ != nullptr) return;
  recallSession();
  if (startup_.session == nullptr || !leaveFields()) return;
  const auto prepared = std::make_shared<Prepared>();
  underJob_ = state_.overlay;
  startStoring(
      "Reading the paragraph",
      [prepared, article, block](app::Session& session, const base::Job& job) {
        auto outcome =
            app::executeAndRead(session, app::PutBlockBack{article, block}, article, job);
        if (outcome) prepare(*prepared, session, article);
        return outcome;
      },
      [this, prepared, article, block](const app::Outcome&) {
        pane_.prepare(std::move(prepared->view), std::move(prepared->marks));
        if (state_.imported.article != article) return;
        std::erase_if(state_.imported.setAside,
                      [block](const auto& paragraph) { return paragraph.first == block; });
      });
}

void WorkbenchScreen::startStoring(std::string title, app::StoreJob::Work work,
                                   std::function<void(const app::Outcome&)> then) {
  state_.job = {std::move(title), 0, ""};
  state_.overlay = Overlay::job;
  framesWanted_ = 2;
  stored_ = std::move(then);
  storing_ = std::make_unique<app::StoreJob>(lendSession(), std::move(work));
}

void WorkbenchScreen::pollStoring() {
  if (storing_ == nullptr) return;
  state_.job.fraction = storing_->fraction();
  state_.job.doing = storing_->doing();
  if (storing_->finished()) finishStoring();
}

void WorkbenchScreen::finishStoring() {
  app::StoreJob::Done done = storing_->take();
  storing_.reset();
  startup_.session = std::move(done.session);
  framesWanted_ = 2;
  closeJob();
  const auto then = std::exchange(stored_, nullptr);
  if (done.outcome) {
    noteOutcome(*done.outcome);
    then(*done.outcome);
  } else if (done.outcome.error().code != base::ErrorCode::cancelled) {
    fail(done.outcome.error().text());
  }
}

void WorkbenchScreen::closeJob() {
  const Overlay under = std::exchange(underJob_, Overlay::none);
  if (state_.overlay == Overlay::job) state_.overlay = under;
}

void WorkbenchScreen::stopJob() {
  if (job_ != nullptr) job_->cancel();
  if (storing_ != nullptr) storing_->cancel();
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

// Nobody waits for a few; with thousands the window would stand still.
void WorkbenchScreen::executeOn(std::size_t items, const app::Command& command,
                                const std::string& title, const std::function<void()>& then) {
  constexpr std::size_t kFew = 100;
  if (items <= kFew) {
    if (execute(command)) then();
    return;
  }
  recallSession();
  if (startup_.session == nullptr) return;
  const auto prepared = std::make_shared<Prepared>();
  startStoring(
      title,
      [command, prepared, shown = articleId_](app::Session& session, const base::Job& job) {
        auto outcome = app::executeAndRead(session, command, shown, job);
        if (outcome) prepare(*prepared, session, shown);
        return outcome;
      },
      [this, then, prepared](const app::Outcome&) {
        pane_.prepare(std::move(prepared->view), std::move(prepared->marks));
        then();
      });
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

}  // namespace assay::ui
