// Where the texts and scorers lie that are not part of the repository.
//
// They stand in a folder `shared` beside the source tree, or where $ASSAY_SHARED says. A machine
// without them is a good machine: such tests are skipped, and say so. Nothing of these texts may
// be copied into a fixture.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace assay::test {

/// The folder, or nothing when it is not there.
[[nodiscard]] std::optional<std::filesystem::path> sharedDir();

/// `relative` inside the folder. Skips the running test, with a message, when it is not there.
[[nodiscard]] std::filesystem::path sharedOrSkip(std::string_view relative);

/// The root of the source tree, for assets and fixtures.
[[nodiscard]] std::filesystem::path sourceDir();

}  // namespace assay::test
