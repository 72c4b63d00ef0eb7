// An encoder's file with bytes of it overwritten, under a sum that fits: it is refused, or reads a
// text without leaving its own memory.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "extract/blocks.h"
#include "extract/neural/findings.h"
#include "tests/extract/neural/tiny_encoder.h"
#include "tests/fuzz/fuzz_entry.h"

namespace {

using namespace assay::extract;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// Three bytes say where a byte goes and which; the last input bytes cut the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  neural::TinyEncoder tiny;
  std::string bytes = tiny.bytes();
  for (std::size_t i = 0; i + 3 <= size; i += 3) {
    bytes[(data[i] * 256U + data[i + 1]) % bytes.size()] = static_cast<char>(data[i + 2]);
  }
  if (size % 3 == 2) bytes.resize((data[size - 2] * 256U + data[size - 1]) % bytes.size());
  if (bytes.size() >= 16) neural::TinyEncoder::seal(bytes);
  const auto model = tiny.open(bytes);
  if (!model) return 0;
  const std::string text = "The mayor said “the taxes rose,” and u u.\nTaxes rose, the mayor said.";
  const nlp::Reading reading = nlp::read(text, settleBlocks(text, {}));
  const neural::Findings found = neural::readThoroughly(reading, {}, *model);
  require(found.pos.size() == reading.tokens.size());
  for (std::size_t t = 0; t < found.heads.size(); ++t) {
    require(found.heads[t] < reading.tokens.size());
    require(std::find(model->relations.begin(), model->relations.end(), found.relations[t]) !=
            model->relations.end());
  }
  for (const Attribution& a : found.attributions) require(a.content.front().end <= text.size());
  return 0;
}
