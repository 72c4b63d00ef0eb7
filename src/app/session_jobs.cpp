#include "app/session_jobs.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "app/report_making.h"

namespace assay::app {

namespace {

/// Only memory running out comes here; a thread must not end the program and its open edits.
std::unexpected<base::Error> outOfMemory(std::string_view what, const std::exception& error) {
  return base::fail(
      base::ErrorCode::tooLarge,
      fmt::format("{} ended early: {}. Close other programs and try again.", what, error.what()));
}

}  // namespace

StoreJob::StoreJob(std::unique_ptr<Session> session, Work work)
    : session_(std::move(session)),
      outcome_(base::fail(base::ErrorCode::internal, "Nothing was stored.")) {
  thread_.start([this, work = std::move(work)](const base::Job& job) {
    try {
      outcome_ = work(*session_, job);
    } catch (const std::exception& error) {
      outcome_ = outOfMemory("Storing", error);
    }
  });
}

StoreJob::Done StoreJob::take() {
  thread_.wait();
  return {std::move(session_), std::move(outcome_)};
}

base::Result<Outcome> executeAndRead(Session& session, const Command& command,
                                     const model::ArticleId& shown, const base::Job& job) {
  auto outcome = session.execute(command, job);
  if (outcome) outcome->items.clear();
  const model::ArticleId& article = outcome && outcome->article ? *outcome->article : shown;
  if (article.empty()) return outcome;
  job.report(1, "reading what was stored");
  // A view that cannot be read is met again, and said, when it is to be shown.
  static_cast<void>(session.article(article));
  return outcome;
}

ReportJob::ReportJob(std::unique_ptr<Session> session, ReportRequest request,
                     std::filesystem::path file)
    : session_(std::move(session)),
      result_(base::fail(base::ErrorCode::internal, "No report was made.")) {
  thread_.start([this, request = std::move(request), file = std::move(file)](const base::Job& job) {
    try {
      result_ = run(request, file, job);
    } catch (const std::exception& error) {
      result_ = outOfMemory("Making the report", error);
    }
    giveBack();
  });
}

base::Result<ReportSummary> ReportJob::run(const ReportRequest& request,
                                           const std::filesystem::path& file,
                                           const base::Job& job) {
  base::FileSystem& files = session_->environment().files;
  auto gathered = gatherReport(*session_, request, job);
  giveBack();
  if (!gathered) return base::passOn(std::move(gathered));
  ReportSummary summary;
  const auto bytes = bytesOf(*gathered, &summary);
  // Asked last: from here on the new file takes the old one's place.
  if (job.cancelled()) return stopped();
  if (!bytes) return base::passOn(bytes);
  if (file.empty()) return summary;
  job.report(1, "writing the file");
  auto written = files.writeAtomically(file, *bytes);
  if (!written) return base::passOn(std::move(written));
  return summary;
}

void ReportJob::giveBack() {
  const std::lock_guard lock(mutex_);
  if (session_ != nullptr) back_ = std::move(session_);
  given_ = true;
  cameBack_.notify_all();
}

std::unique_ptr<Session> ReportJob::takeSession() {
  const std::lock_guard lock(mutex_);
  return std::move(back_);
}

std::unique_ptr<Session> ReportJob::waitForSession() {
  std::unique_lock lock(mutex_);
  cameBack_.wait(lock, [this] { return given_; });
  return std::move(back_);
}

}  // namespace assay::app
