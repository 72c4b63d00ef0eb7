// What the workbench remembers about itself: a human-readable file in the user's config folder.
//
// A damaged or missing file gives the defaults and a warning, never an error that stops work;
// unknown keys are kept when it is written again. Units: pixels at scale 1.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"

namespace assay::app {

struct Settings {
  std::string theme = "paper";  ///< "paper", "dark" or "contrast"
  double textScale = 1.0;       ///< 0.7 to 2.5
  int windowWidth = 1440;
  int windowHeight = 900;
  double listWidth = 400;       ///< left pane
  double inspectorWidth = 400;  ///< right pane
  bool motion = true;
  std::string sort = "place";            ///< of the list: "place", "worth", "status" or "speaker"
  std::vector<std::string> recentFiles;  ///< newest first, at most 10
  std::map<std::string, std::string> keys;  ///< command id to key, "mark-verified": "V"
  std::string reportFolder;                 ///< where the last report was written
};

[[nodiscard]] std::filesystem::path settingsFile();

/// Whether there is a theme of this name.
[[nodiscard]] bool isTheme(std::string_view id);

/// Settings, and a sentence about everything in the file that could not be used, with its line.
struct LoadedSettings {
  Settings settings;
  std::vector<std::string> warnings;
  std::map<std::string, std::size_t> keyLines;  ///< line on which a command is given its key
};
[[nodiscard]] LoadedSettings loadSettings(const base::FileSystem& files,
                                          const std::filesystem::path& file);
[[nodiscard]] base::Result<void> saveSettings(base::FileSystem& files,
                                              const std::filesystem::path& file,
                                              const Settings& settings);
/// Puts a file at the top of the recent ones.
void remember(Settings& settings, const std::string& file);

}  // namespace assay::app
