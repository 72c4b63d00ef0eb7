// The benchmark program: the promises first, as one table, then the benchmarks of the rooms.
//
// usage: assay-bench [ARTICLE.txt | workbench [PART...]] [Google Benchmark's own options]. Exits 1
// when a promise is broken. With "workbench" only its table is printed, or some parts of it.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
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

void printFigure(const assay::bench::Figure& figure) {
  const std::string measured =
      figure.measured ? fmt::format("{:.2f}", *figure.measured) : std::string("–");
  fmt::print("{:<46} {:<11} {:>10} {:>10} {:<6} {}{}\n", figure.what, figure.where, measured,
             fmt::format("{:g}", figure.limit), figure.unit, figure.note,
             figure.measured && !figure.kept() ? "  MISSED" : "");
}

/// All parts when none is named.
bool printFigures(const std::vector<std::string>& wanted) {
  bool kept = true;
  fmt::print("\n{:<46} {:<11} {:>10} {:>10}   {}\n", "the workbench", "where", "measured", "limit",
             "how");
  for (const assay::bench::FigurePart& part : assay::bench::figureParts()) {
    if (!wanted.empty() && std::ranges::find(wanted, part.name) == wanted.end()) continue;
    std::vector<assay::bench::Figure> figures;
    part.measure(figures);
    for (const assay::bench::Figure& figure : figures) {
      printFigure(figure);
      kept = kept && (!figure.measured || figure.kept());
    }
    std::fflush(stdout);
  }
  return kept;
}

/// Nothing when all of them are names of parts.
std::string unknownPart(const std::vector<std::string>& wanted) {
  const auto parts = assay::bench::figureParts();
  for (const std::string& name : wanted) {
    if (std::ranges::find(parts, name, &assay::bench::FigurePart::name) == parts.end()) return name;
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc > 1 && std::string(argv[1]) == "workbench") {
    const std::vector<std::string> parts(argv + 2, argv + argc);
    if (const std::string unknown = unknownPart(parts); !unknown.empty()) {
      fmt::print(stderr, "assay-bench: the workbench's table has no part '{}'\n", unknown);
      return 2;
    }
    return printFigures(parts) ? 0 : 1;
  }
  const std::string article = argc > 1 ? argv[1] : sampleArticle();
  if (!std::filesystem::exists(article)) {
    fmt::print(stderr, "assay-bench: there is no article '{}'\n", article);
    return 2;
  }
  bool kept = printPromises(article, assay::bench::measurePromises(article));
  kept = printPromises("finding in ten times the text", assay::bench::measureGrowth()) && kept;
  kept = printFigures({}) && kept;
  benchmark::RunSpecifiedBenchmarks();
  return kept ? 0 : 1;
}
