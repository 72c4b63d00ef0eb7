#include "tests/platform/process.h"

#include <catch2/catch_amalgamated.hpp>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "tests/support/temp_dir.h"

namespace assay::test {

namespace {

std::vector<std::string> mergedEnvironment(const std::vector<std::string>& changes) {
  const auto nameOf = [](std::string_view entry) { return entry.substr(0, entry.find('=')); };
  std::vector<std::string> merged;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const bool replaced =
        std::any_of(changes.begin(), changes.end(),
                    [&](const std::string& other) { return nameOf(other) == nameOf(*entry); });
    if (!replaced) merged.emplace_back(*entry);
  }
  for (const std::string& change : changes) {
    if (change.find('=') != std::string::npos) merged.push_back(change);
  }
  return merged;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment, std::filesystem::path output,
                 int keepOpen)
    : output_(std::move(output)) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  constexpr int kKeptAs = 9;
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output_.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0644);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  if (keepOpen >= 0) posix_spawn_file_actions_adddup2(&actions, keepOpen, kKeptAs);
  std::vector<std::string> texts = arguments;
  std::vector<std::string> variables = mergedEnvironment(environment);
  const int refused = ::posix_spawnp(&pid_, texts.front().c_str(), &actions, nullptr,
                                     pointers(texts).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  INFO(arguments.front());
  REQUIRE(refused == 0);
}

Process::~Process() {
  if (status_ >= 0) return;
  // Politely first: an X server that is killed leaves its lock behind.
  ::kill(pid_, SIGTERM);
  constexpr double kPatience = 5;
  if (wait(kPatience) >= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void Process::signal(int number) const { ::kill(pid_, number); }

int Process::wait(double seconds) {
  if (status_ >= 0) return status_;
  static_cast<void>(waitUntil(
      [this] {
        int raw = 0;
        if (::waitpid(pid_, &raw, WNOHANG) != pid_) return false;
        constexpr int kSignalled = 128;
        status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : kSignalled + WTERMSIG(raw);
        return true;
      },
      seconds));
  return status_;
}

std::string Process::output() const {
  return std::filesystem::exists(output_) ? readFile(output_) : std::string();
}

bool waitUntil(const std::function<bool()>& condition, double seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    // Another process cannot be waited for by frames or by a clock of our own.
    constexpr int kLookAgainMs = 5;
    ::poll(nullptr, 0, kLookAgainMs);
  }
  return true;
}

bool haveProgram(const std::string& name) {
  const char* folders = std::getenv("PATH");
  std::string_view rest(folders == nullptr ? "" : folders);
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    if (::access((std::string(folder) + "/" + name).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace assay::test
