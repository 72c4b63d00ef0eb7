#include "ui/workbench.h"

#include "ui/workbench_screen.h"

namespace assay::ui {

Workbench::Workbench(Startup startup, app::Environment environment, Desktop& desktop)
    : screen_(std::make_unique<WorkbenchScreen>(std::move(startup), environment, desktop)) {}
Workbench::~Workbench() = default;

void Workbench::attach(const Fonts& fonts, double screenScale) {
  screen_->attach(fonts, screenScale);
}
void Workbench::tell(const std::string& sentence) { screen_->fail(sentence); }

void Workbench::frame() { screen_->frame(); }
bool Workbench::wantsFrame() const { return screen_->wantsFrame(); }
int Workbench::nextFrameIn() const { return screen_->nextFrameIn(); }
void Workbench::drop(const std::vector<std::filesystem::path>& files) { screen_->drop(files); }
void Workbench::resized(int width, int height) { screen_->resized(width, height); }
bool Workbench::close() { return screen_->close(); }
bool Workbench::wantsQuit() const { return screen_->wantsQuit(); }
std::string Workbench::windowTitle() const { return screen_->windowTitle(); }
const app::Settings& Workbench::settings() const { return screen_->settings(); }
app::Session* Workbench::session() { return screen_->session(); }

}  // namespace assay::ui
