// How the report looks on paper: colours, measures and type, and words made ready for them.
//
// Inside this room only, for format_pdf.cpp. Units: points; colours 0xRRGGBB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/evidence.h"
#include "model/status.h"
#include "report/pdf_canvas.h"

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
[[nodiscard]] TextStyle styleOf(model::BlockRole role);

}  // namespace assay::report
