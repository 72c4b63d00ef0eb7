// Care of a store without a session: copies, salvage, the record as text, words taken out by order.
//
// A thin face over store/maintenance.h, which says what each does, for rooms that must not see the
// store. Paths are the operating system's. Thread: any, one call at a time.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/session.h"
#include "base/result.h"
#include "store/maintenance.h"

namespace assay::app {

[[nodiscard]] base::Result<store::VerifyReport> backUp(const std::filesystem::path& store,
                                                       const std::filesystem::path& target);
[[nodiscard]] base::Result<store::VerifyReport> restore(const std::filesystem::path& backup,
                                                        const std::filesystem::path& target);
[[nodiscard]] base::Result<store::SalvageReport> salvage(const std::filesystem::path& damaged,
                                                         const std::filesystem::path& target);
/// Every event as a line of JSON, without its line feed. Gives the number of lines.
[[nodiscard]] base::Result<std::uint64_t> exportEvents(
    const std::filesystem::path& store,
    const std::function<base::Result<void>(std::string_view line)>& line);
/// Makes the store when it is not there. `next` gives a line, or nothing at the end.
[[nodiscard]] base::Result<store::ImportReport> importEvents(
    const std::filesystem::path& store, const std::function<std::optional<std::string>()>& next);
/// Gives the number of changes in which asterisks took the place of `words`.
[[nodiscard]] base::Result<std::uint64_t> redact(const SessionOptions& options,
                                                 const Environment& environment,
                                                 std::string_view words, std::string_view reason);

}  // namespace assay::app
