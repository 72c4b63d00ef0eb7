// Reports of 10,000 items: every format of the table, with its limit where one is promised, and the
// most memory a process had that made one.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "report/report.h"
#include "tests/report/sample_report.h"

namespace {

using namespace assay;

constexpr std::size_t kItems = 10'000;

/// Milliseconds; 0 where none is promised.
double limitOf(std::string_view format) {
  if (format == "html") return 200;
  if (format == "docx") return 1000;
  if (format == "pdf") return 3000;
  return 0;
}

report::ReportData bigReport() {
  report::ReportData data = test::bigReport(kItems);
  // So that there is somebody to call.
  for (std::size_t i = 0; i < data.items.size(); i += 10) {
    data.items[i].item.flags = data.items[i].item.flags.with(model::Flag::callBack, true);
  }
  return data;
}

/// The peak of a child that makes the data and one report of it, in megabytes; 0 when it failed.
double peakMemory(const report::ReportFormat& format) {
  malloc_trim(0);  // what others left behind is not this report's
  const pid_t child = fork();
  if (child == 0) {
    const auto written = format.write(bigReport(), test::sampleOptions());
    _exit(written ? 0 : 1);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) return 0;
  return static_cast<double>(used.ru_maxrss) / 1024;
}

void writeReport(benchmark::State& state, const report::ReportFormat& format) {
  const double peak = peakMemory(format);
  const report::ReportData data = bigReport();
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto written = format.write(data, test::sampleOptions());
    if (!written) {
      state.SkipWithError(written.error().message.c_str());
      break;
    }
    bytes = written->size();
    benchmark::DoNotOptimize(written);
  }
  state.counters["bytes"] = static_cast<double>(bytes);
  state.counters["limit_ms"] = limitOf(format.id);
  state.counters["peak_MB"] = peak;
  state.counters["limit_MB"] = 200;
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
