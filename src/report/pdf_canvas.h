// Pages to write words on, behind a few verbs, with page breaks between lines.
//
// Knows paper, type and links; knows nothing of items and sources (format_pdf.cpp). Units are
// points (1/72 inch), y grows downwards. The canvas owns the bytes written so far; one thread at a
// time. Strings must be valid UTF-8 without control characters (escape.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "report/pdf_words.h"

namespace assay::report {

constexpr double kPageWidth = 595.28;  // A4
constexpr double kPageHeight = 841.89;
constexpr double kPageLeft = 56;
constexpr double kPageRight = kPageWidth - 56;
constexpr double kPageTop = 68;
constexpr double kPageBottom = kPageHeight - 64;

/// What the file says about itself.
struct PdfAbout {
  std::string title;
  std::string author;
  std::string creator;
  std::string language;  ///< of the labels: "en"
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

  /// What is written until close() is one part of the document's structure, by its role ("Sect",
  /// "Table"); parts hold parts.
  void open(std::string_view tag);
  void close();
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

  /// Ends the file. internal when it could not be packed.
  [[nodiscard]] base::Result<std::string> finish();

 private:
  struct State;

  /// The lines of a paragraph, or of a part of a very long one.
  void lines(const Words& words, const TextStyle& style, double x, double width,
             std::string_view tag);

  std::unique_ptr<State> state_;
};

}  // namespace assay::report
