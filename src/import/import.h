// From the bytes of a file to a Document: the one way a text comes into the program.
//
// Not here: finding anything in the text (extract/), reading files from a disk (base/, app/), and
// any access to the network. What is taken in is never executed and never fetched.
//
// A plain-text document's text is the file itself, decoded, with LF line ends and without a byte
// order mark, so that spans can be laid on the user's own file. Markdown and HTML become readable
// plain text, one blank line between blocks.
//
// Ownership: everything is copied out; nothing refers to the input after the call.
// Thread: pure functions without shared state, safe from every thread; `Job` may be cancelled from
// another one. No exception leaves this room.
// Units: bytes, half-open spans into Document::text at grapheme boundaries.
//
// The namespace is `importer`, because `import` is a keyword of C++20.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/job.h"
#include "base/result.h"
#include "model/document.h"

namespace assay::importer {

/// What is to be taken in.
struct Input {
  std::string bytes;
  std::string name;  ///< file name as the user gave it, or "pasted text"
};

/// What is refused, so that no file can take the program down.
struct Limits {
  std::uint64_t maxBytes = 50'000'000;  ///< of the input
  std::size_t maxBlocks = 200'000;      ///< of the document
};

enum class Format : std::uint8_t { text, markdown, html };

/// The format's word in Document::format: "text", "markdown", "html".
[[nodiscard]] std::string_view formatId(Format format);

/// The files that can be taken in, for help texts and messages: ".txt, .md and .html".
[[nodiscard]] std::string readableFiles();

/// Which format the input is in: by the extension of its name; without one that is known, by its
/// look. An HTML page named .txt stays text, since the name is what the user said. unsupported
/// when the bytes are of a known other kind (a PDF, a picture, …), whatever the name.
[[nodiscard]] base::Result<Format> formatOf(std::string_view name, std::string_view bytes);

/// Takes in one draft. The result has text, blocks, SHA-256, origin, format and, where the input
/// says so, title, byline and web address. Things worth a look (a guessed encoding, hidden
/// direction marks) are warnings of the document.
///
/// invalidInput: nothing in it, or bytes that are no text; the message says which byte.
/// unsupported: a kind of file that is not read. tooLarge: over a limit. cancelled.
[[nodiscard]] base::Result<model::Document> importDocument(const Input& input,
                                                           const Limits& limits = {},
                                                           const base::Job& job = {});

}  // namespace assay::importer
