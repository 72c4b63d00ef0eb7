// Rights of an ordinary user inside a test.
#pragma once

#include <catch2/catch_amalgamated.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace assay::test {

/// Rights of an ordinary user while it lives, also when the tests run as root, whom no permission
/// stops. Not possible: the test is skipped.
class AsNobody {
 public:
  explicit AsNobody(const std::filesystem::path& reach) {
    if (::geteuid() != 0) return;
    changed_ = ::seteuid(65534) == 0;
    if (!changed_ || ::faccessat(AT_FDCWD, reach.c_str(), R_OK | X_OK, AT_EACCESS) != 0) {
      restore();
      SKIP("an ordinary user cannot reach " << reach.string());
    }
  }
  ~AsNobody() { restore(); }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  void restore() {
    if (changed_ && ::seteuid(0) != 0) std::abort();
    changed_ = false;
  }
  bool changed_ = false;
};

}  // namespace assay::test
