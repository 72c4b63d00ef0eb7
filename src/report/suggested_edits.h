// Suggested corrections as edits of the draft: which words go, which come in their place.
//
// What a format with tracked changes is drawn from. A correction is the new wording of its item's
// whole passage; the edit is the difference of the two, word by word (longest common
// subsequence), so that an editor sees "9 to ~4~ 5", not two sentences. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "report/pieces.h"
#include "report/report_data.h"

namespace assay::report {

struct SuggestedEdit {
  base::Span span;    ///< bytes of ReportData::text that go; empty where words only come in
  std::string words;  ///< what comes in their place; may be empty
  std::size_t item = 0;
  /// An empty span belongs to the words before it, so that it stays inside its item's passage.
  bool behind = false;
};

/// What became of an item's correction.
enum class Suggestion : std::uint8_t {
  none,     ///< it has none, or one that changes nothing
  tracked,  ///< among the edits
  byHand,   ///< it shares words with another correction, or its passage is not in one piece
};

struct SuggestedEdits {
  std::vector<SuggestedEdit> edits;     ///< in order of the text; none touches another
  std::vector<Suggestion> suggestions;  ///< one per item
};

/// `blocks` are those of the same data: no edit goes over the end of one. Where corrections meet,
/// that of the shorter passage is taken: it was made more closely.
[[nodiscard]] SuggestedEdits suggestedEdits(const ReportData& data,
                                            std::span<const MarkedBlock> blocks);

/// The edits that turn `before` into `after`, in order; spans are bytes of `before`. Blanks are
/// equal to line breaks. Wordings that share too little are replaced as a whole.
[[nodiscard]] std::vector<SuggestedEdit> wordEdits(std::string_view before, std::string_view after);

}  // namespace assay::report
