// What the encoder finds in a text: parts of speech, a parse, attributions, worth.
//
// The thorough way of reading: slower than the linear models by a factor of thirty or so, and
// better at all of these. The same text gives the same findings on every processor.
//
// Thread: pure functions over a read-only model. Time grows with the length of the text.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/neural/encoder.h"
#include "extract/nlp/reading.h"
#include "extract/quotation_marks.h"

namespace assay::extract::neural {

struct Findings {
  std::vector<nlp::Pos> pos;         ///< one a token
  std::vector<std::uint32_t> heads;  ///< one a token, a token; the root is its own head
  /// One a token: what it is to its head, as Universal Dependencies 2 call it
  /// ("nsubj", "acl:relcl"). Lives as long as the model.
  std::vector<std::string_view> relations;
  std::vector<float> worth;  ///< one a sentence, 0 … 1
  /// Two a token; their means over a clause are the log-odds that it can be checked and that it
  /// must be.
  std::vector<std::array<float, kClaimSenses>> claims;
  std::vector<Attribution> attributions;  ///< with a content, ordered by their cues

  [[nodiscard]] bool empty() const { return pos.empty(); }
};

/// Reads the whole text, window by window. `stop` is asked before each window; when it says true,
/// the findings are empty. Windows that the reading's memory knows are not run again.
[[nodiscard]] Findings readThoroughly(const nlp::Reading& reading,
                                      const std::vector<Marked>& marked, const EncoderModel& model,
                                      const std::function<bool()>& stop = {});

}  // namespace assay::extract::neural
