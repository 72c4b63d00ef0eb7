// Undo and redo: compensating events, computed from the values that were recorded.
//
// Nothing is ever taken out of the record. Undoing a command appends the opposite of each of its
// changes as a new command that names the old one as its target; "undone" is a fold over that, so
// it survives restarts. A change can be taken back only while its value still stands: when somebody
// changed it since, the whole undo is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/recorder.h"
#include "store/sqlite.h"

namespace assay::store {

enum class Direction : std::uint8_t { undo, redo };

/// A command that can be undone or redone.
struct UndoTarget {
  std::string id;
  std::string actor;
  std::int64_t first = 0;  ///< aseq of the command's own event
  std::string label;
};

/// The command that undo, or redo, of this person would take next.
///
/// Undo takes the person's newest command that is not undone. Redo takes the one whose undo is the
/// newest, unless the person has done something else since.
[[nodiscard]] base::Result<std::optional<UndoTarget>> undoTarget(Database& database,
                                                                 std::string_view name,
                                                                 Direction direction);

/// Appends the compensating events. conflict, naming the thing and the value, when one of them has
/// been changed since; the caller then rolls back.
[[nodiscard]] base::Result<void> compensate(Database& database, Recorder& recorder,
                                            const UndoTarget& target, Direction direction);

}  // namespace assay::store
