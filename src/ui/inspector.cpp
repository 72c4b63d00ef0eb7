#include "ui/inspector.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/evidence_panel.h"
#include "ui/inspector_fields.h"
#include "ui/list_pane.h"
#include "ui/query_panel.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

void drawHead(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  const app::ItemDetail& detail = *model.detail;
  const float top = ImGui::GetCursorPosY();
  const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  boldText(theme, theme.size.heading, theme.palette.text, detail.row.number);
  ImGui::SameLine(0, theme.space.s);
  ImGui::SetCursorPosY(top + std::round((theme.size.heading - theme.size.ui) * 0.8F));
  plainText(theme, theme.size.ui, theme.palette.secondary, model::info(detail.item.kind).word);
  if (!detail.row.parent.empty()) {
    ImGui::SameLine(0, theme.space.xs);
    ImGui::SetCursorPosY(top + std::round((theme.size.heading - theme.size.ui) * 0.8F));
    plainText(theme, theme.size.ui, theme.palette.secondary, "inside " + detail.row.parent);
  }
  const float width = buttonWidth(theme, "History", model.keys.keyText(Action::history));
  const float used = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
  if (right - width > used) {
    ImGui::SameLine(right - width);
    ImGui::SetCursorPosY(top - theme.space.xs);
  }
  if (button(theme, "History", ButtonKind::quiet, model.keys.keyText(Action::history))) {
    sink.perform(Action::history);
  }
}

// The words themselves, in the reading face, with a bar at the side when they are quoted.
void drawWords(const Model& model) {
  const Theme& theme = model.theme;
  const app::ItemDetail& detail = *model.detail;
  const bool quote = model::isQuote(detail.item.kind);
  const FontScope font(theme.fonts.reading, std::round(theme.px(17)));
  const float bar = quote ? theme.space.m : 0;
  const float most = ImGui::GetTextLineHeight() * 7;
  // A mixed quote holds marks of its own.
  const std::string words = detail.item.kind == model::ItemKind::direct
                                ? "“" + detail.item.anchor.exact + "”"
                                : detail.item.anchor.exact;
  const float wrap = ImGui::GetContentRegionAvail().x - bar - ImGui::GetStyle().ScrollbarSize;
  const float height =
      std::min(most, ImGui::CalcTextSize(words.c_str(), nullptr, false, wrap).y) + 2;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (quote) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + std::round(theme.px(2)), at.y + height},
                                              theme.palette.hairline);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + bar);
  }
  if (ImGui::BeginChild("words", {0, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav)) {
    ImGui::PushTextWrapPos(wrap);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopTextWrapPos();
  }
  ImGui::EndChild();
}

