// Events found in the raw bytes of a file, whatever state the file is in.
//
// No SQLite takes part: neither a header, a schema nor a tree has to be readable. Every place that
// can be a row of the event table is looked at, and only what has its own SHA-256 is an event, so
// nothing false can come out. The layout is https://www.sqlite.org/fileformat.html, sections 1.6
// and 2.1; the row is that of SCHEMA.md.
//
// Pure functions over bytes. Any bytes may be handed in.
#pragma once

#include <functional>
#include <string_view>

#include "store/event.h"

namespace assay::store {

/// Calls `found` for every event of `file`, a database file or a rollback journal of one. The same
/// event may be found more than once; `overflow` is the database file, where long rows go on.
void carveEvents(std::string_view file, std::string_view overflow,
                 const std::function<void(Event)>& found);

}  // namespace assay::store
