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

#include "app/shared.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"
#include "model/snapshot.h"
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
  std::size_t openQueries = 0;  ///< about it, and not answered
  std::string searchKey;  ///< base::searchKey of text, speaker, number, note, sources, queries

  bool operator==(const ItemRow&) const = default;
};

/// The row of each item, by ItemId::value.
using Places = Shared<std::unordered_map<std::string, std::size_t>>;

/// An article with its newest draft and all items. The view after a decision shares with the one
/// before whatever the decision left alone, so that it costs the same in any article.
struct ArticleView {
  model::Article article;
  Shared<model::Draft> draft;
  std::string number;        ///< "A1"
  SharedList<ItemRow> rows;  ///< in order of the text, a quote's claims right after it
  Shared<std::vector<model::StoredSpeaker>> speakers;
  std::array<std::size_t, 10> perStatus{};  ///< indexed by model::Status
  std::array<std::size_t, 8> perFlag{};     ///< by the place in model::flags()
  std::size_t settled = 0;                  ///< rows whose status counts as checked
  std::size_t quotes = 0;                   ///< rows that are quotes, of whatever kind

  [[nodiscard]] std::optional<std::size_t> rowOf(const model::ItemId& id) const;
  /// It shows the same items in the same places, whatever was decided about them.
  [[nodiscard]] bool samePlaces(const ArticleView& other) const {
    return rowById.same(other.rowById);
  }
  /// Made anew with every view in which an item came, went or moved.
  Places rowById;
};

/// Evidence together with its source and what is kept of that, newest last.
struct EvidenceView {
  model::Evidence evidence;
  model::Source source;
  std::vector<model::Snapshot> snapshots;
};

/// An item that a query is about.
struct QueryAbout {
  model::ItemId item;
  std::string number;  ///< "Q3"
  std::string text;    ///< on one line
};
/// A query as the Queries screen and `assay query list` show it.
struct QueryView {
  model::Query query;
  std::string article;  ///< "A1"
  std::string title;    ///< of the article
  std::vector<QueryAbout> about;
};
/// What goes to one person, in the order in which it comes up.
struct QueryGroup {
  std::string recipient;             ///< "Mats Holm (author)"
  std::string contact;               ///< the first that was noted; may be empty
  std::vector<std::size_t> queries;  ///< indices into what was grouped
};
/// By recipient, in the order in which they come up.
[[nodiscard]] std::vector<QueryGroup> grouped(const std::vector<QueryView>& queries);
/// The open queries to one person as plain text, for a mail or a talk.
[[nodiscard]] std::string callText(const std::vector<QueryView>& queries, const QueryGroup& group);

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
  std::vector<model::Snapshot> snapshots;  ///< newest last
};

/// Everything about one item, for the inspector and for `assay show`.
struct ItemDetail {
  model::Item item;
  ItemRow row;
  std::optional<model::StoredSpeaker> speaker;
  std::vector<EvidenceView> evidence;
  std::vector<model::Query> queries;         ///< about it, by number
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

/// A filter ready to be asked about many rows.
class RowFilter {
 public:
  explicit RowFilter(const Filter& filter);
  [[nodiscard]] bool passes(const ItemRow& row) const;

 private:
  Filter filter_;
  std::vector<std::string> words_;
};

/// Indices of the rows that pass, in order.
[[nodiscard]] std::vector<std::size_t> filtered(const ArticleView& view, const Filter& filter);

}  // namespace assay::app
