// The benchmark program: the promises first, as one table, then the benchmarks of the rooms.
//
// usage: assay-bench [ARTICLE.txt | workbench] [Google Benchmark's own options]. Exits 1 when a
// promise is broken. With "workbench" only its table is printed.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/growth.h"
#include "tests/bench/promises.h"

namespace {

std::string sampleArticle() {
  for (const auto& entry : std::filesystem::directory_iterator(ASSAY_SOURCE_DIR "/assets/sample")) {
    if (entry.path().extension() == ".txt") return entry.path().string();
  }
  return {};
}

bool printPromises(const std::string& heading, const std::vector<assay::bench::Promise>& promises) {
  bool kept = true;
  fmt::print("{:<40} {:>10} {:>10}   {}\n", heading, "measured", "limit", "how");
  for (const assay::bench::Promise& promise : promises) {
    const std::string measured =
        promise.measured ? fmt::format("{:.1f} ms", promise.measured->count()) : "–";
    fmt::print("{:<40} {:>10} {:>7.0f} ms   {}{}\n", promise.what, measured, promise.limit.count(),
               promise.note, promise.measured && !promise.kept() ? "  TOO SLOW" : "");
    kept = kept && (!promise.measured || promise.kept());
  }
  return kept;
}

bool printFigures() {
  bool kept = true;
  fmt::print("\n{:<46} {:<11} {:>10} {:>10}   {}\n", "the workbench", "where", "measured", "limit",
             "how");
  for (const assay::bench::Figure& figure : assay::bench::measureFigures()) {
    const std::string measured =
        figure.measured ? fmt::format("{:.2f}", *figure.measured) : std::string("–");
    const bool missed = figure.measured && !figure.kept();
    fmt::print("{:<46} {:<11} {:>10} {:>10} {:<6} {}{}\n", figure.what, figure.where, measured,
               fmt::format("{:g}", figure.limit), figure.unit, figure.note,
               missed ? "  MISSED" : "");
    kept = kept && !missed;
  }
  return kept;
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc > 1 && std::string(argv[1]) == "workbench") return printFigures() ? 0 : 1;
  const std::string article = argc > 1 ? argv[1] : sampleArticle();
  if (!std::filesystem::exists(article)) {
    fmt::print(stderr, "assay-bench: there is no article '{}'\n", article);
    return 2;
  }
  bool kept = printPromises(article, assay::bench::measurePromises(article));
  kept = printPromises("finding in ten times the text", assay::bench::measureGrowth()) && kept;
  kept = printFigures() && kept;
  benchmark::RunSpecifiedBenchmarks();
  return kept ? 0 : 1;
}
