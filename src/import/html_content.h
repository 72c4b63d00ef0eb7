// Which part of a page is the article.
//
// Every run of words gets a weight: sentences count for, menus and lists of links against. The
// article is the element whose runs weigh most together, so that two halves of a story with an
// advertisement between them beat either half; inside it, elements that weigh less than nothing
// are left out. README.md tells how well this does and how that is measured.
//
// Pure; refers to the page it is given. Units: code points.
#pragma once

#include <vector>

#include "import/html_runs.h"
#include "import/html_tree.h"

namespace assay::importer {

/// The runs of the article in reading order; empty when the page has no words.
[[nodiscard]] std::vector<Run> articleOf(const Page& page);

}  // namespace assay::importer
