// Wording that newsrooms put around articles, in lower case. One table a use; adding a phrase is
// adding a row. Nothing here may come from a single article.
//
// Thread: constants.
#pragma once

#include <span>
#include <string_view>

namespace assay::extract {

/// A paragraph that begins so is not part of the article.
[[nodiscard]] std::span<const std::string_view> boilerplateStarts();
/// A paragraph of nothing else (and a full stop or colon) is not part of the article.
[[nodiscard]] std::span<const std::string_view> boilerplateLines();
/// A paragraph (of at most a few lines) that holds one of these is not part of the article.
[[nodiscard]] std::span<const std::string_view> boilerplateParts();
/// A paragraph that begins so describes a picture.
[[nodiscard]] std::span<const std::string_view> captionStarts();
/// Agencies, cameras and pools that credits name.
[[nodiscard]] std::span<const std::string_view> creditWords();
/// What opens a credit that has no brackets ("photo:").
[[nodiscard]] std::span<const std::string_view> creditStarts();
/// What opens a line that gives a date ("published", "updated").
[[nodiscard]] std::span<const std::string_view> datelineStarts();

}  // namespace assay::extract
