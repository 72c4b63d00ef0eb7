// A draft broken into lines: where every word of the article stands on the page.
//
// Laid out once for a text, a set of type sizes and a width; then only asked. Ragged right, nothing
// hyphenated: lines break after blanks, after a hyphen between letters, after dashes and the
// slashes of addresses, between ideographs, and inside a word only when it is longer than a line
// (at a grapheme). A line end inside a block counts as a blank, so text wrapped by hand is wrapped
// anew. Knows nothing of Dear ImGui: widths come from a Measure.
//
// Not supported: right-to-left scripts and scripts that need shaping are set character by character
// in the order of the text; Hebrew, Arabic and Indic text is not readable that way.
//
// Ownership: keeps its own copy of the text and blocks; the Measure must outlive it. Thread: one.
// Units: pixels from the upper left corner of the column, y downwards, lines at whole pixels; bytes
// of the text.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace assay::ui {

/// How wide a character is. A double in tests, fonts in the window.
class Measure {
 public:
  Measure() = default;
  Measure(const Measure&) = delete;
  Measure& operator=(const Measure&) = delete;
  virtual ~Measure() = default;
  /// Width of `c` in the type of `role`, in pixels.
  [[nodiscard]] virtual float advance(model::BlockRole role, char32_t c) const = 0;
};

/// The vertical measures of one role of blocks.
struct RoleMetrics {
  float size = 16;   ///< type size
  float line = 24;   ///< from one line to the next
  float before = 0;  ///< least space above the block; the larger of two neighbours counts
  float after = 0;   ///< least space below it
  float indent = 0;  ///< from both edges of the column
  bool operator==(const RoleMetrics&) const = default;
};

/// Indexed by model::BlockRole.
using PageMetrics = std::array<RoleMetrics, 9>;

struct TextLine {
  std::size_t begin = 0;  ///< first byte
  std::size_t end = 0;    ///< one past the last byte drawn; the blanks of the break are left out
  float x = 0;            ///< left edge
  float y = 0;            ///< upper edge
  float height = 0;       ///< to the next line of the block
  model::BlockRole role = model::BlockRole::body;

  bool operator==(const TextLine&) const = default;
};

/// A part of one line under a span.
struct LineRect {
  std::size_t line = 0;  ///< index into lines()
  float left = 0;
  float right = 0;
  base::Span span;  ///< the bytes it covers

  bool operator==(const LineRect&) const = default;
};

class TextLayout {
 public:
  /// Takes a new text; lay() must follow before anything is asked.
  void setText(std::string text, std::vector<model::Block> blocks);
  /// Breaks the text into lines of at most `width` pixels.
  void lay(const Measure& measure, const PageMetrics& metrics, float width);
  /// The same by and by, for texts of many megabytes: begins, and lays the first blocks. What
  /// follows them is not there until layOn() reaches it.
  void begin(const Measure& measure, const PageMetrics& metrics, float width);
  /// Lays all blocks that begin before this byte, and the one after them.
  void layOn(std::size_t byte);
  [[nodiscard]] bool complete() const { return nextBlock_ == blocks_.size(); }
  /// All before this byte is laid.
  [[nodiscard]] std::size_t laidTo() const;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<model::Block>& blocks() const { return blocks_; }
  [[nodiscard]] const std::vector<TextLine>& lines() const { return lines_; }
  [[nodiscard]] float height() const { return height_; }
  [[nodiscard]] float width() const { return width_; }

  /// First line that reaches below `y`; lines().size() when none does.
  [[nodiscard]] std::size_t lineBelow(float y) const;
  /// The line that holds `byte`; between lines, the one before. Of no use on an empty layout.
  [[nodiscard]] std::size_t lineOf(std::size_t byte) const;
  /// Where `byte` begins on `line`, from the column's left edge.
  [[nodiscard]] float xOf(std::size_t line, std::size_t byte) const;
  /// The grapheme boundary nearest to a point; points outside go to the nearest line. 0 when empty.
  [[nodiscard]] std::size_t byteAt(float x, float y) const;
  /// The byte of the character under a point, or nothing beside the text: for clicks.
  [[nodiscard]] std::size_t characterAt(float x, float y) const;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// What `span` covers on each of the lines `first` to `last` (exclusive), left to right.
  [[nodiscard]] std::vector<LineRect> rects(base::Span span, std::size_t first = 0,
                                            std::size_t last = kNone) const;

  /// Width of a character as set here: characters that are never drawn (soft hyphen, zero-width
  /// space, byte order mark) have none, and a line end is as wide as a blank.
  [[nodiscard]] float advance(model::BlockRole role, char32_t c) const;

 private:
  void layBlock(const model::Block& block, float& y);
  void emit(base::Span span, const model::Block& block, float& y);

  std::string text_;
  std::vector<model::Block> blocks_;
  std::vector<TextLine> lines_;
  const Measure* measure_ = nullptr;
  PageMetrics metrics_;
  std::array<std::array<float, 128>, 9> ascii_{};  // widths by role, so that a megabyte is quick
  float width_ = 0;
  float height_ = 0;
  std::size_t nextBlock_ = 0;  // the first that is not laid
};

/// Whether a character leaves no mark and must not be handed to the renderer.
[[nodiscard]] bool isUndrawn(char32_t c);

}  // namespace assay::ui
