// A new draft of an article: what was carried over, what waits for a person, what is gone and new.
//
// Taking a new draft in (ImportDraft) gives every unchanged and moved item its place there, and
// adds what is new; nothing is decided about an item whose words, or the words around it, are
// others: it has no place in the new draft until somebody accepts the one proposed (AcceptPlaces),
// gives it another (MoveItem), or marks it cut. The view is made from the two newest drafts
// whenever it is asked for, so it is the same after a restart. evidence/carry.h has the method.
//
// Pure values. Units: spans are bytes of the newest draft.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "base/result.h"
#include "base/span.h"

namespace assay::app {

/// The five baskets, in the order in which they are shown.
enum class DraftBasket : std::uint8_t { reworded, gone, fresh, moved, unchanged };
inline constexpr std::size_t kDraftBaskets = 5;

struct DraftBasketInfo {
  DraftBasket basket;
  std::string_view id;    ///< in commands: "reworded"
  std::string_view word;  ///< on the screen: "wording changed"
};
[[nodiscard]] const std::array<DraftBasketInfo, kDraftBaskets>& draftBaskets();

/// A stretch of a difference in words.
struct WordChange {
  enum class Kind : std::uint8_t { same, gone, come } kind = Kind::same;
  std::string text;

  bool operator==(const WordChange&) const = default;
};

/// One item between two drafts.
struct DraftItem {
  model::ItemId item;
  std::string number;  ///< "Q3"
  model::Status status = model::Status::unchecked;
  DraftBasket basket = DraftBasket::unchanged;
  std::string before;  ///< its words in the draft before, on one line; empty when it is new
  std::string after;   ///< its words, or those proposed, in the new one; empty when it is gone
  std::string reason;  ///< why it is in this basket, as half a sentence: "82 % of the words alike"
  std::vector<base::Span> spans;    ///< its place, or the one proposed
  std::vector<WordChange> changes;  ///< of a reworded item, with some of what stands around it
  bool clear = false;   ///< reworded: it can be accepted together with all other clear ones
  bool placed = false;  ///< it has a place in the new draft; of a reworded one: it was accepted
};

struct DraftView {
  model::ArticleId article;
  std::int64_t number = 1;       ///< of the newest draft
  std::int64_t before = 0;       ///< of the one it is compared with; 0: there is none
  std::vector<DraftItem> items;  ///< by basket, then by place

  [[nodiscard]] std::size_t count(DraftBasket basket) const;
  /// Reworded and not accepted yet; `clearOnly`: of these the clear ones.
  [[nodiscard]] std::vector<model::ItemId> waiting(bool clearOnly = false) const;
};

/// The newest draft of an article against the one before it.
[[nodiscard]] base::Result<DraftView> draftView(const Session& session,
                                                const model::ArticleId& article);

/// "12 unchanged, 1 moved, 2 with changed wording, 1 gone, 3 new".
[[nodiscard]] std::string draftSentence(const DraftView& view);

}  // namespace assay::app
