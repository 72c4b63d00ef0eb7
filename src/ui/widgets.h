// Small pieces every panel is made of: text in the house's type, buttons, chips, headings.
//
// All of them draw at the cursor with Dear ImGui and log their text, so that a screen can be read
// by a test. None keeps anything between frames. Units: pixels of the theme.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "model/status.h"
#include "ui/theme.h"

namespace assay::ui {

/// Sets a font for a scope.
class FontScope {
 public:
  FontScope(ImFont* font, float size) { ImGui::PushFont(font, size); }
  ~FontScope() { ImGui::PopFont(); }
  FontScope(const FontScope&) = delete;
  FontScope& operator=(const FontScope&) = delete;
};

// --- text ----------------------------------------------------------------------------------------

/// One line in the UI face.
void plainText(const Theme& theme, float size, ImU32 color, std::string_view text);
void boldText(const Theme& theme, float size, ImU32 color, std::string_view text);
/// Wrapped over the width there is.
void wrappedText(const Theme& theme, float size, ImU32 color, std::string_view text);
/// One line of at most `width` in the font in use, with "…" for what is cut. Takes no space.
void textWithin(ImVec2 at, float width, ImU32 color, std::string_view text);
/// Width in the font in use.
[[nodiscard]] float textWidth(std::string_view text);
/// The heading of a part of a panel: small, bold, with space above; a key behind it when it has
/// one.
void heading(const Theme& theme, std::string_view text, std::string_view key = {});
/// A hairline over the width there is.
void hairline(const Theme& theme);
/// Space between two parts.
void gap(float height);
/// How far something is, over the width there is; 0 to 1.
void progressBar(const Theme& theme, double fraction);

// --- buttons -------------------------------------------------------------------------------------

enum class ButtonKind : std::uint8_t {
  plain,    ///< a hairline around it
  primary,  ///< filled with the accent: one a screen at most
  quiet,    ///< text alone until the mouse is over it
};

/// `key` is shown behind the label in the secondary colour when it is not empty.
[[nodiscard]] bool button(const Theme& theme, const char* label,
                          ButtonKind kind = ButtonKind::plain, std::string_view key = {},
                          float width = 0);
/// A quiet button in the secondary size, in the accent colour: a link.
[[nodiscard]] bool smallButton(const Theme& theme, const char* label);
/// Puts the small button that comes next beside the last one, where it still fits.
void flowSmall(const Theme& theme, std::string_view label);
/// Width that button() takes.
[[nodiscard]] float buttonWidth(const Theme& theme, std::string_view label,
                                std::string_view key = {});

/// A filter chip: word and count, filled when it is chosen.
[[nodiscard]] bool chip(const Theme& theme, const char* label, std::string_view count, bool chosen);
/// A chip with the status's mark before its word; `brief` leaves the word to the tooltip.
[[nodiscard]] bool statusChip(const Theme& theme, model::Status status, std::string_view count,
                              bool chosen, bool brief);
[[nodiscard]] float statusChipWidth(const Theme& theme, model::Status status,
                                    std::string_view count, bool brief);
/// Puts the next item on the same line when `width` still fits there.
void flow(float width, float spacing);

/// The button of one status: mark, word, key; filled softly when it is the item's.
[[nodiscard]] bool statusButton(const Theme& theme, model::Status status, std::string_view key,
                                bool chosen, float width);

/// A radio button with its word, `width` wide; true when it was pressed.
[[nodiscard]] bool radio(const Theme& theme, const std::string& id, std::string_view word,
                         float width, bool chosen);

/// A combo box over the width there is, with a small chevron. True while its list is open: then
/// ImGui::EndCombo must follow.
[[nodiscard]] bool beginCombo(const Theme& theme, const char* id, const std::string& shown);

// --- overlays ------------------------------------------------------------------------------------

/// Begins a dialog over the middle of the screen, at most as large as the screen allows; height 0
/// grows with its content. True while it is open: then endDialog must follow. `closed` becomes true
/// when the person pressed Esc or clicked beside it.
[[nodiscard]] bool beginDialog(const Theme& theme, const char* id, std::string_view title,
                               ImVec2 size, bool& closed);
void endDialog();

/// A tooltip after a moment, in the house's type.
void tooltip(const Theme& theme, std::string_view text);

}  // namespace assay::ui
