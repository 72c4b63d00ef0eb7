#include "ui/queries_screen.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/query_panel.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

/// Where a person wants to go.
struct Wanted {
  model::ArticleId article;
  model::ItemId item;
};

void read(const Model& model, QueriesState& queries, CommandSink& sink) {
  if (queries.revision == model.revision) return;
  queries.revision = model.revision;
  base::Result<std::vector<app::QueryView>> rows = sink.queries();
  queries.failure = rows ? std::string() : rows.error().text();
  if (rows) queries.rows = std::move(*rows);
}

std::vector<app::QueryView> chosen(const Model& model, const QueriesState& queries) {
  std::vector<app::QueryView> rows;
  for (const app::QueryView& row : queries.rows) {
    if (!queries.answered && !model::isOpen(row.query)) continue;
    const bool here = model.article != nullptr && row.query.article == model.article->article.id;
    if (queries.thisArticle && !here) continue;
    rows.push_back(row);
  }
  return rows;
}

void drawChoice(const Model& model, QueriesState& queries) {
  const Theme& theme = model.theme;
  const auto open =
      std::count_if(queries.rows.begin(), queries.rows.end(),
                    [](const app::QueryView& row) { return model::isOpen(row.query); });
  if (chip(theme, "Answered too",
           std::to_string(static_cast<std::ptrdiff_t>(queries.rows.size()) - open),
           queries.answered)) {
    queries.answered = !queries.answered;
  }
  if (model.article == nullptr) return;
  ImGui::SameLine(0, theme.space.s);
  if (chip(theme, "This article alone", {}, queries.thisArticle)) {
    queries.thisArticle = !queries.thisArticle;
  }
}

std::optional<Wanted> drawAbout(const Theme& theme, const app::QueryView& row) {
  std::optional<Wanted> wanted;
  for (const app::QueryAbout& about : row.about) {
    const std::string label = fmt::format("{}:{}##about", row.article, about.number);
    if (&about != &row.about.front()) ImGui::SameLine(0, theme.space.xs);
    ImGui::PushID(about.item.value.c_str());
    if (smallButton(theme, label.c_str())) wanted = Wanted{row.query.article, about.item};
    tooltip(theme, about.text);
    ImGui::PopID();
  }
  return wanted;
}

std::optional<Wanted> drawQuery(const Model& model, QueriesState& queries, CommandSink& sink,
                                const app::QueryView& row) {
  const Theme& theme = model.theme;
  ImGui::PushID(row.query.id.value.c_str());
  const model::QueryStateInfo& state = model::info(model::stateOf(row.query));
  std::string line =
      fmt::format("{} {} · {}", state.glyph, state.word, model::queryNumberText(row.query.number));
  const base::Millis at = row.query.answeredAt != 0 ? row.query.answeredAt : row.query.askedAt;
  if (at != 0) line += " · " + base::utcDate(at);
  ImGui::AlignTextToFramePadding();
  plainText(theme, theme.size.secondary, theme.palette.secondary, line);
  ImGui::SameLine(0, theme.space.s);
  const std::optional<Wanted> wanted = drawAbout(theme, row);
  drawQueryLine(model, queries.answer, sink, row.query);
  gap(theme.space.xs);
  ImGui::PopID();
  return wanted;
}

void drawGroupHead(const Model& model, const std::vector<app::QueryView>& rows,
                   const app::QueryGroup& group, CommandSink& sink) {
  const Theme& theme = model.theme;
  std::vector<model::QueryId> toAsk;
  bool open = false;
  for (const std::size_t index : group.queries) {
    const model::Query& query = rows[index].query;
    open = open || model::isOpen(query);
    if (model::stateOf(query) == model::QueryState::toAsk) toAsk.push_back(query.id);
  }
  gap(theme.space.s);
  hairline(theme);
  gap(theme.space.xs);
  boldText(theme, theme.size.ui, theme.palette.text, group.recipient);
  if (!group.contact.empty()) {
    wrappedText(theme, theme.size.secondary, theme.palette.secondary, group.contact);
  }
  if (open && smallButton(theme, "Copy")) {
    ImGui::SetClipboardText(app::callText(rows, group).c_str());
  }
  if (open) tooltip(theme, "The open queries to this person as text");
  if (toAsk.size() < 2 || model.readOnly) return;
  ImGui::SameLine(0, theme.space.xs);
  if (smallButton(theme, "All asked")) sink.execute(app::AskQueries{toAsk, true});
}

std::optional<Wanted> drawGroups(const Model& model, QueriesState& queries, CommandSink& sink) {
  const std::vector<app::QueryView> rows = chosen(model, queries);
  if (rows.empty()) {
    wrappedText(model.theme, model.theme.size.ui, model.theme.palette.secondary,
                queries.rows.empty()
                    ? fmt::format("Nobody has been asked anything yet. Choose an item and press {} "
                                  "to note a question.",
                                  model.keys.keyText(Action::addQuery))
                    : std::string("No query is open here."));
    return std::nullopt;
  }
  std::optional<Wanted> wanted;
  for (const app::QueryGroup& group : app::grouped(rows)) {
    ImGui::PushID(model::recipientKey(rows[group.queries.front()].query).c_str());
    drawGroupHead(model, rows, group, sink);
    for (const std::size_t index : group.queries) {
      if (auto here = drawQuery(model, queries, sink, rows[index])) wanted = here;
    }
    ImGui::PopID();
  }
  return wanted;
}

}  // namespace

void openQueriesScreen(UiState& state) {
  // What is half typed as an answer is kept.
  QueryAnswer answer = std::move(state.queries.answer);
  state.queries = {};
  state.queries.answer = std::move(answer);
  state.overlay = Overlay::queries;
}

void drawQueriesScreen(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  QueriesState& queries = state.queries;
  bool closed = false;
  if (!beginDialog(theme, "queries", "Queries", {theme.px(760), 0}, closed)) return;
  read(model, queries, sink);
  // Esc in the field of an answer only leaves that field.
  if (closed && queries.answer.active && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    closed = false;
  }
  std::optional<Wanted> wanted;
  if (!queries.failure.empty()) {
    wrappedText(theme, theme.size.ui, theme.palette.warning, queries.failure);
  }
  drawChoice(model, queries);
  const float screen = ImGui::GetMainViewport()->WorkSize.y;
  const float most = std::max(theme.px(120), std::min(theme.px(560), screen - theme.px(220)));
  ImGui::SetNextWindowSizeConstraints({0, 0}, {std::numeric_limits<float>::max(), most});
  if (ImGui::BeginChild("query-rows", {0, 0},
                        ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY)) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, theme.space.xs});
    wanted = drawGroups(model, queries, sink);
    ImGui::PopStyleVar();
  }
  ImGui::EndChild();
  gap(theme.space.s);
  const bool sheet = model.article != nullptr && button(theme, "Call sheet…", ButtonKind::plain);
  if (model.article != nullptr) ImGui::SameLine(0, theme.space.s);
  if (button(theme, "Close", ButtonKind::quiet, "Esc")) closed = true;
  if (closed || wanted || sheet) {
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
  if (wanted) sink.showItem(wanted->article, wanted->item);
  if (!sheet) return;
  state.report.format = "calls";
  sink.perform(Action::exportReport);
}

}  // namespace assay::ui
