// The numbers in the margin: for every item that begins on a line, its status mark and number, to
// be clicked.
//
// A part of the reading pane. Labels of one line stand side by side, then below each other; what
// finds no room is gathered in a "+3" that a click opens up item by item. Nothing moves away from
// its line. Units: pixels on the screen.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ui/article_painter.h"

namespace assay::ui {

/// Room for labels left of the column.
struct MarginPlace {
  float right = 0;       ///< right edge of the labels
  float labelWidth = 0;  ///< of one
  std::size_t columns = 1;
};

/// One label: a single item, or several that found no room.
struct MarginLabel {
  std::vector<std::size_t> rows;  ///< more than one: "+n"
  std::size_t column = 0;         ///< from the right
  std::size_t line = 0;           ///< from the top, within the height of one line of text
  std::size_t lines = 1;          ///< how many share that height
};

/// Where the labels of one line of text go; at most `columns` times `lines` of them.
[[nodiscard]] std::vector<MarginLabel> placeLabels(std::span<const std::size_t> rows,
                                                   std::size_t columns, std::size_t lines);

/// Width of a label in the page's type.
[[nodiscard]] float marginLabelWidth(const Theme& theme, const PageStyle& style);

/// Draws the labels of the scene's lines and reports the row that was clicked, if any; of a "+n",
/// the next after the selected one.
[[nodiscard]] std::optional<std::size_t> drawMarginLabels(const Scene& scene,
                                                          const MarginPlace& place);

}  // namespace assay::ui
