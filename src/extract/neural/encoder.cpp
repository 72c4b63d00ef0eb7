#include "extract/neural/encoder.h"

#include <algorithm>
#include <cmath>

namespace assay::extract::neural {

namespace {

// Rows that go through a product together: few enough for their sums to stay near the processor.
constexpr std::size_t kTogether = 32;

std::size_t upTo(std::size_t value, std::size_t multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

}  // namespace

void WindowInputs::add(Piece piece, std::uint8_t shape, std::uint8_t mark, std::uint8_t edge) {
  pieces.push_back(piece);
  shapes.push_back(shape);
  marks.push_back(mark);
  edges.push_back(edge);
}

void WindowInputs::clear() {
  pieces.clear();
  shapes.clear();
  marks.clear();
  edges.clear();
}

void Encoder::multiply(const Product& product, const float* left, std::size_t rows, float* out) {
  const std::size_t width = product.blocks * kBlock;
  left_.resize(kTogether * product.rows);
  sums_.resize(std::max(sums_.size(), kTogether * width));
  for (std::size_t begin = 0; begin < rows; begin += kTogether) {
    const std::size_t count = std::min(kTogether, rows - begin);
    float scales[kTogether];
    for (std::size_t r = 0; r < count; ++r) {
      scales[r] = k_.quantised(left + (begin + r) * product.rows, product.rows,
                               left_.data() + r * product.rows);
    }
    k_.products(left_.data(), product.rows, count, product.packed, product.blocks,
                product.rows / kGroup, sums_.data());
    for (std::size_t r = 0; r < count; ++r) {
      k_.scaled(sums_.data() + r * width, product.sums, scales[r], product.scales, product.bias,
                width, out + (begin + r) * width);
    }
  }
}

void Encoder::multiply(const Product& product, const Rows& left, Rows& out) {
  out.width = product.blocks * kBlock;
  out.values.resize(left.count() * out.width);
  multiply(product, left.values.data(), left.count(), out.values.data());
}

// bytes_ holds `columns` rows of `rows` bytes each, off by 128; they become the columns of a packed
// matrix, with their sums. What is missing to whole blocks and groups is 0.
void Encoder::packColumns(std::size_t columns, std::size_t rows) {
  const std::size_t groups = upTo(rows, kGroup) / kGroup;
  const std::size_t blocks = upTo(columns, kBlock) / kBlock;
  packed_.assign(blocks * groups * kBlock * kGroup, 0);
  columnSums_.assign(blocks * kBlock, 0);
  for (std::size_t column = 0; column < columns; ++column) {
    std::int8_t* to =
        packed_.data() + (column / kBlock) * groups * kBlock * kGroup + (column % kBlock) * kGroup;
    const std::uint8_t* from = bytes_.data() + column * rows;
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < rows; ++k) {
      const auto value = static_cast<std::int8_t>(from[k] - 128);
      to[(k / kGroup) * kBlock * kGroup + k % kGroup] = value;
      sum += value;
    }
    columnSums_[column] = sum;
  }
}

void Encoder::compare(const Rows& left, const Rows& right, float scale, Rows& scores) {
  const std::size_t depth = left.width;
  const std::size_t columns = right.count();
  const std::size_t width = upTo(columns, kBlock);
  bytes_.resize(columns * depth);
  scales_.assign(width, 0.0F);
  zeros_.assign(width, 0.0F);
  for (std::size_t c = 0; c < columns; ++c) {
    scales_[c] = scale * k_.quantised(right[c], depth, bytes_.data() + c * depth);
  }
  packColumns(columns, depth);
  scores.width = width;
  scores.values.resize(left.count() * width);
  left_.resize(std::max(left_.size(), kTogether * depth));
  sums_.resize(std::max(sums_.size(), kTogether * width));
  for (std::size_t begin = 0; begin < left.count(); begin += kTogether) {
    const std::size_t count = std::min(kTogether, left.count() - begin);
    float own[kTogether];
    for (std::size_t r = 0; r < count; ++r) {
      own[r] = k_.quantised(left[begin + r], depth, left_.data() + r * depth);
    }
    k_.products(left_.data(), depth, count, packed_.data(), width / kBlock, depth / kGroup,
                sums_.data());
    for (std::size_t r = 0; r < count; ++r) {
      k_.scaled(sums_.data() + r * width, columnSums_.data(), own[r], scales_.data(), zeros_.data(),
                width, scores[begin + r]);
    }
  }
}

void Encoder::embed(const WindowInputs& inputs, Rows& states) const {
  states.width = m_.width;
  states.values.resize(inputs.size() * m_.width);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::int8_t* piece = m_.pieceValues + inputs.pieces[i] * m_.width;
    const float scale = m_.pieceScales[inputs.pieces[i]];
    float* state = states[i];
    for (std::size_t d = 0; d < m_.width; ++d) state[d] = static_cast<float>(piece[d]) * scale;
    k_.normalised(state, m_.places + i * m_.width, m_.first.gain, m_.first.bias, m_.width);
  }
}

