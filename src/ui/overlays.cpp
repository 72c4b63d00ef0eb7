#include "ui/overlays.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/bars.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

// Closes the running dialog when it is to be closed, and ends it.
void finish(UiState& state, Overlay which, bool closed) {
  if (closed) {
    if (state.overlay == which) state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
}

std::string keysText(const KeyRow& row) {
  std::string text = chordText(row.key);
  if (!row.other.empty()) text += "  " + chordText(row.other);
  return text;
}

// As wide as the widest key, so that no key reaches into its words.
float keyColumnWidth(const Theme& theme, const KeyTable& keys) {
  const FontScope font(theme.fonts.ui, theme.size.ui);
  float width = 0;
  for (const KeyRow& row : keys.rows()) {
    if (!row.key.empty()) width = std::max(width, textWidth(keysText(row)));
  }
  return std::ceil(width) + theme.space.m;
}

void drawKeyGroup(const Theme& theme, const KeyTable& keys, const std::string& group,
                  float column) {
  boldText(theme, theme.size.secondary, theme.palette.secondary, group);
  const FontScope font(theme.fonts.ui, theme.size.ui);
  for (const KeyRow& row : keys.rows()) {
    if (row.group != group || row.key.empty()) continue;
    const float left = ImGui::GetCursorPosX();
    plainText(theme, theme.size.ui, theme.palette.text, keysText(row));
    ImGui::SameLine();
    ImGui::SetCursorPosX(left + column);
    wrappedText(theme, theme.size.ui, theme.palette.secondary, row.label);
  }
}

// Groups in the order in which the table first names them.
std::vector<std::string> groupsOf(const KeyTable& keys) {
  std::vector<std::string> groups;
  for (const KeyRow& row : keys.rows()) {
    if (std::find(groups.begin(), groups.end(), row.group) == groups.end()) {
      groups.push_back(row.group);
    }
  }
  return groups;
}

// Whole groups, column by column, about as many rows in each.
void drawKeyColumns(const Theme& theme, const KeyTable& keys, int columns) {
  const std::vector<std::string> groups = groupsOf(keys);
  const auto rowsOf = [&keys](const std::string& group) {
    return std::count_if(keys.rows().begin(), keys.rows().end(),
                         [&](const KeyRow& row) { return row.group == group && !row.key.empty(); });
  };
  std::ptrdiff_t all = 0;
  for (const std::string& group : groups) all += rowsOf(group) + 2;  // its heading and a gap
  const std::ptrdiff_t most = all / columns + 2;
  const float column = keyColumnWidth(theme, keys);
  if (!ImGui::BeginTable("groups", columns)) return;
  ImGui::TableNextColumn();
  std::ptrdiff_t filled = 0;
  for (const std::string& group : groups) {
    const std::ptrdiff_t rows = rowsOf(group) + 2;
    if (filled > 0 && filled + rows > most) {
      ImGui::TableNextColumn();
      filled = 0;
    } else if (filled > 0) {
      gap(theme.space.m);
    }
    drawKeyGroup(theme, keys, group, column);
    filled += rows;
  }
  ImGui::EndTable();
}

// A value as a person reads it: ids of the domain's tables become their words.
std::string inWords(std::string_view field, const std::string& value) {
  if (field == "status") {
    if (const auto status = model::statusById(value)) return std::string(model::info(*status).word);
  }
  if (field == "wording") {
    if (const auto wording = model::wordingVerdictById(value)) {
      return std::string(model::info(*wording).word);
    }
  }
  return value.empty() ? "nothing" : base::shortened(base::oneLine(value), 80);
}

void drawCount(const Theme& theme, std::string_view number, std::string_view words) {
  boldText(theme, theme.size.ui, theme.palette.text, number);
  ImGui::SameLine(0, theme.space.xs);
  plainText(theme, theme.size.ui, theme.palette.secondary, words);
}

void drawSpeakerCounts(const Theme& theme, const ImportSummary& summary) {
  if (summary.speakers.empty()) return;
  heading(theme, "Who speaks");
  std::string line;
  for (const auto& [name, count] : summary.speakers) {
    if (!line.empty()) line += ", ";
    line += fmt::format("{} ({})", name, count);
  }
  if (summary.unnamed > 0) line += fmt::format(", unknown ({})", summary.unnamed);
  wrappedText(theme, theme.size.ui, theme.palette.text, line);
}

void drawLines(const Theme& theme, std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  heading(theme, title);
  for (const std::string& line : lines) {
    wrappedText(theme, theme.size.ui, theme.palette.secondary, line);
  }
}

// One click takes a paragraph that was set aside by mistake into the check.
void drawSetAside(const Model& model, const ImportSummary& summary, CommandSink& sink) {
  const Theme& theme = model.theme;
  if (summary.setAside.empty()) return;
  heading(theme, "Set aside, not checked");
  std::size_t taken = summary.setAside.size();
  const float buttonRoom = theme.px(90);
  for (std::size_t i = 0; i < summary.setAside.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    const float top = ImGui::GetCursorPosY();
    ImGui::PushTextWrapPos(right - buttonRoom);
    plainText(theme, theme.size.ui, theme.palette.secondary, summary.setAside[i].second);
    ImGui::PopTextWrapPos();
    const float below = ImGui::GetCursorPosY();
    ImGui::SameLine();
    ImGui::SetCursorPos({right - buttonRoom + theme.space.s, top - theme.space.xs});
    if (smallButton(theme, "Check it too")) taken = i;
    ImGui::SetCursorPosY(below);
    ImGui::Dummy({0, 0});  // the list is as long as its texts, not as its buttons
    ImGui::PopID();
  }
  if (taken == summary.setAside.size()) return;
  sink.checkParagraph(summary.article, summary.setAside[taken].first);
}

}  // namespace

