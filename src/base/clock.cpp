#include "base/clock.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace assay::base {

namespace {

// Floor, not truncate: a time before 1970 belongs to the second that holds it.
std::time_t secondsOf(Millis time) {
  return static_cast<std::time_t>(time / 1000 - (time % 1000 < 0 ? 1 : 0));
}

std::tm inUtc(Millis time) {
  const std::time_t seconds = secondsOf(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return parts;
}

}  // namespace

Millis SystemClock::now() const {
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  return duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string utcTimestamp(Millis time) {
  const std::tm t = inUtc(time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.tm_year + 1900, t.tm_mon + 1,
                     t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
}

std::string utcDate(Millis time) { return utcTimestamp(time).substr(0, 10); }

std::string localTimeOfDay(Millis time) {
  const std::time_t seconds = secondsOf(time);
  std::tm t{};
  localtime_r(&seconds, &t);
  return fmt::format("{:02}:{:02}:{:02}", t.tm_hour, t.tm_min, t.tm_sec);
}

}  // namespace assay::base
