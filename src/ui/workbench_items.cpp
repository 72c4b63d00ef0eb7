// Commands on items: deciding, flags, places in the text, what is copied and opened.
#include <fmt/core.h>
#include <imgui.h>

#include "ui/evidence_panel.h"
#include "ui/snapshot_list.h"
#include "ui/workbench_screen.h"

namespace assay::ui {

namespace {

// For a mail to the author: plain lines, in the words of the screen.
std::string asText(const app::ItemDetail& detail) {
  std::string text =
      fmt::format("{} ({}, {})\n{}\n", detail.row.number, model::info(detail.item.kind).word,
                  model::info(detail.item.status).word, detail.item.anchor.exact);
  const auto add = [&text](std::string_view label, std::string_view value) {
    if (!value.empty()) text += fmt::format("{}: {}\n", label, value);
  };
  if (detail.speaker) add("Speaker", detail.speaker->name);
  add("Correction", detail.item.correction);
  add("Note", detail.item.note);
  for (const app::EvidenceView& view : detail.evidence) {
    add(fmt::format("Source ({})", model::info(view.evidence.stance).word),
        view.source.title.empty() ? view.source.url : view.source.title + " " + view.source.url);
    add("Excerpt", view.evidence.excerpt);
  }
  return text;
}

}  // namespace

// Where to go on is asked before the decision: afterwards the item may not pass the filter.
void WorkbenchScreen::decide(model::Status status, bool stay) {
  const std::optional<model::ItemId> next = afterSelection(*article_, shown_, state_.selection);
  if (!leaveFields()) return;
  const std::vector<model::ItemId> items = state_.selection.all();
  executeOn(items.size(), app::SetStatus{items, status, std::nullopt},
            fmt::format("Marking {} items {}", items.size(), model::info(status).word), [=, this] {
              if (!stay) go(next);
            });
}

void WorkbenchScreen::togglePostponed(bool stay) {
  const bool on = !detail_->item.flags.has(model::Flag::postponed);
  const std::optional<model::ItemId> next = afterSelection(*article_, shown_, state_.selection);
  setFlag(model::Flag::postponed, on, [=, this] {
    // Taking it up again means working on it now.
    if (on && !stay) go(next);
  });
}

void WorkbenchScreen::toggleFlag(model::Flag flag) {
  setFlag(flag, !detail_->item.flags.has(flag), [] {});
}

void WorkbenchScreen::setFlag(model::Flag flag, bool on, const std::function<void()>& then) {
  const std::vector<model::ItemId> items = state_.selection.all();
  executeOn(items.size(), app::SetFlag{items, flag, on},
            fmt::format("Marking {} items “{}”", items.size(), model::info(flag).word), then);
}

void WorkbenchScreen::makeItem(model::ItemKind kind) {
  const std::optional<base::Span> words = pane_.textSelection();
  if (!words) {
    state_.message = "Select words in the article first";
    return;
  }
  if (!leaveFields()) return;
  const auto outcome =
      startup_.session->execute(app::AddItem{article_->article.id, kind, {*words}});
  if (!outcome) {
    fail(outcome.error().text());
    return;
  }
  noteOutcome(*outcome);
  pane_.clearTextSelection();
  refresh();
  if (!outcome->items.empty()) go(outcome->items.front());
}

void WorkbenchScreen::moveEdge(EdgeMove move) {
  const std::vector<base::Span>& spans = detail_->row.spans;
  std::vector<base::Span> moved = movedByWord(article_->draft->text, spans, move);
  if (moved == spans) {
    state_.message = "There is no word to move over";
    return;
  }
  execute(app::MoveItem{detail_->item.id, std::move(moved)});
}

// From the focused item on: that is where the eyes are.
void WorkbenchScreen::moveWords(WordMove move) {
  std::optional<base::Span> from;
  if (detail_ != nullptr && !detail_->row.spans.empty()) from = detail_->row.spans.front();
  pane_.moveWords(move, from);
  state_.wordsSelected = pane_.textSelection().has_value();
}

// Where the selected words begin; when they begin with the item, where they end.
void WorkbenchScreen::splitItem() {
  const std::optional<base::Span> words = pane_.textSelection();
  const std::vector<base::Span>& spans = detail_->row.spans;
  if (!words || spans.empty()) {
    state_.message = "Select the words that the second part begins with";
    return;
  }
  const std::size_t at = words->begin <= spans.front().begin ? words->end : words->begin;
  if (!leaveFields() || !execute(app::SplitItem{detail_->item.id, at})) return;
  pane_.clearTextSelection();
}

void WorkbenchScreen::mergeItems() {
  if (!leaveFields() || !execute(app::MergeItems{state_.selection.all()})) return;
  refresh();
}

// No question is asked: undo brings them back with their numbers.
void WorkbenchScreen::removeItems() {
  const std::optional<model::ItemId> next = afterSelection(*article_, shown_, state_.selection);
  const std::optional<model::ItemId> before = stepped(*article_, shown_, state_.selection, -1);
  if (!leaveFields()) return;
  const std::vector<model::ItemId> items = state_.selection.all();
  executeOn(items.size(), app::RemoveItems{items}, fmt::format("Removing {} items", items.size()),
            [=, this] {
              refresh();
              const std::optional<model::ItemId> there = next ? next : before;
              if (there && article_ != nullptr && article_->rowOf(*there)) go(there);
            });
}

void WorkbenchScreen::copyItem() {
  const std::string selected = pane_.selectedText();
  // Words marked in the article are what a person means by "copy".
  if (!selected.empty()) {
    ImGui::SetClipboardText(selected.c_str());
    state_.message = "Words copied";
    return;
  }
  ImGui::SetClipboardText(asText(*detail_).c_str());
  state_.message = detail_->row.number + " copied";
}

void WorkbenchScreen::openHistory() {
  constexpr std::size_t kMost = 500;
  auto history = startup_.session->history(detail_->item.id, kMost);
  if (!history) {
    fail(history.error().text());
    return;
  }
  state_.history = std::move(*history);
  state_.overlay = Overlay::history;
}

// What was kept is what was checked: it comes before the page as it is today.
void WorkbenchScreen::openSource() {
  if (const model::Snapshot* kept = keptCopy(*detail_)) {
    openSnapshot(*kept);
    return;
  }
  const std::string address = sourceAddress(*detail_);
  if (address.empty()) {
    state_.message = detail_->row.number + " has no source with a kept copy or a web address";
    return;
  }
  const auto opened = desktop_.openAddress(address);
  if (!opened) fail(opened.error().text());
}

void WorkbenchScreen::attachFile() {
  const model::Source* source = sourceForFile(*detail_);
  if (source == nullptr) {
    state_.message = detail_->row.number + " has no source yet; add evidence first";
    return;
  }
  chooseAttachment(source->id);
}

}  // namespace assay::ui
