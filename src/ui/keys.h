// The one key table: every command a person can give, its name and its key.
//
// The hint line, the cheat sheet, the command palette, tooltips and the dispatch of keys are all
// drawn from it; the settings file remaps it. Adding a key is adding a row in keys.cpp, and what it
// does in actions.cpp. Status and flag keys come from model::statuses() and model::flags().
// Thread: the window's. The table does not change while the workbench runs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/status.h"
#include "ui/key_chord.h"

namespace assay::ui {

/// What a command does. Statuses and flags are one action each; the row says which.
enum class Action : std::uint8_t {
  setStatus,
  toggleFlag,
  postpone,
  next,
  previous,
  extendNext,
  extendPrevious,
  nextUnchecked,
  previousUnchecked,
  selectAll,
  addEvidence,
  attachFile,
  openSource,
  addQuery,
  queries,
  editSpeaker,
  editNote,
  editCorrection,
  editVerdict,
  makeClaim,
  makeQuote,
  removeItems,
  splitItem,
  mergeItems,
  editSpan,
  moveEdge,
  moveWords,
  copyItem,
  search,
  findNext,
  findPrevious,
  filterBar,
  sortList,
  showAll,
  coverage,
  history,
  sources,
  chooseArticle,
  openArticle,
  newDraft,
  draftChanges,
  pasteArticle,
  openSample,
  startScreen,
  exportReport,
  undo,
  redo,
  palette,
  showKeys,
  larger,
  smaller,
  normalSize,
  switchTheme,
  settings,
  quit,
};

/// Where a command makes sense; elsewhere its key does nothing and the palette leaves it out.
enum class Needs : std::uint8_t { nothing, store, article, item };

struct KeyRow {
  std::string id;  ///< in the settings file: "mark-verified"
  Action action = Action::next;
  std::uint8_t value = 0;  ///< a model::Status, model::Flag, EdgeMove or WordMove
  std::string label;       ///< in the palette and the cheat sheet: "Mark verified"
  std::string hint;        ///< on the hint line: "verified"; empty when it is not shown there
  std::string group;       ///< heading in the cheat sheet
  Needs needs = Needs::nothing;
  Chord key;                ///< may be empty: palette only
  Chord other;              ///< a second key, such as an arrow; not remapped
  bool shiftStays = false;  ///< with Shift: the same, without going on
  bool repeats = false;     ///< holding the key repeats it
};

/// Why a command keeps the key it had.
struct KeyRefusal {
  std::string command;   ///< as the settings file names it
  std::string sentence;  ///< what is wrong with the key that was asked for

  bool operator==(const KeyRefusal&) const = default;
};

/// A command that was given.
struct Given {
  const KeyRow* row = nullptr;
  bool stay = false;
};

class KeyTable {
 public:
  /// The keys as they come.
  KeyTable();

  /// Applies the settings file's keys, command id to key. What cannot be used is left as it was and
  /// told in one sentence each: an unknown command, no such key, a key that is taken.
  [[nodiscard]] std::vector<KeyRefusal> remap(const std::map<std::string, std::string>& keys);

  [[nodiscard]] std::span<const KeyRow> rows() const { return rows_; }
  [[nodiscard]] const KeyRow* find(std::string_view id) const;
  [[nodiscard]] const KeyRow* find(Action action, std::uint8_t value = 0) const;
  /// The key of a command as text, or empty.
  [[nodiscard]] std::string keyText(Action action, std::uint8_t value = 0) const;

  /// What the keys pressed in this frame ask for. In a text field (`typing`) only keys that cannot
  /// be part of a text; while the keyboard walks over controls (`walking`), Space, Enter and the
  /// arrows belong to those.
  [[nodiscard]] std::vector<Given> pressed(bool typing, bool walking) const;

 private:
  std::vector<KeyRow> rows_;
};

}  // namespace assay::ui
