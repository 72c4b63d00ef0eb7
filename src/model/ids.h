// Identities of stored things, one type each so that they cannot be mixed up.
//
// An identity never changes and is never reused, also across stores that are merged. People see
// numbers ("Q3", "A1"); programs hold these.
#pragma once

#include <compare>
#include <string>

namespace assay::model {

template <class Tag>
struct Id {
  std::string value;  ///< empty means "none"

  [[nodiscard]] bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using ArticleId = Id<struct ArticleTag>;
using DraftId = Id<struct DraftTag>;
using BlockId = Id<struct BlockTag>;
using ItemId = Id<struct ItemTag>;
using AnchorId = Id<struct AnchorTag>;
using SpeakerId = Id<struct SpeakerTag>;
using SourceId = Id<struct SourceTag>;
using EvidenceId = Id<struct EvidenceTag>;
using QueryId = Id<struct QueryTag>;
using SnapshotId = Id<struct SnapshotTag>;

}  // namespace assay::model
