// Queries: what somebody outside the text is asked about it, and what the answer was.
//
// A query belongs to one article and is about at least one of its items. It is numbered within the
// store: "query 3". Its answer is words; "declined to answer" is an answer too.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace assay::model {

/// Whom a query goes to, by what he is to the article.
enum class RecipientKind : std::uint8_t { author, editor, lawyer, speaker, expert, other };

struct RecipientKindInfo {
  RecipientKind kind;
  std::string_view id;    ///< in files and commands: "author"
  std::string_view word;  ///< on the screen: "author"
};
[[nodiscard]] std::span<const RecipientKindInfo> recipientKinds();
[[nodiscard]] const RecipientKindInfo& info(RecipientKind kind);
[[nodiscard]] std::optional<RecipientKind> recipientKindById(std::string_view id);

struct Query {
  QueryId id;
  ArticleId article;
  std::int64_t number = 0;    ///< within the store
  std::vector<ItemId> items;  ///< what it is about; quotes first, then by number
  RecipientKind kind = RecipientKind::author;
  std::string recipient;  ///< a name; empty: whoever that is
  std::string contact;
  std::string text;
  base::Millis askedAt = 0;     ///< 0: not yet
  base::Millis answeredAt = 0;  ///< 0: not yet
  std::string answer;           ///< filled exactly when it is answered

  bool operator==(const Query&) const = default;
};

/// How far a query is.
enum class QueryState : std::uint8_t { toAsk, asked, answered };

struct QueryStateInfo {
  QueryState state;
  std::string_view id;    ///< in commands: "to_ask"
  std::string_view word;  ///< on the screen: "to ask"
  std::string_view glyph;
};
[[nodiscard]] std::span<const QueryStateInfo> queryStates();
[[nodiscard]] const QueryStateInfo& info(QueryState state);
[[nodiscard]] std::optional<QueryState> queryStateById(std::string_view id);

[[nodiscard]] QueryState stateOf(const Query& query);
[[nodiscard]] inline bool isOpen(const Query& query) { return query.answeredAt == 0; }

/// What keeps it from being a query, as a sentence that says what to do; nothing when it is one.
[[nodiscard]] std::optional<std::string> faultOf(const Query& query);

/// "query 3".
[[nodiscard]] std::string queryNumberText(std::int64_t number);

/// "Mats Holm (author)", "Mats Holm" of no kind that says more, "the author" without a name.
[[nodiscard]] std::string recipientText(const Query& query);
/// Equal for queries that go to the same person: by name, case and accents do not count; without a
/// name by kind and article.
[[nodiscard]] std::string recipientKey(const Query& query);

}  // namespace assay::model
