// What goes on a page of a PDF, before it is set: words with their style, marks and links.
//
// Plain values; strings must be valid UTF-8 without control characters (escape.h), byte offsets are
// of Words::text. Lengths are points (1/72 inch).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/status.h"

namespace assay::report {

enum class Face : std::uint8_t { sans, serif };

struct TextStyle {
  Face face = Face::sans;
  double size = 9.5;
  bool bold = false;
  bool italic = false;
  std::uint32_t colour = 0x1E1E1C;  ///< 0xRRGGBB
  double leading = 1.4;             ///< line height as a multiple of the size
  /// Right-to-left words begin at the right edge; else they only run right to left.
  bool followsScript = false;
};

/// A stretch of a paragraph set in another way; byte offsets of Words::text.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t colour = 0;
  bool bold = false;
  bool raised = false;  ///< small and above the line, as note numbers are
};

/// A line under words, and a tint behind them.
struct Underline {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t colour = 0;
  model::LineStyle line = model::LineStyle::thin;
  bool tint = false;
  double drop = 0;  ///< extra distance below the words, for nested lines
};

/// Words that lead somewhere: "#name" inside the document, else a web address.
struct Link {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string target;
};

struct Words {
  std::string text;
  std::vector<Run> runs;
  std::vector<Underline> underlines;
  std::vector<Link> links;

  Words() = default;
  explicit Words(std::string_view plain) : text(plain) {}
  /// Appends words in a colour of their own; a target makes them a link. Blanks that keep them from
  /// what stands before belong here, at the front: they are no part of the link.
  Words& add(std::string_view words, std::uint32_t colour, bool bold = false,
             std::string target = {}) {
    const std::size_t begin = text.size();
    const std::size_t gap = std::min(words.find_first_not_of(' '), words.size());
    text += words;
    runs.push_back({begin, text.size(), colour, bold, false});
    if (!target.empty()) links.push_back({begin + gap, text.size(), std::move(target)});
    return *this;
  }
  /// Appends words in the paragraph's own style.
  Words& add(std::string_view words) {
    text += words;
    return *this;
  }
};

}  // namespace assay::report
