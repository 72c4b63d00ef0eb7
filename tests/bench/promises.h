// What the program promises about its speed as a whole, measured from outside.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/bench/process.h"

namespace assay::bench {

/// One row of the table.
struct Promise {
  std::string what;
  std::optional<Duration> measured;  ///< nothing when it could not be measured; `note` says why
  Duration limit{};
  std::string note;

  [[nodiscard]] bool kept() const { return measured && *measured <= limit; }
};

/// Measures all of them with `article`, a plain-text file; takes some seconds.
[[nodiscard]] std::vector<Promise> measurePromises(const std::string& article);

}  // namespace assay::bench
