#include "model/query.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace assay::model {

namespace {

constexpr std::array kRecipientKinds{
    RecipientKindInfo{RecipientKind::author, "author", "author"},
    RecipientKindInfo{RecipientKind::editor, "editor", "editor"},
    RecipientKindInfo{RecipientKind::lawyer, "lawyer", "lawyer"},
    RecipientKindInfo{RecipientKind::speaker, "speaker", "speaker"},
    RecipientKindInfo{RecipientKind::expert, "expert", "expert"},
    RecipientKindInfo{RecipientKind::other, "other", "somebody else"},
};

constexpr std::array kStates{
    QueryStateInfo{QueryState::toAsk, "to_ask", "to ask", "○"},
    QueryStateInfo{QueryState::asked, "asked", "asked", "◐"},
    QueryStateInfo{QueryState::answered, "answered", "answered", "✓"},
};

template <class Table>
const auto* rowById(const Table& table, std::string_view id) {
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.id == id; });
  return row == table.end() ? nullptr : &*row;
}

}  // namespace

std::span<const RecipientKindInfo> recipientKinds() { return kRecipientKinds; }
const RecipientKindInfo& info(RecipientKind kind) {
  return kRecipientKinds[static_cast<std::size_t>(kind)];
}
std::optional<RecipientKind> recipientKindById(std::string_view id) {
  const auto* row = rowById(kRecipientKinds, id);
  return row ? std::optional(row->kind) : std::nullopt;
}

std::span<const QueryStateInfo> queryStates() { return kStates; }
const QueryStateInfo& info(QueryState state) { return kStates[static_cast<std::size_t>(state)]; }
std::optional<QueryState> queryStateById(std::string_view id) {
  const auto* row = rowById(kStates, id);
  return row ? std::optional(row->state) : std::nullopt;
}

QueryState stateOf(const Query& query) {
  if (query.answeredAt != 0) return QueryState::answered;
  return query.askedAt != 0 ? QueryState::asked : QueryState::toAsk;
}

std::optional<std::string> faultOf(const Query& query) {
  if (base::oneLine(query.text).empty()) return "A query needs words. Write what is to be asked.";
  if (query.items.empty()) return "A query is about an item. Choose at least one.";
  if (query.askedAt < 0 || query.answeredAt < 0) {
    return "A query cannot be asked or answered before 1970. Set the clock of this machine right.";
  }
  const bool hasWords = !base::oneLine(query.answer).empty();
  if (query.answeredAt != 0 && !hasWords) {
    return "An answer needs words. Write what was said, or that there will be no answer.";
  }
  if (query.answeredAt == 0 && hasWords) return "An answer needs the time it was given.";
  return std::nullopt;
}

std::string queryNumberText(std::int64_t number) { return "query " + std::to_string(number); }

std::string recipientText(const Query& query) {
  const std::string_view word = info(query.kind).word;
  const std::string name = base::oneLine(query.recipient);
  if (name.empty()) {
    return query.kind == RecipientKind::other ? std::string(word) : "the " + std::string(word);
  }
  if (query.kind == RecipientKind::other) return name;
  return name + " (" + std::string(word) + ")";
}

std::string recipientKey(const Query& query) {
  const std::string name = base::oneLine(query.recipient);
  if (!name.empty()) return "name " + base::searchKey(name);
  return "kind " + std::string(info(query.kind).id) + " " + query.article.value;
}

}  // namespace assay::model
