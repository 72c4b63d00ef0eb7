#include "ui/settings_screen.h"

#include <fmt/core.h>
#include <imgui.h>

#include <cmath>

#include "ui/widgets.h"

namespace assay::ui {

namespace {

std::string_view themeWord(ThemeName name) {
  switch (name) {
    case ThemeName::paper: return "Paper";
    case ThemeName::dark: return "Dark";
    case ThemeName::contrast: return "High contrast";
  }
  return {};
}

void drawThemes(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  heading(theme, "Theme", model.keys.keyText(Action::switchTheme));
  const auto columns = static_cast<float>(themeNames().size());
  const float width = std::floor(ImGui::GetContentRegionAvail().x / columns);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme.space.xs});
  bool first = true;
  for (const ThemeName name : themeNames()) {
    if (!first) ImGui::SameLine();
    first = false;
    const std::string id = "##theme-" + std::string(themeId(name));
    if (radio(theme, id, themeWord(name), width, name == theme.name)) sink.setTheme(name);
  }
  ImGui::PopStyleVar();
}

void drawTextSize(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  heading(theme, "Text size");
  constexpr double kStep = 0.1;
  if (button(theme, "Smaller", ButtonKind::plain, model.keys.keyText(Action::smaller))) {
    sink.setScale(model.textScale - kStep);
  }
  ImGui::SameLine(0, theme.space.s);
  if (button(theme, "Larger", ButtonKind::plain, model.keys.keyText(Action::larger))) {
    sink.setScale(model.textScale + kStep);
  }
  ImGui::SameLine(0, theme.space.s);
  const bool usual = std::abs(model.textScale - 1.0) < 0.001;
  ImGui::BeginDisabled(usual);
  if (button(theme, "Usual size", ButtonKind::quiet, model.keys.keyText(Action::normalSize))) {
    sink.setScale(1.0);
  }
  ImGui::EndDisabled();
  plainText(theme, theme.size.secondary, theme.palette.secondary,
            fmt::format("{:.0f} % of the usual size; from 70 to 250 %", model.textScale * 100));
}

void drawFile(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  if (model.settingsFile.empty()) return;
  heading(theme, "Keys and everything else");
  wrappedText(theme, theme.size.ui, theme.palette.text, model.settingsFile.string());
  wrappedText(
      theme, theme.size.secondary, theme.palette.secondary,
      "A readable file, taken up when Assay starts. What cannot be used in it is named with "
      "its line. Under “keys” every command can be given another key:");
  wrappedText(theme, theme.size.secondary, theme.palette.text,
              R"("keys": { "mark-verified": "Y", "next": "N" })");
  if (button(theme, "Open the file", ButtonKind::plain)) {
    const base::Result<void> opened = sink.desktop().openFile(model.settingsFile);
    if (!opened) sink.fail(opened.error().text());
  }
}

}  // namespace

void drawSettings(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  bool closed = false;
  if (!beginDialog(theme, "settings", "Settings", {theme.px(520), 0}, closed)) return;
  drawThemes(model, sink);
  drawTextSize(model, sink);
  heading(theme, "Motion");
  if (chip(theme, "Scroll smoothly", {}, theme.motion)) sink.setMotion(!theme.motion);
  drawFile(model, sink);
  gap(theme.space.s);
  if (button(theme, "Close", ButtonKind::plain, "Esc")) closed = true;
  if (closed) {
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
}

}  // namespace assay::ui
