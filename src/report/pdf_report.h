// The report on paper while it is set: what its parts share.
//
// format_pdf.cpp sets the front (figures, the article with its margin), pdf_checks.cpp the checks
// and their sources. Units: PostScript points. Thread: one; owns nothing that it is given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/figures.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/pace.h"
#include "report/pdf_canvas.h"
#include "report/pieces.h"

namespace assay::report {

inline constexpr std::uint32_t kText = 0x1E1E1C;
inline constexpr std::uint32_t kSecond = 0x5F5E58;
inline constexpr std::uint32_t kLine = 0xDDD9CE;
inline constexpr std::uint32_t kAccent = 0x2B5FA4;
inline constexpr std::uint32_t kGreen = 0x00704F;
inline constexpr std::uint32_t kRed = 0xB3261E;
inline constexpr std::uint32_t kAmber = 0xA85300;
inline constexpr std::uint32_t kPanel = 0xF4F2EC;

inline constexpr double kWidth = kPageRight - kPageLeft;
inline constexpr double kArticle = 330;  // width of the article's column
inline constexpr double kMargin = kPageLeft + kArticle + 24;
inline constexpr double kBody = kPageLeft + 104;  // where the body of a check begins
inline constexpr std::size_t kHead = 70;          // code points of a title in the running head
inline constexpr std::size_t kOutline = 60;       // code points of a passage in the bookmarks

inline constexpr TextStyle kPlain{Face::sans, 9.5, false, false, kText, 1.42};
inline constexpr TextStyle kFine{Face::sans, 8.25, false, false, kSecond, 1.4};
inline constexpr TextStyle kSectionHead{Face::serif, 17, true, false, kText, 1.3};
inline constexpr TextStyle kPassage{Face::serif, 11.5, false, false, kText, 1.42, true};
inline constexpr TextStyle kExcerpt{Face::serif, 10, false, false, kText, 1.45, true};

/// visible() with places to break in words longer than any line: finding one by one's own costs
/// the type setter the square of the word's length.
[[nodiscard]] std::string shown(std::string_view text);

[[nodiscard]] std::uint32_t colourOf(model::Status status);
[[nodiscard]] std::uint32_t colourOf(model::Stance stance);

/// The report being set; positions of items on the paper are destinations named by their place.
class PdfReport {
 public:
  PdfReport(const ReportData& data, const ReportOptions& options, PdfCanvas& canvas)
      : data_(data),
        options_(options),
        language_(options.language),
        canvas_(canvas),
        queries_(queriesByItem(data)) {}

  void masthead();
  void summary();
  void article();
  void checks();
  void sources();

 private:
  static constexpr Share kArticleShare{0.05, 0.3};
  static constexpr Share kChecksShare{0.3, 0.95};

  [[nodiscard]] std::string text(Label which) const { return std::string(label(language_, which)); }
  [[nodiscard]] std::string statusText(model::Status status) const {
    return std::string(model::info(status).glyph) + " " + std::string(word(language_, status));
  }
  static std::string checkName(std::size_t item) { return "c" + std::to_string(item); }
  static std::string sourceName(std::size_t source) { return "s" + std::to_string(source); }

  /// Begins a part with a heading of its own; whoever begins it closes it.
  void section(Label title, const std::string& name);
  void summaryRow(const model::StatusInfo& status, std::size_t count, std::size_t most);
  void block(const MarkedBlock& block);
  [[nodiscard]] Words marked(const MarkedBlock& block) const;
  void marginNotes(const MarkedBlock& block);
  void check(std::size_t index);
  [[nodiscard]] double roughHeight(std::size_t index) const;
  [[nodiscard]] double roomFor(std::size_t index) const;
  void numbers(Label title, bool (*wanted)(const model::Item&));
  void checkHead(const ReportItem& entry);
  void field(Label name, std::string_view value, const TextStyle& style);
  void evidence(const ReportEvidence& evidence);
  void query(const model::Query& query);
  void history(const ReportItem& entry);
  void source(std::size_t index, const std::vector<std::size_t>& usedBy);

  const ReportData& data_;
  const ReportOptions& options_;
  Language language_;
  PdfCanvas& canvas_;
  std::vector<std::vector<std::size_t>> queries_;  // about each item
  int checksBookmark_ = 0;
};

}  // namespace assay::report
