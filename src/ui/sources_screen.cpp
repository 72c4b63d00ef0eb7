#include "ui/sources_screen.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "ui/inspector_fields.h"
#include "ui/snapshot_list.h"
#include "ui/status_mark.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

struct SourceTextRow {
  SourceText id;
  std::string model::Source::* field;
  const char* widget;
  std::string_view label;
  std::string_view hint;
};

constexpr std::array<SourceTextRow, kSourceTexts> kSourceRows{{
    {SourceText::title, &model::Source::title, "##source-title", "Title", "What it is called"},
    {SourceText::author, &model::Source::author, "##source-author", "Author", "Who made it"},
    {SourceText::publisher, &model::Source::publisher, "##source-publisher", "Publisher",
     "Who published it"},
    {SourceText::url, &model::Source::url, "##source-url", "Web address", "https://"},
    {SourceText::archivedUrl, &model::Source::archivedUrl, "##source-archive", "Archived copy",
     "https://"},
    {SourceText::lookedAt, &model::Source::lookedAt, "##source-date", "Looked at on", "2026-02-03"},
    {SourceText::contact, &model::Source::contact, "##source-contact", "Contact",
     "A telephone number, a mail address"},
    {SourceText::note, &model::Source::note, "##source-note", "Note", "For the desk"},
}};

const app::SourceUses* shownSource(const SourcesState& sources) {
  for (const app::SourceUses& row : sources.rows) {
    if (row.source.id == sources.open) return &row;
  }
  return nullptr;
}

std::string nameOf(const model::Source& source) {
  return source.title.empty() ? source.url : source.title;
}

std::string usesText(std::size_t uses) {
  if (uses == 0) return "not used";
  return fmt::format("{} item{}", uses, uses == 1 ? "" : "s");
}

void read(const Model& model, SourcesState& sources, CommandSink& sink) {
  if (sources.revision == model.revision) return;
  sources.revision = model.revision;
  base::Result<std::vector<app::SourceUses>> rows = sink.sourceUses();
  sources.failure = rows ? std::string() : rows.error().text();
  if (rows) sources.rows = std::move(*rows);
  if (shownSource(sources) == nullptr) {
    sources.fields = {};
    sources.open = sources.rows.empty() ? model::SourceId{} : sources.rows.front().source.id;
  }
  if (const app::SourceUses* shown = shownSource(sources)) {
    for (const SourceTextRow& row : kSourceRows) {
      sources.fields[static_cast<std::size_t>(row.id)].load(shown->source.*row.field);
    }
  }
}

std::string commitField(SourcesState& sources, const SourceTextRow& row, CommandSink& sink) {
  const app::SourceUses* shown = shownSource(sources);
  if (shown == nullptr) return "The source is gone.";
  model::Source changed = shown->source;
  EditField& field = sources.fields[static_cast<std::size_t>(row.id)];
  changed.*row.field = field.text;
  std::string failure = sink.commit(app::EditSource{changed});
  field.failure = failure;
  if (failure.empty()) field.committed();
  sources.revision = 0;
  return failure;
}

void open(SourcesState& sources, const model::SourceId& source, CommandSink& sink) {
  if (source == sources.open || !flushSource(sources, sink)) return;
  sources.open = source;
  sources.fields = {};
  sources.revision = 0;
}

bool passes(const app::SourceUses& row, const std::string& typed) {
  const model::Source& source = row.source;
  const std::string key =
      base::searchKey(model::sourceNumberText(source.number) + " " + source.title + " " +
                      source.url + " " + source.publisher + " " + source.author);
  return key.find(base::searchKey(base::oneLine(typed))) != std::string::npos;
}

// Number and name; under it what it is, how often it is used and what is missing.
bool drawSourceRow(const Theme& theme, const app::SourceUses& row, bool chosen) {
  const float height = std::round(theme.size.ui + theme.size.secondary + theme.px(20));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string id = "##source-" + model::sourceNumberText(row.source.number);
  const bool pressed =
      ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
  if (chosen || ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRectFilled(
        at, {at.x + width, at.y + height}, chosen ? theme.palette.selection : theme.palette.hover,
        theme.corner);
  }
  const float left = at.x + theme.space.s;
  const float room = width - 2 * theme.space.s;
  const float top = at.y + std::round(theme.px(7));
  {
    const FontScope font(theme.fonts.ui, theme.size.ui);
    textWithin({left, top}, room, theme.palette.text,
               model::sourceNumberText(row.source.number) + "  " + nameOf(row.source));
  }
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const float second = top + theme.size.ui + theme.space.xs;
  const std::string missing = missingText(row.source);
  const std::string line =
      fmt::format("{} · {}", model::info(row.source.kind).word, usesText(row.uses.size()));
  textWithin({left, second}, room, theme.palette.secondary, line);
  const float used = textWidth(line + " · ");
  if (!missing.empty()) {
    textWithin({left + used, second}, room - used, theme.palette.warning, missing);
  }
  return pressed;
}

