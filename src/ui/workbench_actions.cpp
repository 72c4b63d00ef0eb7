// Commands of the key table: what each of them does.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>

#include "ui/draft_screen.h"
#include "ui/evidence_panel.h"
#include "ui/overlays.h"
#include "ui/queries_screen.h"
#include "ui/query_panel.h"
#include "ui/report_screen.h"
#include "ui/sources_screen.h"
#include "ui/workbench_screen.h"

namespace assay::ui {

namespace {

// Keys the library would take for walking over controls; they are the list's until somebody walks.
void claimListKeys() {
  constexpr std::array kKeys{ImGuiKey_UpArrow,    ImGuiKey_DownArrow, ImGuiKey_LeftArrow,
                             ImGuiKey_RightArrow, ImGuiKey_Space,     ImGuiKey_Enter,
                             ImGuiKey_KeypadEnter};
  const ImGuiID owner = ImHashStr("assay-list-keys");
  for (const ImGuiKey key : kKeys) ImGui::SetKeyOwner(key, owner);
}

}  // namespace

void WorkbenchScreen::takeKeys() {
  state_.wordsSelected = pane_.textSelection().has_value();
  if (state_.overlay != Overlay::none) return;
  const ImGuiIO& io = ImGui::GetIO();
  const bool typing = io.WantTextInput;
  // A combo or a menu is open: its keys are its own.
  const bool menu = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  const bool walking = io.NavVisible;
  if (typing && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) leftField_ = true;
  if (!typing && !walking && !menu) claimListKeys();
  if (menu) return;
  if (!typing && !walking && takeSpanKeys()) return;
  if (!typing && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) takeEscape();
  for (const Given& given : keys_.pressed(typing, walking)) {
    if (possible(model(), *given.row)) perform(given.row->action, given.row->value, given.stay);
    if (state_.overlay != Overlay::none) break;
    // The next key of the same frame must see what this one did.
    refresh();
  }
}

// While the words of an item are being changed the arrows are its ends; every other key ends that
// and does what it always does. True when there is nothing left to do with this frame's keys.
bool WorkbenchScreen::takeSpanKeys() {
  if (!state_.spanMode || detail_ == nullptr) return false;
  struct EdgeKey {
    Chord chord;
    EdgeMove move;
  };
  const auto arrow = [](ImGuiKey key, bool shift) {
    Chord chord;
    chord.key = key;
    chord.shift = shift;
    return chord;
  };
  const std::array keys{EdgeKey{arrow(ImGuiKey_RightArrow, false), EdgeMove::endForward},
                        EdgeKey{arrow(ImGuiKey_LeftArrow, false), EdgeMove::endBack},
                        EdgeKey{arrow(ImGuiKey_RightArrow, true), EdgeMove::beginForward},
                        EdgeKey{arrow(ImGuiKey_LeftArrow, true), EdgeMove::beginBack}};
  for (const EdgeKey& row : keys) {
    if (!isPressed(row.chord, true)) continue;
    moveEdge(row.move);
    return true;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
      ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    state_.spanMode = false;
    return true;
  }
  return false;
}

// One step back, whatever is nearest: the marked words, the start screen, the filter, the
// selection.
void WorkbenchScreen::takeEscape() {
  if (article_ == nullptr || ImGui::GetIO().NavVisible) return;
  if (pane_.textSelection()) {
    pane_.clearTextSelection();
  } else if (state_.start) {
    state_.start = false;
  } else if (state_.coverage) {
    state_.coverage = false;
  } else if (state_.filter.active()) {
    perform(Action::showAll, 0, false);
  } else if (!state_.selection.more.empty()) {
    state_.selection.only(state_.selection.focus);
  }
}

void WorkbenchScreen::perform(Action action, std::uint8_t value, bool stay) {
  framesWanted_ = 2;
  if (action != Action::moveEdge && action != Action::editSpan) state_.spanMode = false;
  performAlways(action);
  if (article_ == nullptr) return;
  performOnArticle(action, value);
  if (detail_ != nullptr) performOnItem(action, value, stay);
}

// Three tables instead of one: what needs no article, what needs one, what needs an item. An action
// is handled by exactly one of them.
void WorkbenchScreen::performAlways(Action action) {
  switch (action) {
    case Action::openArticle: askForFile({}); break;
    case Action::pasteArticle: {
      const char* text = ImGui::GetClipboardText();
      importText(text == nullptr ? std::string() : std::string(text));
      break;
    }
    case Action::openSample:
      if (!startup_.sample.empty()) openFile(startup_.sample);
      break;
    case Action::startScreen: state_.start = true; break;
    case Action::chooseArticle:
      state_.overlay = Overlay::articles;
      state_.articles = {};
      swallow_ = 2;
      break;
    case Action::undo: takeBack(true); break;
    case Action::redo: takeBack(false); break;
    case Action::palette:
      state_.overlay = Overlay::palette;
      state_.palette = {};
      swallow_ = 2;
      break;
    case Action::showKeys: state_.overlay = Overlay::keys; break;
    case Action::settings: state_.overlay = Overlay::settings; break;
    case Action::sources: openSourcesScreen(state_); break;
    case Action::queries: openQueriesScreen(state_); break;
    case Action::larger: setScale(startup_.settings.textScale + 0.1); break;
    case Action::smaller: setScale(startup_.settings.textScale - 0.1); break;
    case Action::normalSize: setScale(1.0); break;
    case Action::switchTheme: setTheme(nextTheme(theme_.name)); break;
    case Action::quit: quit_ = true; break;
    default: break;
  }
}

void WorkbenchScreen::performOnArticle(Action action, std::uint8_t value) {
  const app::ArticleView& view = *article_;
  const Selection& selection = state_.selection;
  switch (action) {
    case Action::next: go(stepped(view, shown_, selection, 1)); break;
    case Action::previous: go(stepped(view, shown_, selection, -1)); break;
    case Action::extendNext: go(stepped(view, shown_, selection, 1), Picking::extend); break;
    case Action::extendPrevious: go(stepped(view, shown_, selection, -1), Picking::extend); break;
    case Action::nextUnchecked: go(steppedToUnchecked(view, shown_, selection, true)); break;
    case Action::previousUnchecked: go(steppedToUnchecked(view, shown_, selection, false)); break;
    case Action::selectAll:
      if (shown_.rows.empty()) break;
      state_.selection.only(view.rows[shown_.rows.back()].id);
      state_.selection.extendTo(view, shown_, view.rows[shown_.rows.front()].id);
      break;
    case Action::search: focusOn(Focus::search); break;
    case Action::findNext: pane_.findNext(); break;
    case Action::findPrevious: pane_.findPrevious(); break;
    case Action::filterBar: focusOn(Focus::filter); break;
    case Action::sortList:
      state_.sort = nextSort(state_.sort);
      startup_.settings.sort = sortId(state_.sort);
      settingsChanged();
      state_.scrollToFocus = true;
      break;
    case Action::showAll:
      state_.filter = {};
      state_.scrollToFocus = true;
      break;
    case Action::coverage: state_.coverage = !state_.coverage; break;
    case Action::moveWords: moveWords(static_cast<WordMove>(value)); break;
    case Action::makeClaim: makeItem(model::ItemKind::claim); break;
    case Action::makeQuote: makeItem(model::ItemKind::direct); break;
    case Action::newDraft: askForFile({{}, true}); break;
    case Action::draftChanges: openDraftScreen(state_); break;
    case Action::exportReport:
      // What is half typed belongs into the report.
      static_cast<void>(leaveFields());
      openReportScreen(model(), state_, startup_.settings.reportFolder);
      break;
    default: break;
  }
}

void WorkbenchScreen::performOnItem(Action action, std::uint8_t value, bool stay) {
  switch (action) {
    case Action::setStatus: decide(static_cast<model::Status>(value), stay || value == 0); break;
    case Action::toggleFlag: toggleFlag(static_cast<model::Flag>(value)); break;
    case Action::postpone: togglePostponed(stay); break;
    case Action::addEvidence:
      openEvidenceForm(model(), state_);
      swallow_ = 2;
      break;
    case Action::openSource: openSource(); break;
    case Action::attachFile: attachFile(); break;
    case Action::addQuery:
      openQueryForm(model(), state_);
      swallow_ = 2;
      break;
    case Action::editSpeaker:
      if (!model::isQuote(detail_->item.kind)) break;
      state_.overlay = Overlay::speaker;
      state_.speaker = {};
      swallow_ = 2;
      break;
    case Action::editNote: focusOn(Focus::note); break;
    case Action::editCorrection: focusOn(Focus::correction); break;
    case Action::editVerdict: focusOn(Focus::verdict); break;
    case Action::removeItems: removeItems(); break;
    case Action::splitItem: splitItem(); break;
    case Action::mergeItems: mergeItems(); break;
    case Action::editSpan: state_.spanMode = !state_.spanMode && !model().readOnly; break;
    case Action::moveEdge: moveEdge(static_cast<EdgeMove>(value)); break;
    case Action::copyItem: copyItem(); break;
    case Action::history: openHistory(); break;
    default: break;
  }
}

void WorkbenchScreen::focusOn(Focus focus) {
  state_.focus = focus;
  swallow_ = 2;
}

// Selecting commits what is typed first, and stays when that fails.
void WorkbenchScreen::go(const std::optional<model::ItemId>& item, Picking how) {
  if (item) select(*item, how);
}

void WorkbenchScreen::takeBack(bool undo) {
  if (startup_.session == nullptr) return;
  // What is half typed is stored first, so that undo takes back that and not something older.
  if (!leaveFields()) return;
  const auto outcome = undo ? startup_.session->undo() : startup_.session->redo();
  if (!outcome) {
    if (outcome.error().code == base::ErrorCode::notFound) {
      state_.message = undo ? "Nothing to undo" : "Nothing to redo";
    } else {
      fail(outcome.error().text());
    }
    return;
  }
  noteOutcome(*outcome);
  // A field that is still open would put its own old text back.
  ImGui::ClearActiveID();
  refresh();
  if (article_ == nullptr) return;
  for (const model::ItemId& item : outcome->items) {
    if (!article_->rowOf(item)) continue;
    go(item);
    break;
  }
}

void WorkbenchScreen::setTheme(ThemeName name) {
  startup_.settings.theme = themeId(name);
  makeTheme();
  settingsChanged();
}

void WorkbenchScreen::setMotion(bool motion) {
  startup_.settings.motion = motion;
  makeTheme();
  settingsChanged();
}

// Fonts are baked at the new size when they are next drawn, so every size is crisp.
void WorkbenchScreen::setScale(double scale) {
  startup_.settings.textScale =
      std::clamp(scale, static_cast<double>(kSmallestScale), static_cast<double>(kLargestScale));
  makeTheme();
  settingsChanged();
}

}  // namespace assay::ui
