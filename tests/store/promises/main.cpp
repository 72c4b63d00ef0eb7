// What the store promises, as one table. `./dev promises` runs the laboratory and then this.
//
// usage: assay-store-promises TALLIES [SIZE | soak]. With `soak` the counts of a soak are asked
// for, and speed is not measured. Exits 1 when a promise is broken.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <string_view>

#include "tests/store/promises/speed.h"
#include "tests/store/promises/table.h"

int main(int argc, char** argv) {
  using namespace assay::promises;
  if (argc < 2) {
    fmt::print(stderr, "usage: assay-store-promises TALLIES [SIZE | soak]\n");
    return 2;
  }
  std::ifstream tallies(argv[1]);
  if (argc > 2 && std::string_view(argv[2]) == "soak") {
    return print(laboratoryRows(tallies, Counts::soak)) ? 0 : 1;
  }
  const std::size_t size = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000;
  std::vector<Row> rows = laboratoryRows(tallies, Counts::usual);
  for (Row& row : speedRows(size)) rows.push_back(std::move(row));
  return print(rows) ? 0 : 1;
}
