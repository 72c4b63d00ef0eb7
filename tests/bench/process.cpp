#include "tests/bench/process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace assay::bench {

namespace {

using Clock = std::chrono::steady_clock;

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  out.reserve(texts.size() + 1);
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

// Starts the program with its output thrown away; 0 when it cannot be started.
pid_t start(const Command& command) {
  std::vector<std::string> arguments = command.arguments;
  std::vector<std::string> environment = command.environment;
  for (char** each = environ; *each != nullptr; ++each) environment.emplace_back(*each);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawn(&child, arguments.front().c_str(), &actions, nullptr,
                                pointers(arguments).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : 0;
}

Duration milliseconds(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

}  // namespace

std::optional<Took> timeToExit(const Command& command) {
  const auto begin = Clock::now();
  const pid_t child = start(command);
  int status = 0;
  rusage used{};
  if (child == 0 || wait4(child, &status, 0, &used) != child) return std::nullopt;
  const Duration wall = Clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return Took{wall, milliseconds(used.ru_utime) + milliseconds(used.ru_stime)};
}

std::optional<Duration> timeToFirstFrame(const Command& command, const std::string& file,
                                         Duration limit) {
  unlink(file.c_str());
  const auto begin = Clock::now();
  const pid_t child = start(command);
  if (child == 0) return std::nullopt;
  std::optional<Duration> took;
  int status = 0;
  bool running = true;
  while (!took && running && Duration(Clock::now() - begin) < limit) {
    std::ifstream in(file);
    std::string word;
    double milliseconds = 0;
    std::string rest;
    // A whole line only: the program may be in the middle of writing it.
    if (in >> word >> milliseconds && std::getline(in, rest) && !in.eof()) {
      took = Duration(milliseconds);
    }
    running = waitpid(child, &status, WNOHANG) == 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  if (running) {
    kill(child, SIGTERM);
    waitpid(child, &status, 0);
  }
  return took;
}

Running::Running(const Command& command) : child_(start(command)) {}

bool Running::alive() {
  if (child_ == 0) return false;
  int status = 0;
  if (waitpid(child_, &status, WNOHANG) == 0) return true;
  child_ = 0;
  return false;
}

void Running::end() {
  if (!alive()) return;
  kill(child_, SIGTERM);
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = 0;
}

Duration median(std::vector<Duration> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

}  // namespace assay::bench
