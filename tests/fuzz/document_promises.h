// What every document that comes out of the import keeps, whatever went in. A broken promise ends
// the process, which is how a fuzzer tells.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "import/import.h"

namespace assay::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos ||
         base::oneLine(text).empty();
}

/// Blocks in order, at grapheme boundaries, and nothing but white space between them.
inline void checkBlocks(const model::Document& document) {
  const std::string_view text = document.text;
  std::size_t end = 0;
  for (const model::Block& block : document.blocks) {
    require(end <= block.span.begin && block.span.begin < block.span.end);
    require(block.span.end <= text.size());
    require(isBlank(text.substr(end, block.span.begin - end)));
    require(base::atGraphemes(text, block.span) == block.span);
    end = block.span.end;
  }
  require(isBlank(text.substr(end)));
}

/// A document whose every text is valid, or an error that says something in a sentence.
inline void checkImport(const base::Result<model::Document>& taken) {
  if (!taken) {
    require(taken.error().code != base::ErrorCode::internal);
    require(taken.error().message.ends_with('.') && !base::firstInvalidByte(taken.error().message));
    return;
  }
  require(!base::firstInvalidByte(taken->text) && !base::firstInvalidByte(taken->title));
  require(!base::firstInvalidByte(taken->byline) && !base::firstInvalidByte(taken->url));
  require(taken->text.find('\r') == std::string::npos);
  require(taken->text.find('\0') == std::string::npos);
  for (const model::Warning& warning : taken->warnings) {
    require(warning.message.ends_with('.'));
    require(!warning.span || warning.span->end <= taken->text.size());
  }
  checkBlocks(*taken);
}

/// Gives the bytes to the import under a name of the fuzzer's choice.
inline void importAs(const char* name, const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  checkImport(importer::importDocument({bytes, name}, {.maxBytes = 200'000}));
}

}  // namespace assay::fuzz
