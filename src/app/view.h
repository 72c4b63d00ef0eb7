// View models: what a screen or a command's output shows, ready to be drawn.
//
// Plain values built from the store in one go and cached by the session under the store's
// revision. Nothing here points into the store. Positions are bytes of `text`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/evidence.h"
#include "model/item.h"
#include "store/store.h"

namespace assay::app {

/// One item as a list shows it.
struct ItemRow {
  model::ItemId id;
  std::string number;  ///< "Q3"
  model::ItemKind kind = model::ItemKind::claim;
  model::Status status = model::Status::unchecked;
  model::FlagSet flags;
  std::string text;     ///< on one line
  std::string speaker;  ///< empty for unknown
  std::string parent;   ///< number of the quote it was made in, or empty
  bool child = false;   ///< shown indented under its quote
  double score = 0;     ///< worth of a claim, confidence of a quote
  std::string why;      ///< what makes a claim worth checking: "number, date"; may be empty
  bool checkable = true;
  std::vector<base::Span> spans;
  std::size_t evidenceCount = 0;
  std::string searchKey;  ///< base::searchKey of text, speaker, number, note and sources

  bool operator==(const ItemRow&) const = default;
};

/// An article with its newest draft and all items.
struct ArticleView {
  model::Article article;
  model::Draft draft;
  std::string number;         ///< "A1"
  std::vector<ItemRow> rows;  ///< in order of the text, a quote's claims right after it
  std::vector<model::StoredSpeaker> speakers;
  std::array<std::size_t, 10> perStatus{};  ///< indexed by model::Status
  std::array<std::size_t, 8> perFlag{};     ///< by the place in model::flags()
  std::size_t settled = 0;                  ///< rows whose status counts as checked

  [[nodiscard]] std::optional<std::size_t> rowOf(const model::ItemId& id) const;
  std::unordered_map<std::string, std::size_t> rowById;  ///< by ItemId::value
};

/// Evidence together with its source.
struct EvidenceView {
  model::Evidence evidence;
  model::Source source;
};

/// One item that a source is evidence for.
struct SourceUse {
  model::ArticleId article;
  model::ItemId item;
  std::string number;  ///< "A1:Q3"
  std::string text;    ///< of the item, on one line
  model::Stance stance = model::Stance::supports;
  model::Status status = model::Status::unchecked;
};
/// A source with everything it is used for, in the order of the articles.
struct SourceUses {
  model::Source source;
  std::vector<SourceUse> uses;
};

/// Everything about one item, for the inspector and for `assay show`.
struct ItemDetail {
  model::Item item;
  ItemRow row;
  std::optional<model::StoredSpeaker> speaker;
  std::vector<EvidenceView> evidence;
  std::vector<store::HistoryEntry> history;  ///< newest last
};

/// An article in a list of articles.
struct ArticleSummary {
  model::Article article;
  std::string number;
  std::size_t quotes = 0;
  std::size_t claims = 0;
  std::size_t settled = 0;
};

/// Which rows are shown. Empty sets mean "all".
struct Filter {
  std::vector<model::Status> statuses;
  enum class Kind : std::uint8_t { all, quotes, claims } kind = Kind::all;
  bool hidePostponed = false;
  model::FlagSet flags;  ///< at least one of these must hold; none: all pass
  std::string text;      ///< words, all of which must occur; case and accents do not matter

  bool operator==(const Filter&) const = default;
  [[nodiscard]] bool active() const { return *this != Filter{}; }
};

/// Indices of the rows that pass, in order.
[[nodiscard]] std::vector<std::size_t> filtered(const ArticleView& view, const Filter& filter);

}  // namespace assay::app
