// A text a person types into an item, from the first key to the commit.
//
// There is no Save button: a field asks to be committed when it is left, on Ctrl+Enter (Enter on
// one line), and after two seconds without a key. When the commit fails the failure stands under
// the field and what was typed stays in it. Esc leaves a field and keeps what was typed: nothing
// is ever lost by a key.
//
// The field does not know what it belongs to; the inspector turns its text into a command.
// Thread: the window's. Time: milliseconds of the clock handed in.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "ui/theme.h"

namespace assay::ui {

/// Idle time after which a typed text is committed by itself.
inline constexpr base::Millis kCommitAfter = 2000;

/// One text being edited: what the store has and what the person has typed.
struct EditField {
  std::string text;     ///< as on the screen
  std::string stored;   ///< as last read from or written to the store
  std::string failure;  ///< why the last commit was refused, as a sentence; else empty
  base::Millis lastKey = 0;
  bool active = false;  ///< the keyboard is in it

  [[nodiscard]] bool dirty() const { return text != stored; }
  /// Takes over what the store says now, unless there is something typed that it does not have.
  void load(std::string_view fromStore);
  /// The store has it.
  void committed();
  /// Gives up what was typed.
  void revert();
};

struct FieldLook {
  const char* id = "##field";  ///< unique in its window
  std::string_view hint;       ///< shown while it is empty
  int lines = 1;               ///< more than one: a box with line breaks
  bool readOnly = false;
};

/// A one-line input over the width there is that keeps its text on Esc. True on Enter.
[[nodiscard]] bool lineInput(const char* id, const char* hint, std::string& text);
/// A box of `lines` lines, the same otherwise; Enter breaks the line.
void boxInput(const char* id, std::string& text, int lines);

/// Draws the field over the width there is; true when its text is to be committed now. `focus`
/// puts the keyboard into it.
[[nodiscard]] bool drawEditField(const Theme& theme, const FieldLook& look, EditField& field,
                                 base::Millis now, bool focus);

}  // namespace assay::ui
