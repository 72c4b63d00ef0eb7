#include "extract/neural/window_findings.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "extract/blocks.h"
#include "extract/neural/findings.h"
#include "extract/nlp/memory.h"
#include "tests/extract/neural/tiny_encoder.h"

namespace assay::extract::neural {
namespace {

WindowInputs someInputs() {
  WindowInputs inputs;
  for (std::uint8_t i = 0; i < 11; ++i) inputs.add(i, i % 6, i % 16, i % 4);
  return inputs;
}

const Window kWindow{{{10, 14}, true, 5}, {{14, 17}, false, 3}};

void checkSame(const Findings& a, const Findings& b) {
  CHECK(a.pos == b.pos);
  CHECK(a.heads == b.heads);
  CHECK(a.relations == b.relations);
  CHECK(a.worth == b.worth);
  CHECK(a.claims == b.claims);
  REQUIRE(a.attributions.size() == b.attributions.size());
  for (std::size_t i = 0; i < a.attributions.size(); ++i) {
    CHECK(a.attributions[i].content == b.attributions[i].content);
    CHECK(a.attributions[i].cue == b.attributions[i].cue);
    CHECK(a.attributions[i].source == b.attributions[i].source);
    CHECK(a.attributions[i].from == b.attributions[i].from);
  }
}

/// Reads a text with the tiny encoder, of whose windows each holds some five sentences.
Findings readWith(const std::string& text, nlp::Memory* memory) {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  nlp::Reading reading = nlp::read(text, settleBlocks(text, {}));
  reading.memory = memory;
  if (memory != nullptr) memory->begin();
  Findings found = readThoroughly(reading, {}, model);
  if (memory != nullptr) memory->end();
  // They name their relations in the model, which goes.
  for (std::string_view& relation : found.relations) relation = relation == "root" ? "root" : "-";
  return found;
}

}  // namespace

TEST_CASE("Findings of a window come back from bytes as they were") {
  WindowFindings findings;
  CHECK(windowFindings(bytesOf(findings)) == findings);
  findings.pos = {3, 0, 255};
  findings.heads = {0, 2, 70'000};
  findings.relations = {1, 0, 36};
  findings.claims = {{0.5F, -1.5F}, {0, 1e-30F}, {3, 4}};
  findings.worth = {0.25F, 1};
  findings.reported = {{{0, 1}, {{1, 2}, {2, 3}}, {}}, {{2, 3}, {{0, 2}}, {{1, 2}}}};
  CHECK(windowFindings(bytesOf(findings)) == findings);
}

TEST_CASE("The key of a window holds all that its findings depend on, and not where it stands") {
  TinyEncoder tiny;
  const EncoderModel model = tiny.model();
  const std::string key = windowKey(model, someInputs(), kWindow);
  const Window elsewhere{{{90, 94}, true, 5}, {{94, 97}, false, 3}};
  CHECK(windowKey(model, someInputs(), elsewhere) == key);

  EncoderModel other = tiny.model();
  other.sum += 1;
  CHECK(windowKey(other, someInputs(), kWindow) != key);
  const Window cutElsewhere{{{10, 13}, true, 5}, {{13, 17}, false, 3}};
  CHECK(windowKey(model, someInputs(), cutElsewhere) != key);
  const Window open{{{10, 14}, false, 5}, {{14, 17}, false, 3}};
  CHECK(windowKey(model, someInputs(), open) != key);
  for (const auto part : {&WindowInputs::shapes, &WindowInputs::marks, &WindowInputs::edges}) {
    WindowInputs inputs = someInputs();
    (inputs.*part)[5] ^= 1U;
    CHECK(windowKey(model, inputs, kWindow) != key);
  }
  WindowInputs inputs = someInputs();
  inputs.pieces[5] += 1;
  CHECK(windowKey(model, inputs, kWindow) != key);
}

TEST_CASE("Windows that come again are not run again, wherever they stand now") {
  const std::string text =
      "The mayor said taxes rose.\nThe tax rose, the mayor said.\nTaxes rose.\n"
      "The mayor rose.\nThe mayor said the tax rose.\nThe mayor said so.\n";
  nlp::Memory memory;
  checkSame(readWith(text, &memory), readWith(text, nullptr));
  const std::size_t windows = memory.work().workedOut;
  CHECK(windows > 1);
  checkSame(readWith(text, &memory), readWith(text, nullptr));
  CHECK(memory.work().recalled == windows);
  CHECK(memory.work().workedOut == 0);
  // A paragraph more at the end, and the same text twice.
  checkSame(readWith(text + "The end.\n", &memory), readWith(text + "The end.\n", nullptr));
  CHECK(memory.work().recalled + 1 >= windows);
  checkSame(readWith(text + text, &memory), readWith(text + text, nullptr));
}

}  // namespace assay::extract::neural
