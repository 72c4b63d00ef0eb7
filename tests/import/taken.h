// Short ways for tests to import a text and to look at what came of it.
#pragma once

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "import/import.h"

namespace assay::test {

/// The document of `bytes` under the name `name`; ends the test when it is refused.
[[nodiscard]] inline model::Document taken(std::string_view bytes, std::string_view name) {
  auto document = importer::importDocument({std::string(bytes), std::string(name)});
  if (!document) FAIL(document.error().text());
  return *std::move(document);
}

/// The error that refuses `bytes`; ends the test when they are taken in.
[[nodiscard]] inline base::Error refused(std::string_view bytes, std::string_view name) {
  const auto document = importer::importDocument({std::string(bytes), std::string(name)});
  if (document) FAIL("was taken in: " << document->text.substr(0, 200));
  return document.error();
}

/// One line a block: its role, "!" when the format says so, and its text with "/" for line feeds.
[[nodiscard]] inline std::string shown(const model::Document& document) {
  std::string out;
  for (const model::Block& block : document.blocks) {
    out += model::info(block.role).id;
    out += block.given ? "! " : " ";
    for (const char c : block.span.of(document.text)) out += c == '\n' ? '/' : c;
    out += '\n';
  }
  return out;
}

/// Fails the test unless the document keeps what model/document.h promises.
inline void checkPromises(const model::Document& document) {
  const std::string_view text = document.text;
  CHECK_FALSE(base::firstInvalidByte(text));
  CHECK(text.find('\0') == std::string_view::npos);
  CHECK(text.find('\r') == std::string_view::npos);
  CHECK(document.sha256.size() == 64);
  std::size_t end = 0;
  for (const model::Block& block : document.blocks) {
    REQUIRE(end <= block.span.begin);
    REQUIRE(block.span.begin < block.span.end);
    REQUIRE(block.span.end <= text.size());
    CHECK(base::atGraphemes(text, block.span) == block.span);
    CHECK(base::oneLine(text.substr(end, block.span.begin - end)).empty());
    end = block.span.end;
  }
  CHECK(base::oneLine(text.substr(end)).empty());
}

}  // namespace assay::test
