// The article cut at the edges of its items: what every format with a marked text is drawn from.
//
// Items nest (a claim inside a quote), overlap (two claims sharing words) and run over several
// blocks (a quote that goes on in the next paragraph). Formats can only nest, or not even that;
// so the text is cut into pieces on which the set of items does not change. Positions are bytes
// of ReportData::text. Pure; bad spans of a damaged store are clipped, never followed.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "model/document.h"
#include "report/report_data.h"

namespace assay::report {

/// Marks drawn on one piece at most; more could not be told apart and would make hostile data
/// quadratic. Numbers are never left out.
constexpr std::size_t kDeepestMark = 8;

struct Piece {
  base::Span span;
  /// Items on it, as indices into ReportData::items, outermost first: those that begin earlier,
  /// then the longer ones. Two neighbours share the longest possible beginning of this list.
  std::vector<std::size_t> marks;
  std::vector<std::size_t> begins;  ///< items whose first piece this is
  std::vector<std::size_t> ends;    ///< items whose last piece this is, innermost first
};

struct MarkedBlock {
  base::Span span;
  model::BlockRole role = model::BlockRole::body;
  std::vector<Piece> pieces;       ///< cover the block without gap or overlap
  std::vector<std::size_t> items;  ///< that end in this block, in order of the items
};

/// The blocks of `data` with their pieces; one block of body text when it has none.
[[nodiscard]] std::vector<MarkedBlock> markedBlocks(const ReportData& data);

}  // namespace assay::report
