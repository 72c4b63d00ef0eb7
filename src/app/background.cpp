#include "app/background.h"

#include <string_view>
#include <utility>

namespace assay::app {

Background::~Background() { wait(); }

void Background::wait() {
  if (thread_.joinable()) thread_.join();
}

std::string Background::doing() const {
  const std::lock_guard lock(mutex_);
  return doing_;
}

void Background::start(std::function<void(const base::Job&)> work) {
  thread_ = std::thread([this, work = std::move(work)] {
    base::Job job;
    job.cancel = &token_;
    job.progress = [this](double fraction, std::string_view doing) {
      fraction_.store(fraction, std::memory_order_relaxed);
      const std::lock_guard lock(mutex_);
      doing_ = doing;
    };
    work(job);
    finished_.store(true, std::memory_order_release);
  });
}

void Discard::operator()(std::shared_ptr<const void> thing) {
  if (thing.use_count() != 1) return;
  running_ =
      std::async(std::launch::async, [thing = std::move(thing)]() mutable { thing.reset(); });
}

}  // namespace assay::app
