#include "tests/bench/promises.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace assay::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 20;
constexpr Duration kPatience{20'000};
const std::string kProgram = ASSAY_BINARY_DIR "/assay";

// A home of its own: measuring must not read or write the user's stores and settings.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "assay-bench.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }
  [[nodiscard]] std::vector<std::string> environment() const {
    return {"HOME=" + path_.string(), "XDG_CONFIG_HOME=" + file("config"),
            "XDG_DATA_HOME=" + file("data"), "ASSAY_READY_FILE=" + file("ready")};
  }

 private:
  fs::path path_;
};

Promise medianOf(std::string what, Duration limit, const Command& command) {
  Promise promise{what, {}, limit, {}};
  std::vector<Duration> walls;
  std::vector<Duration> processors;
  for (int run = 0; run < kRuns; ++run) {
    const auto took = timeToExit(command);
    if (!took) {
      promise.note = "the program failed";
      return promise;
    }
    walls.push_back(took->wall);
    processors.push_back(took->processor);
  }
  promise.measured = median(walls);
  promise.note = fmt::format("median of {} processes, {:.1f} ms of processor time", kRuns,
                             median(processors).count());
  return promise;
}

Promise firstFrame(const Scratch& scratch, const std::string& store) {
  Promise promise{"first frame of the workbench", {}, Duration{300}, "from main, median of 5"};
  if (std::getenv("DISPLAY") == nullptr) {
    promise.note = "needs a display";
    return promise;
  }
  std::vector<Duration> times;
  for (int run = 0; run < 5; ++run) {
    const auto took = timeToFirstFrame({{kProgram, "open", store}, scratch.environment()},
                                       scratch.file("ready"), kPatience);
    if (!took) {
      promise.note = "the program failed";
      return promise;
    }
    times.push_back(*took);
  }
  promise.measured = median(times);
  return promise;
}

}  // namespace

std::vector<Promise> measurePromises(const std::string& article) {
  const Scratch scratch;
  const std::string store = scratch.file("bench.assay");
  std::vector<Promise> promises;
  promises.push_back(medianOf("cold `assay --version`", Duration{20},
                              {{kProgram, "--version"}, scratch.environment()}));
  // Thorough is what an article of this length gets unless told otherwise, since it takes under a
  // second.
  for (const auto& [setting, limit] : {std::pair{"fast", 50}, std::pair{"thorough", 1'000}}) {
    promises.push_back(
        medianOf(fmt::format("cold `assay extract`, {}", setting), Duration{limit},
                 {{kProgram, "extract", "--setting", setting, "--format", "json", article},
                  scratch.environment()}));
  }
  (void)timeToExit({{kProgram, "import", article, "--store", store}, scratch.environment()});
  promises.push_back(
      medianOf("cold `assay list` of its store", Duration{50},
               {{kProgram, "list", "--store", store, "--format", "json"}, scratch.environment()}));
  promises.push_back(firstFrame(scratch, store));
  return promises;
}

}  // namespace assay::bench
