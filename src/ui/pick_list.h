// A field to type into and a list under it that shrinks as one types: the command palette, the
// speaker picker, the list of articles.
//
// Up and Down move through the list, Enter picks, a click picks. Matching ignores case and accents
// and wants every typed word somewhere in a row. Thread: the window's.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/theme.h"

namespace assay::ui {

struct PickRow {
  std::string label;
  std::string detail;  ///< at the right edge, in the secondary colour: a key, a figure
  std::string search;  ///< base::searchKey of what is searched
};

struct PickState {
  std::string typed;
  std::size_t at = 0;  ///< of the rows that match
  bool fresh = true;   ///< just opened: takes the keyboard
  bool moved = false;  ///< the marked row must be brought into view
};

/// Indices of the rows that match what is typed, in order.
[[nodiscard]] std::vector<std::size_t> matching(std::span<const PickRow> rows,
                                                std::string_view typed);

/// What came of a frame of a pick list.
struct Picked {
  std::optional<std::size_t> row;  ///< index into the rows given
  bool entered = false;            ///< Enter with no row matching: the typed text itself is meant
};

/// Draws field and list. At most `most` rows are seen at once.
[[nodiscard]] Picked drawPickList(const Theme& theme, const char* hint, PickState& state,
                                  std::span<const PickRow> rows, int most);

}  // namespace assay::ui
