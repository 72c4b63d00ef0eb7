#include "ui/evidence_panel.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/inspector_fields.h"
#include "ui/snapshot_list.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

std::string sourceLine(const model::Source& source, const model::Evidence& evidence) {
  std::string line(model::info(source.kind).word);
  for (const std::string* part : {&source.publisher, &evidence.locator, &source.lookedAt}) {
    if (!part->empty()) line += " · " + *part;
  }
  return line;
}

std::string sourceName(const model::Source& source) {
  const std::string number = model::sourceNumberText(source.number);
  const std::string& name = source.title.empty() ? source.url : source.title;
  return name.empty() ? number : number + "  " + name;
}

void openAddress(const std::string& address, CommandSink& sink) {
  const base::Result<void> opened = sink.desktop().openAddress(address);
  if (!opened) sink.fail(opened.error().text());
}

// Kind and date tell how much a source weighs, so they stand right under its name.
void drawEntry(const Model& model, EvidenceForm& form, CommandSink& sink,
               const app::EvidenceView& view) {
  const Theme& theme = model.theme;
  ImGui::PushID(view.evidence.id.value.c_str());
  const model::StanceInfo& stance = model::info(view.evidence.stance);
  const std::string name = fmt::format("{} {}", stance.word, sourceName(view.source));
  ImGui::PushTextWrapPos(0);
  boldText(theme, theme.size.ui, theme.palette.text, name);
  ImGui::PopTextWrapPos();
  wrappedText(theme, theme.size.secondary, theme.palette.secondary,
              sourceLine(view.source, view.evidence));
  if (!view.evidence.excerpt.empty()) {
    const FontScope font(theme.fonts.readingItalic, theme.size.caption);
    ImGui::PushTextWrapPos(0);
    const std::string excerpt = "“" + view.evidence.excerpt + "”";
    ImGui::TextUnformatted(excerpt.c_str());
    ImGui::PopTextWrapPos();
  }
  const bool hasAddress = model::isWebAddress(view.source.url);
  if (hasAddress) {
    if (smallButton(theme, "Open")) openAddress(view.source.url, sink);
    tooltip(theme, view.source.url);
  }
  if (!model.readOnly) {
    if (hasAddress) flowSmall(theme, "Attach a file");
    if (smallButton(theme, "Attach a file")) sink.chooseAttachment(view.source.id);
    flowSmall(theme, "Change");
    if (smallButton(theme, "Change")) {
      form = {};
      form.open = true;
      form.editing = view.evidence.id;
      form.source = view.source.id.value;
      form.newSource = view.source;
      form.evidence = view.evidence;
    }
    flowSmall(theme, "Remove");
    if (smallButton(theme, "Remove")) sink.execute(app::RemoveEvidence{view.evidence.id});
  }
  drawSnapshots(model, sink, view.snapshots);
  ImGui::PopID();
}

void drawStances(const Theme& theme, EvidenceForm& form) {
  bool firstChip = true;
  for (const model::StanceInfo& row : model::stances()) {
    const std::string word(row.word);
    if (!firstChip) {
      const FontScope font(theme.fonts.ui, theme.size.secondary);
      flow(textWidth(word) + 2 * theme.space.s, theme.space.xs);
    }
    firstChip = false;
    if (chip(theme, word.c_str(), {}, form.evidence.stance == row.stance)) {
      form.evidence.stance = row.stance;
    }
  }
}

void textInput(const Theme& theme, const char* label, const char* id, std::string& text,
               const char* hint = "") {
  fieldLabel(theme, label);
  static_cast<void>(lineInput(id, hint, text));
}

// A source of the store is chosen, not typed again: one source, one number, used in many places.
void drawSourceChoice(const Model& model, EvidenceForm& form) {
  fieldLabel(model.theme, "Source");
  std::string shown = "A new source";
  for (const model::Source& source : model.sources) {
    if (source.id.value == form.source) shown = sourceName(source);
  }
  if (!beginCombo(model.theme, "##source", shown)) return;
  if (ImGui::Selectable("A new source", form.source.empty())) form.source.clear();
  for (const model::Source& source : model.sources) {
    ImGui::PushID(source.id.value.c_str());
    if (ImGui::Selectable(sourceName(source).c_str(), form.source == source.id.value)) {
      form.source = source.id.value;
    }
    ImGui::PopID();
  }
  ImGui::EndCombo();
}

void drawSourceFields(const Model& model, UiState& state, EvidenceForm& form) {
  const Theme& theme = model.theme;
  if (state.focus == Focus::evidence) {
    ImGui::SetKeyboardFocusHere();
    state.focus = Focus::none;
  }
  textInput(theme, "Title", "##source-title", form.newSource.title, "What it is called");
  textInput(theme, "Web address", "##source-url", form.newSource.url, "https://");
  fieldLabel(theme, "Kind");
  const std::string kind(model::info(form.newSource.kind).word);
  if (beginCombo(theme, "##source-kind", kind)) {
    for (const model::SourceKindInfo& row : model::sourceKinds()) {
      const std::string word = fmt::format("{}{}", row.word, row.primary ? " (primary)" : "");
      if (ImGui::Selectable(word.c_str(), row.kind == form.newSource.kind)) {
        form.newSource.kind = row.kind;
      }
    }
    ImGui::EndCombo();
  }
  textInput(theme, "Looked at on", "##source-date", form.newSource.lookedAt, "2026-02-03");
}

