#include "platform/window.h"

#include <GLFW/glfw3.h>
#include <fmt/core.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/fonts.h"
#include "platform/frame_input.h"
#include "platform/icon.h"
#include "ui/key_order.h"

namespace assay::platform {

namespace {

volatile std::sig_atomic_t stopAsked = 0;

void askToStop(int /*signal*/) { stopAsked = 1; }

// Frames drawn after the last input: some answers of the library take a few to settle.
constexpr int kFramesAfterInput = 4;
// The longest sleep: a signal, or another process writing to the store, is noticed after it.
constexpr double kLongestSleep = 0.5;
constexpr double kFrameTime = 1.0 / 60.0;

constexpr const char* kWithoutWindow =
    "Everything can be done without a window: see “assay --help”.";

std::string takeGlfwError() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text == nullptr ? std::string("no reason was given") : std::string(text);
}

using Clock = std::chrono::steady_clock;
using Micros = std::chrono::microseconds;

/// What drawing has cost so far. A processor's time is that of this thread, from the new frame to
/// the finished draw lists: the renderer behind them, a program's own where there is no graphics
/// card, is not in it.
struct Costs {
  long frames = 0;
  Micros processor{};
  long again = 0;     // frames made once more at once, see ReadyFile
  Micros repeated{};  // the processor's time of those
  Micros answer{};    // from the last input's arrival to its frame on the screen
};

Micros processorTime() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::duration_cast<Micros>(std::chrono::seconds(time.tv_sec) +
                                            std::chrono::nanoseconds(time.tv_nsec));
}

// Resident memory of the process in KiB; 0 where the system does not say.
long residentMemory() {
  std::ifstream in("/proc/self/status");
  for (std::string word; in >> word;) {
    long value = 0;
    if (word == "VmRSS:" && in >> value) return value;
  }
  return 0;
}

/// What the callbacks of one window reach.
struct WindowState {
  ui::Workbench& workbench;
  GLFWwindow* window = nullptr;
  FrameInput& input;
  double scale = 1;
  bool damaged = true;  // must be drawn although no input came
  int quiet = 0;        // frames drawn since the last input
  bool repeat = false;  // every frame is made twice, to be measured
  Costs costs;
};

WindowState& stateOf(GLFWwindow* window) {
  return *static_cast<WindowState*>(glfwGetWindowUserPointer(window));
}

// A maximized window's size is the screen's, not the person's choice: not remembered.
void onSize(GLFWwindow* window, int width, int height) {
  WindowState& state = stateOf(window);
  state.input.measure();
  state.damaged = true;
  if (width <= 0 || height <= 0 || glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0) return;
  state.workbench.resized(static_cast<int>(std::lround(width / state.scale)),
                          static_cast<int>(std::lround(height / state.scale)));
}

// The same window on a screen of another density.
void onPixels(GLFWwindow* window, int /*width*/, int /*height*/) {
  stateOf(window).input.measure();
  stateOf(window).damaged = true;
}

void onRefresh(GLFWwindow* window) { stateOf(window).damaged = true; }

void onDrop(GLFWwindow* window, int count, const char** paths) {
  std::vector<std::filesystem::path> files(paths, paths + count);
  stateOf(window).workbench.drop(files);
  stateOf(window).damaged = true;
}

void setIcon(GLFWwindow* window) {
  std::array<std::vector<std::uint8_t>, 3> pixels{iconPixels(16), iconPixels(32), iconPixels(64)};
  std::array<GLFWimage, 3> images{};
  int side = 16;
  for (std::size_t i = 0; i < images.size(); ++i, side *= 2) {
    images[i] = {side, side, pixels[i].data()};
  }
  glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

/// Ends GLFW whatever happens after its start.
struct GlfwEnd {
  GlfwEnd() = default;
  GlfwEnd(const GlfwEnd&) = delete;
  GlfwEnd& operator=(const GlfwEnd&) = delete;
  ~GlfwEnd() { glfwTerminate(); }
};

/// Dear ImGui with its two backends, from the first to the last frame.
class ImGuiScope {
 public:
  explicit ImGuiScope(GLFWwindow* window) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    keyOrder_.emplace();
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    fonts_ = loadFonts();
  }
  ~ImGuiScope() {
    keyOrder_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
  }
  ImGuiScope(const ImGuiScope&) = delete;
  ImGuiScope& operator=(const ImGuiScope&) = delete;

  [[nodiscard]] const ui::Fonts& fonts() const { return fonts_.fonts; }
  [[nodiscard]] const std::string& fontProblem() const { return fonts_.problem; }

 private:
  LoadedFonts fonts_;
  std::optional<ui::KeyOrder> keyOrder_;
};

