// Runs the built program as a process of its own, with the misfortunes a process can have.
//
// Not here: what a test makes of it. Nothing waits without an end: a process that does not finish
// is killed after a minute and reported as such.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assay::test {

/// How a process ended, and what it printed.
struct Ended {
  std::optional<int> code;  ///< none: ended by a signal
  std::string out;
  std::string err;

  bool operator==(const Ended&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Ended& ended);

/// Where standard output leads.
enum class Sink : std::uint8_t { pipe, fullDisk, closedPipe };

struct Launch {
  std::vector<std::string> args = {};
  std::filesystem::path store = {};  ///< $ASSAY_STORE
  Sink sink = Sink::pipe;
  std::optional<std::uint64_t> mostFileBytes = {};  ///< no file may grow beyond, as on a full disk
  bool withoutRights = false;  ///< as a user who owns nothing, when run by root
  /// Killed as soon as it printed something, or after this many milliseconds.
  std::optional<int> killAfter = {};
};

/// Exit code of a process that has no right to run the program at all.
inline constexpr int kMayNotRun = 126;

[[nodiscard]] Ended launch(const Launch& launch);

}  // namespace assay::test
