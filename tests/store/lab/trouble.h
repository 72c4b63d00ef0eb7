// Disks that fail: which calls, from which one on, and for how long.
#pragma once

#include <string>
#include <vector>

#include "tests/store/lab/memory_disk.h"

namespace assay::test {

enum class Trouble : std::uint8_t { diskError, diskFull, shortWrite };
enum class Length : std::uint8_t { once, aFewCalls, onAndOff, lasting };

struct Plan {
  Trouble trouble = Trouble::diskError;
  Length length = Length::once;
  std::size_t at = 1;  ///< which call of those concerned, from 1

  [[nodiscard]] bool strikes(std::size_t call) const;
  /// "disk full, lasting, call 7"
  [[nodiscard]] std::string text() const;
};

/// Every trouble of every length, each at the first call.
[[nodiscard]] std::vector<Plan> everyTrouble();

/// The disk fails by the plan while this lives.
class Troubled {
 public:
  Troubled(MemoryDisk& disk, const Plan& plan);
  ~Troubled();
  Troubled(const Troubled&) = delete;
  Troubled& operator=(const Troubled&) = delete;

  /// The call of the plan came.
  [[nodiscard]] bool struck() const { return struck_; }

 private:
  MemoryDisk& disk_;
  std::size_t calls_ = 0;
  bool struck_ = false;
};

}  // namespace assay::test
