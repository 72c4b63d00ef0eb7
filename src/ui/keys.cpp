#include "ui/keys.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "ui/text_words.h"

namespace assay::ui {

namespace {

constexpr std::string_view kDecide = "Decide";
constexpr std::string_view kMove = "Move";
constexpr std::string_view kWrite = "Write";
constexpr std::string_view kText = "Words of the article";
constexpr std::string_view kFind = "Find and filter";
constexpr std::string_view kArticle = "Article";
constexpr std::string_view kProgram = "Program";

struct Plain {
  std::string_view id;
  Action action;
  std::string_view label;
  std::string_view hint;
  std::string_view group;
  Needs needs;
  std::string_view key;
  std::string_view other = "";
  bool repeats = false;
  std::uint8_t value = 0;
};

// In the order of the cheat sheet; statuses and flags are put in front.
constexpr std::array kPlainRows{
    Plain{"postpone", Action::postpone, "Postpone, or take it up again", "later", kDecide,
          Needs::item, "Space"},
    Plain{"next", Action::next, "Next item", "next", kMove, Needs::article, "J", "Down", true},
    Plain{"previous", Action::previous, "Previous item", "previous", kMove, Needs::article, "K",
          "Up", true},
    Plain{"next-unchecked", Action::nextUnchecked, "Next unchecked item", "", kMove, Needs::article,
          "]"},
    Plain{"previous-unchecked", Action::previousUnchecked, "Previous unchecked item", "", kMove,
          Needs::article, "["},
    Plain{"extend-next", Action::extendNext, "Select the next item as well", "", kMove, Needs::item,
          "Shift+J", "Shift+Down", true},
    Plain{"extend-previous", Action::extendPrevious, "Select the previous item as well", "", kMove,
          Needs::item, "Shift+K", "Shift+Up", true},
    Plain{"select-all", Action::selectAll, "Select all items shown", "", kMove, Needs::article,
          "Ctrl+A"},
    Plain{"search", Action::search, "Search items and text", "find", kFind, Needs::article, "/"},
    Plain{"find-next", Action::findNext, "Next place found in the text", "", kFind, Needs::article,
          "F3"},
    Plain{"find-previous", Action::findPrevious, "Previous place found in the text", "", kFind,
          Needs::article, "Shift+F3"},
    Plain{"filter", Action::filterBar, "Choose a filter", "", kFind, Needs::article, "F"},
    Plain{"sort", Action::sortList, "Sort the list another way", "", kFind, Needs::article, ""},
    Plain{"show-all", Action::showAll, "Show all items", "", kFind, Needs::article, ""},
    Plain{"coverage", Action::coverage, "Coverage: words that nobody has checked", "", kFind,
          Needs::article, "G"},
    Plain{"add-evidence", Action::addEvidence, "Add evidence", "evidence", kWrite, Needs::item,
          "E"},
    Plain{"attach-file", Action::attachFile, "Keep a file of the source in the store", "", kWrite,
          Needs::item, "Shift+E"},
    Plain{"add-query", Action::addQuery, "Ask somebody about the item", "query", kWrite,
          Needs::item, "Q"},
    Plain{"queries", Action::queries, "All queries, by whom to ask", "", kWrite, Needs::store,
          "Shift+Q"},
    Plain{"sources", Action::sources, "All sources of the store", "", kWrite, Needs::store,
          "Shift+O"},
    Plain{"open-source", Action::openSource, "Open the source: its kept copy or web address", "",
          kWrite, Needs::item, "O"},
    Plain{"edit-speaker", Action::editSpeaker, "Name the speaker", "speaker", kWrite, Needs::item,
          "S"},
    Plain{"edit-note", Action::editNote, "Write a note", "", kWrite, Needs::item, "Ctrl+N"},
    Plain{"edit-correction", Action::editCorrection, "Suggest a correction", "", kWrite,
          Needs::item, "R"},
    Plain{"edit-verdict", Action::editVerdict, "Write the public verdict", "", kWrite, Needs::item,
          ""},
    Plain{"make-claim", Action::makeClaim, "Make the selected words a claim", "", kText,
          Needs::article, "M"},
    Plain{"make-quote", Action::makeQuote, "Make the selected words a quote", "", kText,
          Needs::article, "Shift+M"},
    Plain{"remove-items", Action::removeItems, "Remove the selected items", "", kWrite, Needs::item,
          "Delete"},
    Plain{"split-item", Action::splitItem, "Split the item at the selected words", "", kText,
          Needs::item, "Ctrl+B"},
    Plain{"merge-items", Action::mergeItems, "Join the selected items into one", "", kText,
          Needs::item, "Ctrl+J"},
    Plain{"edit-span", Action::editSpan, "Change which words belong to the item", "", kText,
          Needs::item, "T"},
    Plain{"end-forward", Action::moveEdge, "End of the item a word on", "", kText, Needs::item,
          "Alt+Right", "", true, static_cast<std::uint8_t>(EdgeMove::endForward)},
    Plain{"end-back", Action::moveEdge, "End of the item a word back", "", kText, Needs::item,
          "Alt+Left", "", true, static_cast<std::uint8_t>(EdgeMove::endBack)},
    Plain{"begin-forward", Action::moveEdge, "Start of the item a word on", "", kText, Needs::item,
          "Alt+Shift+Right", "", true, static_cast<std::uint8_t>(EdgeMove::beginForward)},
    Plain{"begin-back", Action::moveEdge, "Start of the item a word back", "", kText, Needs::item,
          "Alt+Shift+Left", "", true, static_cast<std::uint8_t>(EdgeMove::beginBack)},
    Plain{"word-next", Action::moveWords, "Select the next word", "", kText, Needs::article,
          "Right", "", true, static_cast<std::uint8_t>(WordMove::next)},
    Plain{"word-previous", Action::moveWords, "Select the previous word", "", kText, Needs::article,
          "Left", "", true, static_cast<std::uint8_t>(WordMove::previous)},
    Plain{"word-extend", Action::moveWords, "Select a word more", "", kText, Needs::article,
          "Shift+Right", "", true, static_cast<std::uint8_t>(WordMove::extend)},
    Plain{"word-shrink", Action::moveWords, "Select a word less", "", kText, Needs::article,
          "Shift+Left", "", true, static_cast<std::uint8_t>(WordMove::shrink)},
    Plain{"paragraph-next", Action::moveWords, "Go to the next paragraph", "", kText,
          Needs::article, "Ctrl+Right", "", true,
          static_cast<std::uint8_t>(WordMove::nextParagraph)},
    Plain{"paragraph-previous", Action::moveWords, "Go to the previous paragraph", "", kText,
          Needs::article, "Ctrl+Left", "", true,
          static_cast<std::uint8_t>(WordMove::previousParagraph)},
    Plain{"copy-item", Action::copyItem, "Copy the item as text", "", kWrite, Needs::item,
          "Ctrl+C"},
    Plain{"history", Action::history, "History of the item", "", kWrite, Needs::item, "H"},
    Plain{"open", Action::openArticle, "Open an article or a store", "", kArticle, Needs::nothing,
          "Ctrl+O"},
    Plain{"new-draft", Action::newDraft, "Take in a new draft of this article", "", kArticle,
          Needs::article, "Ctrl+D"},
    Plain{"draft-changes", Action::draftChanges, "What the new draft changed", "", kArticle,
          Needs::article, "Ctrl+Shift+D"},
    Plain{"paste", Action::pasteArticle, "Take in the article on the clipboard", "", kArticle,
          Needs::store, "Ctrl+V"},
    Plain{"sample", Action::openSample, "Open the sample article", "", kArticle, Needs::store, ""},
    Plain{"articles", Action::chooseArticle, "Go to another article", "", kArticle, Needs::store,
          "Ctrl+T"},
    Plain{"start", Action::startScreen, "Back to the start screen", "", kArticle, Needs::nothing,
          ""},
    Plain{"report", Action::exportReport, "Export a report", "", kArticle, Needs::article,
          "Ctrl+E"},
    // Not by holding the key: each step is a decision of somebody, and the last is the import.
    Plain{"undo", Action::undo, "Undo", "", kProgram, Needs::store, "Ctrl+Z"},
    Plain{"redo", Action::redo, "Redo", "", kProgram, Needs::store, "Ctrl+Shift+Z", "Ctrl+Y"},
    Plain{"palette", Action::palette, "Find a command", "", kProgram, Needs::nothing, "Ctrl+K"},
    Plain{"keys", Action::showKeys, "All keys", "all keys", kProgram, Needs::nothing, "?"},
    Plain{"larger", Action::larger, "Larger text", "", kProgram, Needs::nothing, "Ctrl++", "",
          true},
    Plain{"smaller", Action::smaller, "Smaller text", "", kProgram, Needs::nothing, "Ctrl+-", "",
          true},
    Plain{"normal-size", Action::normalSize, "Normal text size", "", kProgram, Needs::nothing,
          "Ctrl+0"},
    Plain{"theme", Action::switchTheme, "Paper, dark or high contrast", "", kProgram,
          Needs::nothing, "F2"},
    Plain{"settings", Action::settings, "Settings", "", kProgram, Needs::nothing, "Ctrl+,"},
    Plain{"quit", Action::quit, "Close Assay", "", kProgram, Needs::nothing, "Ctrl+Q"},
};

std::string withHyphens(std::string_view id) {
  std::string text(id);
  std::replace(text.begin(), text.end(), '_', '-');
  return text;
}

// A status or flag without a key has an empty chord: it stays in the palette.
Chord letter(char key) {
  return key == 0 ? Chord{} : parseChord(std::string_view(&key, 1)).value_or(Chord{});
}

void addStatusRows(std::vector<KeyRow>& rows) {
  // On the hint line, those decided most often; the others are one "?" away.
  constexpr std::array kHinted{model::Status::verified, model::Status::corrected,
                               model::Status::disputed, model::Status::wrong,
                               model::Status::unverifiable};
  for (const model::StatusInfo& status : model::statuses()) {
    if (status.key == 0) continue;
    KeyRow row;
    row.id = "mark-" + withHyphens(status.id);
    row.action = Action::setStatus;
    row.value = static_cast<std::uint8_t>(status.status);
    row.label = "Mark " + std::string(status.word);
    if (std::find(kHinted.begin(), kHinted.end(), status.status) != kHinted.end()) {
      row.hint = status.word;
    }
    row.group = kDecide;
    row.needs = Needs::item;
    row.key = letter(status.key);
    row.shiftStays = true;
    rows.push_back(std::move(row));
  }
  KeyRow clear;
  clear.id = "clear-status";
  clear.action = Action::setStatus;
  clear.value = static_cast<std::uint8_t>(model::Status::unchecked);
  clear.label = "Clear the status";
  clear.group = kDecide;
  clear.needs = Needs::item;
  clear.key = *parseChord("Backspace");
  rows.push_back(std::move(clear));
}

void addFlagRows(std::vector<KeyRow>& rows) {
  for (const model::FlagInfo& flag : model::flags()) {
    // Postponing has its own command; "changed since checked" is the program's to set.
    if (flag.flag == model::Flag::postponed || flag.flag == model::Flag::changedSinceChecked) {
      continue;
    }
    KeyRow row;
    row.id = "flag-" + withHyphens(flag.id);
    row.action = Action::toggleFlag;
    row.value = static_cast<std::uint8_t>(flag.flag);
    row.label = "Flag: " + std::string(flag.word);
    row.group = kDecide;
    row.needs = Needs::item;
    row.key = letter(flag.key);
    rows.push_back(std::move(row));
  }
}

bool belongsToControls(const Chord& chord) {
  if (chord.ctrl || chord.alt) return false;
  constexpr std::array kKeys{ImGuiKey_Space,     ImGuiKey_Enter,     ImGuiKey_UpArrow,
                             ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_RightArrow};
  return std::find(kKeys.begin(), kKeys.end(), chord.key) != kKeys.end();
}

// What a text field does with these is its own affair.
bool belongsToText(Action action) {
  return action == Action::undo || action == Action::redo || action == Action::pasteArticle ||
         action == Action::copyItem || action == Action::selectAll || action == Action::moveEdge ||
         action == Action::moveWords || action == Action::splitItem || action == Action::mergeItems;
}

std::string kept(const KeyRow& row) {
  return row.key.empty() ? std::string("none.") : chordText(row.key) + ".";
}

}  // namespace

KeyTable::KeyTable() {
  addStatusRows(rows_);
  addFlagRows(rows_);
  for (const Plain& plain : kPlainRows) {
    KeyRow row;
    row.id = plain.id;
    row.action = plain.action;
    row.label = plain.label;
    row.hint = plain.hint;
    row.group = plain.group;
    row.needs = plain.needs;
    row.key = parseChord(plain.key).value_or(Chord{});
    row.other = parseChord(plain.other).value_or(Chord{});
    row.repeats = plain.repeats;
    row.value = plain.value;
    rows_.push_back(std::move(row));
  }
}

std::vector<KeyRefusal> KeyTable::remap(const std::map<std::string, std::string>& keys) {
  std::vector<KeyRefusal> refused;
  // Two passes, so that two commands may swap their keys.
  std::vector<std::pair<KeyRow*, Chord>> wanted;
  for (const auto& [id, text] : keys) {
    const auto row = std::find_if(rows_.begin(), rows_.end(),
                                  [&id](const KeyRow& candidate) { return candidate.id == id; });
    const std::optional<Chord> chord = parseChord(text);
    if (row == rows_.end()) {
      refused.push_back({id, "There is no command \"" + id + "\" to give a key to."});
    } else if (!chord) {
      refused.push_back({id, "\"" + text + "\" is not a key; \"" + id + "\" keeps " + kept(*row)});
    } else {
      wanted.emplace_back(&*row, *chord);
    }
  }
  for (const auto& [row, chord] : wanted) {
    const auto taker = std::find_if(rows_.begin(), rows_.end(), [&](const KeyRow& other) {
      const bool moves = std::any_of(wanted.begin(), wanted.end(),
                                     [&](const auto& pair) { return pair.first == &other; });
      return &other != row && ((!moves && other.key == chord) || other.other == chord);
    });
    const auto twin = std::find_if(wanted.begin(), wanted.end(), [&](const auto& pair) {
      return pair.first < row && pair.second == chord;
    });
    if (taker != rows_.end()) {
      refused.push_back({row->id, chordText(chord) + " is the key of \"" + taker->id + "\"; \"" +
                                      row->id + "\" keeps " + kept(*row)});
    } else if (twin != wanted.end()) {
      refused.push_back({row->id, chordText(chord) + " is given to \"" + twin->first->id +
                                      "\" as well; \"" + row->id + "\" keeps " + kept(*row)});
    } else {
      row->key = chord;
    }
  }
  return refused;
}

const KeyRow* KeyTable::find(std::string_view id) const {
  const auto row =
      std::find_if(rows_.begin(), rows_.end(), [id](const KeyRow& r) { return r.id == id; });
  return row == rows_.end() ? nullptr : &*row;
}

const KeyRow* KeyTable::find(Action action, std::uint8_t value) const {
  const auto row = std::find_if(rows_.begin(), rows_.end(), [=](const KeyRow& r) {
    return r.action == action && r.value == value;
  });
  return row == rows_.end() ? nullptr : &*row;
}

std::string KeyTable::keyText(Action action, std::uint8_t value) const {
  const KeyRow* row = find(action, value);
  return row == nullptr || row->key.empty() ? std::string() : chordText(row->key);
}

// In the order of the table, so that two keys of one frame act in the same order every time.
std::vector<Given> KeyTable::pressed(bool typing, bool walking) const {
  std::vector<Given> given;
  for (const KeyRow& row : rows_) {
    for (const Chord& chord : {row.key, row.other}) {
      if (chord.empty()) continue;
      if (typing && (!chord.worksInText() || belongsToText(row.action))) continue;
      if (walking && belongsToControls(chord)) continue;
      Chord shifted = chord;
      shifted.shift = true;
      if (isPressed(chord, row.repeats)) {
        given.push_back({&row, false});
      } else if (row.shiftStays && isPressed(shifted, false)) {
        given.push_back({&row, true});
      }
    }
  }
  return given;
}

}  // namespace assay::ui
