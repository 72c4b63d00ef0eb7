// What the screen asks of the desktop around it, behind an interface so that tests have their own.
//
// The window's implementation is platform/desktop.h. Nothing here blocks: a dialog is started and
// asked about on every frame. The clipboard is not here; Dear ImGui has it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace assay::ui {

/// What became of an open dialog: a file, or nothing when the person closed it.
struct DialogAnswer {
  std::optional<std::filesystem::path> file;
};

/// One entry of a folder, for the browser used where the desktop has no dialog of its own.
struct FolderEntry {
  std::string name;
  bool folder = false;

  bool operator==(const FolderEntry&) const = default;
};

class Desktop {
 public:
  virtual ~Desktop() = default;

  /// Shows the desktop's own open dialog; false when there is none to show.
  [[nodiscard]] virtual bool startOpenDialog(const std::filesystem::path& folder) = 0;
  /// The answer, once, when the dialog is closed.
  [[nodiscard]] virtual std::optional<DialogAnswer> openDialogAnswer() = 0;

  /// Folders first, then files, each by name; hidden ones left out.
  [[nodiscard]] virtual base::Result<std::vector<FolderEntry>> listFolder(
      const std::filesystem::path& folder) const = 0;
  [[nodiscard]] virtual std::filesystem::path homeFolder() const = 0;

  /// Hands a web address to the desktop's opener. The caller has checked it (model::isWebAddress);
  /// invalidInput for anything that is not http or https.
  [[nodiscard]] virtual base::Result<void> openAddress(std::string_view address) = 0;
  /// Shows a file that was just written, a report, in the program the desktop has for it.
  [[nodiscard]] virtual base::Result<void> openFile(const std::filesystem::path& file) = 0;
};

}  // namespace assay::ui
