// The real window: GLFW, OpenGL 3.3, fonts found by fontconfig, and the loop that draws only when
// something happened.
//
// How main/ opens the workbench:
//   platform::Desktop desktop;
//   ui::Workbench workbench({.session = …, .settings = …, .openStore = …, .saveSettings = …},
//                           environment, desktop);
//   return platform::runWindow(workbench, {.width = 1440, .height = 900});
//
// Thread: the main thread; returns when the window is closed, by Ctrl+Q, or by SIGTERM or SIGINT.
// When $ASSAY_READY_FILE names a file, the line "ready <milliseconds since main>" is appended to it
// after the first drawn frame, and each time the loop goes to sleep "idle" with what drawing cost:
// frames so far, processor time of this thread up to the finished draw lists, the time from the
// last input's arrival to its frame on the screen, and the memory of the process. "end" with the
// same is the last line. $ASSAY_MEASURE_MEMORY adds what the display's driver takes of it.
// $ASSAY_REPEAT_FRAMES makes every frame a second time at once, not drawn, and adds what that took:
// without a graphics card the driver draws on our own thread, and leaves the next frame with empty
// caches. The first frames' time is what a person without a card waits for; the second ones' is
// ours alone.
#pragma once

#include <chrono>

#include "base/result.h"
#include "ui/workbench.h"

namespace assay::platform {

struct WindowOptions {
  int width = 1440;  ///< screen pixels at scale 1
  int height = 900;
  /// When the program began, for the figure in $ASSAY_READY_FILE.
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
};

/// Opens the window and runs it until it is closed. unsupported, with what is missing and what can
/// be done without a window, when there is no display or no OpenGL 3.3.
[[nodiscard]] base::Result<void> runWindow(ui::Workbench& workbench, const WindowOptions& options);

}  // namespace assay::platform
