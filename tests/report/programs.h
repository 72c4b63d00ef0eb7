// Programs of other makers that tests let judge our files.
//
// Not for programs of our own; those are asked through their functions. Any thread.
#pragma once

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>

namespace assay::test {

struct Said {
  int status = -1;
  std::string output;
};

/// Runs a command of the shell; both streams come back together.
inline Said run(const std::string& command) {
  Said said;
  FILE* raw = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(raw != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t got; (got = fread(buffer.data(), 1, buffer.size(), raw)) > 0;) {
    said.output.append(buffer.data(), got);
  }
  said.status = pclose(raw);
  return said;
}

/// Skips the test where a program is missing.
inline void needs(const std::string& program, const std::string& package) {
  if (run("command -v " + program).status != 0) {
    SKIP(program << " is not installed (Debian package " << package << ")");
  }
}

}  // namespace assay::test
