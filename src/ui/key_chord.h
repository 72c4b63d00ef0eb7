// A key as a person writes it: "V", "Shift+M", "Ctrl+Shift+Z", "/", "Space", "F2".
//
// Letters and named keys are keys of the keyboard. Punctuation ("?", "/", "[") is the character
// that was typed, because it sits behind another key, and other modifiers, on every layout.
// Plain values; pure functions but for isPressed, which asks the current Dear ImGui context.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>

namespace assay::ui {

struct Chord {
  ImGuiKey key = ImGuiKey_None;  ///< none when `typed` is set
  char32_t typed = 0;            ///< a printable character; Shift and AltGr are part of it
  bool ctrl = false;
  bool shift = false;
  bool alt = false;

  bool operator==(const Chord&) const = default;
  [[nodiscard]] bool empty() const { return key == ImGuiKey_None && typed == 0; }
  /// Works while a text field has the keyboard: it cannot be part of a text.
  [[nodiscard]] bool worksInText() const {
    return ctrl || alt || (key >= ImGuiKey_F1 && key <= ImGuiKey_F24);
  }
};

/// As shown on the hint line and in the settings file.
[[nodiscard]] std::string chordText(const Chord& chord);
/// The reverse; modifiers in any order and case. Nothing when it names no key.
[[nodiscard]] std::optional<Chord> parseChord(std::string_view text);

/// True in the frame the chord went down; with `repeat`, also while it is held.
[[nodiscard]] bool isPressed(const Chord& chord, bool repeat);

}  // namespace assay::ui
