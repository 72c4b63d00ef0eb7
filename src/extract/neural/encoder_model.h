// The weights of the encoder, read where they lie.
//
// The format, little-endian; every part begins at a multiple of 64 bytes:
//   0   8 bytes  "ASENC02\n"
//   8   u64      the sum of everything behind byte 16 (sumOf)
//   16  u32 ×12  pieces, layers, plain layers, width, heads, inner, window, pair, arc, relations,
//                tags, worth
//   then, in this order:
//   text  the pieces, each ended by "\n"         (u32 length before it)
//   text  the relations, likewise
//   i8    pieces × width, the pieces' values;  f32 pieces, a scale each
//   f32   places, shapes, marks, edges: rows of width;  gain and bias of the first norm
//   per layer: products qkv, out, up, down; gain and bias of two norms
//   products cue, cueBegin, cueEnd, token, role; f32 16 × pair for the distance to a cue
//   products tag, arcDependent, arcHead, arc, relationDependent, relationHead, relation
//   products worthToken, worth, claim
// A product is u32 columns, u32 rows; f32 scales, f32 biases, i32 sums of the columns, each
// padded to a multiple of sixteen; then the packed columns (kernels.h).
//
// Owns the list of pieces only: the bytes must outlive the object. Thread: read-only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/neural/word_pieces.h"

namespace assay::extract::neural {

/// How many things the encoder says of a clause.
inline constexpr std::size_t kClaimSenses = 2;

/// A matrix that is multiplied from the right, in 8-bit integers.
struct Product {
  std::size_t columns = 0;  ///< as meant
  std::size_t blocks = 0;   ///< of sixteen columns, the last one padded
  std::size_t rows = 0;     ///< a multiple of four
  const float* scales = nullptr;
  const float* bias = nullptr;
  const std::int32_t* sums = nullptr;
  const std::int8_t* packed = nullptr;
};

struct Norm {
  const float* gain = nullptr;
  const float* bias = nullptr;
};

struct EncoderLayer {
  Product qkv;
  Product out;
  Product up;
  Product down;
  Norm afterAttention;
  Norm afterInner;
};

struct EncoderModel {
  std::uint64_t sum = 0;        ///< of its bytes: tells one model from another
  std::size_t plainLayers = 0;  ///< lowest layers, which see nothing but the pieces
  std::size_t width = 0;
  std::size_t heads = 0;
  std::size_t inner = 0;
  std::size_t window = 0;  ///< most pieces that are read at once
  std::size_t pair = 0;
  std::size_t arcWidth = 0;
  WordPieces pieces;
  std::vector<std::string_view> relations;
  const std::int8_t* pieceValues = nullptr;
  const float* pieceScales = nullptr;
  const float* places = nullptr;
  const float* shapes = nullptr;
  const float* marks = nullptr;
  const float* edges = nullptr;
  Norm first;
  std::vector<EncoderLayer> layers;
  Product cue, cueBegin, cueEnd, token, role;
  const float* near = nullptr;
  Product tag, arcDependent, arcHead, arc, relationDependent, relationHead, relation;
  Product worthToken, worth;
  Product claim;  ///< of a token: what it adds to "can be checked" and to "must be checked"

  [[nodiscard]] bool empty() const { return layers.empty(); }
};

/// Looks at every size and at the sum of the bytes; says what is wrong with a file it refuses.
/// `bytes` must lie at a multiple of 64 bytes.
[[nodiscard]] base::Result<EncoderModel> openEncoder(std::string_view bytes);

/// The sum that a file carries: quick to make, and no bit can turn over without changing it.
[[nodiscard]] std::uint64_t sumOf(std::string_view bytes);

}  // namespace assay::extract::neural
