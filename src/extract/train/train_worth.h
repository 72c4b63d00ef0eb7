// Teaches the worth of checking (worth.h) from sentences that people rated.
//
// Logistic regression over words, pairs of words and the reasons of the sentence, AdaGrad with a
// penalty. Sentences are taken in an order that does not depend on chance.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace assay::extract::train {

/// Learns from the data folder, prints figures on dev, gives the bytes of the model.
[[nodiscard]] base::Result<std::string> trainWorth(const std::filesystem::path& data);

}  // namespace assay::extract::train
