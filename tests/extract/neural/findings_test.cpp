#include "extract/neural/findings.h"

#include <catch2/catch_amalgamated.hpp>

#include <bit>
#include <string>

#include "extract/blocks.h"
#include "tests/extract/neural/tiny_encoder.h"

namespace assay::extract::neural {
namespace {

struct Read {
  std::string text;
  nlp::Reading reading;
  std::vector<Marked> marked;

  explicit Read(std::string_view words) : text(words) {
    reading = nlp::read(text, settleBlocks(text, {}));
    std::vector<base::Span> paragraphs;
    for (const nlp::Paragraph& p : reading.paragraphs) paragraphs.push_back(p.span);
    marked = findMarked(text, paragraphs);
  }
};

WindowInputs someInputs() {
  WindowInputs inputs;
  for (std::uint8_t i = 0; i < 11; ++i) inputs.add(i % 12, i % 6, i % 16, i % 4);
  return inputs;
}

// All bits of the states, summed up so that their order counts.
std::uint64_t printOf(const Rows& rows) {
  std::uint64_t sum = 0;
  for (const float value : rows.values) sum = sum * 31 + std::bit_cast<std::uint32_t>(value);
  return sum;
}

TEST_CASE("Every set of kernels gives the same bits for a whole window") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  Rows expected;
  Encoder(model, portableKernels()).read(someInputs(), expected);
  REQUIRE(expected.count() == 11);
  for (const Kernels* set : {avx2Kernels(), vnniKernels()}) {
    if (set == nullptr) continue;
    INFO(set->name);
    Rows states;
    Encoder(model, *set).read(someInputs(), states);
    CHECK(states.values == expected.values);
  }
}

TEST_CASE("A small window has the bits that it had on every machine before") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  Rows states;
  Encoder(model).read(someInputs(), states);
  CHECK(printOf(states) == 0xDE68DEE060D884E3ULL);
}

TEST_CASE("A window does not depend on those read before it") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  Encoder encoder(model);
  Rows first;
  encoder.read(someInputs(), first);
  WindowInputs other;
  for (std::uint8_t i = 0; i < 24; ++i) other.add(11, 1, 0, 2);
  Rows states;
  encoder.read(other, states);
  encoder.read(someInputs(), states);
  CHECK(states.values == first.values);
}

TEST_CASE("Scores of rows with rows are their products") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  const Rows left{16, std::vector<float>(3 * 16, 1.0F)};
  Rows right{16, std::vector<float>(2 * 16, 0.5F)};
  right[1][0] = -0.5F;
  Rows scores;
  Encoder(model).compare(left, right, 2.0F, scores);
  REQUIRE(scores.count() == 3);
  CHECK(scores[0][0] == Catch::Approx(16.0));
  CHECK(scores[2][1] == Catch::Approx(14.0));
}

TEST_CASE("Findings cover every token and every sentence, and heads stay in their sentence") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text +=
        "The mayor said “the taxes rose,” u u u. Taxes rose and rose and rose, the mayor said.\n";
  }
  const Read read(text);
  const Findings found = readThoroughly(read.reading, read.marked, model);
  REQUIRE(found.pos.size() == read.reading.tokens.size());
  REQUIRE(found.heads.size() == read.reading.tokens.size());
  REQUIRE(found.relations.size() == read.reading.tokens.size());
  REQUIRE(found.worth.size() == read.reading.sentences.size());
  for (std::size_t t = 0; t < found.heads.size(); ++t) {
    REQUIRE(found.heads[t] < found.heads.size());
    REQUIRE(read.reading.sentenceOf[found.heads[t]] == read.reading.sentenceOf[t]);
    REQUIRE((found.relations[t] == "root" || found.relations[t] == "nsubj"));
    REQUIRE(found.pos[t] < static_cast<nlp::Pos>(nlp::kPosCount));
  }
  for (const float worth : found.worth) REQUIRE((worth > 0.0F && worth < 1.0F));
  for (const Attribution& a : found.attributions) {
    REQUIRE(a.cue.has_value());
    REQUIRE_FALSE(a.content.empty());
  }
}

TEST_CASE("Nothing is found in nothing, without an encoder, or when stopped") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  const Read nothing("");
  CHECK(readThoroughly(nothing.reading, nothing.marked, model).empty());
  const Read read("The mayor said the taxes rose.");
  CHECK(readThoroughly(read.reading, read.marked, EncoderModel()).empty());
  CHECK(readThoroughly(read.reading, read.marked, model, [] { return true; }).empty());
  CHECK_FALSE(readThoroughly(read.reading, read.marked, model, [] { return false; }).empty());
}

TEST_CASE("A word of more pieces than a window holds is read as far as it goes") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  const std::string hyphens(500, '-');
  const Read read("The tax" + hyphens + "tax rose. " + std::string(90, 'u') + " rose.");
  const Findings found = readThoroughly(read.reading, read.marked, model);
  CHECK(found.pos.size() == read.reading.tokens.size());
}

}  // namespace
}  // namespace assay::extract::neural
