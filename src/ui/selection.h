// Which rows the list shows and which of them are selected; where the next key goes.
//
// Pure: values in, values out, no screen. Rows are indices into ArticleView::rows; positions are
// indices into Shown::rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "app/view.h"
#include "model/ids.h"

namespace assay::ui {

/// Orders of the list.
enum class Sort : std::uint8_t { place, worth, status, speaker };
[[nodiscard]] std::string_view sortWord(Sort sort);  ///< "by place"
[[nodiscard]] std::string_view sortId(Sort sort);    ///< in the settings file: "place"
[[nodiscard]] std::optional<Sort> sortById(std::string_view id);
[[nodiscard]] Sort nextSort(Sort sort);

inline constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// The rows that pass the filter, in the order of the list.
struct Shown {
  std::vector<std::size_t> rows;
  std::vector<std::size_t> positionOfRow;  ///< for each row of the view; kNowhere when hidden

  /// Position of an item; nothing when it is hidden or gone.
  [[nodiscard]] std::optional<std::size_t> positionOf(const app::ArticleView& view,
                                                      const model::ItemId& item) const;
};
[[nodiscard]] Shown shownRows(const app::ArticleView& view, const app::Filter& filter, Sort sort);
/// Makes the rows shown of `before` those of `now`, when a few decisions lie between: what a
/// decision costs among 100,000 items. False when more does; then `shown` is to be made anew.
[[nodiscard]] bool followRows(Shown& shown, const app::ArticleView& before,
                              const app::ArticleView& now, const app::Filter& filter, Sort sort);

/// One item has the focus and is shown by all three panes; more can be selected with it.
struct Selection {
  model::ItemId focus;
  std::vector<model::ItemId> more;  ///< selected besides the focus
  model::ItemId anchor;             ///< where a range began

  [[nodiscard]] bool empty() const { return focus.empty(); }
  /// Focus first, then the others.
  [[nodiscard]] std::vector<model::ItemId> all() const;
  /// Only this one.
  void only(const model::ItemId& item);
  /// In, or out again; the last one cannot be taken out.
  void toggle(const model::ItemId& item);
  /// Everything from the anchor to this one, which gets the focus.
  void extendTo(const app::ArticleView& view, const Shown& shown, const model::ItemId& item);
};

/// Which rows of a view are selected, ready to be asked for every row on the screen.
class SelectedRows {
 public:
  /// Looks again when the selection is another, or items came, went or moved. What is selected and
  /// gone leaves the selection, but for its focus.
  void follow(Selection& selection, const app::ArticleView& view);

  /// By row: 1 when selected.
  [[nodiscard]] std::span<const std::uint8_t> all() const { return rows_; }
  [[nodiscard]] bool has(std::size_t row) const { return row < rows_.size() && rows_[row] != 0; }
  /// The row of the focus, or kNowhere.
  [[nodiscard]] std::size_t focus() const { return focus_; }

 private:
  std::vector<std::uint8_t> rows_;
  std::size_t focus_ = kNowhere;
  // Comparing a hundred thousand ids in every frame would cost more than drawing: a selection of
  // the same length with the same ends and the same focus is the same.
  struct Known {
    model::ItemId focus;
    model::ItemId first;
    model::ItemId last;
    std::size_t count = 0;
    bool operator==(const Known&) const = default;
  };
  Known known_;
  app::Places places_;  // of the view that was looked at
};

/// The item `steps` positions after (before, when negative) the focus; the nearest end when there
/// are not so many. Nothing when the list is empty. A hidden focus counts from its place in the
/// text.
[[nodiscard]] std::optional<model::ItemId> stepped(const app::ArticleView& view, const Shown& shown,
                                                   const Selection& selection, int steps);

/// The next (previous) shown item that nobody has looked at; goes round the end once.
[[nodiscard]] std::optional<model::ItemId> steppedToUnchecked(const app::ArticleView& view,
                                                              const Shown& shown,
                                                              const Selection& selection,
                                                              bool forward);

/// Where to go after deciding on the selection: the first shown item behind all selected ones;
/// nothing at the end of the list. Asked before the decision changes what is shown.
[[nodiscard]] std::optional<model::ItemId> afterSelection(const app::ArticleView& view,
                                                          const Shown& shown,
                                                          const Selection& selection);

}  // namespace assay::ui
