// Where the marks of items lie in a draft: which overlap, how deep each is drawn, which begin on a
// line.
//
// Built once for an article's rows and asked for the lines on the screen only. Knows positions, not
// statuses: how a mark looks is read from its row when it is drawn (text_strokes.h), so deciding on
// an item costs nothing here.
//
// Ownership: copies positions, keeps no reference to the rows. Thread: one. Units: bytes of the
// draft; rows are indices into ArticleView::rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/view.h"
#include "base/span.h"

namespace assay::ui {

/// Lines that can lie under one word; deeper nesting shares the last.
inline constexpr std::uint8_t kLanes = 3;

/// One span of one item.
struct Mark {
  base::Span span;
  std::uint32_t row = 0;
  std::uint8_t lane = 0;  ///< 0 is nearest to the word: the outer of nested items
  bool first = false;     ///< the first span of its item: the margin shows it here

  bool operator==(const Mark&) const = default;
};

class MarkIndex {
 public:
  /// `size` is the draft's; spans that reach beyond it or are empty are left out.
  void build(const app::SharedList<app::ItemRow>& rows, std::size_t size);

  /// All marks, by begin, longer ones first.
  [[nodiscard]] std::span<const Mark> all() const { return marks_; }
  /// A slice of all() that holds every mark that overlaps `span`, and maybe some that do not.
  [[nodiscard]] std::span<const Mark> near(base::Span span) const;
  /// Rows of the items at a byte, innermost (shortest) first.
  [[nodiscard]] std::vector<std::size_t> rowsAt(std::size_t byte) const;
  /// Rows of the items whose first span begins inside `span`, in order.
  [[nodiscard]] std::vector<std::size_t> startingIn(base::Span span) const;

 private:
  std::vector<Mark> marks_;
  std::vector<std::size_t> reach_;  // largest end among marks_[0..i]: finds those that reach in
};

/// Which item a click at a place goes to: the innermost, or, when `current` is one of them already,
/// the next outer one, and round again. `rows` as MarkIndex::rowsAt gives them, not empty.
[[nodiscard]] std::size_t clickedRow(std::span<const std::size_t> rows, std::size_t current);

}  // namespace assay::ui
