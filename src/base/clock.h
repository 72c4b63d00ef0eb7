// Time, behind an interface so that tests have their own.
//
// Units: milliseconds since 1970-01-01T00:00:00Z, without leap seconds. The wall clock may jump
// or run backwards; the store orders its events by their own counters, never by this alone.
#pragma once

#include <cstdint>
#include <string>

namespace assay::base {

using Millis = std::int64_t;

class Clock {
 public:
  virtual ~Clock() = default;
  /// The present wall-clock time.
  [[nodiscard]] virtual Millis now() const = 0;
};

/// The machine's clock. Stateless; safe from every thread.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Millis now() const override;
};

/// "2026-02-03T14:02:11Z" (RFC 3339, UTC, whole seconds).
[[nodiscard]] std::string utcTimestamp(Millis time);
/// "2026-02-03" in UTC.
[[nodiscard]] std::string utcDate(Millis time);
/// "14:02:11" in the machine's time zone, for the "saved" line on the screen.
[[nodiscard]] std::string localTimeOfDay(Millis time);

}  // namespace assay::base
