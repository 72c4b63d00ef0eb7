// Draws the visible lines of an article: tints behind the words, the words, the lines under them
// and the bars beside them.
//
// A part of the reading pane (article_pane.h) without input or memory: everything it needs is in a
// Scene. Draws the lines [first, last) and nothing else. Units: pixels on the screen.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <span>

#include "app/view.h"
#include "base/span.h"
#include "ui/selection.h"
#include "ui/text_layout.h"
#include "ui/text_marks.h"
#include "ui/text_strokes.h"
#include "ui/text_style.h"
#include "ui/theme.h"

namespace assay::ui {

/// What is drawn, and where. Refers to the pane's own parts for the length of a call.
struct Scene {
  const TextLayout& layout;
  const MarkIndex& marks;
  const PageStyle& style;
  const TextStrokes& strokes;
  const Theme& theme;
  const app::ArticleView& view;
  const Shown& shown;
  std::span<const std::uint8_t> selectedRows;  ///< by row: 1 when selected
  std::size_t focusRow = kNowhere;
  ImVec2 origin;          ///< of the column
  std::size_t first = 0;  ///< lines to draw
  std::size_t last = 0;
  std::span<const base::Span> hits;    ///< of a search
  std::size_t hit = kNowhere;          ///< the one that is stood on
  base::Span selection;                ///< selected words; may be empty
  std::span<const base::Span> missed;  ///< words no item covers, in order
  std::span<const base::Span> moving;  ///< where the focused item would stand; empty: as it does
  bool edges = false;                  ///< the ends of the focused item are drawn as handles
};

/// Bytes from the first to the last line of the scene.
[[nodiscard]] base::Span sceneSpan(const Scene& scene);
[[nodiscard]] bool isSelected(const Scene& scene, std::size_t row);
/// Whether the filter leaves the row out of the list.
[[nodiscard]] bool isHidden(const Scene& scene, std::size_t row);
/// The status's colour, fainter for a row that the filter hides.
[[nodiscard]] ImU32 markColor(const Scene& scene, std::size_t row);

/// Tints, from back to front: selected items, hits, selected words.
void paintTints(ImDrawList& draw, const Scene& scene);
/// Lines under the words, nested ones below each other; lines through what was cut.
void paintStrokes(ImDrawList& draw, const Scene& scene);
/// Thin bars left of the column beside every quote.
void paintQuoteBars(ImDrawList& draw, const Scene& scene);
/// The words, one call of the renderer a line unless something in it looks different.
void paintText(ImDrawList& draw, const Scene& scene);

}  // namespace assay::ui