void drawList(const Model& model, SourcesState& sources, CommandSink& sink, ImVec2 size) {
  const Theme& theme = model.theme;
  if (ImGui::BeginChild("source-list", size, ImGuiChildFlags_NavFlattened)) {
    if (std::exchange(sources.fresh, false)) ImGui::SetKeyboardFocusHere();
    static_cast<void>(lineInput("##find-source", "Find a source", sources.typed));
    model::SourceId wanted;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 1});
    if (ImGui::BeginChild("source-rows", {0, 0}, ImGuiChildFlags_NavFlattened)) {
      bool any = false;
      for (const app::SourceUses& row : sources.rows) {
        if (!sources.typed.empty() && !passes(row, sources.typed)) continue;
        any = true;
        if (drawSourceRow(theme, row, row.source.id == sources.open)) wanted = row.source.id;
      }
      if (!any) {
        wrappedText(theme, theme.size.ui, theme.palette.secondary, "No source has these words.");
      }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (!wanted.empty()) open(sources, wanted, sink);
  }
  ImGui::EndChild();
}

void drawKind(const Model& model, SourcesState& sources, const model::Source& source,
              CommandSink& sink) {
  fieldLabel(model.theme, "Kind");
  if (!beginCombo(model.theme, "##source-kind", std::string(model::info(source.kind).word))) {
    return;
  }
  for (const model::SourceKindInfo& row : model::sourceKinds()) {
    const std::string word = fmt::format("{}{}", row.word, row.primary ? " (primary)" : "");
    if (!ImGui::Selectable(word.c_str(), row.kind == source.kind) || row.kind == source.kind) {
      continue;
    }
    model::Source changed = source;
    changed.kind = row.kind;
    sink.execute(app::EditSource{changed});
    sources.revision = 0;
  }
  ImGui::EndCombo();
}

// Every use leads to its item: "who else relies on this?" is asked when a source turns out wrong.
std::optional<app::SourceUse> drawUses(const Model& model, const app::SourceUses& row) {
  const Theme& theme = model.theme;
  std::optional<app::SourceUse> chosen;
  heading(theme, row.uses.empty() ? "Used for nothing yet" : "Used for");
  int at = 0;
  for (const app::SourceUse& use : row.uses) {
    ImGui::PushID(at++);
    const float height = std::round(theme.size.ui + theme.px(10));
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const std::string id = "##use-" + use.number;
    if (ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav)) {
      chosen = use;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
      draw.AddRectFilled(corner, {corner.x + width, corner.y + height}, theme.palette.hover,
                         theme.corner);
    }
    const float radius = std::round(theme.size.secondary * 0.46F);
    drawStatusMark(draw, {corner.x + theme.space.xs + radius, corner.y + height * 0.5F}, radius,
                   use.status, theme, theme.palette.panel);
    const FontScope font(theme.fonts.ui, theme.size.ui);
    textWithin({corner.x + 2 * radius + theme.space.m,
                std::round(corner.y + (height - theme.size.ui) * 0.5F)},
               width - 2 * radius - theme.space.l, theme.palette.text,
               fmt::format("{} {} “{}”", use.number, model::info(use.stance).word, use.text));
    ImGui::PopID();
  }
  return chosen;
}

void drawAddresses(const Model& model, const model::Source& source, CommandSink& sink) {
  const auto open = [&](const char* label, const std::string& address) {
    if (!model::isWebAddress(address)) return;
    if (button(model.theme, label)) {
      const base::Result<void> opened = sink.desktop().openAddress(address);
      if (!opened) sink.fail(opened.error().text());
    }
    ImGui::SameLine(0, model.theme.space.s);
  };
  open("Open it", source.url);
  open("Open the archived copy", source.archivedUrl);
  ImGui::NewLine();
}

