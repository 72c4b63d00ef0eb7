// Where articles come from on the command line: named files, and "-" for standard input.
//
// Not here: reading formats and finding quotes (app/importing.h).
#pragma once

#include <string>

#include "app/importing.h"
#include "base/result.h"
#include "cli/invocation.h"

namespace assay::cli {

/// Reads and extracts the article `word` names. Errors name the file.
[[nodiscard]] base::Result<app::ImportArticle> takeIn(
    Invocation& call, const std::string& word,
    extract::Setting setting = extract::Setting::automatic, app::Take take = app::Take::items);

}  // namespace assay::cli
