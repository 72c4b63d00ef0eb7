// From bytes to UTF-8: byte order marks, declared and guessed encodings, line ends.
//
// Not here: telling formats apart (formats.h), and white space or markup in the text.
//
// Order of trust: a byte order mark; bytes that are valid UTF-8; what the page says itself (HTML);
// ICU's guess, when it is sure enough and the result holds no characters that no text has. What
// was guessed is said in a warning. Everything else is refused with the byte that broke the rule.
//
// Pure functions, safe from every thread. Units: bytes of the input in messages, counted from 0.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace assay::importer {

struct Decoded {
  std::string text;  ///< valid UTF-8 without byte order mark and NUL; line ends are LF
  std::vector<model::Warning> warnings;
};

/// Decodes a whole input. `subject` begins the messages; `declared` is the encoding the input
/// claims for itself, or empty. invalidInput when it is binary or in no encoding known here.
[[nodiscard]] base::Result<Decoded> decode(std::string_view bytes, std::string_view subject,
                                           std::string_view declared = {});

/// The encoding an HTML page names in its first 4,096 bytes (`<meta charset=…>`, `http-equiv`, or
/// an XML declaration), or empty.
[[nodiscard]] std::string declaredCharset(std::string_view html);

}  // namespace assay::importer
