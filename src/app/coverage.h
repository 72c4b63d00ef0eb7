// Which words of an article somebody has looked at: its own kind of progress, because an error
// that nobody made an item of is an error that nobody checks.
//
// A pure function of a view. Boilerplate is no part of the article and is not counted. A word is a
// run without blanks that holds a letter or a digit.
//
// Units: spans are bytes of the newest draft, whole words, in order, neighbours joined.
#pragma once

#include <cstddef>
#include <vector>

#include "app/view.h"
#include "base/span.h"

namespace assay::app {

struct Coverage {
  std::size_t words = 0;
  std::size_t checked = 0;         ///< inside an item whose check is finished
  std::size_t open = 0;            ///< inside items, none of them finished
  std::vector<base::Span> missed;  ///< words that stand in no item

  [[nodiscard]] std::size_t missing() const { return words - checked - open; }
};

[[nodiscard]] Coverage coverage(const ArticleView& view);
/// That of `now`, made from that of `before`: after a decision only its own words are looked at.
[[nodiscard]] Coverage coverageAfter(const Coverage& coverage, const ArticleView& before,
                                     const ArticleView& now);

}  // namespace assay::app
