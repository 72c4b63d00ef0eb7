#include "extract/neural/encoder_model.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

#include "extract/neural/inputs.h"
#include "extract/neural/kernels.h"
#include "extract/nlp/part_of_speech.h"

namespace assay::extract::neural {

namespace {

constexpr std::string_view kMagic = "ASENC02\n";
constexpr std::size_t kAlign = 64;
constexpr std::size_t kHeader = 64;  // with the sizes
constexpr std::size_t kRoles = 5;
constexpr std::size_t kDistances = 16;

auto unusable(std::string_view why) {
  return base::fail(base::ErrorCode::corrupt,
                    "The encoder cannot be used: " + std::string(why) +
                        ". Take the assets/models/encoder.bin that belongs to this version.");
}

// No weight of a taught encoder comes near; beyond it products could leave what a float holds.
constexpr float kLargest = 1000.0F;

// Hands out the parts one after the other; after the first that does not fit, nothing.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  const T* take(std::size_t count) {
    const std::size_t begin = (at_ + kAlign - 1) / kAlign * kAlign;
    if (!whole_ || begin > bytes_.size() || count > (bytes_.size() - begin) / sizeof(T)) {
      whole_ = false;
      return nullptr;
    }
    at_ = begin + count * sizeof(T);
    const T* values = reinterpret_cast<const T*>(bytes_.data() + begin);
    if constexpr (std::is_same_v<T, float>) {
      sane_ = sane_ && std::all_of(values, values + count,
                                   [](float v) { return v >= -kLargest && v <= kLargest; });
    }
    return values;
  }

  std::string_view text() {
    const auto* length = take<std::uint32_t>(1);
    if (length == nullptr) return {};
    const char* begin = take<char>(*length);
    return begin == nullptr ? std::string_view() : std::string_view(begin, *length);
  }

  Norm norm(std::size_t width) {
    const auto* gain = take<float>(width);
    return {gain, take<float>(width)};
  }

  // A product of these sizes; another one is no product of this model.
  Product product(std::size_t columns, std::size_t rows) {
    Product p;
    const auto* sizes = take<std::uint32_t>(2);
    if (sizes == nullptr || sizes[0] != columns || sizes[1] != rows || rows % kGroup != 0) {
      whole_ = false;
      return p;
    }
    p.columns = columns;
    p.rows = rows;
    p.blocks = (columns + kBlock - 1) / kBlock;
    p.scales = take<float>(p.blocks * kBlock);
    p.bias = take<float>(p.blocks * kBlock);
    p.sums = take<std::int32_t>(p.blocks * kBlock);
    if (p.sums == nullptr) return p;
    const auto most = static_cast<std::int32_t>(128 * rows);
    sane_ = sane_ && std::all_of(p.sums, p.sums + p.blocks * kBlock,
                                 [most](std::int32_t v) { return v >= -most && v <= most; });
    p.packed = take<std::int8_t>(p.blocks * kBlock * rows);
    return p;
  }

