// The real window on a display of its own: keys by the X server, closing by a signal, what the
// store has afterwards. Needs Xvfb and xdotool; a machine without them skips and says so.
#include <catch2/catch_amalgamated.hpp>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/platform/process.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::platform {

namespace {

using test::haveProgram;
using test::Process;
using test::readFile;
using test::TempDir;
using test::waitUntil;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// An X server that names its own display number, so that tests can run side by side.
class Display {
 public:
  explicit Display(const TempDir& folder) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    server_ =
        std::make_unique<Process>(std::vector<std::string>{"Xvfb", "-displayfd", "9", "-screen",
                                                           "0", "1280x800x24", "-nolisten", "tcp"},
                                  std::vector<std::string>{}, folder / "xvfb.log", ends[1]);
    ::close(ends[1]);
    char digit = 0;
    while (::read(ends[0], &digit, 1) == 1 && digit != '\n') name_ += digit;
    ::close(ends[0]);
    REQUIRE_FALSE(name_.empty());
    name_ = ":" + name_;
  }
  [[nodiscard]] std::string variable() const { return "DISPLAY=" + name_; }

 private:
  std::unique_ptr<Process> server_;
  std::string name_;
};

struct Desk {
  TempDir folder;
  std::filesystem::path store = folder / "desk.assay";
  std::filesystem::path ready = folder / "ready";

  [[nodiscard]] std::vector<std::string> environment(const std::string& display) const {
    return {display,
            "WAYLAND_DISPLAY",
            "XDG_CONFIG_HOME=" + (folder / "config").string(),
            "XDG_DATA_HOME=" + (folder / "data").string(),
            "XDG_CACHE_HOME=" + (folder / "cache").string(),
            "ASSAY_READY_FILE=" + ready.string()};
  }
  [[nodiscard]] std::string readyText() const {
    return std::filesystem::exists(ready) ? readFile(ready) : std::string();
  }
  // What the program prints for a command line.
  std::string assay(std::vector<std::string> arguments, int expected = 0) const {
    arguments.insert(arguments.begin(), ASSAY_PROGRAM);
    const auto output = folder / "output";
    std::filesystem::remove(output);
    Process program(arguments, environment("DISPLAY"), output);
    CHECK(program.wait() == expected);
    return program.output();
  }
};

void waitForWindow(const Desk& desk, const Process& window) {
  const bool idle = waitUntil([&] { return contains(desk.readyText(), "idle"); });
  INFO("said: " << window.output() << "ready file: " << desk.readyText());
  REQUIRE(idle);
}

void needDisplay() {
  for (const char* program : {"Xvfb", "xdotool"}) {
    if (!haveProgram(program)) SKIP(program << " is not installed; the real window is not tested");
  }
}

}  // namespace

TEST_CASE("a key pressed in the real window is in the store after it was closed by a signal") {
  needDisplay();
  const Desk desk;
  const Display display(desk.folder);
  const auto sample = test::sourceDir() / "assets/sample/harbour-bridge.txt";
  desk.assay({"import", sample.string(), "--store", desk.store.string()});
  Process window({ASSAY_PROGRAM, "open", "--store", desk.store.string()},
                 desk.environment(display.variable()), desk.folder / "window.log");
  waitForWindow(desk, window);
  CHECK(desk.readyText().starts_with("ready "));

  Process press({"xdotool", "key", "--delay", "60", "v"}, desk.environment(display.variable()),
                desk.folder / "xdotool.log");
  REQUIRE(press.wait() == 0);
  CHECK(waitUntil([&] {
    return contains(desk.assay({"list", "--store", desk.store.string(), "--format", "json"}),
                    "\"verified\"");
  }));
  window.signal(SIGTERM);
  CHECK(window.wait() == 0);
  CHECK(window.output().empty());
  desk.assay({"verify", "--store", desk.store.string()});  // checks that it exits with 0
}

TEST_CASE("what was marked is there after the program was killed") {
  needDisplay();
  const Desk desk;
  const Display display(desk.folder);
  const auto sample = test::sourceDir() / "assets/sample/harbour-bridge.txt";
  desk.assay({"import", sample.string(), "--store", desk.store.string()});
  Process window({ASSAY_PROGRAM, "open", "--store", desk.store.string()},
                 desk.environment(display.variable()), desk.folder / "window.log");
  waitForWindow(desk, window);
  Process press({"xdotool", "key", "--delay", "60", "d"}, desk.environment(display.variable()),
                desk.folder / "xdotool.log");
  REQUIRE(press.wait() == 0);
  const auto list = [&] {
    return desk.assay({"list", "--store", desk.store.string(), "--format", "json"});
  };
  REQUIRE(waitUntil([&] { return contains(list(), "\"disputed\""); }));
  window.signal(SIGKILL);
  CHECK(window.wait() == 128 + SIGKILL);
  CHECK(contains(list(), "\"disputed\""));
}

TEST_CASE("without a display the program says what is missing and what can be done") {
  const Desk desk;
  const auto sample = test::sourceDir() / "assets/sample/short.md";
  desk.assay({"import", sample.string(), "--store", desk.store.string()});
  const std::string said = desk.assay({"open", "--store", desk.store.string()}, 1);
  CHECK(said.starts_with("assay: There is no display to open a window on ("));
  CHECK(said.ends_with("). Everything can be done without a window: see “assay --help”.\n"));
}

}  // namespace assay::platform
