#include "ui/key_chord.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"

namespace assay::ui {

namespace {

struct NamedKey {
  ImGuiKey key;
  std::string_view name;
};

constexpr std::array kNamedKeys{
    NamedKey{ImGuiKey_Space, "Space"},       NamedKey{ImGuiKey_Backspace, "Backspace"},
    NamedKey{ImGuiKey_Enter, "Enter"},       NamedKey{ImGuiKey_Escape, "Esc"},
    NamedKey{ImGuiKey_Tab, "Tab"},           NamedKey{ImGuiKey_Delete, "Delete"},
    NamedKey{ImGuiKey_Insert, "Insert"},     NamedKey{ImGuiKey_UpArrow, "Up"},
    NamedKey{ImGuiKey_DownArrow, "Down"},    NamedKey{ImGuiKey_LeftArrow, "Left"},
    NamedKey{ImGuiKey_RightArrow, "Right"},  NamedKey{ImGuiKey_PageUp, "PageUp"},
    NamedKey{ImGuiKey_PageDown, "PageDown"}, NamedKey{ImGuiKey_Home, "Home"},
    NamedKey{ImGuiKey_End, "End"},
};

bool sameWord(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  });
}

// Letters, digits and F keys are runs in the library's enumeration.
ImGuiKey offset(ImGuiKey first, int by) { return static_cast<ImGuiKey>(first + by); }

// Letters, digits, F keys and names; none for anything else.
ImGuiKey namedKey(std::string_view text) {
  if (text.size() == 1) {
    const int letter = std::toupper(static_cast<unsigned char>(text[0]));
    if (letter >= 'A' && letter <= 'Z') return offset(ImGuiKey_A, letter - 'A');
    if (letter >= '0' && letter <= '9') return offset(ImGuiKey_0, letter - '0');
  }
  if ((text.size() == 2 || text.size() == 3) && (text[0] == 'F' || text[0] == 'f')) {
    int number = 0;
    for (const char digit : text.substr(1)) {
      number = digit >= '0' && digit <= '9' ? number * 10 + (digit - '0') : 99;
    }
    if (number >= 1 && number <= 24) return offset(ImGuiKey_F1, number - 1);
  }
  for (const NamedKey& row : kNamedKeys) {
    if (sameWord(row.name, text)) return row.key;
  }
  return ImGuiKey_None;
}

std::string keyName(ImGuiKey key) {
  if (key >= ImGuiKey_A && key <= ImGuiKey_Z) {
    return std::string(1, static_cast<char>('A' + (key - ImGuiKey_A)));
  }
  if (key >= ImGuiKey_0 && key <= ImGuiKey_9) {
    return std::string(1, static_cast<char>('0' + (key - ImGuiKey_0)));
  }
  if (key >= ImGuiKey_F1 && key <= ImGuiKey_F24) {
    return "F" + std::to_string(key - ImGuiKey_F1 + 1);
  }
  for (const NamedKey& row : kNamedKeys) {
    if (row.key == key) return std::string(row.name);
  }
  return {};
}

// What the keyboard layout made of the keys in this frame, whichever keys they were.
bool typedNow(char32_t character) {
  const ImVector<ImWchar>& queue = ImGui::GetIO().InputQueueCharacters;
  return std::any_of(queue.begin(), queue.end(), [character](ImWchar typed) {
    return static_cast<char32_t>(typed) == character;
  });
}

// With Ctrl held no character arrives, so these few are looked up as keys of the keyboard.
ImGuiKey keyOfCharacter(char32_t character) {
  switch (character) {
    case U'+':
    case U'=': return ImGuiKey_Equal;
    case U'-': return ImGuiKey_Minus;
    case U'/': return ImGuiKey_Slash;
    case U'[': return ImGuiKey_LeftBracket;
    case U']': return ImGuiKey_RightBracket;
    case U',': return ImGuiKey_Comma;
    case U'.': return ImGuiKey_Period;
    case U';': return ImGuiKey_Semicolon;
    default: return ImGuiKey_None;
  }
}

// The number block has the same signs on other keys; a person means the sign.
ImGuiKey keypadTwin(ImGuiKey key) {
  switch (key) {
    case ImGuiKey_Equal: return ImGuiKey_KeypadAdd;
    case ImGuiKey_Minus: return ImGuiKey_KeypadSubtract;
    case ImGuiKey_0: return ImGuiKey_Keypad0;
    case ImGuiKey_Enter: return ImGuiKey_KeypadEnter;
    default: return ImGuiKey_None;
  }
}

}  // namespace

std::string chordText(const Chord& chord) {
  std::string text;
  if (chord.ctrl) text += "Ctrl+";
  if (chord.alt) text += "Alt+";
  if (chord.shift) text += "Shift+";
  if (chord.typed != 0) {
    base::appendCodePoint(text, chord.typed);
  } else {
    text += keyName(chord.key);
  }
  return text;
}

std::optional<Chord> parseChord(std::string_view text) {
  Chord chord;
  while (true) {
    const std::size_t plus = text.find('+');
    if (plus == std::string_view::npos || plus == 0) break;
    const std::string_view word = text.substr(0, plus);
    if (sameWord(word, "ctrl")) {
      chord.ctrl = true;
    } else if (sameWord(word, "shift")) {
      chord.shift = true;
    } else if (sameWord(word, "alt")) {
      chord.alt = true;
    } else {
      return std::nullopt;
    }
    text.remove_prefix(plus + 1);
  }
  chord.key = namedKey(text);
  if (chord.key != ImGuiKey_None) return chord;
  if (text.empty() || base::firstInvalidByte(text)) return std::nullopt;
  const base::CodePoint only = base::codePointAt(text, 0);
  // A blank or a control character would never be seen on the hint line.
  if (only.length != text.size() || only.value <= U' ') return std::nullopt;
  chord.typed = only.value;
  chord.shift = false;
  return chord;
}

bool isPressed(const Chord& chord, bool repeat) {
  const ImGuiIO& io = ImGui::GetIO();
  if (chord.empty() || io.KeyCtrl != chord.ctrl || io.KeyAlt != chord.alt) return false;
  if (chord.typed != 0 && !chord.ctrl && !chord.alt) return typedNow(chord.typed);
  const ImGuiKey key = chord.typed != 0 ? keyOfCharacter(chord.typed) : chord.key;
  if (key == ImGuiKey_None) return false;
  // Ctrl and + needs Shift on some layouts and not on others.
  if (chord.typed == 0 && io.KeyShift != chord.shift) return false;
  const ImGuiKey twin = keypadTwin(key);
  return ImGui::IsKeyPressed(key, repeat) ||
         (twin != ImGuiKey_None && ImGui::IsKeyPressed(twin, repeat));
}

}  // namespace assay::ui
