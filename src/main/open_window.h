// Builds the workbench for a request of the command line and shows it.
//
// Not here: anything the workbench does (ui/) or how it gets onto the screen (platform/).
// Thread: the main thread.
#pragma once

#include <chrono>

#include "app/session.h"
#include "base/result.h"
#include "cli/cli.h"

namespace assay::main {

/// When the program began, for the figure of the first frame.
using Start = std::chrono::steady_clock::time_point;
[[nodiscard]] inline Start startNow() { return std::chrono::steady_clock::now(); }

/// Returns when the window is closed. unsupported, with what to do instead, without a display.
[[nodiscard]] base::Result<void> openWindow(cli::OpenRequest request,
                                            const app::Environment& environment, Start start);

}  // namespace assay::main
