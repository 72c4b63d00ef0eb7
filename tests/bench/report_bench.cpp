// Reports of 10,000 items: every format of the table, and memory is bounded by what it returns.
#include <benchmark/benchmark.h>

#include <string>

#include "report/report.h"
#include "tests/report/sample_report.h"

namespace {

using namespace assay;

void writeReport(benchmark::State& state, const report::ReportFormat& format) {
  const report::ReportData data = test::bigReport(10'000);
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto written = format.write(data, test::sampleOptions());
    if (!written) state.SkipWithError(written.error().message.c_str());
    bytes = written ? written->size() : 0;
    benchmark::DoNotOptimize(written);
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

/// One benchmark a format: a new format is measured without a word here.
const bool kRegistered = [] {
  for (const report::ReportFormat& format : report::reportFormats()) {
    const std::string name = "report of 10,000 items: " + std::string(format.id);
    benchmark::RegisterBenchmark(name.c_str(), [&format](benchmark::State& state) {
      writeReport(state, format);
    })->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
