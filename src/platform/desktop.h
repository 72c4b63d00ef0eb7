// The desktop as the screen knows it: dialogs by zenity or kdialog, addresses by xdg-open.
//
// Children are started with an argument vector, never through a shell, and their results are
// collected without waiting. Thread: the window's.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ui/desktop.h"

namespace assay::platform {

class Desktop final : public ui::Desktop {
 public:
  Desktop() = default;
  /// Ends a dialog that is still open.
  ~Desktop() override;
  Desktop(const Desktop&) = delete;
  Desktop& operator=(const Desktop&) = delete;

  [[nodiscard]] bool startOpenDialog(const std::filesystem::path& folder) override;
  [[nodiscard]] std::optional<ui::DialogAnswer> openDialogAnswer() override;
  [[nodiscard]] base::Result<std::vector<ui::FolderEntry>> listFolder(
      const std::filesystem::path& folder) const override;
  [[nodiscard]] std::filesystem::path homeFolder() const override;
  [[nodiscard]] base::Result<void> openAddress(std::string_view address) override;
  [[nodiscard]] base::Result<void> openFile(const std::filesystem::path& file) override;

 private:
  void reap();
  [[nodiscard]] base::Result<void> handOver(const std::string& what);

  std::vector<pid_t> openers_;  // children that opened something and may have ended
  pid_t dialog_ = 0;            // 0: none is open
  int dialogOutput_ = -1;       // read end of its standard output, not blocking
  std::string dialogText_;      // what it printed so far
};

}  // namespace assay::platform
