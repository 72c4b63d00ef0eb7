// Teaches the reader of attributions (quote_tags.h).
//
// A conditional random field over the gold attributions of news, paragraphs in the order of the
// files, AdaGrad with a penalty on large weights; every paragraph at two levels, as a whole and
// inside each content. Contents that reach over paragraphs are cut at their ends.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace assay::extract::train {

/// Learns from the data folder and gives the bytes of the model.
[[nodiscard]] base::Result<std::string> trainQuotes(const std::filesystem::path& data);

}  // namespace assay::extract::train