  [[nodiscard]] bool whole() const { return whole_; }
  [[nodiscard]] bool sane() const { return sane_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  void skip(std::size_t bytes) { at_ += bytes; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool whole_ = true;
  bool sane_ = true;
};

struct Sizes {
  std::uint32_t pieces, layers, plainLayers, width, heads, inner, window, pair, arc, relations,
      tags, worth;
};
static_assert(sizeof(Sizes) + 16 == kHeader);

bool fit(const Sizes& s) {
  const auto within = [](std::uint32_t value, std::uint32_t most) {
    return value > 0 && value <= most;
  };
  const bool small = within(s.pieces, 65'535) && within(s.layers, 48) && within(s.width, 2048) &&
                     within(s.heads, 64) && within(s.inner, 8192) && within(s.window, 512) &&
                     within(s.pair, 1024) && within(s.arc, 1024) && within(s.relations, 255) &&
                     within(s.worth, 1024);
  return small && s.width % kBlock == 0 && s.inner % kBlock == 0 && s.pair % kBlock == 0 &&
         s.arc % kBlock == 0 && s.worth % kBlock == 0 && s.width % s.heads == 0 &&
         (s.width / s.heads) % kBlock == 0 && s.window >= 8 && s.tags == nlp::kPosCount &&
         s.plainLayers <= s.layers;
}

void takeLayers(Parts& parts, const Sizes& s, EncoderModel& m) {
  for (std::uint32_t i = 0; i < s.layers && parts.whole(); ++i) {
    EncoderLayer layer;
    layer.qkv = parts.product(3 * m.width, m.width);
    layer.out = parts.product(m.width, m.width);
    layer.up = parts.product(m.inner, m.width);
    layer.down = parts.product(m.width, m.inner);
    layer.afterAttention = parts.norm(m.width);
    layer.afterInner = parts.norm(m.width);
    m.layers.push_back(layer);
  }
}

void takeHeads(Parts& parts, const Sizes& s, EncoderModel& m) {
  m.cue = parts.product(3, m.width);
  m.cueBegin = parts.product(m.pair, m.width);
  m.cueEnd = parts.product(m.pair, m.width);
  m.token = parts.product(m.pair, m.width);
  m.role = parts.product(kRoles, m.pair);
  m.near = parts.take<float>(kDistances * m.pair);
  m.tag = parts.product(nlp::kPosCount, m.width);
  m.arcDependent = parts.product(m.arcWidth, m.width);
  m.arcHead = parts.product(m.arcWidth, m.width);
  m.arc = parts.product(m.arcWidth, m.arcWidth);
  m.relationDependent = parts.product(m.pair, m.width);
  m.relationHead = parts.product(m.pair, m.width);
  m.relation = parts.product(s.relations, m.pair);
  m.worthToken = parts.product(s.worth, m.width);
  m.worth = parts.product(1, s.worth);
  m.claim = parts.product(kClaimSenses, m.width);
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::uint64_t sumOf(std::string_view bytes) {
  // Four sums side by side, so that a large file is waited for by memory and not by arithmetic.
  std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t j = 0; j < 4; ++j) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at + j * 8, 8);
      lanes[j] = (lanes[j] ^ word) * 0x9E3779B97F4A7C15ULL;
    }
  }
  std::uint64_t sum = bytes.size();
  for (; at < bytes.size(); ++at) {
    sum = (sum ^ static_cast<unsigned char>(bytes[at])) * 0x100000001B3ULL;
  }
  for (const std::uint64_t lane : lanes) {
    sum = (sum ^ lane) * 0x9E3779B97F4A7C15ULL;
    sum ^= sum >> 29U;
  }
  return sum;
}

base::Result<EncoderModel> openEncoder(std::string_view bytes) {
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) {
    return unusable("the file does not begin as one of this version");
  }
  std::uint64_t sum = 0;
  std::memcpy(&sum, bytes.data() + 8, sizeof sum);
  if (sum != sumOf(bytes.substr(16))) return unusable("its bytes are not those that were written");
  Sizes sizes{};
  std::memcpy(&sizes, bytes.data() + 16, sizeof sizes);
  if (!fit(sizes)) return unusable("it has sizes that this version does not know");
  EncoderModel m;
  m.sum = sum;
  m.plainLayers = sizes.plainLayers;
  m.width = sizes.width;
  m.heads = sizes.heads;
  m.inner = sizes.inner;
  m.window = sizes.window;
  m.pair = sizes.pair;
  m.arcWidth = sizes.arc;
  Parts parts(bytes);
  parts.skip(kHeader);
  m.pieces = WordPieces(parts.text());
  m.relations = linesOf(parts.text());
  m.pieceValues = parts.take<std::int8_t>(std::size_t{sizes.pieces} * m.width);
  m.pieceScales = parts.take<float>(sizes.pieces);
  m.places = parts.take<float>(m.window * m.width);
  m.shapes = parts.take<float>(kShapes * m.width);
  m.marks = parts.take<float>(kMarkStates * m.width);
  m.edges = parts.take<float>(kEdges * m.width);
  m.first = parts.norm(m.width);
  takeLayers(parts, sizes, m);
  takeHeads(parts, sizes, m);
  const bool lists = m.pieces.size() == sizes.pieces && m.relations.size() == sizes.relations;
  if (!parts.whole() || !lists || parts.at() != bytes.size()) {
    return unusable("it ends too early or is of another kind");
  }
  if (!parts.sane()) return unusable("it holds numbers that no encoder learns");
  return m;
}

}  // namespace assay::extract::neural