void drawStatuses(const Model& model, CommandSink& sink) {
  const Theme& theme = model.theme;
  const float spacing = theme.space.xs;
  const float room = ImGui::GetContentRegionAvail().x;
  const int columns = room > theme.px(230) ? 2 : 1;
  const float width =
      std::floor((room - spacing * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {spacing, spacing});
  int at = 0;
  for (const model::StatusInfo& row : model::statuses()) {
    const auto value = static_cast<std::uint8_t>(row.status);
    if (at % columns != 0) ImGui::SameLine();
    const bool chosen = model.detail->item.status == row.status;
    if (statusButton(theme, row.status, model.keys.keyText(Action::setStatus, value), chosen,
                     width)) {
      // Pressing with the mouse stays: the eyes are on this item, not on the next.
      sink.perform(Action::setStatus, value, true);
    }
    tooltip(theme, row.meaning);
    ++at;
  }
  ImGui::PopStyleVar();
}

void drawSufficiency(const Model& model) {
  const Theme& theme = model.theme;
  const std::string note = sufficiencyNote(*model.detail);
  if (!note.empty()) wrappedText(theme, theme.size.secondary, theme.palette.warning, note);
}

// Says why the finder chose this, in its own reasons: a score alone cannot be argued with.
std::string reasonText(const app::ItemDetail& detail) {
  std::string raises;
  std::string lowers;
  for (const model::ClaimReason reason : detail.item.reasons) {
    const model::ClaimReasonInfo& row = model::info(reason);
    std::string& list = row.lowers ? lowers : raises;
    if (!list.empty()) list += ", ";
    list += row.word;
  }
  std::string text;
  if (model::isQuote(detail.item.kind)) {
    text = fmt::format("Found with {:.0f} % confidence", detail.item.confidence * 100);
  } else {
    text = fmt::format("Worth checking: {} ({:.0f} of 100)", worthWord(detail.item.score),
                       detail.item.score * 100);
  }
  if (!raises.empty()) text += ", for " + raises;
  if (!lowers.empty()) text += "; against it " + lowers;
  return text + ".";
}

void drawWhy(const Model& model) {
  const Theme& theme = model.theme;
  heading(theme, "Why this one");
  wrappedText(theme, theme.size.secondary, theme.palette.text, reasonText(*model.detail));
  if (model.detail->item.decidedAt != 0) {
    wrappedText(theme, theme.size.secondary, theme.palette.secondary,
                fmt::format("Decided by {} on {} at {}.", model.detail->item.decidedBy,
                            base::utcDate(model.detail->item.decidedAt),
                            base::localTimeOfDay(model.detail->item.decidedAt)));
  }
}

// With several items only what applies to all of them alike is offered.
void drawMany(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  boldText(theme, theme.size.heading, theme.palette.text,
           fmt::format("{} items selected", state.selection.more.size() + 1));
  wrappedText(theme, theme.size.secondary, theme.palette.secondary,
              "A status or a flag applies to all of them, as one step that one undo takes back.");
  gap(theme.space.xs);
  drawStatuses(model, sink);
  drawFlags(model, sink);
  if (model.readOnly) return;
  // One question about all of them; the others stay with their own items.
  if (state.queryForms[model.detail->item.id.value].open) drawQueries(model, state, sink);
  heading(theme, "Items");
  if (button(theme, "Join into one", ButtonKind::plain, model.keys.keyText(Action::mergeItems))) {
    sink.perform(Action::mergeItems);
  }
  const std::string removeKey = model.keys.keyText(Action::removeItems);
  flow(buttonWidth(theme, "Remove", removeKey), theme.space.s);
  if (button(theme, "Remove", ButtonKind::quiet, removeKey)) sink.perform(Action::removeItems);
}

// In the order of the work: read, who said it, decide, prove, write, explain.
void drawOne(const Model& model, UiState& state, CommandSink& sink) {
  drawHead(model, sink);
  drawWords(model);
  drawSpeaker(model, state);
  drawStatuses(model, sink);
  drawSufficiency(model);
  if (model::isQuote(model.detail->item.kind)) drawWording(model, sink);
  drawEvidence(model, state, sink);
  drawItemText(model, state, sink, ItemFieldId::correction);
  drawItemText(model, state, sink, ItemFieldId::note);
  drawQueries(model, state, sink);
  drawFlags(model, sink);
  drawItemText(model, state, sink, ItemFieldId::verdict);
  if (!model.detail->item.verdict.empty() ||
      !state.fields.at(ItemFieldId::explanation).text.empty()) {
    drawItemText(model, state, sink, ItemFieldId::explanation);
  }
  drawWhy(model);
}

}  // namespace

void drawInspector(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, std::round(theme.px(6))});
  if (model.detail == nullptr) {
    wrappedText(theme, theme.size.ui, theme.palette.secondary,
                model.article->rows.empty() ? "There is nothing to check yet."
                                            : "Choose an item in the list or in the text.");
  } else {
    // Ids of one item never carry over to the next: a field being edited ends with its item.
    ImGui::PushID(model.detail->item.id.value.c_str());
    if (state.selection.more.empty()) {
      drawOne(model, state, sink);
    } else {
      drawMany(model, state, sink);
    }
    ImGui::PopID();
  }
  ImGui::PopStyleVar();
}

// A reminder, never a lock: the desk decides, the rule only speaks up.
std::string sufficiencyNote(const app::ItemDetail& detail) {
  if (detail.item.status != model::Status::verified) return {};
  std::size_t primary = 0;
  std::size_t secondary = 0;
  for (const app::EvidenceView& evidence : detail.evidence) {
    if (evidence.evidence.stance != model::Stance::supports) continue;
    ++(model::info(evidence.source.kind).primary ? primary : secondary);
  }
  if (primary > 0 || secondary >= 3) return {};
  const std::string_view has = secondary == 0   ? "no source that supports it"
                               : secondary == 1 ? "one secondary source"
                                                : "two secondary sources";
  return fmt::format(
      "Verified with {}. The desk asks for one primary source or three "
      "independent secondary ones.",
      has);
}

}  // namespace assay::ui
