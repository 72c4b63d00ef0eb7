// What the store promises, as one table. `./dev promises` runs the laboratory and then this.
//
// usage: assay-store-promises TALLIES [TIMES [SIZE]]. Exits 1 when a promise is broken.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "tests/store/promises/speed.h"
#include "tests/store/promises/table.h"

int main(int argc, char** argv) {
  using namespace assay::promises;
  if (argc < 2) {
    fmt::print(stderr, "usage: assay-store-promises TALLIES [TIMES [SIZE]]\n");
    return 2;
  }
  std::ifstream tallies(argv[1]);
  const std::size_t times = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  const std::size_t size = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1'000'000;
  std::vector<Row> rows = laboratoryRows(tallies, times);
  for (Row& row : speedRows(size)) rows.push_back(std::move(row));
  return print(rows) ? 0 : 1;
}
