// The models the program carries: part of its image, mapped into memory by the system with it.
//
// The files lie in assets/models with a card each and are made by assay-train. A model that was
// not there when the program was built is empty; the layers then fall back on rules.
//
// Thread: read-only after the first call.
#pragma once

#include "extract/nlp/linear_model.h"

namespace assay::extract {

struct Models {
  nlp::LinearModel pos;     ///< parts of speech
  nlp::LinearModel quotes;  ///< source, cue and content of attributions
  nlp::LinearModel worth;   ///< worth of checking
};

/// The models built into the program.
[[nodiscard]] const Models& builtInModels();

}  // namespace assay::extract
