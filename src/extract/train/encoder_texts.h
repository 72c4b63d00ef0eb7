// Writes the training and measuring texts as the encoder's trainer (encoder.py) reads them: cut,
// marked and turned into word pieces by the program's own code, so that what is learned is what
// is asked later.
//
// One JSON object a line: "kind" (quotes, tree or worth), "part" (train or dev), "name", a list
// per token of "pieces", "shape", "marks", "edge", "begin", "end" (code points), ranges of tokens
// "paragraphs" and "sentences", and what is to be learned: "gold", "tags" with "heads" and
// "relations", or "worth"; "clauses" of the articles that were marked: ranges of tokens and worth.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace assay::extract::train {

/// `pieces`: the encoder's list of word pieces, one a line; `clauses`: the file of marked clauses.
[[nodiscard]] base::Result<std::string> encoderTexts(const std::filesystem::path& data,
                                                     std::string_view pieces,
                                                     const std::filesystem::path& clauses);

}  // namespace assay::extract::train
