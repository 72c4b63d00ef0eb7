// How well a passage answers a question: the ranking of the search, as a function of the index.
//
// FTS5's own ranking counts every passage of the store that has a word before it ranks the first:
// with a million items a common word costs tens of milliseconds. This one looks at the passage
// alone. What it leaves out is how rare a word is, and that weighs nothing: all hits have all
// words.
#pragma once

struct sqlite3;

namespace assay::store {

/// Makes `closeness(search)` known to a connection: more for a word that comes again, less for a
/// long passage. False when SQLite refused.
[[nodiscard]] bool addCloseness(sqlite3* handle);

}  // namespace assay::store
