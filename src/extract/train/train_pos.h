// Teaches the tagger of parts of speech.
//
// From gold tags of treebanks and machine-made tags of news (the news count once, the gold
// twice). An averaged perceptron, sentences in the order of the files, no chance involved.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace assay::extract::train {

/// Learns from the data folder and gives the bytes of the model; prints figures on dev.
[[nodiscard]] base::Result<std::string> trainPos(const std::filesystem::path& data);

}  // namespace assay::extract::train
