// Files that are not read, recognised by their first bytes so that the refusal can name them; and
// how messages name what was given. Pure functions, safe from every thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::importer {

/// "a PDF", "a Word document (.docx)", "a picture (PNG)", … or nothing when the bytes are of none
/// of the kinds in the table. The view is to constant text.
[[nodiscard]] std::optional<std::string_view> knownKind(std::string_view bytes);

/// The beginning of a sentence about the input: its name, or "The pasted text".
[[nodiscard]] std::string subjectOf(std::string_view name);

}  // namespace assay::importer
