// A draft as it came in: text and blocks, before anything was looked for in it.
//
// The text of a plain-text file's document is the file itself, decoded, with CRLF as LF and
// nothing else changed, so that spans can be laid on the user's own file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace assay::model {

/// What a stretch of a draft is for.
enum class BlockRole : std::uint8_t {
  headline,
  deck,
  byline,
  dateline,
  body,
  subheading,
  caption,
  pullQuote,
  boilerplate,  ///< related links, app promotions, credits: greyed, not checked
};

struct BlockRoleInfo {
  BlockRole role;
  std::string_view id;    ///< in files: "pull_quote"
  std::string_view word;  ///< on the screen: "pull quote"
  bool checked;           ///< quotes and claims are looked for in it
};
[[nodiscard]] std::span<const BlockRoleInfo> blockRoles();
[[nodiscard]] const BlockRoleInfo& info(BlockRole role);
[[nodiscard]] std::optional<BlockRole> blockRoleById(std::string_view id);

/// A paragraph of a draft, without the line breaks around it. Blocks are in order, do not
/// overlap, and leave out nothing but white space.
struct Block {
  base::Span span;  ///< bytes of the document's text
  BlockRole role = BlockRole::body;
  bool given = false;  ///< the format or a person said the role; it is not to be guessed again

  bool operator==(const Block&) const = default;
};

/// Something a reader should know about how a text was taken in. Never fatal.
struct Warning {
  std::string message;             ///< a full sentence
  std::optional<base::Span> span;  ///< the place in the text, when there is one

  bool operator==(const Warning&) const = default;
};

/// Text and blocks of one draft.
struct Document {
  std::string title;   ///< from the format's own title or heading; may be empty
  std::string byline;  ///< "By …" as the format gives it; may be empty
  std::string url;     ///< where it was published, when the input says so
  std::string origin;  ///< the file it came from as the user named it, or "pasted text"
  std::string format;  ///< "text", "markdown", "html"
  std::string text;    ///< valid UTF-8, LF line ends, no NUL
  std::string sha256;  ///< of `text`, 64 hexadecimal digits
  std::vector<Block> blocks;
  std::vector<Warning> warnings;
};

}  // namespace assay::model
