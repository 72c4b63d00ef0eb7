#include "ui/start_screen.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/bars.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

// A dashed frame that says: let the file go here.
void drawDropZone(const Model& model, CommandSink& sink, const StartInput& input) {
  const Theme& theme = model.theme;
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = std::round(theme.px(120));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(at, {at.x + width, at.y + height}, theme.palette.panel, theme.corner);
  draw.AddRect(at, {at.x + width, at.y + height}, theme.palette.hairline, theme.corner, 0,
               theme.hairline);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.xl, theme.space.l});
  if (ImGui::BeginChild("begin", {0, height},
                        ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened)) {
    boldText(theme, theme.size.heading, theme.palette.text, "Drop an article here");
    plainText(theme, theme.size.ui, theme.palette.secondary,
              "A text, Markdown or web page file. Or:");
    gap(theme.space.xs);
    const bool store = !model.store.empty();
    if (button(theme, "Open a file", ButtonKind::primary,
               model.keys.keyText(Action::openArticle))) {
      sink.perform(Action::openArticle);
    }
    ImGui::SameLine(0, theme.space.s);
    ImGui::BeginDisabled(!store || model.readOnly);
    if (button(theme, "Paste text", ButtonKind::plain, model.keys.keyText(Action::pasteArticle))) {
      sink.perform(Action::pasteArticle);
    }
    if (input.sample) {
      ImGui::SameLine(0, theme.space.s);
      if (button(theme, "Try the sample", ButtonKind::plain)) sink.perform(Action::openSample);
    }
    ImGui::EndDisabled();
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

// One line of a list of things to open; true when it was pressed.
bool drawEntry(const Theme& theme, const std::string& id, std::string_view name,
               std::string_view detail) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = std::round(theme.size.ui + theme.px(17));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed =
      ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
  if (ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                              theme.palette.hover, theme.corner);
  }
  const FontScope font(theme.fonts.ui, theme.size.ui);
  const float top = std::round(at.y + (height - theme.size.ui) * 0.5F);
  float detailWidth = 0;
  {
    const FontScope small(theme.fonts.ui, theme.size.secondary);
    detailWidth = std::min(textWidth(detail), width * 0.55F);
    textWithin({at.x + width - theme.space.s - detailWidth,
                top + std::round((theme.size.ui - theme.size.secondary) * 0.6F)},
               detailWidth + 1, theme.palette.secondary, detail);
  }
  textWithin({at.x + theme.space.s, top}, width - detailWidth - theme.space.xl, theme.palette.text,
             name);
  return pressed;
}

// Newest first: the article somebody comes back for is the one they left.
void drawArticles(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  if (model.articles.empty()) return;
  heading(theme, "Articles in this store");
  for (auto summary = model.articles.rbegin(); summary != model.articles.rend(); ++summary) {
    const std::string name =
        summary->article.title.empty() ? "Untitled article" : summary->article.title;
    if (drawEntry(theme, "##article-" + summary->number, name,
                  progressText(summary->settled, summary->quotes + summary->claims))) {
      sink.showArticle(summary->article.id);
    }
  }
}

void drawRecent(const Model& model, CommandSink& sink, const StartInput& input) {
  const Theme& theme = model.theme;
  if (input.recent.empty()) return;
  heading(theme, "Opened lately");
  for (const std::string& file : input.recent) {
    const std::filesystem::path path(file);
    if (drawEntry(theme, "##recent-" + file, path.filename().string(),
                  path.parent_path().string())) {
      sink.openFile(path);
    }
  }
}

}  // namespace

void drawStartScreen(const Model& model, UiState& state, CommandSink& sink,
                     const StartInput& input) {
  const Theme& theme = model.theme;
  const float room = ImGui::GetContentRegionAvail().x;
  const float width = std::min(theme.px(640), room - 2 * theme.space.l);
  ImGui::SetCursorPosX(std::max(theme.space.l, std::round((room - width) * 0.5F)));
  if (ImGui::BeginChild("start", {std::max(width, 1.0F), 0}, ImGuiChildFlags_NavFlattened)) {
    gap(std::round(std::max(theme.space.xl, ImGui::GetContentRegionAvail().y * 0.1F)));
    boldText(theme, theme.size.title, theme.palette.text, "Assay");
    wrappedText(theme, theme.size.ui, theme.palette.secondary,
                "Every quote and every claim of an article beside its text, each with a key that "
                "decides it.");
    if (!input.problem.empty()) {
      gap(theme.space.s);
      wrappedText(theme, theme.size.ui, theme.palette.warning, input.problem);
    }
    gap(theme.space.m);
    drawDropZone(model, sink, input);
    drawArticles(model, sink);
    drawRecent(model, sink, input);
    if (!model.store.empty()) {
      gap(theme.space.l);
      wrappedText(theme, theme.size.secondary, theme.palette.secondary,
                  fmt::format("Everything is kept in {}{}", model.store.string(),
                              model.readOnly ? ", opened read only." : "."));
    }
    if (model.article != nullptr) {
      gap(theme.space.s);
      if (button(theme, "Back to the article", ButtonKind::plain, "Esc")) state.start = false;
    }
  }
  ImGui::EndChild();
}

}  // namespace assay::ui
