// Reading a draft again: the same findings, and only what changed is worked out anew.
#include "extract/nlp/memory.h"

#include <catch2/catch_amalgamated.hpp>

#include <random>

#include "base/utf8.h"
#include "extract/blocks.h"
#include "tests/extract/finder.h"
#include "tests/support/paragraphs.h"

namespace assay::extract {
namespace {

using test::joined;
using test::paragraphsOf;
using test::sampleText;

void checkSame(const model::Extraction& a, const model::Extraction& b) {
  CHECK(a.title == b.title);
  CHECK(a.blocks == b.blocks);
  CHECK(a.speakers == b.speakers);
  CHECK(a.quotes == b.quotes);
  CHECK(a.claims == b.claims);
  CHECK(a.warnings == b.warnings);
}

TEST_CASE("A draft read again is known whole") {
  nlp::Memory memory;
  const auto document = documentOf(sampleText());
  const auto first = extract(document, {}, &memory).value();
  CHECK(memory.work().workedOut > 50);
  const auto second = extract(document, {}, &memory).value();
  CHECK(memory.work().workedOut == 0);
  CHECK(memory.work().recalled > 50);
  checkSame(first, second);
  checkSame(first, found(document.text, Setting::automatic));
}

TEST_CASE("After one word changed, one paragraph is read again") {
  nlp::Memory memory;
  std::string text = sampleText();
  REQUIRE(extract(documentOf(text), {}, &memory).has_value());
  const std::size_t all = memory.work().workedOut;
  const std::size_t at = text.find("bridge", text.size() / 2);
  REQUIRE(at != std::string::npos);
  text.replace(at, 6, "crane");
  const auto again = extract(documentOf(text), {}, &memory).value();
  CHECK(memory.work().workedOut > 0);
  CHECK(memory.work().workedOut * 8 < all);
  checkSame(again, found(text, Setting::automatic));
}

TEST_CASE("What a draft no longer has is forgotten") {
  nlp::Memory memory;
  REQUIRE(extract(documentOf(sampleText()), {}, &memory).has_value());
  REQUIRE(extract(documentOf("The bridge is shut."), {}, &memory).has_value());
  CHECK(memory.size() < 6);
}

TEST_CASE(
    "Memory is full at its limit: what does not fit is worked out each time, to the same end") {
  nlp::Memory small(2'000);
  nlp::Memory large;
  const auto document = documentOf(sampleText());
  const auto first = extract(document, {}, &small).value();
  CHECK(small.bytes() <= 2'000);
  CHECK(small.size() > 0);
  checkSame(extract(document, {}, &large).value(), first);
  CHECK(large.bytes() > 20'000);
  checkSame(extract(document, {}, &small).value(), first);
  CHECK(small.work().recalled > 0);
  CHECK(small.work().workedOut > small.work().recalled);
}

TEST_CASE("Memory counts what it holds") {
  nlp::Memory memory;
  memory.begin();
  CHECK(memory.bytes() == 0);
  memory.keep("one", "1");
  const std::size_t one = memory.bytes();
  CHECK(one >= 4);
  memory.keep("three", "333");
  CHECK(memory.bytes() == 2 * one + 4);
  memory.end();
  memory.begin();
  REQUIRE(memory.recall("three") != nullptr);
  memory.end();
  CHECK(memory.size() == 1);
  CHECK(memory.bytes() == one + 4);
}

TEST_CASE("Drafts that are stopped again and again leave no more than the last three") {
  nlp::Memory memory;
  memory.begin();
  memory.keep("whole", "0");
  memory.end();
  for (int draft = 1; draft <= 10; ++draft) {
    memory.begin();
    memory.keep(std::to_string(draft), "x");
    CHECK(memory.size() <= 4);
  }
  CHECK(memory.recall("whole") == nullptr);
  CHECK(memory.recall("7") != nullptr);
  CHECK(memory.recall("6") == nullptr);
}

// Paragraphs go, come, change places and change, drafts follow each other, roles are given by hand.
TEST_CASE("Whatever is edited, reading again finds what reading anew finds") {
  std::mt19937 random(20261125);
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::vector<std::string> original = paragraphsOf(sampleText());
  std::vector<std::string> paragraphs = original;
  nlp::Memory memory;
  for (int step = 0; step < 40; ++step) {
    const std::size_t at = below(paragraphs.size());
    switch (below(6)) {
      case 0: paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(at)); break;
      case 1: paragraphs[at] = original[below(original.size())]; break;
      case 2: std::swap(paragraphs[at], paragraphs[below(paragraphs.size())]); break;
      case 3: paragraphs[at] = "“" + paragraphs[at]; break;
      case 4: paragraphs[at] += " “We knew,” she said. He denied it."; break;
      default: paragraphs[at].erase(0, below(paragraphs[at].size() + 1)); break;
    }
    if (paragraphs.size() < 4) paragraphs = original;
    auto document = documentOf(joined(paragraphs));
    if (base::firstInvalidByte(document.text)) {  // cut inside a character
      paragraphs = original;
      continue;
    }
    document.blocks = settleBlocks(document.text, {});
    if (!document.blocks.empty()) {
      model::Block& block = document.blocks[below(document.blocks.size())];
      block.given = true;
      block.role = below(2) == 0 ? model::BlockRole::boilerplate : model::BlockRole::body;
    }
    INFO("step " << step);
    checkSame(extract(document, {}, &memory).value(), extract(document).value());
  }
}

}  // namespace
}  // namespace assay::extract
