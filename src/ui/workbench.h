// The workbench: the whole screen, drawn into whatever Dear ImGui context is current.
//
// It owns the open session, the settings and everything the screen remembers; it draws view models
// and turns keys and clicks into commands. It knows no window, no OpenGL and no thread: the window
// (platform/window.h) and the tests call frame() and answer wantsFrame(). This header names no
// Dear ImGui type, so that main/ can build a Workbench.
//
// Ownership: `desktop`, and the clock, ids and files of the environment, must outlive it. Thread:
// one, the one that opened the session.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "app/settings.h"
#include "base/result.h"
#include "ui/desktop.h"

namespace assay::ui {

struct Fonts;  // theme.h
class WorkbenchScreen;

/// What a workbench starts with.
struct Startup {
  std::unique_ptr<app::Session> session;  ///< null: no store yet, the start screen says why
  std::string problem;                    ///< why there is no session, as a sentence
  app::Settings settings;
  std::filesystem::path settingsFile;           ///< named in sentences about it
  std::vector<std::string> settingsWarnings;    ///< of the settings file; shown once
  std::map<std::string, std::size_t> keyLines;  ///< of that file, by command
  std::optional<std::string> article;           ///< "A2", to begin with; else the newest
  std::optional<std::filesystem::path> import;  ///< a file to import on the first frame
  std::filesystem::path cache;   ///< where kept copies are laid down to be shown; the user's own
  std::filesystem::path sample;  ///< the sample article; empty when it is not installed

  /// Opens another store (Ctrl+O on an .assay file). Required.
  std::function<base::Result<std::unique_ptr<app::Session>>(const std::filesystem::path&)>
      openStore;
  /// Keeps the settings. Called when they changed and at close. Required.
  std::function<base::Result<void>(const app::Settings&)> saveSettings;
};

class Workbench {
 public:
  Workbench(Startup startup, app::Environment environment, Desktop& desktop);
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  /// Fonts of the current ImGui context and the scale of the screen (1, 1.5, 2). Before the first
  /// frame, and again when the window moves to another screen.
  void attach(const Fonts& fonts, double screenScale);

  /// Shows a sentence until it is dismissed: what the window found wrong with its machine.
  void tell(const std::string& sentence);

  /// One frame: reads input, acts, draws. Between ImGui::NewFrame and ImGui::Render.
  void frame();
  /// True while a frame must be drawn although there was no input: something moves, a job runs, a
  /// field waits to be committed.
  [[nodiscard]] bool wantsFrame() const;
  /// Milliseconds until wantsFrame() may turn true by itself; -1 for never.
  [[nodiscard]] int nextFrameIn() const;

  /// Files dropped on the window: articles are imported, a store is opened.
  void drop(const std::vector<std::filesystem::path>& files);
  /// The window has a new size; remembered in the settings. Units: screen pixels at scale 1.
  void resized(int width, int height);
  /// The person wants to close the window: commits every field. False when that failed and the
  /// window should stay, because the screen now says what is unsaved; a second call gives true.
  /// Also false while an article is stored or a report written: wantsQuit() is true afterwards.
  [[nodiscard]] bool close();
  [[nodiscard]] bool wantsQuit() const;

  [[nodiscard]] std::string windowTitle() const;
  [[nodiscard]] const app::Settings& settings() const;
  /// Null while no store is open, and while it is lent to a job.
  [[nodiscard]] app::Session* session();

 private:
  std::unique_ptr<WorkbenchScreen> screen_;
};

}  // namespace assay::ui
