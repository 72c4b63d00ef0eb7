// Who is reported to have said what: cue, source and content of every quote.
//
// Two finders work side by side: marked_quotes.h reads what stands between quotation marks,
// reported_speech.h what is reported without them. Their findings are joined here: where both
// speak of the same words, the marks say where the content ends and the kind it has.
//
// Not here: who the source is (speakers.h). Thread: pure functions over read-only models.
// Units: bytes of the text.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/span.h"
#include "extract/models.h"
#include "extract/nlp/reading.h"
#include "extract/quotation_marks.h"
#include "model/extraction.h"

namespace assay::extract {

/// How the source of an attribution was found.
enum class SourceFrom : std::uint8_t {
  clause,     ///< it stands with its verb beside the content
  before,     ///< an introduction in the sentence or paragraph before
  inherited,  ///< the quote goes on from the one before
  none,       ///< nothing says who
};

/// A quote before its speaker is known.
struct Attribution {
  model::QuoteKind kind = model::QuoteKind::direct;
  std::vector<base::Span> content;
  std::optional<base::Span> cue;
  std::optional<base::Span> source;
  SourceFrom from = SourceFrom::none;
  /// The attribution in the same list whose speaker this one shares, when it has no source.
  std::optional<std::size_t> sameSpeakerAs;
  double confidence = 0;
};

/// All attributions of a reading, ordered by where their content begins. `byEncoder`: what the
/// encoder found (neural/findings.h); where that is something, the linear reader is not asked.
[[nodiscard]] std::vector<Attribution> findAttributions(
    const nlp::Reading& reading, const std::vector<Marked>& marked, const Models& models,
    const std::vector<Attribution>& byEncoder = {});

/// The kind a content has by its marks: direct when every word lies between marks, mixed when
/// some do.
[[nodiscard]] model::QuoteKind kindOf(const nlp::Reading& reading,
                                      const std::vector<Marked>& marked,
                                      const std::vector<base::Span>& content);

}  // namespace assay::extract
