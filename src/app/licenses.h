// What the program is made of, with whom to credit: `assay --version --licenses`.
#pragma once

#include <string_view>

namespace assay::app {

/// Libraries, fonts, models and the data they were learned from, each with its licence; lines of
/// text, ended by a line break.
[[nodiscard]] std::string_view licenses();

}  // namespace assay::app
