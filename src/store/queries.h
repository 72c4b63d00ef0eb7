// Reading the state back as values of the model. One SELECT a list; nothing is changed.
//
// Removed things are left out, also where others refer to them: a claim whose quote was removed
// has no parent, an item whose speaker was removed has none.
//
// Identities that are not there, or are removed, give notFound with the identity in the sentence.
// A word that only a newer program knows gives unsupported; a damaged row gives corrupt. Nothing is
// cached: who asks every frame keeps what he got until Store::revision() has grown.
//
// Ownership: keeps a reference to the database, which outlives it. Results own all their texts.
// Thread: that of the database. Units: spans are bytes of the draft's text.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"
#include "model/snapshot.h"
#include "store/sqlite.h"

namespace assay::store {

class Queries {
 public:
  explicit Queries(Database& database) : database_(database) {}

  /// By number; each with its newest draft in sight.
  [[nodiscard]] base::Result<std::vector<model::Article>> articles() const;
  [[nodiscard]] base::Result<model::Article> article(const model::ArticleId& id) const;
  /// With text and blocks, both of one moment.
  [[nodiscard]] base::Result<model::Draft> draft(const model::DraftId& id) const;
  /// Without texts and blocks.
  [[nodiscard]] base::Result<std::vector<model::Draft>> drafts(
      const model::ArticleId& article) const;
  [[nodiscard]] base::Result<std::vector<std::pair<model::ItemId, model::Anchor>>> anchors(
      const model::DraftId& draft) const;
  /// The oldest article in sight with a draft of that text; nothing is no failure.
  [[nodiscard]] base::Result<std::optional<model::ArticleId>> articleWithText(
      std::string_view sha256) const;
  /// By place in the newest draft; those without a place there come last, with empty spans and the
  /// words they have in the newest draft in which they stand. An unknown article has none.
  [[nodiscard]] base::Result<std::vector<model::Item>> items(const model::ArticleId& article) const;
  [[nodiscard]] base::Result<model::Item> item(const model::ItemId& id) const;
  [[nodiscard]] base::Result<std::vector<model::StoredSpeaker>> speakers(
      const model::ArticleId& article) const;
  [[nodiscard]] base::Result<std::vector<model::Source>> sources() const;
  [[nodiscard]] base::Result<model::Source> source(const model::SourceId& id) const;
  // In the order it was added, and in sight only while its item and its source are.
  [[nodiscard]] base::Result<std::vector<model::Evidence>> evidence(
      const model::ArticleId& article) const;
  [[nodiscard]] base::Result<std::vector<model::Evidence>> evidence(
      const model::ItemId& item) const;
  [[nodiscard]] base::Result<model::Evidence> evidence(const model::EvidenceId& id) const;

  // A store of a schema that had neither (read only) has none.
  [[nodiscard]] base::Result<std::vector<model::Query>> queries(
      const std::optional<model::ArticleId>& article) const;
  [[nodiscard]] base::Result<std::vector<model::Query>> queriesAbout(
      const model::ItemId& item) const;
  [[nodiscard]] base::Result<model::Query> query(const model::QueryId& id) const;
  [[nodiscard]] base::Result<std::vector<model::Snapshot>> snapshots(
      const std::optional<model::SourceId>& source) const;
  [[nodiscard]] base::Result<std::string> snapshotBytes(const model::SnapshotId& id) const;

  // One above the highest ever given out: removed things are counted, so no number comes twice.
  [[nodiscard]] base::Result<std::int64_t> nextArticleNumber() const;
  [[nodiscard]] base::Result<std::int64_t> nextDraftNumber(const model::ArticleId& article) const;
  [[nodiscard]] base::Result<std::int64_t> nextItemNumber(const model::ArticleId& article,
                                                          char letter) const;
  [[nodiscard]] base::Result<std::int64_t> nextSourceNumber() const;
  [[nodiscard]] base::Result<std::int64_t> nextQueryNumber() const;

 private:
  Database& database_;
};

}  // namespace assay::store