bool possible(const Model& model, const KeyRow& row) {
  switch (row.needs) {
    case Needs::nothing: return true;
    case Needs::store: return !model.store.empty();
    case Needs::article: return model.article != nullptr;
    case Needs::item: return model.detail != nullptr;
  }
  return false;
}

// A command is carried out after the dialog is closed: it may open one itself.
void drawPalette(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  bool closed = false;
  if (!beginDialog(theme, "palette", {}, {theme.px(520), 0}, closed)) return;
  std::vector<PickRow> rows;
  std::vector<const KeyRow*> commands;
  for (const KeyRow& row : model.keys.rows()) {
    if (row.action == Action::palette || !possible(model, row)) continue;
    rows.push_back({row.label, row.key.empty() ? std::string() : chordText(row.key),
                    base::searchKey(row.label + " " + row.group)});
    commands.push_back(&row);
  }
  const Picked picked = drawPickList(theme, "Type what you want to do", state.palette, rows, 10);
  if (picked.row) closed = true;
  finish(state, Overlay::palette, closed);
  if (picked.row) sink.perform(commands[*picked.row]->action, commands[*picked.row]->value);
}

void drawKeySheet(const Model& model, UiState& state) {
  const Theme& theme = model.theme;
  bool closed = false;
  if (!beginDialog(theme, "keys", "All keys", {theme.px(1260), 0}, closed)) return;
  const float column = theme.px(390);
  const int columns = std::clamp(static_cast<int>(ImGui::GetContentRegionAvail().x / column), 1, 3);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, theme.space.xs});
  drawKeyColumns(theme, model.keys, columns);
  gap(theme.space.s);
  wrappedText(theme, theme.size.secondary, theme.palette.secondary,
              "With Shift, a status key stays on the item. Inside a text field keys write; Esc "
              "leaves the field. The settings file can give every command another key.");
  ImGui::PopStyleVar();
  if (button(theme, "Close", ButtonKind::plain, "Esc")) closed = true;
  finish(state, Overlay::keys, closed);
}

