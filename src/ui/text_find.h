// Finding words in a draft as a reader would: case, accents, kinds of quotation marks and dashes,
// and where the lines end do not matter.
//
// Not the list's search (app::Filter), which looks through items. Folds a text once, then every
// search is one pass over the folded form.
//
// Ownership: keeps a folded copy, not the text. Thread: one. Units: bytes of the text given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::ui {

class TextFinder {
 public:
  TextFinder() = default;
  explicit TextFinder(std::string_view text);

  /// Every place where `words` occur, in order, none overlapping the one before. Blanks at both
  /// ends of `words` do not count; nothing but blanks is found nowhere.
  [[nodiscard]] std::vector<base::Span> find(std::string_view words) const;

 private:
  std::string folded_;
  std::vector<std::uint32_t> begin_;  // for each folded byte, where its character begins
};

}  // namespace assay::ui
