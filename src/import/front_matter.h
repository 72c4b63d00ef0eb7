// The lines between `---` and `---` at the start of a Markdown file: title, author, address.
//
// Not YAML as a whole: keys at the left edge with a plain or quoted value, a folded text, or a
// list. What is not understood is passed over; front matter never makes an import fail.
//
// Pure functions, safe from every thread. Units: bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay::importer {

struct FrontMatter {
  std::string title;
  std::string byline;  ///< of `byline`, `author` or `authors`; several joined with ", "
  std::string url;     ///< of `url`, `canonical` or `link`; web addresses only
};

/// Bytes of the front matter with both marker lines, or 0 when `text` does not begin with one. A
/// rule of dashes over ordinary text is none: a key must stand between the markers.
[[nodiscard]] std::size_t frontMatterSize(std::string_view text);

/// Reads the front matter that is the whole of `text`.
[[nodiscard]] FrontMatter readFrontMatter(std::string_view text);

}  // namespace assay::importer
