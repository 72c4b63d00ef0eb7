#include "ui/query_panel.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "ui/edit_field.h"
#include "ui/inspector_fields.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

std::string stateLine(const model::Query& query) {
  const model::QueryStateInfo& state = model::info(model::stateOf(query));
  std::string line = fmt::format("{} {}", state.glyph, state.word);
  const base::Millis at = query.answeredAt != 0 ? query.answeredAt : query.askedAt;
  if (at != 0) line += " " + base::utcDate(at);
  return line;
}

// "By Mats Holm and Ada Brook" names people; the word before them does not.
std::string authorOf(std::string_view byline) {
  std::string name = base::oneLine(byline);
  for (const std::string_view word : {"By ", "BY ", "by "}) {
    if (name.starts_with(word)) return name.substr(word.size());
  }
  return name;
}

bool ctrlEnter() { return ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_Enter, false); }

void drawAnswerForm(const Model& model, QueryAnswer& answer, CommandSink& sink) {
  const Theme& theme = model.theme;
  fieldLabel(theme, "Answer");
  if (std::exchange(answer.fresh, false)) ImGui::SetKeyboardFocusHere();
  const bool typing = std::exchange(answer.active, false);
  boxInput("##answer", answer.text, 3);
  answer.active = ImGui::IsItemActive();
  if (!answer.failure.empty()) {
    wrappedText(theme, theme.size.secondary, theme.palette.warning, answer.failure);
  }
  const bool pressed = button(theme, "Keep the answer", ButtonKind::primary, "Ctrl+Enter") ||
                       (typing && ctrlEnter());
  ImGui::SameLine(0, theme.space.s);
  if (button(theme, "Give up##answer", ButtonKind::quiet)) {
    answer = {};
    return;
  }
  if (!pressed) return;
  if (base::oneLine(answer.text).empty()) {
    answer.failure = "Write what was said, or that there will be no answer.";
    return;
  }
  answer.failure = sink.commit(app::AnswerQuery{answer.query, answer.text});
  if (answer.failure.empty()) answer = {};
}

// The name follows the kind until somebody types one.
void drawRecipient(const Model& model, QueryForm& form) {
  const Theme& theme = model.theme;
  bool firstChip = true;
  for (const model::RecipientKindInfo& row : model::recipientKinds()) {
    const std::string label = fmt::format("{}##to-{}", row.word, row.id);
    if (!firstChip) {
      const FontScope font(theme.fonts.ui, theme.size.secondary);
      flow(textWidth(row.word) + 2 * theme.space.s, theme.space.xs);
    }
    firstChip = false;
    if (!chip(theme, label.c_str(), {}, form.kind == row.kind)) continue;
    const LikelyRecipient before =
        likelyRecipient(*model.detail, form.kind, model.article->article.byline);
    form.kind = row.kind;
    if (form.recipient.empty() || form.recipient == before.name) {
      form.recipient = likelyRecipient(*model.detail, row.kind, model.article->article.byline).name;
    }
  }
  fieldLabel(theme, "Whom to ask");
  static_cast<void>(lineInput("##recipient", "A name, or nobody in particular", form.recipient));
  form.active = form.active || ImGui::IsItemActive();
  fieldLabel(theme, "Contact");
  static_cast<void>(
      lineInput("##recipient-contact", "A telephone number, a mail address", form.contact));
  form.active = form.active || ImGui::IsItemActive();
}

