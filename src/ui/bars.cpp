#include "ui/bars.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/text_words.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

// One thin bar, a stretch for each status that settles an item.
void drawProgress(const Model& model, ImVec2 at, float width, float height) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const app::ArticleView& article = *model.article;
  const float round = height * 0.5F;
  draw.AddRectFilled(at, {at.x + width, at.y + height}, model.theme.palette.hairline, round);
  if (article.rows.empty()) return;
  float left = at.x;
  for (const model::StatusInfo& row : model::statuses()) {
    if (!row.settled) continue;
    const std::size_t count = article.perStatus[static_cast<std::size_t>(row.status)];
    if (count == 0) continue;
    const float part = width * static_cast<float>(count) / static_cast<float>(article.rows.size());
    draw.AddRectFilled({left, at.y}, {left + part, at.y + height},
                       statusColor(model.theme, row.status), round);
    left += part;
  }
}

// Only what COMMIT has acknowledged is called saved.
std::string savedText(const Model& model, const UiState& state) {
  if (model.readOnly) return "read only: nothing can be changed";
  if (state.savedAt == 0) return {};
  const std::string saved = "saved " + base::localTimeOfDay(state.savedAt);
  return state.message.empty() ? saved : state.message + " · " + saved;
}

struct BarButton {
  const char* label;
  Action action;
  bool enabled;
};

// Buttons from the right edge to the left; returns where they begin.
float drawBarButtons(const Model& model, CommandSink& sink, float right, float top) {
  const Theme& theme = model.theme;
  const std::array buttons{
      BarButton{"Commands", Action::palette, true},
      BarButton{"Export", Action::exportReport, model.article != nullptr},
      BarButton{"Open", Action::openArticle, true},
      BarButton{"Undo", Action::undo, !model.undoLabel.empty()},
  };
  const bool roomy = ImGui::GetWindowWidth() > theme.px(1100);
  const FontScope font(theme.fonts.ui, theme.size.ui);
  for (const BarButton& row : buttons) {
    const std::string key = roomy ? model.keys.keyText(row.action) : std::string();
    const float width = buttonWidth(theme, row.label, key);
    if (right - width < theme.px(160)) break;
    right -= width + (row.action == Action::palette ? 0 : theme.space.xs);
    ImGui::SetCursorPos({right, top});
    ImGui::BeginDisabled(!row.enabled);
    if (button(theme, row.label, ButtonKind::quiet, key)) sink.perform(row.action);
    ImGui::EndDisabled();
    if (row.action == Action::undo && row.enabled) tooltip(theme, "Undo: " + model.undoLabel);
  }
  return right;
}

// Title and draft as drawTitle puts them.
float titleWidth(const Model& model) {
  const Theme& theme = model.theme;
  float width = 2 * theme.space.l + theme.space.m;
  {
    const FontScope font(theme.fonts.uiBold, theme.size.ui);
    width += textWidth(model.article->article.title);
  }
  const FontScope small(theme.fonts.ui, theme.size.secondary);
  return width + textWidth("draft 99") + theme.space.xl;
}

// What was saved comes first, then the count, then the bar; a narrow window drops them from the
// end.
float drawProgressAndSaved(const Model& model, const UiState& state, float right, float height) {
  const Theme& theme = model.theme;
  const float room = ImGui::GetWindowWidth();
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const ImVec2 origin = ImGui::GetWindowPos();
  const float middle = origin.y + std::round((height - theme.size.secondary) * 0.5F);
  // The title is what says where one is: it gives way only when it is longer than its share.
  const float titleRoom = std::max(theme.px(150), std::min(titleWidth(model), room * 0.42F));
  const std::string progress = progressText(model.article->settled, model.article->rows.size());
  const float progressWidth = textWidth(progress);
  const auto put = [&](const std::string& text, float width, ImU32 color) {
    right -= width;
    textWithin({origin.x + right, middle}, width + 1, color, text);
  };
  std::string saved = savedText(model, state);
  if (right - textWidth(saved) - progressWidth - theme.space.xl < titleRoom && state.savedAt != 0 &&
      !model.readOnly) {
    saved = "saved " + base::localTimeOfDay(state.savedAt);
  }
  if (!saved.empty() && right - textWidth(saved) > titleRoom) {
    right -= theme.space.l;
    put(saved, textWidth(saved), theme.palette.secondary);
  }
  if (right - progressWidth - theme.space.l < titleRoom) return right;
  right -= theme.space.l;
  const float barWidth = std::round(theme.px(110));
  if (right - barWidth - progressWidth - theme.space.s > titleRoom) {
    right -= barWidth;
    drawProgress(model, {origin.x + right, origin.y + std::round(height * 0.5F - theme.px(3))},
                 barWidth, std::round(theme.px(6)));
    right -= theme.space.s;
  }
  put(progress, progressWidth, theme.palette.text);
  return right;
}

