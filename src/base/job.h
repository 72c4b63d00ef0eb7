// What long work is given: a way to be stopped and a way to say how far it is.
//
// Both may be used from a worker thread while the window's thread reads or sets them.
#pragma once

#include <atomic>
#include <functional>
#include <string_view>

namespace assay::base {

/// Set once by the user, looked at by the worker at every block of its work.
class CancelToken {
 public:
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

/// How far the work is, 0 to 1, and what it is doing in a few words ("reading", "finding quotes").
using Progress = std::function<void(double fraction, std::string_view doing)>;

/// What a long function takes. Both are optional and must outlive the call.
struct Job {
  const CancelToken* cancel = nullptr;
  Progress progress;

  [[nodiscard]] bool cancelled() const { return cancel != nullptr && cancel->cancelled(); }
  void report(double fraction, std::string_view doing) const {
    if (progress) progress(fraction, doing);
  }
};

}  // namespace assay::base
