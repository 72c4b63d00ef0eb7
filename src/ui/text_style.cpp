#include "ui/text_style.h"

#include <cfloat>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace assay::ui {

namespace {

using model::BlockRole;

// Letters in about the proportions of English prose, to find out how wide a character is.
constexpr std::string_view kProse =
    "the council voted on Tuesday night to close the bridge to lorries, and to replace it in time.";
constexpr float kCharactersPerLine = 68;

std::size_t indexOf(BlockRole role) { return static_cast<std::size_t>(role); }

float widthOf(const RoleStyle& style, std::string_view text) {
  return style.font->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

}  // namespace

float renderSize(ImFont* font, float type) {
  constexpr float kProbe = 96;
  constexpr float kCapitals = 0.7F;
  const ImFontGlyph* glyph = font->GetFontBaked(kProbe)->FindGlyph('H');
  const float capitals = (glyph->Y1 - glyph->Y0) / kProbe;
  if (capitals < 0.3F || capitals > 1.0F) return std::round(type);  // a font of signs
  return std::round(type * kCapitals / capitals);
}

float PageStyle::textTop(BlockRole role) const {
  return std::floor((metricsOf(role).line - of(role).size) / 2);
}

float PageStyle::baseline(BlockRole role) const {
  const RoleStyle& style = of(role);
  return textTop(role) + std::round(style.font->GetFontBaked(style.size)->Ascent);
}

PageStyle makePageStyle(const Theme& theme) {
  PageStyle page;
  const Fonts& fonts = theme.fonts;
  const Palette& palette = theme.palette;
  const TypeSizes& type = theme.size;
  const float line = std::round(type.article * kReadingLeading);
  // Spaces hang on the line of the body text, so that the page has one rhythm.
  const auto set = [&](BlockRole role, ImFont* font, float size, ImU32 color, float leading,
                       float before, float after, float indent = 0) {
    page.roles[indexOf(role)] = {
        .font = font, .size = renderSize(font, size), .type = size, .color = color};
    page.metrics[indexOf(role)] = {.size = size,
                                   .line = std::round(size * leading),
                                   .before = std::round(line * before),
                                   .after = std::round(line * after),
                                   .indent = std::round(theme.px(indent))};
  };
  set(BlockRole::headline, fonts.readingBold, type.headline, palette.text, 1.2F, 0.5F, 0.35F);
  set(BlockRole::deck, fonts.readingItalic, type.deck, palette.secondary, 1.4F, 0.25F, 0.5F);
  set(BlockRole::byline, fonts.ui, type.secondary, palette.secondary, 1.5F, 0.25F, 0.75F);
  set(BlockRole::dateline, fonts.ui, type.secondary, palette.secondary, 1.5F, 0.25F, 0.5F);
  set(BlockRole::body, fonts.reading, type.article, palette.text, kReadingLeading, 0.5F, 0.5F);
  set(BlockRole::subheading, fonts.readingBold, type.subheading, palette.text, 1.3F, 1.0F, 0.3F);
  set(BlockRole::caption, fonts.readingItalic, type.caption, palette.secondary, 1.4F, 0.75F, 0.75F);
  set(BlockRole::pullQuote, fonts.readingItalic, type.deck, palette.text, 1.4F, 1.0F, 1.0F, 24);
  set(BlockRole::boilerplate, fonts.reading, type.caption, palette.secondary, 1.4F, 0.4F, 0.4F);
  const auto label = [&](ImFont* font, ImU32 color) {
    const float size = type.secondary * 0.94F;  // two of them share the height of a line
    return RoleStyle{.font = font, .size = renderSize(font, size), .type = size, .color = color};
  };
  page.label = label(fonts.ui, palette.secondary);
  page.labelBold = label(fonts.uiBold, palette.text);
  page.column = std::ceil(kCharactersPerLine * widthOf(page.of(BlockRole::body), kProse) /
                          static_cast<float>(kProse.size()));
  return page;
}

float FontMeasure::advance(BlockRole role, char32_t c) const {
  const RoleStyle& style = roles_[indexOf(role)];
  return style.font->GetFontBaked(style.size)->GetCharAdvance(static_cast<ImWchar>(c));
}

}  // namespace assay::ui
