#include "ui/selection.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace assay::ui {

namespace {

const model::ItemId& idAt(const app::ArticleView& view, const Shown& shown, std::size_t position) {
  return view.rows[shown.rows[position]].id;
}

// The position a hidden focus would have: of the first shown row at or after its own.
std::size_t nearPosition(const app::ArticleView& view, const Shown& shown,
                         const model::ItemId& item) {
  const std::optional<std::size_t> row = view.rowOf(item);
  if (!row) return 0;
  for (std::size_t at = *row; at < shown.positionOfRow.size(); ++at) {
    if (shown.positionOfRow[at] != kNowhere) return shown.positionOfRow[at];
  }
  return shown.rows.size();
}

/// Whether the order of the list puts one before the other; the place in the text decides the rest.
bool comesBefore(Sort sort, const app::ItemRow& a, const app::ItemRow& b) {
  switch (sort) {
    case Sort::place: return false;
    case Sort::worth: return a.score > b.score;
    case Sort::status: return a.status < b.status;
    case Sort::speaker:
      if (a.speaker.empty() != b.speaker.empty()) return b.speaker.empty();
      return a.speaker < b.speaker;
  }
  return false;
}

/// For each row a number in whose order comesBefore() puts them: a hundred thousand numbers are
/// sorted within a frame, as many names are not.
std::vector<double> sortKeys(const app::ArticleView& view, Sort sort) {
  std::map<std::string_view, double> places;  // of a speaker among all
  if (sort == Sort::speaker) {
    std::string_view last;
    for (const app::ItemRow& row : view.rows) {
      if (row.speaker == last) continue;
      last = row.speaker;
      places.try_emplace(last, 0);
    }
    double place = 0;
    for (auto& [name, at] : places) at = ++place;
    places[std::string_view()] = place + 1;
  }
  std::vector<double> keys;
  keys.reserve(view.rows.size());
  for (const app::ItemRow& row : view.rows) {
    keys.push_back(sort == Sort::worth    ? -row.score
                   : sort == Sort::status ? static_cast<double>(row.status)
                                          : places[row.speaker]);
  }
  return keys;
}

void sortRows(std::vector<std::size_t>& rows, const std::vector<double>& keys) {
  std::vector<std::pair<double, std::size_t>> keyed;
  keyed.reserve(rows.size());
  for (const std::size_t row : rows) keyed.emplace_back(keys[row], row);
  std::ranges::sort(keyed);
  std::ranges::transform(keyed, rows.begin(), [](const auto& pair) { return pair.second; });
}

void notePositions(Shown& shown, std::size_t from) {
  for (std::size_t position = from; position < shown.rows.size(); ++position) {
    shown.positionOfRow[shown.rows[position]] = position;
  }
}

}  // namespace

std::string_view sortWord(Sort sort) {
  switch (sort) {
    case Sort::place: return "by place";
    case Sort::worth: return "by worth";
    case Sort::status: return "by status";
    case Sort::speaker: return "by speaker";
  }
  return {};
}

std::string_view sortId(Sort sort) { return sortWord(sort).substr(std::string_view("by ").size()); }

std::optional<Sort> sortById(std::string_view id) {
  for (const Sort sort : {Sort::place, Sort::worth, Sort::status, Sort::speaker}) {
    if (sortId(sort) == id) return sort;
  }
  return std::nullopt;
}

Sort nextSort(Sort sort) {
  return sort == Sort::speaker ? Sort::place : static_cast<Sort>(static_cast<int>(sort) + 1);
}

std::optional<std::size_t> Shown::positionOf(const app::ArticleView& view,
                                             const model::ItemId& item) const {
  const std::optional<std::size_t> row = view.rowOf(item);
  if (!row || *row >= positionOfRow.size() || positionOfRow[*row] == kNowhere) return std::nullopt;
  return positionOfRow[*row];
}

Shown shownRows(const app::ArticleView& view, const app::Filter& filter, Sort sort) {
  Shown shown;
  shown.rows = app::filtered(view, filter);
  if (sort != Sort::place) sortRows(shown.rows, sortKeys(view, sort));
  shown.positionOfRow.assign(view.rows.size(), kNowhere);
  notePositions(shown, 0);
  return shown;
}

bool followRows(Shown& shown, const app::ArticleView& before, const app::ArticleView& now,
                const app::Filter& filter, Sort sort) {
  constexpr std::size_t kFew = 64;  // each moves what stands behind it
  if (!now.samePlaces(before)) return false;
  const std::vector<std::size_t> changed = now.rows.differences(before.rows);
  if (changed.size() > kFew) return false;
  const app::RowFilter passing(filter);
  std::size_t from = shown.rows.size();
  std::vector<std::size_t> coming;
  for (const std::size_t row : changed) {
    const app::ItemRow& was = before.rows[row];
    const app::ItemRow& is = now.rows[row];
    const bool shows = shown.positionOfRow[row] != kNowhere;
    const bool stays = !comesBefore(sort, was, is) && !comesBefore(sort, is, was);
    if (shows == passing.passes(is) && (!shows || stays)) continue;
    if (passing.passes(is)) coming.push_back(row);
    if (!shows) continue;
    const auto at = std::find(shown.rows.begin(), shown.rows.end(), row);
    from = std::min(from, static_cast<std::size_t>(at - shown.rows.begin()));
    shown.rows.erase(at);
    shown.positionOfRow[row] = kNowhere;
  }
  for (const std::size_t row : coming) {
    const auto at = std::upper_bound(
        shown.rows.begin(), shown.rows.end(), row, [&](std::size_t a, std::size_t b) {
          const bool less = comesBefore(sort, now.rows[a], now.rows[b]);
          return less || (a < b && !comesBefore(sort, now.rows[b], now.rows[a]));
        });
    from = std::min(from, static_cast<std::size_t>(at - shown.rows.begin()));
    shown.rows.insert(at, row);
  }
  notePositions(shown, from);
  return true;
}

