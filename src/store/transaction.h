// The changes a command may make, checked, and written down by the recorder.
//
// This is the only door for what people type: values are valid UTF-8 within the limits, words are
// of the model's tables, places lie in their drafts, and whatever is referred to is there and in
// sight. A refused change has written nothing, but what the same command wrote before it stands
// until the caller passes the error on and the whole command is rolled back.
//
// Not here: undo (undo.h), which writes compensating events past these checks, having its own; and
// numbers, which the caller takes from Store::next….
//
// Ownership: references to the database and the recorder of the running command. Thread: theirs.
#pragma once

#include "store/recorder.h"
#include "store/store.h"

namespace assay::store {

class StoreTransaction final : public Transaction {
 public:
  /// Both must outlive the transaction.
  StoreTransaction(Database& database, Recorder& recorder)
      : database_(database), recorder_(recorder) {}

  base::Result<void> add(const model::Article& article) override;
  base::Result<void> add(const model::Draft& draft) override;
  base::Result<void> add(const model::StoredSpeaker& speaker) override;
  base::Result<void> add(const model::Item& item, const model::DraftId& draft) override;
  base::Result<void> add(const model::Source& source) override;
  base::Result<void> add(const model::Evidence& evidence) override;
  base::Result<void> add(const model::Query& query) override;
  base::Result<void> add(const model::Snapshot& snapshot, std::string_view bytes) override;

  base::Result<void> set(const model::ItemId& id, ItemField field, std::string_view value) override;
  base::Result<void> set(const model::SourceId& id, SourceField field,
                         std::string_view value) override;
  base::Result<void> set(const model::EvidenceId& id, EvidenceField field,
                         std::string_view value) override;
  base::Result<void> set(const model::ArticleId& id, ArticleField field,
                         std::string_view value) override;
  base::Result<void> set(const model::SpeakerId& id, SpeakerField field,
                         std::string_view value) override;
  base::Result<void> set(const model::QueryId& id, QueryField field,
                         std::string_view value) override;
  base::Result<void> setAbout(const model::QueryId& id, const model::ItemId& item,
                              bool about) override;
  base::Result<void> setAnchor(const model::ItemId& id, const model::DraftId& draft,
                               const model::Anchor& anchor) override;
  base::Result<void> setBlockRole(const model::DraftId& draft, std::size_t block,
                                  model::BlockRole role) override;
  base::Result<void> remove(const model::ItemId& id) override;
  base::Result<void> remove(const model::SourceId& id) override;
  base::Result<void> remove(const model::EvidenceId& id) override;
  base::Result<void> remove(const model::QueryId& id) override;
  base::Result<void> remove(const model::SnapshotId& id) override;

 private:
  /// notFound unless the thing is there and in sight.
  [[nodiscard]] base::Result<void> mustExist(Entity entity, std::string_view id);
  /// invalidInput when the identity is empty, over-long or taken.
  [[nodiscard]] base::Result<void> mustBeNew(Entity entity, std::string_view id);
  /// Records the new value unless it is the present one.
  [[nodiscard]] base::Result<void> change(Entity entity, std::string_view id,
                                          std::string_view field, std::string_view value);
  /// `change`, after looking at the value and the thing.
  [[nodiscard]] base::Result<void> setChecked(Entity entity, std::string_view id,
                                              std::string_view field, std::string_view value);
  /// Empty is fine (unknown); else a speaker of the item's own article.
  [[nodiscard]] base::Result<void> checkSpeakerOf(std::string_view item, std::string_view speaker);
  /// Empty is fine; else the item is a claim and the other a quote of the same article.
  [[nodiscard]] base::Result<void> checkParentOf(std::string_view item, std::string_view parent);
  /// The item is there and of the article.
  [[nodiscard]] base::Result<void> checkAbout(std::string_view article, std::string_view item);
  /// The letter of the number says quote or claim, so a kind cannot cross over.
  [[nodiscard]] base::Result<void> checkKindOf(std::string_view item, std::string_view kind);
  /// Inside the draft, which is one of the article's.
  [[nodiscard]] base::Result<void> checkAnchor(const model::DraftId& draft,
                                               std::string_view article,
                                               const model::Anchor& anchor);
  /// Whether the statement has a row; `second` is bound only when it is not empty.
  [[nodiscard]] base::Result<bool> exists(std::string_view sql, std::string_view first,
                                          std::string_view second);

  Database& database_;
  Recorder& recorder_;
  // Length and article of the draft that anchors were laid on last: an import asks thousands of
  // times.
  std::string anchorDraft_;
  std::string anchorArticle_;
  std::size_t anchorSize_ = 0;
};

}  // namespace assay::store
