// The program's name and version, as it signs its reports.
#pragma once

#include <string_view>

namespace assay::app {

/// "0.1.0", from the top CMakeLists.txt.
[[nodiscard]] std::string_view version();
/// "Assay 0.1.0".
[[nodiscard]] std::string_view programName();

}  // namespace assay::app
