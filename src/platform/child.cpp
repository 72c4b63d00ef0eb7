#include "platform/child.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace assay::platform {

std::optional<std::string> programPath(const std::string& name) {
  const char* folders = std::getenv("PATH");
  if (folders == nullptr) return std::nullopt;
  std::string_view rest(folders);
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    if (folder.empty()) continue;
    std::string path = std::string(folder) + "/" + name;
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

// posix_spawn, not fork: the window's process holds a driver's memory and threads.
base::Result<Child> startChild(const std::vector<std::string>& arguments, bool wantOutput) {
  std::array<int, 2> ends{-1, -1};
  if (wantOutput && ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return base::fail(base::ErrorCode::io, fmt::format("{} could not be started: {}.",
                                                       arguments.front(), std::strerror(errno)));
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  if (wantOutput) {
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  // Dialogs chatter about themes and modules; that is no message of this program.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // exec takes char*, and leaves the texts alone.
  std::vector<std::string> texts = arguments;
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  Child child;
  const int refused =
      ::posix_spawnp(&child.pid, pointers.front(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (wantOutput) ::close(ends[1]);
  if (refused != 0) {
    if (wantOutput) ::close(ends[0]);
    return base::fail(
        refused == ENOENT ? base::ErrorCode::notFound : base::ErrorCode::io,
        fmt::format("{} could not be started: {}.", arguments.front(), std::strerror(refused)));
  }
  if (wantOutput) {
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    child.output = ends[0];
  }
  return child;
}

}  // namespace assay::platform
