// What `assay import` says about an article it took in.
//
// Not here: the listing of everything found (report/listing.h). Pure functions; the text ends with
// a newline.
#pragma once

#include <string>
#include <string_view>

#include "app/command.h"

namespace assay::cli {

/// Title, blocks by role, quotes by kind, claims, speakers with their counts, what was set aside,
/// and warnings. `number` ("A1") and `title` are those of the article in the store, which has a
/// title also where the text has none.
[[nodiscard]] std::string importSummary(const app::ImportArticle& taken, std::string_view number,
                                        std::string_view title);

/// "start-end role: text" for every block, in code points of the text.
[[nodiscard]] std::string blockLines(const model::Document& document);

}  // namespace assay::cli
