// The program: the machine's clock, files and streams, handed to the command line.
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/file_system.h"
#include "base/id.h"
#include "cli/cli.h"
#include "main/open_window.h"

namespace {

std::size_t terminalColumns() {
  winsize size{};
  constexpr std::size_t kUsual = 80;
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

int runProgram(const std::vector<std::string>& args) {
  const assay::main::Start start = assay::main::startNow();
  // Straight to the descriptor: a failed write must show at once, with the system's reason.
  std::ios::sync_with_stdio(false);
  // A reader that went away is a failed write like any other, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  const assay::base::SystemClock clock;
  assay::base::UuidSource ids(clock);
  assay::base::RealFileSystem files;
  const assay::app::Environment environment{clock, ids, files};
  const assay::cli::Io io{std::cin, std::cout, std::cerr, ::isatty(STDOUT_FILENO) == 1,
                          terminalColumns()};
  return assay::cli::run(args, io, environment, [&](assay::cli::OpenRequest request) {
    return assay::main::openWindow(std::move(request), environment, start);
  });
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return runProgram(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    // Rooms throw nothing; this is memory running out.
    std::cerr << "assay: The program had to stop: " << error.what()
              << ". Everything marked before is in the store." << std::endl;
    return 1;
  }
}