// The title is the way to the other articles of the store.
void drawTitle(const Model& model, CommandSink& sink, float right, float height) {
  const Theme& theme = model.theme;
  const FontScope font(theme.fonts.uiBold, theme.size.ui);
  const std::string& name = model.article->article.title;
  const std::string title = name.empty() ? "Untitled article" : name;
  const std::string draft = fmt::format("draft {}", model.article->draft->number);
  const float left = theme.space.l;
  const float room = std::max(1.0F, right - left - theme.space.xl);
  float draftWidth = 0;
  {
    const FontScope small(theme.fonts.ui, theme.size.secondary);
    draftWidth = textWidth(draft) + theme.space.m;
  }
  const float titleRoom = std::max(1.0F, std::min(textWidth(title) + 1, room - draftWidth));
  ImGui::SetCursorPos({left - theme.space.xs, theme.space.s});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (ImGui::InvisibleButton("##title", {titleRoom + 2 * theme.space.xs, height - theme.space.l},
                             ImGuiButtonFlags_EnableNav)) {
    sink.perform(Action::chooseArticle);
  }
  if (ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, ImGui::GetItemRectMax(), theme.palette.hover,
                                              theme.corner);
  }
  tooltip(theme, "Go to another article of this store");
  const ImVec2 origin = ImGui::GetWindowPos();
  const float top = origin.y + std::round((height - theme.size.ui) * 0.5F) - 1;
  textWithin({origin.x + left, top}, titleRoom, theme.palette.text, title);
  const FontScope small(theme.fonts.ui, theme.size.secondary);
  textWithin({origin.x + left + titleRoom + theme.space.m,
              top + std::round((theme.size.ui - theme.size.secondary) * 0.6F)},
             room - titleRoom - theme.space.m, theme.palette.secondary, draft);
}

void drawBrand(const Theme& theme, float height) {
  ImGui::SetCursorPos({theme.space.l, std::round((height - theme.size.ui) * 0.5F) - 1});
  boldText(theme, theme.size.ui, theme.palette.text, "Assay");
}

// What can be done with selected words, as the keys are now.
template <class Say>
void sayWords(const Model& model, const Say& say) {
  struct Row {
    Action action;
    std::uint8_t value;
    std::string_view words;
  };
  const std::array rows{
      Row{Action::makeClaim, 0, "a claim"},
      Row{Action::makeQuote, 0, "a quote"},
      Row{Action::moveWords, static_cast<std::uint8_t>(WordMove::extend), "a word more"},
      Row{Action::moveWords, static_cast<std::uint8_t>(WordMove::shrink), "a word less"},
      Row{Action::splitItem, 0, "split here"},
      Row{Action::copyItem, 0, "copy"},
  };
  for (const Row& row : rows) {
    const std::string key = model.keys.keyText(row.action, row.value);
    if (!key.empty()) say(key, row.words);
  }
  say("Esc", "nothing selected");
}

}  // namespace

float topBarHeight(const Theme& theme) { return std::round(theme.size.ui + theme.px(29)); }
float hintLineHeight(const Theme& theme) { return std::round(theme.size.secondary + theme.px(17)); }

std::string progressText(std::size_t settled, std::size_t all) {
  return fmt::format("{} of {} checked", settled, all);
}

void drawTopBar(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  const float height = topBarHeight(theme);
  const float buttonTop = std::round((height - theme.size.ui - theme.px(12)) * 0.5F);
  float right = ImGui::GetWindowWidth() - theme.space.s;
  right = drawBarButtons(model, sink, right, buttonTop);
  if (model.article == nullptr || state.start) {
    drawBrand(theme, height);
    return;
  }
  right = drawProgressAndSaved(model, state, right, height);
  drawTitle(model, sink, right, height);
}

