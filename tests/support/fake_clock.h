// A clock that a test winds by hand. It never moves on its own.
#pragma once

#include "base/clock.h"

namespace assay::test {

class FakeClock final : public base::Clock {
 public:
  /// 2026-02-03T14:02:11Z unless said otherwise.
  explicit FakeClock(base::Millis start = 1'770'127'331'000) : now_(start) {}

  [[nodiscard]] base::Millis now() const override { return now_; }
  void set(base::Millis time) { now_ = time; }
  void advance(base::Millis by) { now_ += by; }

 private:
  base::Millis now_;
};

}  // namespace assay::test
