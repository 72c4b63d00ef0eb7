// What a page says about itself: title, byline, address.
//
// Pure; the page is only read.
#pragma once

#include <string>

#include "import/html_tree.h"

namespace assay::importer {

struct PageMeta {
  std::string title;   ///< `og:title`, else `<title>`; without the site's name at its end
  std::string byline;  ///< of `<meta name=author>`, `rel=author`, itemprop or class; may be empty
  std::string url;     ///< canonical or `og:url`; web addresses only
};

[[nodiscard]] PageMeta metaOf(const Page& page);

/// The h1 that says the same as `title`, else the page's only h1, else, without a title, its first;
/// nothing when none of these is there.
[[nodiscard]] std::string headlineOf(const Page& page, const std::string& title);

}  // namespace assay::importer
