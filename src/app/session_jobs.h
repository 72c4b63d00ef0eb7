// Long work that needs the store, away from the window's thread: the session is lent to it.
//
// A session belongs to one thread at a time. While it is lent the lender has none: it shows the
// views it has and asks nothing; then the session comes back, on whatever way the work ends.
// Ownership: the jobs own what they were lent until it is taken back. Thread: one, the lender's.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/background.h"
#include "app/reporting.h"
#include "app/session.h"
#include "base/result.h"

namespace assay::app {

/// Work that changes the store and takes long: an article, a draft, a large file, a decision about
/// thousands of items. Stopped, it leaves nothing behind.
class StoreJob {
 public:
  /// Runs on the job's thread, with the session. Its outcome is that of the job.
  using Work = std::function<base::Result<Outcome>(Session& session, const base::Job& job)>;

  StoreJob(std::unique_ptr<Session> session, Work work);
  /// Waits until it is stored: what was found is not lost because a window closes.
  ~StoreJob() = default;
  StoreJob(const StoreJob&) = delete;
  StoreJob& operator=(const StoreJob&) = delete;

  /// Too late once everything is written.
  void cancel() { thread_.cancel(); }
  [[nodiscard]] double fraction() const { return thread_.fraction(); }
  [[nodiscard]] std::string doing() const { return thread_.doing(); }
  [[nodiscard]] bool finished() const { return thread_.finished(); }

  struct Done {
    std::unique_ptr<Session> session;
    base::Result<Outcome> outcome;
  };
  /// Session and outcome, once; waits for them.
  [[nodiscard]] Done take();

 private:
  std::unique_ptr<Session> session_;
  base::Result<Outcome> outcome_;
  Background thread_;
};

/// Carries out a command, and reads the view of the article it changed, which takes long as well:
/// the session comes back with it. The outcome names no items: so many are of no use to a screen.
[[nodiscard]] base::Result<Outcome> executeAndRead(Session& session, const Command& command,
                                                   const model::ArticleId& shown,
                                                   const base::Job& job);

/// Makes a report, and writes it when a file is named.
class ReportJob {
 public:
  /// Without a `file` only the figures are wanted.
  ReportJob(std::unique_ptr<Session> session, ReportRequest request, std::filesystem::path file);
  /// Stops it and waits.
  ~ReportJob() { thread_.cancel(); }
  ReportJob(const ReportJob&) = delete;
  ReportJob& operator=(const ReportJob&) = delete;

  /// A file that was there stays as it was.
  void cancel() { thread_.cancel(); }
  [[nodiscard]] bool cancelled() const { return thread_.cancelled(); }
  [[nodiscard]] double fraction() const { return thread_.fraction(); }
  [[nodiscard]] std::string doing() const { return thread_.doing(); }
  [[nodiscard]] bool finished() const { return thread_.finished(); }

  /// The session as soon as everything is read from it, once; null before and after.
  [[nodiscard]] std::unique_ptr<Session> takeSession();
  /// The same, after waiting for it.
  [[nodiscard]] std::unique_ptr<Session> waitForSession();
  /// What came of it, once it is finished.
  [[nodiscard]] base::Result<ReportSummary> result() const { return result_; }

 private:
  [[nodiscard]] base::Result<ReportSummary> run(const ReportRequest& request,
                                                const std::filesystem::path& file,
                                                const base::Job& job);
  void giveBack();

  std::unique_ptr<Session> session_;  // the thread's until given back
  std::mutex mutex_;                  // guards given_ and back_
  std::condition_variable cameBack_;
  std::unique_ptr<Session> back_;
  bool given_ = false;
  base::Result<ReportSummary> result_;
  Background thread_;
};

}  // namespace assay::app
