// State = fold(events): the one place that says what an event does to the state.
//
// Writing uses it event by event inside its transaction; verify and rebuild use it from the first
// event on. Whatever is not in here is not in the state.
//
// Not here: where events come from, and whether they are allowed (transaction.h, undo.h).
//
// Ownership: keeps a reference to the state that it fills. One fold for one transaction: the heads
// of the actors are written by finish().
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "store/event.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/state.h"

namespace assay::store {

/// The newest event of an actor: where the chain goes on.
struct ActorHead {
  std::int64_t aseq = 0;
  std::int64_t hlc = 0;
  base::Sha256 hash{};
};

class Fold {
 public:
  /// `state` holds the fold of all events before the next one.
  explicit Fold(State& state, std::int32_t schema = kSchemaVersion)
      : state_(state), schema_(schema) {}

  /// corrupt when the event speaks of something that does not exist; unsupported when it uses a
  /// word or a schema of a newer program.
  [[nodiscard]] base::Result<void> apply(const Event& event);
  /// Writes the heads of the actors seen, and finishes the state. Once, after the last event.
  [[nodiscard]] base::Result<void> finish();

 private:
  // One for each entity: payload to row.
  [[nodiscard]] base::Result<void> create(const Event& event);
  [[nodiscard]] base::Result<void> decide(const Event& event);
  [[nodiscard]] base::Result<void> createCommand(const Event& event);
  [[nodiscard]] base::Result<void> createArticle(const Event& event);
  [[nodiscard]] base::Result<void> createDraft(const Event& event);
  [[nodiscard]] base::Result<void> createSpeaker(const Event& event);
  [[nodiscard]] base::Result<void> createItem(const Event& event);
  [[nodiscard]] base::Result<void> createSource(const Event& event);
  [[nodiscard]] base::Result<void> createEvidence(const Event& event);
  [[nodiscard]] base::Result<void> createQuery(const Event& event);
  [[nodiscard]] base::Result<void> createSnapshot(const Event& event);

  /// Searchable texts of a new thing.
  using Texts = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  [[nodiscard]] base::Result<void> addPassages(const Event& event, Texts texts);
  /// After a change of a field.
  [[nodiscard]] base::Result<void> setPassage(const Event& event);
  [[nodiscard]] bool hasPassages() const { return schema_ >= kFirstSchemaWithSearch; }

  State& state_;
  std::int32_t schema_;
  std::map<std::string, ActorHead, std::less<>> heads_;
};

/// "kim" of "kim~5f0c2d9e1a77": the person behind an actor.
[[nodiscard]] std::string actorName(std::string_view actor);

/// Calls `each` for every event of `database`, in the order of the fold: by hybrid time, then
/// actor, then sequence. Stops at the first error of `each`.
[[nodiscard]] base::Result<void> forEachEvent(
    Database& database, const std::function<base::Result<void>(const Event&)>& each);

/// The same with some hundred events at a time.
[[nodiscard]] base::Result<void> forEachBatch(
    Database& database, const std::function<base::Result<void>(std::span<const Event>)>& each);

/// Empties the state tables and folds all events anew, inside the caller's transaction.
[[nodiscard]] base::Result<void> rebuildState(Database& database,
                                              std::int32_t schema = kSchemaVersion);

}  // namespace assay::store
