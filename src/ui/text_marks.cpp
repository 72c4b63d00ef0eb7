#include "ui/text_marks.h"

#include <algorithm>
#include <array>

namespace assay::ui {

namespace {

bool before(const Mark& a, const Mark& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.row < b.row;
}

// Outer marks come first and take the lane nearest to the words; what lies inside goes below.
void assignLanes(std::vector<Mark>& marks) {
  std::array<std::size_t, kLanes> busyUntil{};
  for (Mark& mark : marks) {
    std::uint8_t lane = 0;
    while (lane + 1 < kLanes && busyUntil[lane] > mark.span.begin) ++lane;
    mark.lane = lane;
    busyUntil[lane] = std::max(busyUntil[lane], mark.span.end);
  }
}

}  // namespace

void MarkIndex::build(const app::SharedList<app::ItemRow>& rows, std::size_t size) {
  marks_.clear();
  marks_.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    bool first = true;
    for (const base::Span& span : rows[row].spans) {
      if (span.empty() || span.end > size) continue;
      marks_.push_back({span, static_cast<std::uint32_t>(row), 0, first});
      first = false;
    }
  }
  if (!std::is_sorted(marks_.begin(), marks_.end(), before)) {
    std::sort(marks_.begin(), marks_.end(), before);
  }
  assignLanes(marks_);
  reach_.resize(marks_.size());
  std::size_t reach = 0;
  for (std::size_t n = 0; n < marks_.size(); ++n) {
    reach = std::max(reach, marks_[n].span.end);
    reach_[n] = reach;
  }
}

std::span<const Mark> MarkIndex::near(base::Span span) const {
  const auto from = std::upper_bound(reach_.begin(), reach_.end(), span.begin) - reach_.begin();
  const auto to =
      std::partition_point(marks_.begin(), marks_.end(),
                           [&span](const Mark& mark) { return mark.span.begin < span.end; }) -
      marks_.begin();
  if (from >= to) return {};
  return std::span(marks_).subspan(static_cast<std::size_t>(from),
                                   static_cast<std::size_t>(to - from));
}

std::vector<std::size_t> MarkIndex::rowsAt(std::size_t byte) const {
  std::vector<const Mark*> found;
  for (const Mark& mark : near({byte, byte + 1})) {
    if (mark.span.contains(byte)) found.push_back(&mark);
  }
  std::sort(found.begin(), found.end(), [](const Mark* a, const Mark* b) {
    if (a->span.size() != b->span.size()) return a->span.size() < b->span.size();
    return a->row < b->row;
  });
  std::vector<std::size_t> rows;
  rows.reserve(found.size());
  for (const Mark* mark : found) rows.push_back(mark->row);
  return rows;
}

std::vector<std::size_t> MarkIndex::startingIn(base::Span span) const {
  std::vector<std::size_t> rows;
  for (const Mark& mark : near(span)) {
    if (mark.first && span.contains(mark.span.begin)) rows.push_back(mark.row);
  }
  return rows;
}

std::size_t clickedRow(std::span<const std::size_t> rows, std::size_t current) {
  const auto found = std::find(rows.begin(), rows.end(), current);
  if (found == rows.end() || found + 1 == rows.end()) return rows.front();
  return *(found + 1);
}

}  // namespace assay::ui
