#include "main/open_window.h"

#include <filesystem>
#include <utility>

#include "app/settings.h"
#include "platform/desktop.h"
#include "platform/window.h"
#include "ui/workbench.h"

namespace assay::main {

namespace {

namespace fs = std::filesystem;

// Beside an installed program, wherever it was moved to; else in the source tree it was built from.
fs::path sampleArticle(const base::FileSystem& files) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share/assay/sample";
  for (const fs::path& folder : {installed, fs::path(ASSAY_SAMPLE_SOURCE)}) {
    const fs::path sample = folder / "harbour-bridge.txt";
    if (files.exists(sample)) return sample;
  }
  return {};
}

}  // namespace

base::Result<void> openWindow(cli::OpenRequest request, const app::Environment& environment,
                              Start start) {
  const fs::path settingsFile = app::settingsFile();
  app::LoadedSettings loaded = app::loadSettings(environment.files, settingsFile);
  if (request.theme) loaded.settings.theme = *request.theme;
  if (request.width) loaded.settings.windowWidth = *request.width;
  if (request.height) loaded.settings.windowHeight = *request.height;
  const platform::WindowOptions window{loaded.settings.windowWidth, loaded.settings.windowHeight,
                                       start};

  ui::Startup startup;
  startup.session = std::move(request.session);
  startup.problem = std::move(request.problem);
  startup.settings = std::move(loaded.settings);
  startup.settingsFile = settingsFile;
  startup.settingsWarnings = std::move(loaded.warnings);
  startup.keyLines = std::move(loaded.keyLines);
  startup.article = std::move(request.article);
  startup.import = std::move(request.import);
  startup.cache = base::userFolders().cache;
  startup.sample = sampleArticle(environment.files);
  startup.openStore = [&environment, actor = request.actor](const fs::path& store) {
    return app::Session::open(
        {.store = store, .actor = actor, .create = false, .backups = app::defaultBackups()},
        environment);
  };
  startup.saveSettings = [&environment, settingsFile](const app::Settings& settings) {
    return app::saveSettings(environment.files, settingsFile, settings);
  };
  platform::Desktop desktop;
  ui::Workbench workbench(std::move(startup), environment, desktop);
  return platform::runWindow(workbench, window);
}

}  // namespace assay::main
