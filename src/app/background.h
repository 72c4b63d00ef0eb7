// Work on a thread of its own, seen from the window: how far it is, what it does, a way to stop it.
//
// Whoever has one puts it last among its members, so that the thread has ended before anything it
// uses goes. Thread: start() once, from the thread that owns it; the others from any.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "base/job.h"

namespace assay::app {

class Background {
 public:
  Background() = default;
  /// Waits; whoever does not want to waits less after cancel().
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  /// `work` must not throw: a thread that does ends the program.
  void start(std::function<void(const base::Job&)> work);
  void cancel() { token_.cancel(); }
  [[nodiscard]] bool cancelled() const { return token_.cancelled(); }
  [[nodiscard]] double fraction() const { return fraction_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::string doing() const;
  /// What the work wrote before is seen by whoever gets true here.
  [[nodiscard]] bool finished() const { return finished_.load(std::memory_order_acquire); }
  /// Until the work is done.
  void wait();

 private:
  base::CancelToken token_;
  std::atomic<double> fraction_{0};
  std::atomic<bool> finished_{false};
  mutable std::mutex mutex_;  // guards doing_
  std::string doing_;
  std::thread thread_;  // last: it uses everything above
};

/// Frees large things away from the window: a hundred thousand rows take as long as many frames.
/// Waits for the one before, and at its own end. Thread: one.
class Discard {
 public:
  /// Freed elsewhere when this is the last hold on it.
  void operator()(std::shared_ptr<const void> thing);

 private:
  std::future<void> running_;
};

}  // namespace assay::app
