// Golden files: output that was looked at once by a person and must not change unnoticed.
//
// They stand in tests/golden/. `./dev approve` runs the tests with ASSAY_APPROVE=1: then every
// checked output is written over its file, and the difference is reviewed as a change in git.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace assay::test {

/// Fails the running test unless `actual` is byte for byte tests/golden/`name`; the failure shows
/// the first lines that differ. With ASSAY_APPROVE=1 it writes the file instead.
void checkGolden(std::string_view name, std::string_view actual);

/// What checkGolden prints: nothing when the texts are equal, else a line diff around the first
/// difference ("-" expected, "+" actual), at most 12 lines of each side.
[[nodiscard]] std::optional<std::string> difference(std::string_view expected,
                                                    std::string_view actual);

}  // namespace assay::test
