#include "tests/store/promises/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <istream>
#include <map>

namespace assay::promises {

namespace {

struct Sum {
  std::size_t runs = 0;
  std::size_t broken = 0;
  std::size_t worst = 0;
};

struct Promise {
  const char* key;
  const char* what;
  const char* unit;
  std::size_t usual;  // runs, at least
  std::size_t soak;
};

constexpr std::array kPromises{
    Promise{"kill", "kill -9 during edits", "acknowledged edits lost in {} kills", 1'000, 50'000},
    Promise{"loss", "power loss: import, edits, undo, migration, backup",
            "lost or corrupt in {} losses", 50'000, 2'000'000},
    Promise{"fault", "I/O error, full disk at every call", "corrupt or lost in {} runs", 20'000,
            40'000},
    Promise{"damage", "damaged stores", "crashed, touched or unseen of {}", 20'000, 1'000'000},
    Promise{"seen", "changes that pass integrity_check", "not seen by verify of {}", 100, 100},
    Promise{"writers", "4 processes, read-modify-write", "lost of {}", 4'000, 4'000},
    Promise{"walks", "random edit, undo, redo, restart", "not as the model of {} walks", 2'000,
            100'000},
};

// Digits in groups of three.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

constexpr std::size_t kHour = 3'600;  // in seconds: how long the writers of a soak write

Row rowOf(const Promise& promise, const Sum& sum, Counts counts) {
  const std::size_t least = counts == Counts::soak ? promise.soak : promise.usual;
  Row row;
  row.promise = promise.what;
  row.measured = fmt::format("{} {}", grouped(sum.broken),
                             fmt::format(fmt::runtime(promise.unit), grouped(sum.runs)));
  if (sum.worst > 0) row.measured += fmt::format(", longest wait {} ms", grouped(sum.worst));
  row.limit = fmt::format("0 of {} or more", grouped(least));
  row.kept = sum.broken == 0 && sum.runs >= least;
  return row;
}

}  // namespace

std::vector<Row> laboratoryRows(std::istream& tallies, Counts counts) {
  std::map<std::string, Sum> sums;
  std::string key;
  Sum line;
  while (tallies >> key >> line.runs >> line.broken >> line.worst) {
    Sum& sum = sums[key];
    sum.runs += line.runs;
    sum.broken += line.broken;
    sum.worst = std::max(sum.worst, line.worst);
  }
  std::vector<Row> rows;
  for (const Promise& promise : kPromises) {
    rows.push_back(rowOf(promise, sums[promise.key], counts));
    if (std::string_view(promise.key) == "writers" && counts == Counts::soak) {
      const std::size_t seconds = sums["seconds"].runs;
      rows.back().measured += fmt::format(", {} min", seconds / 60);
      rows.back().limit = "0 in 60 min";
      rows.back().kept = rows.back().kept && seconds >= kHour;
    }
    if (std::string_view(promise.key) != "loss") continue;
    const Sum& control = sums["control"];
    rows.push_back({"  the control, SQLite's DELETE and FULL",
                    fmt::format("{} commits lost in {} losses", grouped(control.broken),
                                grouped(control.runs)),
                    "must lose some", control.broken > 0});
  }
  return rows;
}

bool print(const std::vector<Row>& rows) {
  bool kept = true;
  fmt::print("{:<52} {:<58} {:<22}\n", "promise", "measured", "limit");
  for (const Row& row : rows) {
    fmt::print("{:<52} {:<58} {:<22} {}\n", row.promise, row.measured, row.limit,
               row.kept ? "reached" : "MISSED");
    kept = kept && row.kept;
  }
  return kept;
}

}  // namespace assay::promises
