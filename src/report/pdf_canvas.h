// Pages to write words on: cairo and pango behind a few verbs, with page breaks between lines.
//
// Knows paper, type and links; knows nothing of items and sources (format_pdf.cpp). Units are
// points (1/72 inch), y grows downwards. The canvas owns its surface and the bytes written so far;
// one thread at a time. Strings must be valid UTF-8 without control characters (escape.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/status.h"

namespace assay::report {

constexpr double kPageWidth = 595.28;  // A4
constexpr double kPageHeight = 841.89;
constexpr double kPageLeft = 56;
constexpr double kPageRight = kPageWidth - 56;
constexpr double kPageTop = 68;
constexpr double kPageBottom = kPageHeight - 64;

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
  /// what stands before belong here, at the front: they are no part of the link, and a run of their
  /// own would cost as much as words do.
  Words& add(std::string_view words, std::uint32_t colour, bool bold = false,
             std::string target = {});
  /// Appends words in the paragraph's own style.
  Words& add(std::string_view words) {
    text += words;
    return *this;
  }
};

/// What the file says about itself.
struct PdfAbout {
  std::string title;
  std::string author;
  std::string creator;
  base::Millis created = 0;
  std::string headLeft;   ///< running head, from the second page on
  std::string headRight;  ///< the same, at the other edge
};

class PdfCanvas {
 public:
  explicit PdfCanvas(const PdfAbout& about);
  ~PdfCanvas();
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;

  /// Where the next paragraph goes.
  struct Place {
    int page = 1;
    double y = kPageTop;
    bool operator==(const Place&) const = default;
  };
  [[nodiscard]] Place place() const;
  /// Back up (to write beside what was written) or down, on the present page only; a place on an
  /// earlier page is ignored.
  void moveTo(Place to);
  void space(double height);
  /// A new page unless `height` is left on this one, or this one is still empty.
  void keep(double height);
  void newPage();

  /// Sets a paragraph at the present place, going over pages as needed. `tag` is its role in the
  /// document's structure ("P", "H1").
  void paragraph(const Words& words, const TextStyle& style, double x, double width,
                 std::string_view tag = "P");
  void hairline(double x, double width, std::uint32_t colour);
  void box(double x, double top, double width, double height, std::uint32_t colour);

  /// A name that links can lead to, at the present place. Every name once.
  void destination(const std::string& name);
  /// An entry of the bookmarks, leading to a destination; entries below others name their parent
  /// (0 is the top).
  int bookmark(int parent, const std::string& words, const std::string& destination);

  /// Ends the file. internal when cairo refused something.
  [[nodiscard]] base::Result<std::string> finish();

 private:
  /// The lines of a paragraph, or of a part of a very long one.
  void lines(const Words& words, const TextStyle& style, double x, double width,
             std::string_view tag);

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace assay::report
