// How well a passage answers a question, and where it does: the ranking of the search, as functions
// of the index.
//
// FTS5's own ranking counts every passage of the store that has a word before it ranks the first:
// with a million items a common word costs tens of milliseconds. This one looks at the passage
// alone. What it leaves out is how rare a word is, and that weighs nothing: all hits have all
// words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

struct sqlite3;
struct fts5_api;  // NOLINT(readability-identifier-naming): SQLite's name

namespace assay::store {

/// Where a word or phrase of the question stands in a passage.
struct Place {
  std::int32_t word = 0;    ///< the first, counted from 0
  std::int32_t size = 0;    ///< words
  std::int32_t phrase = 0;  ///< which of the question
};

/// Makes two functions known to a connection: `closeness(search)`, more for a word that comes
/// again, less for a long passage; and `places(search)`, a blob for placesOf. False when SQLite
/// refused.
[[nodiscard]] bool addCloseness(sqlite3* handle);

/// What `places` said, in rising order.
[[nodiscard]] std::vector<Place> placesOf(std::span<const std::uint8_t> blob);

/// FTS5 of a connection, or null.
[[nodiscard]] fts5_api* fts5Of(sqlite3* handle);

}  // namespace assay::store
