// Articles, drafts, items and speakers as the store keeps them.
//
// An item is one thing to check, with a number that never changes or gets reused within its
// article: quotes are Q1, Q2, …, claims C1, C2, …. Articles are A1, A2, … within a store, sources
// S1, S2, ….
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/span.h"
#include "model/extraction.h"
#include "model/ids.h"
#include "model/status.h"

namespace assay::model {

enum class ItemKind : std::uint8_t { direct, indirect, mixed, claim };

struct ItemKindInfo {
  ItemKind kind;
  std::string_view id;    ///< in files: "direct"
  std::string_view word;  ///< on the screen: "direct quote"
  char letter;            ///< of its number: 'Q' or 'C'
};
[[nodiscard]] std::span<const ItemKindInfo> itemKinds();
[[nodiscard]] const ItemKindInfo& info(ItemKind kind);
[[nodiscard]] std::optional<ItemKind> itemKindById(std::string_view id);
[[nodiscard]] ItemKind itemKind(QuoteKind kind);
[[nodiscard]] inline bool isQuote(ItemKind kind) { return kind != ItemKind::claim; }

/// "Q3", "C12".
[[nodiscard]] std::string numberText(ItemKind kind, std::int64_t number);

/// What a person typed to name an item or an article: letter and number, any case.
struct ParsedNumber {
  char letter = 0;  ///< upper case
  std::int64_t number = 0;

  bool operator==(const ParsedNumber&) const = default;
};
/// Nothing when `text` is not a letter followed by a number above 0.
[[nodiscard]] std::optional<ParsedNumber> parseNumber(std::string_view text);

/// One piece of work.
struct Article {
  ArticleId id;
  std::int64_t number = 0;  ///< "A1" within the store
  std::string title;
  std::string byline;
  std::string outlet;
  std::string url;
  DraftId draft;  ///< the newest draft
  base::Millis addedAt = 0;
};

/// One version of an article's text; immutable once imported.
struct Draft {
  DraftId id;
  ArticleId article;
  std::int64_t number = 0;  ///< 1 for the first
  std::string text;         ///< valid UTF-8
  std::string sha256;
  std::string origin;
  std::string format;
  base::Millis addedAt = 0;
  std::vector<Block> blocks;
};

/// Where an item stands in a draft.
struct Anchor {
  std::vector<base::Span> spans;  ///< bytes of the draft's text, in order, at least one
  std::optional<base::Span> cue;
  std::optional<base::Span> source;
  std::string exact;   ///< the text under `spans`, joined with " … "
  std::string prefix;  ///< up to 32 code points before the first span
  std::string suffix;  ///< up to 32 code points after the last span

  bool operator==(const Anchor&) const = default;
};

/// Anchor of `spans` in `text`; the spans must lie inside it.
[[nodiscard]] Anchor makeAnchor(std::string_view text, std::vector<base::Span> spans,
                                std::optional<base::Span> cue = {},
                                std::optional<base::Span> source = {});

/// A speaker as kept in the store.
struct StoredSpeaker {
  SpeakerId id;
  ArticleId article;
  std::string name;
  SpeakerKind kind = SpeakerKind::unknown;
  std::vector<std::string> roles;

  bool operator==(const StoredSpeaker&) const = default;
};

/// One thing to check, with everything decided about it.
struct Item {
  ItemId id;
  ArticleId article;
  ItemKind kind = ItemKind::claim;
  std::int64_t number = 0;
  std::optional<ItemId> parent;  ///< the quote a claim was made in
  Anchor anchor;                 ///< in the article's newest draft
  std::optional<SpeakerId> speaker;
  double confidence = 0;  ///< of the finder, 0..1; 1 for items made by hand
  double score = 0;       ///< worth of checking, 0..1
  std::vector<ClaimReason> reasons;
  bool checkable = true;
  Status status = Status::unchecked;
  WordingVerdict wording = WordingVerdict::none;
  FlagSet flags;
  std::string verdict;         ///< public rating, a step of a scale; empty for none
  std::string explanation;     ///< of the public rating
  std::string note;            ///< internal
  std::string correction;      ///< suggested new wording
  std::string decidedBy;       ///< who set the present status; empty while nobody has
  base::Millis decidedAt = 0;  ///< when; 0 while nobody has

  [[nodiscard]] std::string numberText() const { return model::numberText(kind, number); }
};

}  // namespace assay::model
