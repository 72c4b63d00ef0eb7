// The searchable texts of a store, one row each, and the full-text index over them.
//
// The table `passage` is state: the fold fills it, verify compares it. The index `search` (FTS5) is
// made from it and from nothing else; it can be made anew at any time. The fold touches passages
// only; whoever writes brings the index up to date once, at the end of the transaction.
//
// What it is not: the question (search.h).
//
// Ownership: keeps a reference to the database. One for one transaction. Thread: its own.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/event.h"
#include "store/sqlite.h"

namespace assay::store {

class Passages {
 public:
  enum class Index : std::uint8_t {
    keep,   ///< what changes is remembered for updateIndex
    leave,  ///< nobody asks: a fold beside the file, or one after which all is indexed anew
  };
  Passages(Database& database, Index index) : database_(database), index_(index) {}

  /// Whether texts of this field can be searched.
  [[nodiscard]] static bool has(Entity entity, std::string_view field);

  /// The text of a thing that was just made; an empty one has no passage.
  [[nodiscard]] base::Result<void> add(Entity entity, std::string_view thing,
                                       std::string_view field, std::string_view text);
  /// The text as it is from now on.
  [[nodiscard]] base::Result<void> put(Entity entity, std::string_view thing,
                                       std::string_view field, std::string_view text);
  /// Brings the index up to what was added and put.
  [[nodiscard]] base::Result<void> updateIndex();

 private:
  void remember(std::int64_t id, const std::optional<std::string>& before);

  Database& database_;
  Index index_;
  /// By passage: what the index says now; nothing for a new one.
  std::map<std::int64_t, std::optional<std::string>> touched_;
};

/// Makes the whole index anew, inside the caller's transaction. Old words leave the file.
[[nodiscard]] base::Result<void> rebuildIndex(Database& database);
/// A sentence when the index does not say what the passages say; empty when it does, and also when
/// this connection or another writer does not allow to look (`looked` is false then).
[[nodiscard]] base::Result<std::string> indexDifference(Database& database, bool& looked);

}  // namespace assay::store
