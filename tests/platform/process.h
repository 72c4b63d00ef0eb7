// A program run by a test: started with its own environment, watched, ended.
//
// The destructor ends what still runs. What it prints goes into a file of the test's folder.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace assay::test {

class Process {
 public:
  /// `environment` entries ("DISPLAY=:3") replace those of the test; "DISPLAY" alone takes it out.
  /// `keepOpen` is a descriptor the program gets as number 9.
  Process(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
          std::filesystem::path output, int keepOpen = -1);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const;
  /// Exit status; 128 + n after signal n. Waits at most `seconds`, then -1.
  [[nodiscard]] int wait(double seconds = 30);
  [[nodiscard]] std::string output() const;

 private:
  pid_t pid_ = 0;
  int status_ = -1;
  std::filesystem::path output_;
};

/// Looks at `condition` until it holds; false when it still does not after `seconds`.
[[nodiscard]] bool waitUntil(const std::function<bool()>& condition, double seconds = 30);

/// True when there is such a program in $PATH.
[[nodiscard]] bool haveProgram(const std::string& name);

}  // namespace assay::test
