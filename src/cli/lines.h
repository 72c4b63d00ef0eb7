// Small pieces of text output that several commands share.
//
// Not here: listings in JSON, CSV and as a table (report/listing.h, by way of app/reporting.h).
// Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::cli {

/// `text` with control characters shown as U+FFFD, so that a draft or a note by somebody else
/// cannot steer the terminal. Line feeds and tabs stay.
[[nodiscard]] std::string harmless(std::string_view text);

/// `text` on one line, harmless, at most `count` code points.
[[nodiscard]] std::string brief(std::string_view text, std::size_t count);

/// A label in a column of 12, then the value; lines of the value after the first stand under it.
[[nodiscard]] std::string labelled(std::string_view label, std::string_view value);

/// `columns` of text with two blanks between, every column as wide as its widest cell but the
/// last.
[[nodiscard]] std::string aligned(const std::vector<std::vector<std::string>>& rows);

}  // namespace assay::cli
