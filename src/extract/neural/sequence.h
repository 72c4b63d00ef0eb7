// The best way to give every token of a stretch a tag, when an inside follows only its beginning.
//
// Tags are numbered as in quote_tags.h: 0 is nothing, odd ones begin, the even one behind goes on.
// Thread: pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/neural/encoder.h"
#include "extract/nlp/reading.h"

namespace assay::extract::neural {

/// The tags with the highest sum of scores; `scores` has one row a token, its first `tags` values
/// count. Time grows with the number of tokens.
[[nodiscard]] std::vector<std::uint8_t> bestSequence(const Rows& scores, std::size_t tags);

/// The runs that begin with the tag `begin`.
[[nodiscard]] std::vector<nlp::Range> runsOf(const std::vector<std::uint8_t>& tags,
                                             std::uint8_t begin);

}  // namespace assay::extract::neural
