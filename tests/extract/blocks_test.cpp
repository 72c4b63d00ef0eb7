#include "extract/blocks.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

namespace assay::extract {
namespace {

using model::BlockRole;

std::vector<BlockRole> roles(std::string_view text) {
  std::vector<BlockRole> out;
  for (const model::Block& block : settleBlocks(text, {})) out.push_back(block.role);
  return out;
}

constexpr std::string_view kBody =
    "The town council voted on Monday to close the swimming pool until the roof is mended.\n";

TEST_CASE("The head of an article: headline, byline, date, body") {
  const std::string text = "Pool to close for the winter\nBy Ada Lind\nPublished 3 May 2024\n" +
                           std::string(kBody) + std::string(kBody);
  CHECK(roles(text) == std::vector{BlockRole::headline, BlockRole::byline, BlockRole::dateline,
                                   BlockRole::body, BlockRole::body});
}

TEST_CASE("A first paragraph that is a sentence of the article is no headline") {
  CHECK(roles(std::string(kBody) + std::string(kBody)) ==
        std::vector{BlockRole::body, BlockRole::body});
}

TEST_CASE("Related links, promotions and newsletter lines are set aside") {
  const std::string text = std::string(kBody) + "TOWN HALL CLOCK STOPS FOR THE THIRD TIME\n" +
                           std::string(kBody) + "CLICK HERE TO GET THE NEWS APP\n" +
                           "Sign up for our newsletter.\n" + std::string(kBody) +
                           "Read more: five pools worth a visit\n";
  CHECK(roles(text) == std::vector{BlockRole::body, BlockRole::boilerplate, BlockRole::body,
                                   BlockRole::boilerplate, BlockRole::boilerplate, BlockRole::body,
                                   BlockRole::boilerplate});
}

TEST_CASE("A text that is all in capitals is not all boilerplate") {
  CHECK(roles("THE COUNCIL MET ON MONDAY NIGHT.\nTHE POOL WILL CLOSE FOR THE WINTER.\n") ==
        std::vector{BlockRole::headline, BlockRole::body});
}

TEST_CASE("A caption's credit is a block of its own") {
  const std::string text = std::string(kBody) +
                           "Swimmers leave the pool on Monday. (Reuters/Ada Lind)\n" +
                           std::string(kBody);
  const auto blocks = settleBlocks(text, {});
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[1].role == BlockRole::caption);
  CHECK(blocks[1].span.of(text) == "Swimmers leave the pool on Monday.");
  CHECK(blocks[2].role == BlockRole::boilerplate);
  CHECK(blocks[2].span.of(text) == "(Reuters/Ada Lind)");
}

TEST_CASE("A post is cut out of its element, its author above it") {
  const std::string text = std::string(kBody) +
                           "<tweet id=\"7\" author=\"@ada_l\">The pool is closed.</tweet>.\n" +
                           std::string(kBody);
  const auto blocks = settleBlocks(text, {});
  REQUIRE(blocks.size() == 7);
  const std::pair<BlockRole, std::string_view> parts[] = {
      {BlockRole::boilerplate, "<tweet id=\"7\" author=\"@"},
      {BlockRole::caption, "ada_l"},
      {BlockRole::boilerplate, "\">"},
      {BlockRole::body, "The pool is closed."},
      {BlockRole::boilerplate, "</tweet>."}};
  for (std::size_t i = 0; i < std::size(parts); ++i) {
    CHECK(blocks[i + 1].role == parts[i].first);
    CHECK(blocks[i + 1].span.of(text) == parts[i].second);
  }
  // Without an author or without words it is a technical line as before.
  CHECK(roles(std::string(kBody) + "<tweet id=\"7\">The pool is closed.</tweet>\n") ==
        std::vector{BlockRole::body, BlockRole::boilerplate});
  CHECK(roles(std::string(kBody) + "<tweet author=\"ada_l\"></tweet>\n") ==
        std::vector{BlockRole::body, BlockRole::boilerplate});
}

TEST_CASE("Short lines between paragraphs are subheadings") {
  const std::string text =
      "Pool to close\n" + std::string(kBody) + "What it costs\n" + std::string(kBody);
  CHECK(roles(text) ==
        std::vector{BlockRole::headline, BlockRole::body, BlockRole::subheading, BlockRole::body});
}

TEST_CASE("Roles that were given stay") {
  const std::string text = "BUY TWO TICKETS AND PAY FOR ONE\n" + std::string(kBody);
  const std::vector<model::Block> given = {{{0, 31}, BlockRole::pullQuote, true},
                                           {{32, text.size() - 1}, BlockRole::body, false}};
  const auto blocks = settleBlocks(text, given);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].role == BlockRole::pullQuote);
}

TEST_CASE("The place at the beginning of a dispatch is measured") {
  CHECK(datelineLength("SKERROW — The council met.") == std::string("SKERROW — ").size());
  CHECK(datelineLength("PORT ANN, Ohio (AP) -- The council met.") == 23);
  CHECK(datelineLength("The council — all of it — met.") == 0);
  CHECK(datelineLength("BBC reporters met.") == 0);
}

TEST_CASE("No text has no blocks") { CHECK(settleBlocks("", {}).empty()); }

}  // namespace
}  // namespace assay::extract