// Case, marks and edges come in above the layers that know nothing of them.
void Encoder::addSigns(const WindowInputs& inputs, Rows& states) const {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const float* shape = m_.shapes + inputs.shapes[i] * m_.width;
    const float* mark = m_.marks + inputs.marks[i] * m_.width;
    const float* edge = m_.edges + inputs.edges[i] * m_.width;
    float* state = states[i];
    for (std::size_t d = 0; d < m_.width; ++d) state[d] = state[d] + shape[d] + mark[d] + edge[d];
  }
}

void Encoder::attendWithHead(const Rows& qkv, std::size_t head, Rows& out) {
  const std::size_t depth = m_.width / m_.heads;
  const std::size_t count = qkv.count();
  Rows asking{depth, {}};
  Rows asked{depth, {}};
  asking.values.resize(count * depth);
  asked.values.resize(count * depth);
  headRows_.resize(count * depth);  // what is said, one row a value
  for (std::size_t t = 0; t < count; ++t) {
    const float* row = qkv[t] + head * depth;
    std::copy_n(row, depth, asking[t]);
    std::copy_n(row + m_.width, depth, asked[t]);
    for (std::size_t d = 0; d < depth; ++d) headRows_[d * count + t] = row[2 * m_.width + d];
  }
  compare(asking, asked, 1.0F / std::sqrt(static_cast<float>(depth)), scores_);
  bytes_.resize(depth * count);
  scales_.assign(depth, 0.0F);
  for (std::size_t d = 0; d < depth; ++d) {
    scales_[d] = k_.quantised(headRows_.data() + d * count, count, bytes_.data() + d * count);
  }
  packColumns(depth, count);
  const std::size_t padded = upTo(count, kGroup);
  weights_.resize(count * padded);
  sums_.resize(std::max(sums_.size(), count * depth));
  std::vector<float>& totals = headRows_;
  totals.resize(std::max(totals.size(), count));
  for (std::size_t t = 0; t < count; ++t) {
    totals[t] =
        static_cast<float>(k_.weights(scores_[t], count, padded, weights_.data() + t * padded));
  }
  k_.products(weights_.data(), padded, count, packed_.data(), depth / kBlock, padded / kGroup,
              sums_.data());
  for (std::size_t t = 0; t < count; ++t) {
    const float share = 1.0F / totals[t];
    float* to = out[t] + head * depth;
    for (std::size_t d = 0; d < depth; ++d) {
      to[d] = static_cast<float>(sums_[t * depth + d]) * (share * scales_[d]);
    }
  }
}

void Encoder::attend(const Rows& qkv, Rows& out) {
  out.width = m_.width;
  out.values.resize(qkv.count() * m_.width);
  for (std::size_t head = 0; head < m_.heads; ++head) attendWithHead(qkv, head, out);
}

void Encoder::layer(const EncoderLayer& layer, Rows& states) {
  multiply(layer.qkv, states, qkv_);
  attend(qkv_, attended_);
  multiply(layer.out, attended_, more_);
  for (std::size_t t = 0; t < states.count(); ++t) {
    k_.normalised(states[t], more_[t], layer.afterAttention.gain, layer.afterAttention.bias,
                  m_.width);
  }
  multiply(layer.up, states, inner_);
  k_.gelu(inner_.values.data(), inner_.values.size());
  multiply(layer.down, inner_, more_);
  for (std::size_t t = 0; t < states.count(); ++t) {
    k_.normalised(states[t], more_[t], layer.afterInner.gain, layer.afterInner.bias, m_.width);
  }
}

void Encoder::read(const WindowInputs& inputs, Rows& states) {
  embed(inputs, states);
  for (std::size_t i = 0; i < m_.layers.size(); ++i) {
    if (i == m_.plainLayers) addSigns(inputs, states);
    layer(m_.layers[i], states);
  }
  if (m_.plainLayers == m_.layers.size()) addSigns(inputs, states);
}

}  // namespace assay::extract::neural
