// The layers of extract() up to the quotes and their speakers, with what they leave for the claims.
//
// For extract() and for measuring and teaching the layers above; everybody else calls extract().
//
// Owns: what is read points into the document's text, which must outlive it. Thread: as extract().
#pragma once

#include "base/job.h"
#include "base/result.h"
#include "extract/extract.h"
#include "extract/neural/findings.h"
#include "extract/nlp/reading.h"
#include "model/document.h"
#include "model/extraction.h"

namespace assay::extract {

struct Read {
  nlp::Reading reading;
  neural::Findings findings;  ///< empty when the text was read fast
  model::Extraction found;    ///< without claims
  bool english = false;  ///< else the quotes are by their marks alone, and there is no more to find
};

/// Fails with `cancelled` alone. `memory` may be null.
[[nodiscard]] base::Result<Read> readQuotes(const model::Document& document, const base::Job& job,
                                            nlp::Memory* memory, Setting setting);

}  // namespace assay::extract
