#include "app/view.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/utf8.h"

namespace assay::app {

namespace {

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  const std::string key = base::searchKey(base::oneLine(text));
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t blank = std::min(key.find(' ', at), key.size());
    if (blank > at) words.push_back(key.substr(at, blank - at));
    at = blank + 1;
  }
  return words;
}

bool kindPasses(Filter::Kind kind, const ItemRow& row) {
  if (kind == Filter::Kind::all) return true;
  return model::isQuote(row.kind) == (kind == Filter::Kind::quotes);
}

}  // namespace

std::vector<QueryGroup> grouped(const std::vector<QueryView>& queries) {
  std::vector<QueryGroup> groups;
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const model::Query& query = queries[i].query;
    const auto [place, added] = places.try_emplace(model::recipientKey(query), groups.size());
    if (added) groups.push_back({model::recipientText(query), {}, {}});
    QueryGroup& group = groups[place->second];
    if (group.contact.empty()) group.contact = base::oneLine(query.contact);
    group.queries.push_back(i);
  }
  return groups;
}

std::string callText(const std::vector<QueryView>& queries, const QueryGroup& group) {
  std::string text = group.recipient + "\n";
  if (!group.contact.empty()) text += group.contact + "\n";
  std::size_t number = 0;
  for (const std::size_t index : group.queries) {
    const QueryView& view = queries[index];
    if (!model::isOpen(view.query)) continue;
    text += "\n" + std::to_string(++number) + ". " + view.query.text + "\n";
    for (const QueryAbout& about : view.about) {
      text += "   " + about.number + ": " + about.text + "\n";
    }
  }
  return text;
}

std::optional<std::size_t> ArticleView::rowOf(const model::ItemId& id) const {
  const auto found = rowById->find(id.value);
  return found == rowById->end() ? std::nullopt : std::optional(found->second);
}

RowFilter::RowFilter(const Filter& filter) : filter_(filter), words_(wordsOf(filter.text)) {}

bool RowFilter::passes(const ItemRow& row) const {
  const std::vector<model::Status>& statuses = filter_.statuses;
  return kindPasses(filter_.kind, row) &&
         (statuses.empty() || std::ranges::find(statuses, row.status) != statuses.end()) &&
         !(filter_.hidePostponed && row.flags.has(model::Flag::postponed)) &&
         (filter_.flags.bits == 0 || (filter_.flags.bits & row.flags.bits) != 0) &&
         std::ranges::all_of(words_, [&row](const std::string& word) {
           return row.searchKey.find(word) != std::string::npos;
         });
}

std::vector<std::size_t> filtered(const ArticleView& view, const Filter& filter) {
  std::vector<std::size_t> shown(view.rows.size());
  std::iota(shown.begin(), shown.end(), std::size_t{0});
  if (!filter.active()) return shown;
  shown.clear();
  const RowFilter rows(filter);
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (rows.passes(view.rows[i])) shown.push_back(i);
  }
  return shown;
}

}  // namespace assay::app
