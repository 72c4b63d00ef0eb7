// What the encoder sees of a text besides the pieces of its words: case, quotation marks, edges.
//
// Thread: pure functions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/nlp/reading.h"
#include "extract/quotation_marks.h"

namespace assay::extract::neural {

/// How a word is written.
enum class Shape : std::uint8_t { other, lower, capitalised, capitals, mixed, digits };
inline constexpr std::size_t kShapes = 6;
[[nodiscard]] Shape shapeOf(std::string_view word);

/// Where a token stands to quotation marks, as a sum of these.
inline constexpr std::uint8_t kInsideMarks = 1;
inline constexpr std::uint8_t kOpensMarks = 2;
inline constexpr std::uint8_t kClosesMarks = 4;
inline constexpr std::uint8_t kNestedMarks = 8;
inline constexpr std::size_t kMarkStates = 16;
/// One state a token of the reading.
[[nodiscard]] std::vector<std::uint8_t> markStates(const nlp::Reading& reading,
                                                   const std::vector<Marked>& marked);

/// What stands before a piece.
enum class Edge : std::uint8_t { insideToken, glued, space, sentence };
inline constexpr std::size_t kEdges = 4;
[[nodiscard]] Edge edgeOf(const nlp::Reading& reading, std::size_t token);

}  // namespace assay::extract::neural
