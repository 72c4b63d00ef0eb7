// Puts a document together block by block, for formats whose text is not the file itself.
//
// The text made here is one blank line between blocks and a line end at the very end, so that it
// reads well when printed; inside a block a line break is a break the author made.
//
// Owns the document until `take`. One thread. Units: bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "model/document.h"

namespace assay::importer {

/// Runs of blanks, tabs and no-break spaces as one blank; a run that holds a line feed as one line
/// feed; nothing at the ends; soft hyphens dropped. What a reader of the page sees.
[[nodiscard]] std::string collapsed(std::string_view text);

/// Only the blanks at line ends and the empty lines at both ends dropped, for preformatted text.
[[nodiscard]] std::string untrailed(std::string_view text);

/// The span without white space (Unicode's) at both ends, at grapheme boundaries; empty when there
/// is nothing else in it. A combining mark on a blank keeps the blank.
[[nodiscard]] base::Span trimmedSpan(std::string_view text, base::Span span);

class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::size_t maxBlocks) : maxBlocks_(maxBlocks) {}

  /// Appends a block; text without a visible character is passed over. False when the block would
  /// be one too many: then nothing is added any more.
  bool add(std::string_view text, model::BlockRole role, bool given = false);

  /// Puts a block before all others.
  void addFirst(std::string_view text, model::BlockRole role, bool given);

  [[nodiscard]] bool full() const { return full_; }
  [[nodiscard]] bool empty() const { return document_.blocks.empty(); }
  [[nodiscard]] model::Document& document() { return document_; }

  /// The finished document; the builder is spent.
  [[nodiscard]] model::Document take();

 private:
  std::size_t maxBlocks_;
  bool full_ = false;
  model::Document document_;
};

}  // namespace assay::importer
