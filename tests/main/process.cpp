#include "tests/main/process.h"

#include <catch2/catch_amalgamated.hpp>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <ostream>

namespace assay::test {

namespace {

constexpr int kPatience = 60'000;  // milliseconds without any output
constexpr unsigned kNobody = 65534;

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe makePipe() {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) FAIL("no pipe");
  return {ends[0], ends[1]};
}

// In the child, between fork and exec: only calls that are safe there, and no return.
[[noreturn]] void become(const Launch& launch, char* const* argv, const Pipe& out,
                         const Pipe& err) {
  int sink = out.write;
  if (launch.sink == Sink::fullDisk) sink = ::open("/dev/full", O_WRONLY);
  ::dup2(sink, STDOUT_FILENO);
  ::dup2(err.write, STDERR_FILENO);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  for (const int fd : {out.read, out.write, err.read, err.write}) ::close(fd);
  if (launch.mostFileBytes) {
    // Ignored, so that the write fails with an error instead of ending the process.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{*launch.mostFileBytes, *launch.mostFileBytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  if (launch.withoutRights && ::geteuid() == 0) {
    if (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ::_exit(kMayNotRun);
  }
  ::execv(ASSAY_PROGRAM, argv);
  ::_exit(kMayNotRun);
}

// Reads both pipes until the process closed them; kills it when its time is over.
void collect(const Launch& launch, pid_t child, int out, int err, Ended& ended) {
  std::array<pollfd, 2> fds{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  std::array<std::string*, 2> texts{&ended.out, &ended.err};
  int wait = launch.killAfter.value_or(kPatience);
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    const int ready = ::poll(fds.data(), fds.size(), wait);
    if (ready == 0) ::kill(child, SIGKILL);
    for (std::size_t i = 0; i < fds.size(); ++i) {
      if (fds[i].fd < 0 || fds[i].revents == 0) continue;
      std::array<char, 4096> chunk{};
      const ssize_t n = ::read(fds[i].fd, chunk.data(), chunk.size());
      if (n <= 0) {
        fds[i].fd = -1;
        continue;
      }
      texts[i]->append(chunk.data(), static_cast<std::size_t>(n));
      if (launch.killAfter) ::kill(child, SIGKILL);
    }
    if (ready == 0) wait = kPatience;
  }
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Ended& ended) {
  out << "exit " << (ended.code ? std::to_string(*ended.code) : "by a signal");
  return out << "\n--- out\n" << ended.out << "--- err\n" << ended.err << "---";
}

Ended launch(const Launch& launch) {
  std::vector<std::string> words{"assay"};
  words.insert(words.end(), launch.args.begin(), launch.args.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::setenv("ASSAY_STORE", launch.store.c_str(), 1);
  ::setenv("ASSAY_ACTOR", "mara", 1);

  const Pipe out = makePipe();
  const Pipe err = makePipe();
  if (launch.sink == Sink::closedPipe) ::close(out.read);
  const pid_t child = ::fork();
  if (child < 0) FAIL("no process");
  if (child == 0) become(launch, argv.data(), out, err);
  ::close(out.write);
  ::close(err.write);

  Ended ended;
  const bool readsOut = launch.sink != Sink::closedPipe;
  collect(launch, child, readsOut ? out.read : -1, err.read, ended);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  if (readsOut) ::close(out.read);
  ::close(err.read);
  ::unsetenv("ASSAY_STORE");
  ::unsetenv("ASSAY_ACTOR");
  return ended;
}

}  // namespace assay::test
