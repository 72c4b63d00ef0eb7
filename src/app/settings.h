// What the workbench remembers about itself: a human-readable file in the user's config folder.
//
// A damaged or missing file gives the defaults and a warning, never an error that stops work;
// unknown keys are kept when it is written again. Units: pixels at scale 1.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"

namespace assay::app {

struct Settings {
  std::string theme = "paper";  ///< "paper" or "dark"
  double textScale = 1.0;       ///< 0.7 to 2.5
  int windowWidth = 1440;
  int windowHeight = 900;
  double listWidth = 400;       ///< left pane
  double inspectorWidth = 400;  ///< right pane
  bool motion = true;
  std::vector<std::string> recentFiles;     ///< newest first, at most 10
  std::map<std::string, std::string> keys;  ///< command id to key, "mark-verified": "V"
  std::string reportFolder;                 ///< where the last report was written
};

[[nodiscard]] std::filesystem::path settingsFile();

/// Settings and, when the file could not be used as it is, one sentence about it.
struct LoadedSettings {
  Settings settings;
  std::string warning;
};
[[nodiscard]] LoadedSettings loadSettings(const base::FileSystem& files,
                                          const std::filesystem::path& file);
[[nodiscard]] base::Result<void> saveSettings(base::FileSystem& files,
                                              const std::filesystem::path& file,
                                              const Settings& settings);
/// Puts a file at the top of the recent ones.
void remember(Settings& settings, const std::string& file);

}  // namespace assay::app
