// The command line: reads arguments, calls app/, prints what it says.
//
// Not here: any rule of the domain (model/, app/), any window. `run` is the whole program but for
// the window, which main hands in as a function, so that tests run every command in-process with
// string streams.
//
// Contract of every command: results go to `out`, one sentence per failure to `err`; the number
// returned is 0 (done), 1 (refused or failed) or 2 (wrong usage).
//
// Ownership: nothing is kept after `run` returns. Thread: one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "app/session.h"
#include "base/result.h"

namespace assay::cli {

/// Where a command reads and writes.
struct Io {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;     ///< `out` is looked at by a person: tables are cut to its width
  std::size_t columns = 80;  ///< of the terminal
};

/// What the window is to show.
struct OpenRequest {
  std::unique_ptr<app::Session> session;        ///< null when the usual store cannot be opened
  std::string problem;                          ///< then: why, as a sentence
  std::optional<std::string> article;           ///< "A2" when one was named
  std::optional<std::filesystem::path> import;  ///< an article to take in on the first frame
  std::string actor;                            ///< who edits
  std::optional<std::string> theme;             ///< "paper", "dark", "contrast"; none: as last time
  std::optional<int> width;                     ///< pixels at scale 1; none: as last time
  std::optional<int> height;
};

/// Shows the window and returns when it is closed.
using WindowOpener = std::function<base::Result<void>(OpenRequest)>;

/// Carries out one command line, without the program's own name in front.
[[nodiscard]] int run(std::span<const std::string> args, const Io& io, app::Environment environment,
                      const WindowOpener& open);

}  // namespace assay::cli
