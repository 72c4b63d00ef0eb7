// The promises of the store as a table: what was promised, what was measured, and whether it holds.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace assay::promises {

enum class Counts : std::uint8_t { usual, soak };

struct Row {
  std::string promise;
  std::string measured;
  std::string limit;
  bool kept = false;
};

/// One row for each promise about faults, from the lines that the laboratory's tests wrote
/// (tests/store/lab/tally.h), with the counts of a usual run or of a soak. A promise that nobody
/// counted for is broken.
[[nodiscard]] std::vector<Row> laboratoryRows(std::istream& tallies, Counts counts);

/// False when one is broken.
[[nodiscard]] bool print(const std::vector<Row>& rows);

}  // namespace assay::promises