void drawArticleChoice(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  bool closed = false;
  if (!beginDialog(theme, "articles", "Go to another article", {theme.px(620), 0}, closed)) return;
  std::vector<PickRow> rows;
  for (auto summary = model.articles.rbegin(); summary != model.articles.rend(); ++summary) {
    const std::string& title = summary->article.title;
    rows.push_back({title.empty() ? "Untitled article" : title,
                    progressText(summary->settled, summary->quotes + summary->claims),
                    base::searchKey(title + " " + summary->number)});
  }
  const Picked picked = drawPickList(theme, "Type a word of its title", state.articles, rows, 10);
  if (picked.row) closed = true;
  finish(state, Overlay::articles, closed);
  if (picked.row) sink.showArticle(model.articles[rows.size() - 1 - *picked.row].article.id);
}

// Full date and time: a history is read to settle who knew what, and when.
std::string historyLine(const store::HistoryEntry& entry) {
  std::string what = entry.what;
  if (entry.what != "created" && entry.what != "removed" && entry.what != "restored") {
    what = fmt::format("{}: {} → {}", entry.what, inWords(entry.what, entry.before),
                       inWords(entry.what, entry.after));
  }
  return fmt::format("{} {} · {} · {}{}", base::utcDate(entry.at), base::localTimeOfDay(entry.at),
                     entry.actor, what, entry.undone ? " (undone)" : "");
}

void drawHistory(const Model& model, UiState& state) {
  const Theme& theme = model.theme;
  bool closed = model.detail == nullptr;
  const std::string title =
      closed ? std::string("History") : "History of " + model.detail->row.number;
  if (!beginDialog(theme, "history", title, {theme.px(680), 0}, closed)) return;
  const float room = ImGui::GetMainViewport()->WorkSize.y * 0.6F;
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, room});
  if (ImGui::BeginChild("entries", {0, 0}, ImGuiChildFlags_AutoResizeY)) {
    for (auto entry = state.history.rbegin(); entry != state.history.rend(); ++entry) {
      wrappedText(theme, theme.size.ui,
                  entry->undone ? theme.palette.secondary : theme.palette.text,
                  historyLine(*entry));
    }
  }
  ImGui::EndChild();
  gap(theme.space.s);
  if (button(theme, "Close", ButtonKind::plain, "Esc")) closed = true;
  finish(state, Overlay::history, closed);
}

// Drawn from what the worker last reported; the window never waits for it.
void drawJob(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  bool closed = false;
  if (!beginDialog(theme, "job", state.job.title, {theme.px(460), 0}, closed)) {
    return;
  }
  const std::string doing = state.job.doing.empty() ? "starting" : state.job.doing;
  plainText(theme, theme.size.ui, theme.palette.secondary, doing + " …");
  progressBar(theme, state.job.fraction);
  gap(theme.space.s);
  // A click beside it is no wish to stop.
  const bool escape = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (button(theme, "Stop", ButtonKind::plain, "Esc") || escape) sink.stopJob();
  endDialog();
}

void drawImported(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  bool closed = false;
  ImportSummary& summary = state.imported;
  if (!beginDialog(theme, "imported", "What was understood", {theme.px(600), 0}, closed)) return;
  wrappedText(theme, theme.size.heading, theme.palette.text,
              summary.title.empty() ? "Untitled article" : summary.title);
  if (!summary.byline.empty()) {
    plainText(theme, theme.size.ui, theme.palette.secondary, summary.byline);
  }
  gap(theme.space.s);
  drawCount(theme, std::to_string(summary.words), "words");
  drawCount(theme, std::to_string(summary.quotes[0] + summary.quotes[1] + summary.quotes[2]),
            fmt::format("quotes: {} direct, {} mixed, {} indirect", summary.quotes[0],
                        summary.quotes[2], summary.quotes[1]));
  drawCount(theme, std::to_string(summary.claims), "claims");
  drawSpeakerCounts(theme, summary);
  const float room = ImGui::GetMainViewport()->WorkSize.y * 0.4F;
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, room});
  if (ImGui::BeginChild("notes", {0, 0},
                        ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened)) {
    drawSetAside(model, summary, sink);
    drawLines(theme, "To look at", summary.warnings);
  }
  ImGui::EndChild();
  gap(theme.space.m);
  if (button(theme, "Start checking", ButtonKind::primary, "Enter")) closed = true;
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !ImGui::IsWindowAppearing()) closed = true;
  finish(state, Overlay::imported, closed);
}

}  // namespace assay::ui