void drawFailures(const Model& model, UiState& state) {
  const Theme& theme = model.theme;
  std::size_t dismissed = state.failures.size();
  for (std::size_t i = 0; i < state.failures.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.space.l, theme.space.s});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme.palette.field);
    if (ImGui::BeginChild("failure", {0, 0},
                          ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding |
                              ImGuiChildFlags_NavFlattened)) {
      const float buttonRoom = theme.px(80);
      ImGui::PushTextWrapPos(ImGui::GetContentRegionAvail().x - buttonRoom);
      plainText(theme, theme.size.ui, theme.palette.warning, state.failures[i]);
      ImGui::PopTextWrapPos();
      ImGui::SameLine(ImGui::GetWindowWidth() - buttonRoom);
      ImGui::SetCursorPosY(theme.space.xs);
      if (smallButton(theme, "Dismiss")) dismissed = i;
    }
    ImGui::EndChild();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    hairline(theme);
    ImGui::PopID();
  }
  if (dismissed < state.failures.size()) {
    state.failures.erase(state.failures.begin() + static_cast<std::ptrdiff_t>(dismissed));
  }
}

// A swatch of the tint, so that the figure and the text explain each other.
void drawCoverageStrip(const Model& model, const app::Coverage& coverage, UiState& state) {
  const Theme& theme = model.theme;
  const auto percent = [&coverage](std::size_t part) {
    return coverage.words == 0
               ? 0.0
               : 100.0 * static_cast<double>(part) / static_cast<double>(coverage.words);
  };
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const auto part = [&](std::size_t words, std::string_view what, bool first) {
    const std::string number = fmt::format("{:.0f} %", percent(words));
    const std::string text = fmt::format("{} ({})", what, words);
    if (!first) flow(textWidth(number) + textWidth(text) + theme.space.s, theme.space.l);
    boldText(theme, theme.size.secondary, theme.palette.text, number);
    ImGui::SameLine(0, theme.space.xs);
    plainText(theme, theme.size.secondary, theme.palette.secondary, text);
  };
  part(coverage.checked, "of all words checked", true);
  part(coverage.open, "in open items", false);
  const float side = theme.size.secondary;
  flow(side + textWidth("100 % in no item (9999)") + theme.space.s, theme.space.l);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + side, at.y + side}, theme.palette.missed,
                                            theme.corner * 0.4F);
  ImGui::Dummy({side, side});
  ImGui::SameLine(0, theme.space.s);
  part(coverage.missing(), "in no item", true);
  const std::string key = model.keys.keyText(Action::coverage);
  const std::string label = key.empty() ? "Hide" : "Hide (" + key + ")";
  flow(textWidth(label) + 2 * theme.space.xs, theme.space.l);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - theme.space.xs);
  if (smallButton(theme, (label + "##coverage").c_str())) state.coverage = false;
}

// What fits, in the table's order; the rest is one key away and says which.
void drawHintLine(const Model& model, const UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  const float height = hintLineHeight(theme);
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const ImVec2 origin = ImGui::GetWindowPos();
  const float middle = std::round(origin.y + (height - theme.size.secondary) * 0.5F);
  const std::string keysKey = model.keys.keyText(Action::showKeys);
  const std::string all = keysKey.empty() ? "All keys" : keysKey + "  all keys";
  const float allWidth = textWidth(all) + 2 * theme.space.s;
  const float right = ImGui::GetWindowWidth() - theme.space.s - allWidth;
  float left = theme.space.l;
  const auto say = [&](std::string_view key, std::string_view words) {
    const float keyWidth = textWidth(key);
    const float width = keyWidth + theme.space.xs + textWidth(words);
    if (left + width > right) return;
    textWithin({origin.x + left, middle}, keyWidth + 1, theme.palette.text, key);
    textWithin({origin.x + left + keyWidth + theme.space.xs, middle}, textWidth(words) + 1,
               theme.palette.secondary, words);
    left += width + theme.space.l;
  };
  if (state.searchActive || ImGui::GetIO().WantTextInput) {
    say("Esc", "leave the field");
    say("Ctrl+Enter", "done");
  } else if (state.spanMode && model.detail != nullptr) {
    say("← →", "end of " + model.detail->row.number);
    say("Shift ← →", "its start");
    say("Enter", "done");
  } else if (state.wordsSelected && model.article != nullptr && !state.start) {
    sayWords(model, say);
  } else if (model.article != nullptr && !state.start) {
    for (const KeyRow& row : model.keys.rows()) {
      if (row.hint.empty() || row.key.empty() || row.action == Action::showKeys) continue;
      say(chordText(row.key), row.hint);
    }
  } else {
    for (const Action action : {Action::openArticle, Action::pasteArticle, Action::palette}) {
      const KeyRow* row = model.keys.find(action);
      say(chordText(row->key), row->label);
    }
  }
  ImGui::SetCursorPos({right, std::round((height - theme.size.secondary) * 0.5F) - theme.space.xs});
  if (smallButton(theme, (all + "##keys").c_str())) sink.perform(Action::showKeys);
}

}  // namespace assay::ui
