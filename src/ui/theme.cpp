#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::ui {

namespace {

// Starting colours of the design, each checked by the audit for 4.5:1 on every ground it stands on.
Palette paperPalette() {
  return {.ground = packed(0xFBFAF7),
          .panel = packed(0xF4F2EC),
          .field = packed(0xFFFFFF),
          .text = packed(0x1E1E1C),
          .secondary = packed(0x5F5E58),
          .hairline = packed(0xDDD9CE),
          .accent = packed(0x2B5FA4),
          .onAccent = packed(0xFFFFFF),
          .selection = packed(0xDCE8F7),
          .hover = packed(0xEAE7DD),
          .find = packed(0xFBEFC0),
          .findNow = packed(0xF6D365),
          .missed = packed(0xF9E3CF),
          .warning = packed(0xA3231C),
          .shade = IM_COL32(30, 30, 28, 90)};
}

Palette darkPalette() {
  return {.ground = packed(0x16181B),
          .panel = packed(0x1D2024),
          .field = packed(0x25292E),
          .text = packed(0xE7E5DF),
          .secondary = packed(0xA3A19A),
          .hairline = packed(0x2E3238),
          .accent = packed(0x7FB2F0),
          .onAccent = packed(0x101214),
          .selection = packed(0x24364D),
          .hover = packed(0x282C32),
          .find = packed(0x4A4220),
          .findNow = packed(0x75641C),
          .missed = packed(0x46301D),
          .warning = packed(0xFF8A80),
          .shade = IM_COL32(0, 0, 0, 140)};
}

Palette contrastPalette() {
  return {.ground = packed(0xFFFFFF),
          .panel = packed(0xFFFFFF),
          .field = packed(0xFFFFFF),
          .text = packed(0x000000),
          .secondary = packed(0x2E2E2E),
          .hairline = packed(0x4A4A4A),
          .accent = packed(0x0B3C8C),
          .onAccent = packed(0xFFFFFF),
          .selection = packed(0xCFE2FF),
          .hover = packed(0xE8E8E8),
          .find = packed(0xFFF0A0),
          .findNow = packed(0xFFC83D),
          .missed = packed(0xFFDFC2),
          .warning = packed(0x8A0F0A),
          .shade = IM_COL32(0, 0, 0, 150)};
}

Palette paletteOf(ThemeName name) {
  switch (name) {
    case ThemeName::paper: return paperPalette();
    case ThemeName::dark: return darkPalette();
    case ThemeName::contrast: return contrastPalette();
  }
  return paperPalette();
}

constexpr std::array kThemes{ThemeName::paper, ThemeName::dark, ThemeName::contrast};
constexpr std::array<std::string_view, 3> kThemeIds{"paper", "dark", "contrast"};

// Relative luminance of WCAG 2: channels made linear, then weighed as the eye does.
double luminance(ImU32 color) {
  const auto channel = [color](int shift) {
    const double value = static_cast<double>((color >> shift) & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

void applyColors(const Palette& palette, ImVec4* colors) {
  const auto set = [colors](ImGuiCol slot, ImU32 color) {
    colors[slot] = ImGui::ColorConvertU32ToFloat4(color);
  };
  const ImU32 none = IM_COL32(0, 0, 0, 0);
  // The library's own palette is a debug overlay's: nothing of it may shine through.
  for (ImGuiCol slot = 0; slot < ImGuiCol_COUNT; ++slot) set(slot, palette.accent);
  set(ImGuiCol_Text, palette.text);
  set(ImGuiCol_TextDisabled, palette.secondary);
  set(ImGuiCol_WindowBg, palette.panel);
  set(ImGuiCol_ChildBg, none);
  set(ImGuiCol_PopupBg, palette.field);
  set(ImGuiCol_Border, palette.hairline);
  set(ImGuiCol_BorderShadow, none);
  for (const ImGuiCol slot : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive}) {
    set(slot, palette.field);
  }
  set(ImGuiCol_ScrollbarBg, none);
  set(ImGuiCol_ScrollbarGrab, faded(palette.secondary, 0.30F));
  set(ImGuiCol_ScrollbarGrabHovered, faded(palette.secondary, 0.55F));
  set(ImGuiCol_ScrollbarGrabActive, faded(palette.secondary, 0.75F));
  set(ImGuiCol_Button, none);
  set(ImGuiCol_ButtonHovered, palette.hover);
  set(ImGuiCol_ButtonActive, palette.selection);
  set(ImGuiCol_Header, palette.selection);
  set(ImGuiCol_HeaderHovered, palette.hover);
  set(ImGuiCol_HeaderActive, palette.selection);
  set(ImGuiCol_Separator, palette.hairline);
  set(ImGuiCol_SeparatorHovered, palette.accent);
  set(ImGuiCol_ResizeGrip, none);
  set(ImGuiCol_ResizeGripHovered, palette.hover);
  set(ImGuiCol_TextSelectedBg, palette.selection);
  set(ImGuiCol_ModalWindowDimBg, palette.shade);
  set(ImGuiCol_TableBorderStrong, palette.hairline);
  set(ImGuiCol_TableBorderLight, palette.hairline);
  set(ImGuiCol_TableHeaderBg, none);
  set(ImGuiCol_TableRowBg, none);
  set(ImGuiCol_TableRowBgAlt, none);
}

}  // namespace

std::span<const ThemeName> themeNames() { return kThemes; }

ThemeName nextTheme(ThemeName name) {
  return kThemes[(static_cast<std::size_t>(name) + 1) % kThemes.size()];
}

std::string_view themeId(ThemeName name) { return kThemeIds[static_cast<std::size_t>(name)]; }

std::optional<ThemeName> themeById(std::string_view id) {
  for (const ThemeName name : kThemes) {
    if (themeId(name) == id) return name;
  }
  return std::nullopt;
}

ImU32 packed(std::uint32_t rgb) {
  return IM_COL32((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, 0xFF);
}

ImU32 faded(ImU32 color, float alpha) {
  const auto opacity = static_cast<float>((color >> IM_COL32_A_SHIFT) & 0xFF) * alpha;
  const auto byte = static_cast<ImU32>(std::clamp(opacity, 0.0F, 255.0F));
  return (color & ~IM_COL32_A_MASK) | (byte << IM_COL32_A_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

// The same hue with less light, until it stands out enough from `ground`.
ImU32 darkened(ImU32 color, ImU32 ground, double wanted) {
  while (contrast(color, ground) < wanted) {
    const auto less = [color](int shift) { return (((color >> shift) & 0xFF) * 15 / 16) << shift; };
    color = less(IM_COL32_R_SHIFT) | less(IM_COL32_G_SHIFT) | less(IM_COL32_B_SHIFT) |
            (color & IM_COL32_A_MASK);
  }
  return color;
}

Fonts withDefaults(Fonts fonts) {
  if (fonts.ui == nullptr) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    fonts.ui = atlas.Fonts.empty() ? atlas.AddFontDefault() : atlas.Fonts[0];
  }
  if (fonts.uiBold == nullptr) fonts.uiBold = fonts.ui;
  if (fonts.reading == nullptr) fonts.reading = fonts.ui;
  if (fonts.readingBold == nullptr) fonts.readingBold = fonts.reading;
  if (fonts.readingItalic == nullptr) fonts.readingItalic = fonts.reading;
  return fonts;
}

Theme makeTheme(ThemeName name, float scale, Fonts fonts, bool motion) {
  Theme theme;
  theme.name = name;
  theme.scale = scale;
  theme.motion = motion;
  theme.palette = paletteOf(name);
  theme.fonts = withDefaults(fonts);
  // Whole pixels: a type size of 18.4 is baked blurred.
  const auto whole = [scale](float& length) { length = std::round(length * scale); };
  TypeSizes& size = theme.size;
  for (float* length :
       std::array{&size.ui, &size.secondary, &size.heading, &size.title, &size.article,
                  &size.headline, &size.deck, &size.subheading, &size.caption, &theme.space.xs,
                  &theme.space.s, &theme.space.m, &theme.space.l, &theme.space.xl, &theme.corner}) {
    whole(*length);
  }
  return theme;
}

ImU32 statusColor(const Theme& theme, model::Status status) {
  const model::StatusInfo& row = model::info(status);
  if (theme.name == ThemeName::dark) return packed(row.dark);
  const ImU32 color = packed(row.paper);
  return theme.name == ThemeName::contrast ? darkened(color, theme.palette.selection, 7) : color;
}

// The library's own widgets (fields, scroll bars, combos) follow the theme from here; whatever is
// drawn by hand reads the theme itself.
void applyStyle(const Theme& theme) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  applyColors(theme.palette, style.Colors);
  const Space& space = theme.space;
  style.FontSizeBase = theme.size.ui;
  // Within a frame the library puts the old size back when a pushed font is popped; this is taken
  // over at the start of the next frame.
  style._NextFrameFontSizeBase = theme.size.ui;
  style.WindowPadding = {0, 0};
  style.FramePadding = {space.s, std::round(theme.px(5))};
  style.ItemSpacing = {space.s, space.s};
  style.ItemInnerSpacing = {space.xs, space.xs};
  style.CellPadding = {space.xs, space.xs};
  style.ScrollbarSize = std::round(theme.px(11));
  style.GrabMinSize = space.xl;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = theme.hairline;
  style.FrameBorderSize = theme.hairline;
  style.FrameRounding = theme.corner;
  style.PopupRounding = theme.corner;
  style.ScrollbarRounding = theme.corner;
  style.GrabRounding = theme.corner;
  style.WindowRounding = 0;
  style.DisabledAlpha = 0.55F;
}

}  // namespace assay::ui