// What is wrong with the form, as a sentence; empty when it can be added.
std::string formProblem(const EvidenceForm& form) {
  const model::Source& source = form.newSource;
  const bool own = form.source.empty() || !form.editing.empty();
  if (own && base::oneLine(source.title).empty() && base::oneLine(source.url).empty()) {
    return "A new source needs a title or a web address.";
  }
  if (own && !source.url.empty() && !model::isWebAddress(source.url)) {
    return "A web address begins with http:// or https:// and holds no blank.";
  }
  if (own && !source.lookedAt.empty() && !model::isDate(source.lookedAt)) {
    return "A date is written like 2026-02-03.";
  }
  return {};
}

// One command, so one undo takes back the evidence together with the source made for it.
std::string submit(const Model& model, EvidenceForm& form, CommandSink& sink) {
  std::string problem = formProblem(form);
  if (!problem.empty()) return problem;
  model::Evidence evidence = form.evidence;
  evidence.item = model.detail->item.id;
  if (form.editing.empty()) {
    app::AddEvidence add;
    add.evidence = evidence;
    if (form.source.empty()) {
      add.newSource = form.newSource;
    } else {
      add.evidence.source = {form.source};
    }
    return sink.commit(add);
  }
  evidence.id = form.editing;
  // Only what changed becomes a command: a changed source must not add an empty undo step.
  for (const app::EvidenceView& view : model.detail->evidence) {
    if (view.evidence.id != form.editing) continue;
    if (view.evidence != evidence) problem = sink.commit(app::EditEvidence{evidence});
    if (problem.empty() && view.source != form.newSource) {
      problem = sink.commit(app::EditSource{form.newSource});
    }
  }
  return problem;
}

// A form, not fields that commit by themselves: half a source is no source.
void drawForm(const Model& model, UiState& state, EvidenceForm& form, CommandSink& sink) {
  const Theme& theme = model.theme;
  const bool adding = form.editing.empty();
  if (adding) drawSourceChoice(model, form);
  if (!adding || form.source.empty()) {
    drawSourceFields(model, state, form);
  }
  gap(theme.space.xs);
  drawStances(theme, form);
  fieldLabel(theme, "Excerpt");
  if (state.focus == Focus::evidence) {
    ImGui::SetKeyboardFocusHere();
    state.focus = Focus::none;
  }
  boxInput("##excerpt", form.evidence.excerpt, 3);
  textInput(theme, "Where in it", "##locator", form.evidence.locator, "Page, minute, paragraph");
  if (!form.failure.empty()) {
    wrappedText(theme, theme.size.secondary, theme.palette.warning, form.failure);
  }
  const ImGuiIO& io = ImGui::GetIO();
  // A question or an answer that is being typed takes the keys for itself.
  const bool elsewhere =
      state.answer.active || state.queryForms[model.detail->item.id.value].active;
  const bool chord = !elsewhere && io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_Enter, false) &&
                     ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
  const bool pressed = button(theme, adding ? "Add evidence##submit" : "Keep the change##submit",
                              ButtonKind::primary, "Ctrl+Enter");
  ImGui::SameLine(0, theme.space.s);
  if (button(theme, "Give up", ButtonKind::quiet)) {
    form = {};
    return;
  }
  if (!chord && !pressed) return;
  form.failure = submit(model, form, sink);
  if (form.failure.empty()) form = {};
}

}  // namespace

bool EvidenceForm::filled() const {
  return open && editing.empty() &&
         !(newSource.title.empty() && newSource.url.empty() && evidence.excerpt.empty() &&
           evidence.locator.empty() && source.empty());
}

// What was begun before is taken up again; only a new form gets today's date.
void openEvidenceForm(const Model& model, UiState& state) {
  if (model.detail == nullptr || model.readOnly) return;
  EvidenceForm& form = state.evidenceForms[model.detail->item.id.value];
  if (!form.open) {
    form = {};
    form.newSource.lookedAt = base::utcDate(model.now);
  }
  form.open = true;
  state.focus = Focus::evidence;
}

std::string sourceAddress(const app::ItemDetail& detail) {
  for (const app::EvidenceView& view : detail.evidence) {
    if (model::isWebAddress(view.source.url)) return view.source.url;
  }
  return {};
}

void drawEvidence(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  EvidenceForm& form = state.evidenceForms[model.detail->item.id.value];
  const std::string title = model.detail->evidence.empty()
                                ? std::string("Evidence")
                                : fmt::format("Evidence ({})", model.detail->evidence.size());
  heading(theme, title);
  for (const app::EvidenceView& view : model.detail->evidence) {
    if (form.editing != view.evidence.id) drawEntry(model, form, sink, view);
  }
  if (form.open) {
    drawForm(model, state, form, sink);
  } else if (!model.readOnly && button(theme, "Add evidence", ButtonKind::plain,
                                       model.keys.keyText(Action::addEvidence))) {
    openEvidenceForm(model, state);
  }
}

}  // namespace assay::ui
