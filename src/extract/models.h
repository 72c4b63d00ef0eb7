// The models the program carries: part of its image, mapped into memory by the system with it.
//
// The files lie in assets/models with a card each and are made by assay-train. A model that was
// not there when the program was built is empty; the layers then fall back on rules.
//
// Thread: read-only after the first call.
#pragma once

#include "extract/neural/encoder_model.h"
#include "extract/nlp/linear_model.h"

namespace assay::extract {

struct Models {
  nlp::LinearModel pos;     ///< parts of speech
  nlp::LinearModel quotes;  ///< source, cue and content of attributions
  nlp::LinearModel worth;   ///< worth of checking
};

/// The encoder built into the program; empty when it was built without one. Opened when it is
/// first asked for, since looking over its bytes takes some milliseconds.
[[nodiscard]] const neural::EncoderModel& builtInEncoder();

/// The models built into the program.
[[nodiscard]] const Models& builtInModels();

}  // namespace assay::extract
