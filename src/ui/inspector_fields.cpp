#include "ui/inspector_fields.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "ui/inspector.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

/// One text of an item: what it is called and how it is asked for.
struct ItemTextRow {
  ItemFieldId id;
  app::ItemText field;
  Focus focus;
  Action action;
  std::string_view label;
  const char* widget;
  std::string_view hint;
  int lines;
};

constexpr std::array<ItemTextRow, kItemFields> kItemTexts{{
    {ItemFieldId::correction, app::ItemText::correction, Focus::correction, Action::editCorrection,
     "Correction", "##correction", "How it should read", 2},
    {ItemFieldId::note, app::ItemText::note, Focus::note, Action::editNote, "Note", "##note",
     "For the desk, not for print", 2},
    {ItemFieldId::verdict, app::ItemText::verdict, Focus::verdict, Action::editVerdict,
     "Public verdict", "##verdict", "Mostly true, misleading, …", 1},
    {ItemFieldId::explanation, app::ItemText::explanation, Focus::none, Action::editVerdict,
     "Explanation of the verdict", "##explanation", "Why, in a sentence for readers", 2},
}};

const ItemTextRow& rowOf(ItemFieldId id) { return kItemTexts[static_cast<std::size_t>(id)]; }

std::string storedText(const model::Item& item, ItemFieldId id) {
  switch (id) {
    case ItemFieldId::correction: return item.correction;
    case ItemFieldId::note: return item.note;
    case ItemFieldId::verdict: return item.verdict;
    case ItemFieldId::explanation: return item.explanation;
  }
  return {};
}

// True when the store has the text now.
bool commitField(ItemFields& fields, ItemFieldId id, CommandSink& sink) {
  EditField& field = fields.at(id);
  field.failure = sink.commit(app::SetText{fields.item, rowOf(id).field, field.text});
  if (!field.failure.empty()) return false;
  field.committed();
  return true;
}

std::string rolesText(const model::StoredSpeaker& speaker) {
  std::string text;
  for (const std::string& role : speaker.roles) {
    if (!text.empty()) text += "; ";
    text += role;
  }
  return text;
}

}  // namespace

void fieldLabel(const Theme& theme, std::string_view text) {
  plainText(theme, theme.size.secondary, theme.palette.secondary, text);
}

void loadFields(ItemFields& fields, const app::ItemDetail& detail) {
  if (fields.item != detail.item.id) {
    fields = {};
    fields.item = detail.item.id;
  }
  for (const ItemTextRow& row : kItemTexts) {
    fields.at(row.id).load(storedText(detail.item, row.id));
  }
}

bool flushFields(ItemFields& fields, CommandSink& sink) {
  bool stored = true;
  for (const ItemTextRow& row : kItemTexts) {
    if (fields.at(row.id).dirty()) stored = commitField(fields, row.id, sink) && stored;
  }
  return stored;
}

std::vector<std::string> unsavedTexts(const ItemFields& fields) {
  std::vector<std::string> texts;
  for (const EditField& field : fields.fields) {
    if (field.dirty() && !field.text.empty()) texts.push_back(field.text);
  }
  return texts;
}

// A button, not a field: choosing somebody who is known is the common case.
void drawSpeaker(const Model& model, UiState& state) {
  const Theme& theme = model.theme;
  const app::ItemDetail& detail = *model.detail;
  const bool quote = model::isQuote(detail.item.kind);
  // The author's own claims have no speaker to name.
  if (!quote && !detail.speaker) return;
  const std::string name = detail.speaker ? detail.speaker->name : "Unknown speaker";
  if (!quote) {
    wrappedText(theme, theme.size.secondary, theme.palette.secondary, "Said by " + name);
    return;
  }
  const std::string label = name + "##speaker";
  const std::string key = model.keys.keyText(Action::editSpeaker);
  const float width = std::min(buttonWidth(theme, label, key), ImGui::GetContentRegionAvail().x);
  if (button(theme, label.c_str(), ButtonKind::plain, key, width)) {
    state.overlay = Overlay::speaker;
    state.speaker = {};
  }
  tooltip(theme, "Who said it; choose somebody of the article or type a name");
  if (detail.speaker && !detail.speaker->roles.empty()) {
    wrappedText(theme, theme.size.secondary, theme.palette.secondary, rolesText(*detail.speaker));
  }
}

