#include "platform/desktop.h"

#include <fmt/core.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include "platform/child.h"

namespace assay::platform {

Desktop::~Desktop() {
  if (dialog_ != 0) {
    ::kill(dialog_, SIGTERM);
    ::waitpid(dialog_, nullptr, 0);
  }
  if (dialogOutput_ >= 0) ::close(dialogOutput_);
  reap();
}

bool Desktop::startOpenDialog(const std::filesystem::path& folder) {
  if (dialog_ != 0) return true;
  std::vector<std::string> arguments;
  if (programPath("zenity")) {
    arguments = {"zenity", "--file-selection", "--title=Open an article or a store",
                 "--filename=" + folder.string() + "/"};
  } else if (programPath("kdialog")) {
    arguments = {"kdialog", "--title", "Open an article or a store", "--getopenfilename",
                 folder.string()};
  } else {
    return false;
  }
  const base::Result<Child> child = startChild(arguments, true);
  if (!child) return false;
  dialog_ = child->pid;
  dialogOutput_ = child->output;
  dialogText_.clear();
  return true;
}

// Looked at in frames; a dialog may stay open for minutes while the window goes on.
std::optional<ui::DialogAnswer> Desktop::openDialogAnswer() {
  if (dialog_ == 0) return ui::DialogAnswer{};
  const auto readAll = [this] {
    std::array<char, 1024> buffer{};
    for (;;) {
      const ssize_t count = ::read(dialogOutput_, buffer.data(), buffer.size());
      if (count <= 0) return;
      dialogText_.append(buffer.data(), static_cast<std::size_t>(count));
    }
  };
  readAll();
  int status = 0;
  if (::waitpid(dialog_, &status, WNOHANG) == 0) return std::nullopt;
  readAll();  // what it wrote between the last look and its end
  ::close(dialogOutput_);
  dialog_ = 0;
  dialogOutput_ = -1;
  while (!dialogText_.empty() && dialogText_.back() == '\n') dialogText_.pop_back();
  ui::DialogAnswer answer;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && !dialogText_.empty()) {
    answer.file = dialogText_;
  }
  return answer;
}

base::Result<std::vector<ui::FolderEntry>> Desktop::listFolder(
    const std::filesystem::path& folder) const {
  std::error_code problem;
  std::vector<ui::FolderEntry> entries;
  std::filesystem::directory_iterator at(folder, problem);
  // Stepping can fail too (a share that went away), so the error code is looked at every time.
  for (; !problem && at != std::filesystem::directory_iterator(); at.increment(problem)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(".")) continue;
    std::error_code ignored;
    entries.push_back({name, at->is_directory(ignored)});
  }
  if (problem) {
    return base::fail(base::ErrorCode::io,
                      fmt::format("The folder {} cannot be listed: {}. Choose another folder.",
                                  folder.string(), problem.message()));
  }
  std::sort(entries.begin(), entries.end(), [](const ui::FolderEntry& a, const ui::FolderEntry& b) {
    return a.folder != b.folder ? a.folder : a.name < b.name;
  });
  return entries;
}

std::filesystem::path Desktop::homeFolder() const {
  const char* home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? std::filesystem::path("/")
                                          : std::filesystem::path(home);
}

base::Result<void> Desktop::openAddress(std::string_view address) {
  // The screen hands over checked addresses only; this is the last lock before another program.
  if (!address.starts_with("https://") && !address.starts_with("http://")) {
    return base::fail(base::ErrorCode::invalidInput,
                      fmt::format("“{}” is not a web address and is not opened.", address));
  }
  return handOver(std::string(address));
}

base::Result<void> Desktop::openFile(const std::filesystem::path& file) {
  // An absolute path cannot be taken for an option.
  std::error_code ignored;
  return handOver(std::filesystem::absolute(file, ignored).string());
}

base::Result<void> Desktop::handOver(const std::string& what) {
  reap();
  const base::Result<Child> child = startChild({"xdg-open", what}, false);
  if (!child && child.error().code == base::ErrorCode::notFound) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format("This desktop has no xdg-open. Open it by hand: {}", what));
  }
  if (!child) return base::passOn(child);
  openers_.push_back(child->pid);
  return {};
}

// Openers end when the program they start is up; until somebody asks they are left alone.
void Desktop::reap() {
  std::erase_if(openers_, [](pid_t child) { return ::waitpid(child, nullptr, WNOHANG) != 0; });
}

}  // namespace assay::platform
