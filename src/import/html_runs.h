// The words of a page in reading order, cut where a browser would begin a new line of its own.
//
// A run is what stands between two block-level boundaries: a paragraph, a heading, a list item, a
// row of a table, a caption. Runs know where they stand and how much of them is links; which runs
// are the article is decided in html_content.h.
//
// Ownership: runs copy their text and point at nodes of the page, which must outlive them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/html_tree.h"
#include "model/document.h"

namespace assay::importer {

struct Run {
  std::string text;             ///< collapsed; line feeds only where the page has `<br>` or `<pre>`
  const Node* block = nullptr;  ///< the block-level element or table cell it stands in
  std::size_t characters = 0;   ///< code points of `text`
  std::size_t width = 0;        ///< the same, with ideographs and syllables of East Asia as two
  std::size_t linked = 0;       ///< of these, inside links
  model::BlockRole role = model::BlockRole::body;
  bool given = false;  ///< the markup says the role
};

/// All runs below `root` in reading order, without what is never read: navigation, forms, hidden
/// elements, and whatever `isDropped` says.
[[nodiscard]] std::vector<Run> runsOf(const Node& root, bool (*isDropped)(const Node&));

/// The collapsed text of everything below a node, hidden or not.
[[nodiscard]] std::string textOf(const Node& node);

/// Whether an element begins a line of its own.
[[nodiscard]] bool isBlockElement(const Node& node);

/// h1 to h6: its level, else 0.
[[nodiscard]] unsigned headingLevel(const Node& node);

}  // namespace assay::importer
