// The transformer: from the pieces of one window to what they mean there.
//
// Matrices are multiplied in 8-bit integers (each row of the left side has a scale of its own),
// the rest is float arithmetic in a fixed order: every processor gives the same bits.
//
// Thread: an object belongs to one thread, it keeps its working memory; the model is shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/neural/encoder_model.h"
#include "extract/neural/kernels.h"

namespace assay::extract::neural {

/// The inputs of one window, one value a piece (inputs.h says what they are).
struct WindowInputs {
  std::vector<Piece> pieces;
  std::vector<std::uint8_t> shapes;
  std::vector<std::uint8_t> marks;
  std::vector<std::uint8_t> edges;

  [[nodiscard]] std::size_t size() const { return pieces.size(); }
  void add(Piece piece, std::uint8_t shape, std::uint8_t mark, std::uint8_t edge);
  void clear();
};

/// Rows of floats, one after the other.
struct Rows {
  std::size_t width = 0;
  std::vector<float> values;

  [[nodiscard]] const float* operator[](std::size_t row) const {
    return values.data() + row * width;
  }
  [[nodiscard]] float* operator[](std::size_t row) { return values.data() + row * width; }
  [[nodiscard]] std::size_t count() const { return width == 0 ? 0 : values.size() / width; }
};

class Encoder {
 public:
  /// The model must outlive the encoder.
  explicit Encoder(const EncoderModel& model, const Kernels& kernels = bestKernels())
      : m_(model), k_(kernels) {}

  /// One row of model.width a piece; at most model.window pieces.
  void read(const WindowInputs& inputs, Rows& states);

  /// rows · product + bias; the result is as wide as the product's blocks.
  void multiply(const Product& product, const Rows& left, Rows& out);
  void multiply(const Product& product, const float* left, std::size_t rows, float* out);

  /// scores[i][j] = left[i] · right[j] · scale, for all rows of both.
  void compare(const Rows& left, const Rows& right, float scale, Rows& scores);

 private:
  void embed(const WindowInputs& inputs, Rows& states) const;
  void addSigns(const WindowInputs& inputs, Rows& states) const;
  void attend(const Rows& qkv, Rows& out);
  void attendWithHead(const Rows& qkv, std::size_t head, Rows& out);
  void packColumns(std::size_t columns, std::size_t rows);
  void layer(const EncoderLayer& layer, Rows& states);

  const EncoderModel& m_;
  const Kernels& k_;
  Rows qkv_, attended_, more_, inner_, scores_;
  std::vector<float> headRows_, scales_, zeros_;
  std::vector<std::uint8_t> left_, bytes_, weights_;
  std::vector<std::int8_t> packed_;
  std::vector<std::int32_t> sums_, columnSums_;
};

}  // namespace assay::extract::neural
