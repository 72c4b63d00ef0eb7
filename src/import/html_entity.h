// Character references of HTML, for Markdown, which leaves them as written: "&nbsp;", "&#8212;".
#pragma once

#include <string>
#include <string_view>

namespace assay::importer {

/// The character a reference stands for, as UTF-8. U+FFFD for numbers that are no character; a
/// name that is not known is given back as it was written. Pure.
[[nodiscard]] std::string entityText(std::string_view reference);

}  // namespace assay::importer
