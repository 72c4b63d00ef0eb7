// The article's typography: which face, size, colour and space each role of blocks is set in.
//
// Made from a theme, used by the layout (as metrics and widths) and by the drawing (as fonts and
// colours). The one place to change how an article reads.
//
// Ownership: fonts belong to the ImGui context. Thread: the window's. Units: pixels.
#pragma once

#include <imgui.h>

#include <array>

#include "model/document.h"
#include "ui/text_layout.h"
#include "ui/theme.h"

namespace assay::ui {

struct RoleStyle {
  ImFont* font = nullptr;
  float size =
      16;  ///< as the renderer counts it: from the highest ascender to the lowest descender
  float type = 16;  ///< as a designer counts it: capitals are 0.7 of it
  ImU32 color = 0;

  bool operator==(const RoleStyle&) const = default;
};

struct PageStyle {
  std::array<RoleStyle, 9> roles;  ///< indexed by model::BlockRole
  RoleStyle label;                 ///< the numbers in the margin
  RoleStyle labelBold;             ///< of what is selected
  PageMetrics metrics;
  float column = 0;  ///< widest a line may be: about 68 characters of body text

  [[nodiscard]] const RoleStyle& of(model::BlockRole role) const {
    return roles[static_cast<std::size_t>(role)];
  }
  [[nodiscard]] const RoleMetrics& metricsOf(model::BlockRole role) const {
    return metrics[static_cast<std::size_t>(role)];
  }
  /// From the upper edge of a line to where its letters stand.
  [[nodiscard]] float baseline(model::BlockRole role) const;
  /// From the upper edge of a line to where its text is handed to the renderer.
  [[nodiscard]] float textTop(model::BlockRole role) const;

  bool operator==(const PageStyle&) const = default;
};

/// The size to give the renderer so that capitals of `font` are 0.7 of `type`. The renderer counts
/// the room above and below the letters in, and that differs by a third from face to face.
[[nodiscard]] float renderSize(ImFont* font, float type);

/// Between NewFrame and Render: it asks the fonts how wide letters are.
[[nodiscard]] PageStyle makePageStyle(const Theme& theme);

/// Widths as the current fonts have them. Only between NewFrame and Render.
class FontMeasure final : public Measure {
 public:
  FontMeasure() = default;
  void use(const PageStyle& style) { roles_ = style.roles; }
  [[nodiscard]] float advance(model::BlockRole role, char32_t c) const override;

 private:
  std::array<RoleStyle, 9> roles_{};
};

}  // namespace assay::ui
