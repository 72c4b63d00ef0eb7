// How the workbench looks: colours, type and space, in one value.
//
// A Theme is made anew when the theme's name or the text size changes, handed to every panel, and
// never changed by one. It does not load fonts: the window (or a test) puts them into Dear ImGui's
// atlas and gives the handles. Not here: the colours, glyphs and lines of statuses, which stand in
// model::statuses(); only their choice for the theme is made here.
//
// Ownership: the fonts belong to the ImGui context. Thread: the window's. Units: pixels, already
// multiplied by the scale; colours are packed as ImU32.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/status.h"

namespace assay::ui {

/// `contrast` is for eyes that need it: black on white, 7:1 for everything that is read.
enum class ThemeName : std::uint8_t { paper, dark, contrast };
[[nodiscard]] std::span<const ThemeName> themeNames();
[[nodiscard]] ThemeName nextTheme(ThemeName name);

/// "paper", "dark" or "contrast", as the settings file writes them.
[[nodiscard]] std::string_view themeId(ThemeName name);
[[nodiscard]] std::optional<ThemeName> themeById(std::string_view id);

/// Text scale the settings may hold.
inline constexpr float kSmallestScale = 0.7F;
inline constexpr float kLargestScale = 2.5F;

/// Every colour there is beside those of the statuses. Text colours keep 4.5:1 on ground, panel,
/// field and selection.
struct Palette {
  ImU32 ground = 0;     ///< under the article
  ImU32 panel = 0;      ///< under the list, the inspector and the bars
  ImU32 field = 0;      ///< under a text being typed, and popups
  ImU32 text = 0;       ///< what is read
  ImU32 secondary = 0;  ///< what is read second
  ImU32 hairline = 0;   ///< lines of one pixel, edges of fields
  ImU32 accent = 0;     ///< the one accent: links, focus, primary button
  ImU32 onAccent = 0;   ///< text on the accent
  ImU32 selection = 0;  ///< the selected row, selected words
  ImU32 hover = 0;      ///< what the mouse is over
  ImU32 find = 0;       ///< hits of a search in the article
  ImU32 findNow = 0;    ///< the hit one stands on
  ImU32 missed = 0;     ///< under words that stand in no item, while coverage is shown
  ImU32 warning = 0;    ///< failures and refusals, as text
  ImU32 shade = 0;      ///< over everything below a dialog
};

/// Handles into the atlas. Fallback glyphs are merged into each; none of them is null after
/// withDefaults.
struct Fonts {
  ImFont* ui = nullptr;
  ImFont* uiBold = nullptr;
  ImFont* reading = nullptr;
  ImFont* readingBold = nullptr;
  ImFont* readingItalic = nullptr;
};
/// Fills what is missing with what there is, at last with the atlas's first font.
[[nodiscard]] Fonts withDefaults(Fonts fonts);

/// Type sizes.
struct TypeSizes {
  float ui = 15;
  float secondary = 13;
  float heading = 18;
  float title = 24;
  float article = 19;
  float headline = 30;
  float deck = 21;
  float subheading = 21;
  float caption = 15;
};

/// Lines of the article stand this many times its type size apart.
inline constexpr float kReadingLeading = 1.5F;

/// Steps of space: 4, 8, 12, 16, 24.
struct Space {
  float xs = 4;
  float s = 8;
  float m = 12;
  float l = 16;
  float xl = 24;
};

struct Theme {
  ThemeName name = ThemeName::paper;
  float scale = 1;  ///< text size of the user times the scale of the screen
  Palette palette;
  Fonts fonts;
  TypeSizes size;
  Space space;
  float corner = 6;    ///< radius of rounded corners
  float hairline = 1;  ///< one device pixel, whatever the scale
  bool motion = true;  ///< things may move to explain themselves, under 150 ms

  /// A length given at scale 1.
  [[nodiscard]] float px(float length) const { return length * scale; }
};

[[nodiscard]] Theme makeTheme(ThemeName name, float scale, Fonts fonts, bool motion = true);

/// The status's own colour on this theme, as text.
[[nodiscard]] ImU32 statusColor(const Theme& theme, model::Status status);
/// `color` with its opacity multiplied by `alpha`.
[[nodiscard]] ImU32 faded(ImU32 color, float alpha);
/// 0xRRGGBB, opaque.
[[nodiscard]] ImU32 packed(std::uint32_t rgb);
/// `color` made darker until its contrast with `ground`, which must be light, is `wanted`.
[[nodiscard]] ImU32 darkened(ImU32 color, ImU32 ground, double wanted);
/// Contrast of two opaque colours as WCAG 2 computes it, 1 to 21.
[[nodiscard]] double contrast(ImU32 a, ImU32 b);

/// Sets Dear ImGui's own style (paddings, colours, rounding) from the theme.
void applyStyle(const Theme& theme);

}  // namespace assay::ui
