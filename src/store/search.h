// Words to places: the full-text search over items, notes, sources, evidence and article text.
//
// Ranked (closeness.h) among the newest kMostRanked matches, so that a common word in a large store
// costs no more than a rare one. Accents and case do not count.
//
// Thread: that of the database.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace assay::store {

/// Matches that are compared with each other; older ones beyond that are not shown.
inline constexpr int kMostRanked = 200;

/// The question in the language of FTS5: words are joined by "and", "several words" are a phrase,
/// a star at the end of a word or phrase finds longer ones. invalidInput when there is no word.
[[nodiscard]] base::Result<std::string> searchExpression(std::string_view question);

/// Best first, at most `limit`; removed things and older drafts are left out.
[[nodiscard]] base::Result<std::vector<SearchHit>> search(Database& database,
                                                          std::string_view question,
                                                          std::size_t limit);

}  // namespace assay::store
