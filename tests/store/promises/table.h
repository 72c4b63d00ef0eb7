// The promises of the store as a table: what was promised, what was measured, and whether it holds.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace assay::promises {

struct Row {
  std::string promise;
  std::string measured;
  std::string limit;
  bool kept = false;
};

/// One row for each promise about faults, from the lines that the laboratory's tests wrote
/// (tests/store/lab/tally.h). `times`: how many times the usual counts were asked for. A promise
/// that nobody counted for is broken.
[[nodiscard]] std::vector<Row> laboratoryRows(std::istream& tallies, std::size_t times);

/// False when one is broken.
[[nodiscard]] bool print(const std::vector<Row>& rows);

}  // namespace assay::promises
