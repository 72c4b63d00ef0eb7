// How sentences and the history name stored things: "Q3", "S1", "the evidence on Q3".
//
// Names are looked up in the state, so a speaker who was renamed is called by the present name in
// old lines as well. Reads only; one SELECT a call.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "store/event.h"
#include "store/sqlite.h"

namespace assay::store {

/// The name of a thing, removed ones included. Falls back to its kind when it is not there.
[[nodiscard]] base::Result<std::string> thingName(Database& database, Entity entity,
                                                  std::string_view id);

/// A recorded value as people read it: speakers by name, flags by their words, an anchor by its
/// text, a removal as "yes". Other values stay as they are.
[[nodiscard]] base::Result<std::string> shownValue(Database& database, Entity entity,
                                                   std::string_view field, std::string_view value);

/// The field as people read it: "note", "place" for an anchor, "role of block 3".
[[nodiscard]] std::string shownField(std::string_view field);

}  // namespace assay::store