std::vector<model::ItemId> Selection::all() const {
  std::vector<model::ItemId> items;
  if (!focus.empty()) items.push_back(focus);
  items.insert(items.end(), more.begin(), more.end());
  return items;
}

void Selection::only(const model::ItemId& item) {
  focus = item;
  anchor = item;
  more.clear();
}

// The item clicked last has the focus; taking the focus out hands it to the one before.
void Selection::toggle(const model::ItemId& item) {
  if (focus.empty()) return only(item);
  if (focus == item) {
    if (more.empty()) return;
    focus = more.back();
    more.pop_back();
    anchor = focus;
    return;
  }
  const auto found = std::find(more.begin(), more.end(), item);
  if (found != more.end()) {
    more.erase(found);
    return;
  }
  more.push_back(focus);
  focus = item;
  anchor = item;
}

void Selection::extendTo(const app::ArticleView& view, const Shown& shown,
                         const model::ItemId& item) {
  const std::optional<std::size_t> from = shown.positionOf(view, anchor);
  const std::optional<std::size_t> to = shown.positionOf(view, item);
  if (!from || !to) return only(item);
  focus = item;
  more.clear();
  for (std::size_t at = std::min(*from, *to); at <= std::max(*from, *to); ++at) {
    if (at != *to) more.push_back(idAt(view, shown, at));
  }
}

void SelectedRows::follow(Selection& selection, const app::ArticleView& view) {
  const auto ends = [](const Selection& selected) {
    const std::vector<model::ItemId>& more = selected.more;
    return more.empty() ? Known{selected.focus, {}, {}, 0}
                        : Known{selected.focus, more.front(), more.back(), more.size()};
  };
  if (view.rowById.same(places_) && known_ == ends(selection)) return;
  places_ = view.rowById;
  rows_.assign(view.rows.size(), 0);
  std::erase_if(selection.more, [&](const model::ItemId& item) {
    const std::optional<std::size_t> row = view.rowOf(item);
    if (row) rows_[*row] = 1;
    return !row;
  });
  known_ = ends(selection);
  focus_ = view.rowOf(selection.focus).value_or(kNowhere);
  if (focus_ != kNowhere) rows_[focus_] = 1;
}

std::optional<model::ItemId> stepped(const app::ArticleView& view, const Shown& shown,
                                     const Selection& selection, int steps) {
  if (shown.rows.empty()) return std::nullopt;
  const auto last = static_cast<std::ptrdiff_t>(shown.rows.size()) - 1;
  const std::optional<std::size_t> here = shown.positionOf(view, selection.focus);
  std::ptrdiff_t at = 0;
  if (here) {
    at = static_cast<std::ptrdiff_t>(*here) + steps;
  } else if (!selection.focus.empty()) {
    // The row behind a hidden focus is already one step forward.
    at = static_cast<std::ptrdiff_t>(nearPosition(view, shown, selection.focus)) +
         (steps > 0 ? steps - 1 : steps);
  }
  return idAt(view, shown, static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last)));
}

std::optional<model::ItemId> steppedToUnchecked(const app::ArticleView& view, const Shown& shown,
                                                const Selection& selection, bool forward) {
  const std::size_t count = shown.rows.size();
  if (count == 0) return std::nullopt;
  const std::size_t start = shown.positionOf(view, selection.focus)
                                .value_or(nearPosition(view, shown, selection.focus) % count);
  for (std::size_t step = 1; step <= count; ++step) {
    const std::size_t at = (forward ? start + step : start + count - step) % count;
    if (view.rows[shown.rows[at]].status == model::Status::unchecked) return idAt(view, shown, at);
  }
  return std::nullopt;
}

// Behind the last of them, not behind the focus: a range selected upwards goes on below it.
std::optional<model::ItemId> afterSelection(const app::ArticleView& view, const Shown& shown,
                                            const Selection& selection) {
  std::size_t behind = 0;
  for (const model::ItemId& item : selection.all()) {
    const std::optional<std::size_t> at = shown.positionOf(view, item);
    behind = std::max(behind, at ? *at + 1 : nearPosition(view, shown, item));
  }
  if (behind >= shown.rows.size()) return std::nullopt;
  return idAt(view, shown, behind);
}

}  // namespace assay::ui
