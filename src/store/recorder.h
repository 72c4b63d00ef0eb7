// Appends events and folds them into the state at once: the pen of every writing transaction.
//
// A recorder lives for one transaction. Its first event is preceded by the event of the command it
// belongs to; a recorder that appends nothing leaves no trace.
//
// It knows the actor (drawn when the first event is written), the head of his chain, and the hybrid
// clock: every event it writes lies after all events of the file, whatever the wall clock says.
//
// Not here: whether a change is allowed (transaction.h) and what undoes it (undo.h).
//
// Ownership: references to the database, clock and id source, which outlive it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "model/ids.h"
#include "store/codec.h"
#include "store/event.h"
#include "store/file_state.h"
#include "store/fold.h"
#include "store/sqlite.h"

namespace assay::store {

class Recorder {
 public:
  /// `name` is the person; the actor is found out when the first event is written.
  Recorder(Database& database, std::string name, const base::Clock& clock, base::IdSource& ids,
           CommandRecord command);

  /// A new thing; `payload` as codec.h makes it.
  [[nodiscard]] base::Result<void> create(Entity entity, std::string_view id, std::string payload);
  /// Changes a field to `payload`; `base` is its present value.
  [[nodiscard]] base::Result<void> set(Entity entity, std::string_view id, std::string_view field,
                                       std::string base, std::string payload);
  /// Vouches for the words that stand in an older event now; the caller puts them there.
  [[nodiscard]] base::Result<void> redact(std::string_view event, std::string payload);
  /// Writes the command's own event now, also when nothing should follow it.
  [[nodiscard]] base::Result<void> begin();
  /// Writes what the fold still holds. Before COMMIT.
  [[nodiscard]] base::Result<void> finish() { return fold_.finish(); }

  /// Events appended, the command's own included; 0 when nothing happened.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether the last event stands in the file: after a COMMIT that failed.
  [[nodiscard]] base::Result<bool> arrived() const;
  /// Items that were touched, each once, in order.
  [[nodiscard]] const std::vector<model::ItemId>& items() const { return items_; }
  /// Something was touched that these items do not show.
  [[nodiscard]] bool elsewhere() const { return elsewhere_; }

 private:
  /// The first event of all is preceded by the command's own.
  [[nodiscard]] base::Result<void> append(Event event);
  /// Finds out who writes and where the chain goes on, and writes the command's event.
  [[nodiscard]] base::Result<void> start();
  /// Numbers, dates, links and hashes the event, stores it and folds it.
  [[nodiscard]] base::Result<void> write(Event event);
  [[nodiscard]] std::unexpected<base::Error> damaged(std::string_view what) const;
  [[nodiscard]] base::Result<void> touch(Entity entity, std::string_view id,
                                         std::string_view field);
  [[nodiscard]] base::Result<void> touchItemsOf(std::string_view query);

  Database& database_;
  std::string name_;
  const base::Clock& clock_;
  base::IdSource& ids_;
  CommandRecord command_;
  FileState state_;
  Fold fold_;
  std::string actor_;
  ActorHead head_;
  std::int64_t lastHlc_ = 0;
  std::size_t count_ = 0;
  std::vector<model::ItemId> items_;
  bool elsewhere_ = false;
  std::set<std::string> touched_;
};

}  // namespace assay::store
