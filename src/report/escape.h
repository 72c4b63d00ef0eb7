// Making words of strangers harmless before they enter a format.
//
// Everything that is not written by this program goes through here: article, names, notes,
// excerpts, addresses. Two dangers are met at once: markup that would run, and characters that
// make a reader see something else than what is stored. The latter (bidirectional controls,
// control characters, noncharacters) are shown as marks: "⟦U+202E⟧". Bytes that are not UTF-8
// become U+FFFD. Pure functions.
//
// Not here: the apostrophe in front of spreadsheet formulas (csv.h), JSON strings (the library).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::report {

/// `text` with disguising characters as marks; line feeds and tabs stay.
[[nodiscard]] std::string visible(std::string_view text);

/// Appends `text` for element content and quoted attribute values alike.
void appendHtml(std::string& out, std::string_view text);
[[nodiscard]] std::string html(std::string_view text);

/// Appends `text` as one line of CommonMark that means nothing but itself, also in a table cell
/// and to renderers that link bare addresses. Runs of white space become one blank.
void appendMarkdown(std::string& out, std::string_view text);
[[nodiscard]] std::string markdown(std::string_view text);

/// A web address as it may stand in a link, or empty when model::isWebAddress says no.
/// Disguising characters are percent-encoded, so that what is linked can be read.
[[nodiscard]] std::string linkTarget(std::string_view url);

/// "00704F": a colour 0xRRGGBB as markup writes it.
[[nodiscard]] std::string hexColour(std::uint32_t rgb);

/// "[text](<url>)" when `url` may be linked, else the text and the address as plain words.
/// Both are escaped here.
[[nodiscard]] std::string markdownLink(std::string_view text, std::string_view url);

}  // namespace assay::report