void drawForm(const Model& model, UiState& state, QueryForm& form, CommandSink& sink) {
  const Theme& theme = model.theme;
  const bool typing = std::exchange(form.active, false);
  fieldLabel(theme, form.items.size() > 1
                        ? fmt::format("Question about {} items", form.items.size())
                        : std::string("Question"));
  if (state.focus == Focus::query) {
    ImGui::SetKeyboardFocusHere();
    state.focus = Focus::none;
  }
  boxInput("##question", form.text, 3);
  form.active = ImGui::IsItemActive();
  drawRecipient(model, form);
  if (!form.failure.empty()) {
    wrappedText(theme, theme.size.secondary, theme.palette.warning, form.failure);
  }
  const bool pressed =
      button(theme, "Add the query", ButtonKind::primary, "Ctrl+Enter") || (typing && ctrlEnter());
  ImGui::SameLine(0, theme.space.s);
  if (button(theme, "Give up##query", ButtonKind::quiet)) {
    form = {};
    return;
  }
  if (!pressed) return;
  app::AddQuery add;
  add.query.items = form.items;
  add.query.kind = form.kind;
  add.query.recipient = form.recipient;
  add.query.contact = form.contact;
  add.query.text = form.text;
  form.failure = sink.commit(add);
  if (form.failure.empty()) form = {};
}

}  // namespace

LikelyRecipient likelyRecipient(const app::ItemDetail& detail, model::RecipientKind kind,
                                std::string_view byline) {
  switch (kind) {
    case model::RecipientKind::author: return {kind, authorOf(byline)};
    case model::RecipientKind::speaker:
      return {kind, detail.speaker ? detail.speaker->name : std::string()};
    default: return {kind, {}};
  }
}

// What was begun before is taken up again, about what is selected now.
void openQueryForm(const Model& model, UiState& state) {
  if (model.detail == nullptr || model.readOnly) return;
  QueryForm& form = state.queryForms[model.detail->item.id.value];
  if (!form.open) {
    form = {};
    const bool saidByOne = model::isQuote(model.detail->item.kind) && model.detail->speaker;
    const LikelyRecipient likely = likelyRecipient(
        *model.detail, saidByOne ? model::RecipientKind::speaker : model::RecipientKind::author,
        model.article->article.byline);
    form.kind = likely.kind;
    form.recipient = likely.name;
  }
  form.items = state.selection.all();
  form.open = true;
  state.focus = Focus::query;
}

void drawQueryLine(const Model& model, QueryAnswer& answer, CommandSink& sink,
                   const model::Query& query) {
  const Theme& theme = model.theme;
  wrappedText(theme, theme.size.ui, theme.palette.text, query.text);
  if (!query.answer.empty() && answer.query != query.id) {
    wrappedText(theme, theme.size.ui, theme.palette.secondary, "→ " + query.answer);
  }
  if (answer.query == query.id) {
    drawAnswerForm(model, answer, sink);
    return;
  }
  if (model.readOnly) return;
  if (model::isOpen(query)) {
    const bool asked = query.askedAt != 0;
    if (smallButton(theme, asked ? "Not asked yet" : "Asked")) {
      sink.execute(app::AskQueries{{query.id}, !asked});
    }
    flowSmall(theme, "Answer");
  }
  if (smallButton(theme, model::isOpen(query) ? "Answer" : "Change the answer")) {
    answer = {query.id, query.answer, {}, true, false};
  }
  if (!model::isOpen(query)) {
    flowSmall(theme, "Open again");
    if (smallButton(theme, "Open again")) sink.execute(app::AnswerQuery{query.id, {}});
  }
  flowSmall(theme, "Remove");
  if (smallButton(theme, "Remove")) sink.execute(app::RemoveQueries{{query.id}});
}

void drawQueries(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  QueryForm& form = state.queryForms[model.detail->item.id.value];
  const std::vector<model::Query>& queries = model.detail->queries;
  heading(theme,
          queries.empty() ? std::string("Queries") : fmt::format("Queries ({})", queries.size()));
  for (const model::Query& query : queries) {
    ImGui::PushID(query.id.value.c_str());
    wrappedText(theme, theme.size.secondary, theme.palette.secondary,
                fmt::format("{} · {} · {}", model::queryNumberText(query.number),
                            model::recipientText(query), stateLine(query)));
    drawQueryLine(model, state.answer, sink, query);
    ImGui::PopID();
  }
  if (form.open) {
    drawForm(model, state, form, sink);
  } else if (!model.readOnly && button(theme, "Ask somebody", ButtonKind::plain,
                                       model.keys.keyText(Action::addQuery))) {
    openQueryForm(model, state);
  }
}

}  // namespace assay::ui
