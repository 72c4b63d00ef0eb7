// Paragraphs that a person took into the check, found again in the next draft.
//
// Who said of a paragraph that it is to be checked must not say it again with every draft. A
// paragraph is the same when its text is, to the letter; where one text stands several times, the
// first is the first and the second the second.
//
// Pure. Units: bytes of the drafts' texts.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/item.h"

namespace assay::app {

struct KeptRoles {
  std::vector<model::Block> blocks;  ///< those of the new draft, with the roles that a person gave
  std::size_t returned = 0;          ///< how many of them would not be checked without that
  bool changed = false;              ///< another role than the finder gave: it has to read again
};

/// `blocks`: those of the new draft, settled.
[[nodiscard]] KeptRoles keepRoles(const model::Draft& before, std::string_view text,
                                  std::vector<model::Block> blocks);

}  // namespace assay::app