void drawSpeakerPicker(const Model& model, UiState& state, CommandSink& sink) {
  if (model.detail == nullptr) {
    state.overlay = Overlay::none;
    return;
  }
  const Theme& theme = model.theme;
  bool closed = false;
  const std::string title = fmt::format("Who said {}?", model.detail->row.number);
  if (!beginDialog(theme, "speaker-picker", title, {theme.px(440), 0}, closed)) return;
  std::vector<PickRow> rows;
  rows.reserve(model.article->speakers->size() + 1);
  for (const model::StoredSpeaker& speaker : *model.article->speakers) {
    rows.push_back(
        {speaker.name,
         speaker.roles.empty() ? std::string() : base::shortened(speaker.roles.front(), 30),
         base::searchKey(speaker.name + " " + rolesText(speaker))});
  }
  const std::string unknown = "Unknown speaker";
  rows.push_back({unknown, "", base::searchKey(unknown)});
  const Picked picked = drawPickList(theme, "Type a name, or choose one", state.speaker, rows, 8);
  const std::string typed = base::oneLine(state.speaker.typed);
  if (matching(rows, state.speaker.typed).empty()) {
    wrappedText(theme, theme.size.secondary, theme.palette.secondary,
                fmt::format("Enter adds “{}” as a new speaker.", typed));
  }
  if (picked.row || picked.entered) {
    const bool isUnknown = picked.row && *picked.row + 1 == rows.size();
    const std::string name = picked.entered ? typed
                             : isUnknown    ? std::string()
                                            : rows[*picked.row].label;
    if (sink.execute(app::SetSpeaker{model.detail->item.id, name})) closed = true;
  }
  if (closed) {
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
}

void drawWording(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  const model::WordingVerdict now = model.detail->item.wording;
  ImGui::AlignTextToFramePadding();
  plainText(theme, theme.size.secondary, theme.palette.secondary, "Wording");
  ImGui::SameLine();
  const std::string shown(model::info(now).word);
  if (!beginCombo(theme, "##wording", shown)) return;
  for (const model::WordingVerdictInfo& row : model::wordingVerdicts()) {
    const std::string word(row.word);
    if (ImGui::Selectable(word.c_str(), row.verdict == now) && row.verdict != now) {
      sink.execute(app::SetWording{{model.detail->item.id}, row.verdict});
    }
  }
  ImGui::EndCombo();
}

// Keys stand in the chips, so that the hand learns them while it clicks.
void drawFlags(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  heading(theme, "Flags");
  bool firstChip = true;
  for (const model::FlagInfo& flag : model::flags()) {
    const bool on = model.detail->item.flags.has(flag.flag);
    // Set by the program alone: shown when it holds, nothing to press.
    if (flag.flag == model::Flag::changedSinceChecked && !on) continue;
    const auto value = static_cast<std::uint8_t>(flag.flag);
    const Action action =
        flag.flag == model::Flag::postponed ? Action::postpone : Action::toggleFlag;
    const std::string key = flag.flag == model::Flag::postponed
                                ? model.keys.keyText(Action::postpone)
                                : model.keys.keyText(Action::toggleFlag, value);
    const std::string label = std::string(flag.word) + "##flag-" + std::string(flag.id);
    if (!firstChip) {
      const FontScope font(theme.fonts.ui, theme.size.secondary);
      flow(textWidth(flag.word) + textWidth(key) + 3 * theme.space.s, theme.space.xs);
    }
    firstChip = false;
    if (chip(theme, label.c_str(), key, on) && flag.flag != model::Flag::changedSinceChecked) {
      sink.perform(action, value, true);
    }
  }
}

void drawItemText(const Model& model, UiState& state, CommandSink& sink, ItemFieldId which) {
  const ItemTextRow& row = rowOf(which);
  const bool hasKey = which != ItemFieldId::explanation;
  heading(model.theme, row.label, hasKey ? model.keys.keyText(row.action) : std::string());
  const bool focus = row.focus != Focus::none && state.focus == row.focus;
  if (focus) state.focus = Focus::none;
  FieldLook look;
  look.id = row.widget;
  look.hint = row.hint;
  look.lines = row.lines;
  look.readOnly = model.readOnly;
  if (drawEditField(model.theme, look, state.fields.at(which), model.now, focus)) {
    static_cast<void>(commitField(state.fields, which, sink));
  }
}

}  // namespace assay::ui
