// How often tags, heads and relations are those of a treebank, on its own tokens and sentences.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace assay::extract::train {

/// A line for each way of reading (fast, thorough), in per cent. Tags are the program's own, in
/// which punctuation is one; a relation counts without what stands behind its colon, and with its
/// head.
[[nodiscard]] base::Result<std::string> measureTrees(const std::filesystem::path& conllu);

}  // namespace assay::extract::train
