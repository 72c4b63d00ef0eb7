#include "tests/bench/growth.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
#include <string_view>

#include "extract/extract.h"

namespace assay::bench {

namespace {

constexpr std::size_t kSmall = 100'000;
constexpr std::size_t kMost = 12;
constexpr int kRuns = 3;

struct Kind {
  const char* what;
  std::string_view piece;  // repeated
  std::size_t small;       // bytes
};

constexpr std::array kKinds = {
    Kind{"one paragraph of 5 MB", "The mayor said that the bridge was closed. ", 500'000},
    Kind{"100,000 quotation marks", "\" ", 20'000},
    Kind{"marks that open and never close", "“a ", kSmall},
    Kind{"apostrophes", "'a ", kSmall},
    Kind{"marks inside marks", "“a ‘b “c” d’ e” ", kSmall},
    Kind{"quotes with their speakers", "“Go,” said Dana. ", kSmall},
    Kind{"cues without end", "He said she said it. ", kSmall},
    Kind{"capitals only", "THE MAYOR SAID THE BRIDGE IS CLOSED. ", kSmall},
    Kind{"no punctuation", "the mayor said the bridge is closed and ", kSmall},
    Kind{"names only", "Dana Ortega, ", kSmall},
    Kind{"a transcript", "“ORTEGA: We will stay.\n", kSmall},
    Kind{"signed letters", "We will stay here.\n@dana_o.\n", kSmall},
    Kind{"Arabic", "قال الرجل: «لن نغادر» ثم مضى. ", kSmall},
    Kind{"Japanese", "彼は「行かない」と言った。", kSmall},
    Kind{"direction marks", "\u202E“abc,” said Dana\u202C. ", kSmall},
    Kind{"emoji and combining marks", "“👍🏽 e\u0301\u0301,” said Dana Ortega. ", kSmall},
};

// Read with the encoder: its windows have one size, so what could grow is what stands in one.
constexpr std::size_t kSmallThorough = 3'000;
constexpr std::array kThoroughKinds = {
    Kind{"thorough: one paragraph", "The mayor said that the bridge was closed. ", kSmallThorough},
    Kind{"thorough: cues without end", "He said she said it. ", kSmallThorough},
    Kind{"thorough: no punctuation", "the mayor said the bridge is closed and ", kSmallThorough},
    Kind{"thorough: one word", "bridge", kSmallThorough},
};

model::Document grown(std::string_view piece, std::size_t size) {
  model::Document document;
  document.format = "text";
  while (document.text.size() < size) document.text += piece;
  return document;
}

// Processor time, so that a busy machine does not matter; the best of some runs.
Duration timeToExtract(const model::Document& document,
                       extract::Setting setting = extract::Setting::fast) {
  Duration best = Duration::max();
  for (int run = 0; run < kRuns; ++run) {
    const std::clock_t start = std::clock();
    // One setting for both sizes: left to itself, the short text would be read thoroughly.
    const auto found = extract::extract(document, {}, nullptr, setting);
    const std::clock_t end = std::clock();
    if (!found) return Duration::max();
    best = std::min(best, Duration(1000.0 * static_cast<double>(end - start) / CLOCKS_PER_SEC));
  }
  return best;
}

}  // namespace

std::vector<Promise> measureGrowth() {
  (void)timeToExtract(grown("Warm. ", kSmall));
  std::vector<Promise> promises;
  const auto measure = [&](const Kind& kind, extract::Setting setting) {
    const Duration small = timeToExtract(grown(kind.piece, kind.small), setting);
    const Duration large = timeToExtract(grown(kind.piece, kind.small * 10), setting);
    promises.push_back({kind.what, large, small * kMost,
                        fmt::format("{} times the time of a tenth of it ({:.1f} ms)",
                                    fmt::format("{:.1f}", large / small), small.count())});
  };
  for (const Kind& kind : kKinds) measure(kind, extract::Setting::fast);
  for (const Kind& kind : kThoroughKinds) measure(kind, extract::Setting::thorough);
  return promises;
}

}  // namespace assay::bench