std::optional<app::SourceUse> drawSource(const Model& model, SourcesState& sources,
                                         CommandSink& sink) {
  const app::SourceUses* shown = shownSource(sources);
  if (shown == nullptr) return std::nullopt;
  // A commit reads the list anew: what is drawn in this frame stays what it was.
  const app::SourceUses row = *shown;
  const Theme& theme = model.theme;
  ImGui::PushID(row.source.id.value.c_str());
  for (const SourceTextRow& text : kSourceRows) {
    EditField& field = sources.fields[static_cast<std::size_t>(text.id)];
    fieldLabel(theme, text.label);
    const FieldLook look{text.widget, text.hint, text.id == SourceText::note ? 2 : 1,
                         model.readOnly};
    if (drawEditField(theme, look, field, model.now, false)) {
      static_cast<void>(commitField(sources, text, sink));
    }
    if (text.id == SourceText::title) {
      ImGui::BeginDisabled(model.readOnly);
      drawKind(model, sources, row.source, sink);
      ImGui::EndDisabled();
    }
  }
  drawSnapshots(model, sink, row.snapshots);
  if (!model.readOnly && smallButton(theme, "Attach a file")) {
    sink.chooseAttachment(row.source.id);
  }
  if (model::isWebAddress(row.source.url) || model::isWebAddress(row.source.archivedUrl)) {
    gap(theme.space.xs);
    drawAddresses(model, row.source, sink);
  }
  std::optional<app::SourceUse> chosen = drawUses(model, row);
  ImGui::PopID();
  return chosen;
}

// Beside each other where there is room, else the list above the fields.
std::optional<app::SourceUse> drawParts(const Model& model, SourcesState& sources,
                                        CommandSink& sink, float height) {
  const Theme& theme = model.theme;
  const float room = ImGui::GetContentRegionAvail().x;
  const bool wide = room > theme.px(640);
  const ImVec2 list =
      wide ? ImVec2{std::round(room * 0.42F), height} : ImVec2{0, std::round(height * 0.4F)};
  drawList(model, sources, sink, list);
  if (wide) ImGui::SameLine(0, theme.space.l);
  std::optional<app::SourceUse> chosen;
  if (ImGui::BeginChild("source-fields", {0, wide ? height : height - list.y - theme.space.s},
                        ImGuiChildFlags_NavFlattened)) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, theme.space.xs});
    chosen = drawSource(model, sources, sink);
    ImGui::PopStyleVar();
  }
  ImGui::EndChild();
  return chosen;
}

}  // namespace

std::string missingText(const model::Source& source) {
  std::string text;
  const auto add = [&text](bool missing, std::string_view word) {
    if (!missing) return;
    if (!text.empty()) text += " · ";
    text += word;
  };
  add(source.lookedAt.empty(), "no date");
  add(!source.url.empty() && source.archivedUrl.empty(), "no archived copy");
  return text;
}

void openSourcesScreen(UiState& state) {
  state.sources = {};
  state.sources.fresh = true;
  state.overlay = Overlay::sources;
}

bool flushSource(SourcesState& sources, CommandSink& sink) {
  bool stored = true;
  for (const SourceTextRow& row : kSourceRows) {
    if (!sources.fields[static_cast<std::size_t>(row.id)].dirty()) continue;
    stored = commitField(sources, row, sink).empty() && stored;
    if (!stored) break;
  }
  return stored;
}

void drawSourcesScreen(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  SourcesState& sources = state.sources;
  bool closed = false;
  // Esc in a field of the source only leaves that field.
  const bool typing = std::any_of(sources.fields.begin(), sources.fields.end(),
                                  [](const EditField& field) { return field.active; });
  if (!beginDialog(theme, "sources", "Sources of this store", {theme.px(980), 0}, closed)) return;
  read(model, sources, sink);
  if (closed && typing && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) closed = false;
  std::optional<app::SourceUse> chosen;
  if (!sources.failure.empty()) {
    wrappedText(theme, theme.size.ui, theme.palette.warning, sources.failure);
  }
  if (sources.rows.empty()) {
    wrappedText(theme, theme.size.ui, theme.palette.secondary,
                fmt::format("There is no source yet. A source comes in with the first evidence "
                            "that names it: choose an item and press {}.",
                            model.keys.keyText(Action::addEvidence)));
  } else {
    const float screen = ImGui::GetMainViewport()->WorkSize.y;
    const float height = std::min(theme.px(560), screen - theme.px(190));
    chosen = drawParts(model, sources, sink, std::max(theme.px(120), std::round(height)));
  }
  gap(theme.space.s);
  if (button(theme, "Close", ButtonKind::plain, "Esc")) closed = true;
  // What cannot be stored keeps the screen open, with the reason at its field.
  if ((closed || chosen) && flushSource(sources, sink)) {
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  } else {
    chosen.reset();
  }
  endDialog();
  if (chosen) sink.showItem(chosen->article, chosen->item);
}

}  // namespace assay::ui