/// Lines for whoever watches from outside: tests, screenshots, benchmarks.
class ReadyFile {
 public:
  explicit ReadyFile(std::chrono::steady_clock::time_point started) : started_(started) {
    if (const char* name = std::getenv("ASSAY_READY_FILE")) name_ = name;
  }
  [[nodiscard]] bool watched() const { return !name_.empty(); }
  // Drawing a frame for nothing costs the first one time: only when it is asked for.
  [[nodiscard]] bool measuresMemory() const {
    return watched() && std::getenv("ASSAY_MEASURE_MEMORY") != nullptr;
  }
  // A renderer without a graphics card writes megabytes between two frames, on the same processor:
  // the next frame finds its caches empty. Made once more at once, it shows what is its own.
  [[nodiscard]] bool repeatsFrames() const {
    return watched() && std::getenv("ASSAY_REPEAT_FRAMES") != nullptr;
  }
  void driver(long memory) { driver_ = memory; }
  void drawn() {
    if (ready_) return;
    ready_ = true;
    const auto since = std::chrono::steady_clock::now() - started_;
    say(fmt::format("ready {}",
                    std::chrono::duration_cast<std::chrono::milliseconds>(since).count()));
  }
  void idle(const Costs& costs) const { tell("idle", costs); }
  void end(const Costs& costs) const { tell("end", costs); }

 private:
  void tell(std::string_view what, const Costs& costs) const {
    if (!watched()) return;
    say(fmt::format(
        "{} frames={} processor_us={} again={} repeated_us={} answer_us={} memory_kb={} "
        "driver_kb={}",
        what, costs.frames, costs.processor.count(), costs.again, costs.repeated.count(),
        costs.answer.count(), residentMemory(), driver_));
  }

  void say(const std::string& line) const {
    if (!name_.empty()) std::ofstream(name_, std::ios::app) << line << '\n';
  }

  std::chrono::steady_clock::time_point started_;
  std::string name_;
  long driver_ = 0;
  bool ready_ = false;
};

// Draw lists, and what the processor took to make them.
Micros makeFrame(WindowState& state) {
  const Micros before = processorTime();
  ImGui_ImplOpenGL3_NewFrame();
  state.input.begin();
  ImGui::NewFrame();
  state.workbench.frame();
  ImGui::Render();
  return processorTime() - before;
}

