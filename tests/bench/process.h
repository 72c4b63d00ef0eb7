// Runs the built program as a process and measures it from outside.
//
// Not for tests: it knows no time limit but the one given, and trusts the program.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace assay::bench {

using Duration = std::chrono::duration<double, std::milli>;

struct Command {
  std::vector<std::string> arguments;    ///< program first
  std::vector<std::string> environment;  ///< "NAME=value", added to ours
};

/// What one run took: by the clock on the wall, and of the processor alone. On a busy machine the
/// second says whether the program or its neighbours were slow.
struct Took {
  Duration wall{};
  Duration processor{};
};

/// From start to exit, output thrown away; nothing when it exits with another code than 0.
[[nodiscard]] std::optional<Took> timeToExit(const Command& command);

/// What the program itself wrote into `file` about its first frame, "ready MILLISECONDS" counted
/// from main; it is ended then. Nothing when it ended on its own or `limit` passed.
[[nodiscard]] std::optional<Duration> timeToFirstFrame(const Command& command,
                                                       const std::string& file, Duration limit);

/// A program while it runs; ended, and waited for, with this object.
class Running {
 public:
  explicit Running(const Command& command);
  ~Running() { end(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  [[nodiscard]] bool alive();
  /// Asks it to end and waits until it has.
  void end();

 private:
  int child_ = 0;
};

/// The middle value; `times` must not be empty.
[[nodiscard]] Duration median(std::vector<Duration> times);

}  // namespace assay::bench