// The title follows the article; setting it every frame would make the window manager work.
void drawFrame(WindowState& state, std::string& title) {
  state.costs.processor += makeFrame(state);
  ++state.costs.frames;
  if (state.repeat) {
    state.costs.repeated += makeFrame(state);
    ++state.costs.again;
  }
  glViewport(0, 0, state.input.width(), state.input.height());
  const ImVec4 ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(ground.x, ground.y, ground.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(state.window);
  if (title != state.workbench.windowTitle()) {
    title = state.workbench.windowTitle();
    glfwSetWindowTitle(state.window, title.c_str());
  }
}

bool inputWaits() { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

// Sleeps until something happens that needs a frame; false when only time passed.
bool waitForReason(WindowState& state, ReadyFile& ready) {
  if (state.quiet < kFramesAfterInput || state.damaged) {
    glfwPollEvents();
    return true;
  }
  if (state.workbench.wantsFrame()) {
    // Something moves or a job runs: no faster than the screen, and input still wakes at once.
    glfwWaitEventsTimeout(kFrameTime);
    return true;
  }
  ready.idle(state.costs);
  while (stopAsked == 0) {
    double sleep = kLongestSleep;
    const int next = state.workbench.nextFrameIn();
    if (next >= 0) sleep = std::min(sleep, std::max(0.001, next / 1000.0));
    glfwWaitEventsTimeout(sleep);
    if (inputWaits() || state.damaged || glfwWindowShouldClose(state.window) != 0) return true;
    if (state.workbench.wantsFrame()) return true;
  }
  return false;
}

// Ends only here: by the window's cross, by a key, by a signal.
void runLoop(WindowState& state, ReadyFile ready) {
  std::string title;
  bool closing = false;
  while (!closing) {
    if (waitForReason(state, ready)) {
      const bool answers = inputWaits();
      if (answers) state.quiet = 0;
      state.damaged = false;
      const Clock::time_point woken = Clock::now();
      drawFrame(state, title);
      if (answers) state.costs.answer = std::chrono::duration_cast<Micros>(Clock::now() - woken);
      ready.drawn();
      ++state.quiet;
    }
    const bool asked =
        stopAsked != 0 || state.workbench.wantsQuit() || glfwWindowShouldClose(state.window) != 0;
    if (!asked) continue;
    // A signal cannot be talked to; a person who closes the window is told what is unsaved.
    closing = state.workbench.close() || stopAsked != 0;
    glfwSetWindowShouldClose(state.window, GLFW_FALSE);
    state.damaged = true;
  }
  ready.end(state.costs);
}

// 3.3 core is what Mesa's software renderer offers everywhere.
GLFWwindow* createWindow(const WindowOptions& options) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "assay");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "assay");
  return glfwCreateWindow(options.width, options.height, "Assay", nullptr, nullptr);
}

// What the window system and its driver take for themselves: the growth of the process up to a
// first frame with one line of text, before anything of ours is drawn.
long driverMemory(GLFWwindow* window, FrameInput& input, long before) {
  ImGui_ImplOpenGL3_NewFrame();
  input.begin();
  ImGui::NewFrame();
  ImGui::TextUnformatted("Assay");
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
  return residentMemory() - before;
}

// In quarters: a screen that says 1.04 means 1, and type sizes stay whole pixels.
double screenScale(GLFWwindow* window) {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window, &x, &y);
  return std::clamp(std::round(static_cast<double>(x) * 4) / 4, 1.0, 4.0);
}

}  // namespace

base::Result<void> runWindow(ui::Workbench& workbench, const WindowOptions& options) {
  ReadyFile ready(options.started);
  const long beforeDriver = residentMemory();
  if (glfwInit() != GLFW_TRUE) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format("There is no display to open a window on ({}). {}",
                                  takeGlfwError(), kWithoutWindow));
  }
  const GlfwEnd end;
  GLFWwindow* window = createWindow(options);
  if (window == nullptr) {
    return base::fail(
        base::ErrorCode::unsupported,
        fmt::format("This display offers no OpenGL 3.3 ({}). {}", takeGlfwError(), kWithoutWindow));
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  setIcon(window);
  stopAsked = 0;
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) std::signal(signal, askToStop);

  FrameInput input(window);
  WindowState state{workbench, window, input, screenScale(window), true, 0, ready.repeatsFrames(),
                    {}};
  glfwSetWindowUserPointer(window, &state);
  glfwSetWindowSizeCallback(window, onSize);
  glfwSetFramebufferSizeCallback(window, onPixels);
  glfwSetWindowRefreshCallback(window, onRefresh);
  glfwSetDropCallback(window, onDrop);
  glfwSetWindowSizeLimits(window, 300, 200, GLFW_DONT_CARE, GLFW_DONT_CARE);
  const ImGuiScope imgui(window);
  ready.driver(ready.measuresMemory() ? driverMemory(window, input, beforeDriver) : 0);
  workbench.attach(imgui.fonts(), state.scale);
  if (!imgui.fontProblem().empty()) workbench.tell(imgui.fontProblem());
  runLoop(state, ready);
  return {};
}

}  // namespace assay::platform
