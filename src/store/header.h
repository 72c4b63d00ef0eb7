// The first 100 bytes of an SQLite file: is it a store of ours, and of which schema?
//
// Pure functions over bytes (https://www.sqlite.org/fileformat.html, section 1.3). Nothing is
// opened or changed here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace assay::store {

inline constexpr std::size_t kHeaderSize = 100;

/// ok for the header of a store this program can open; else unsupported or corrupt with the whole
/// sentence. `path` is for the sentence only.
[[nodiscard]] base::Result<void> checkHeader(std::string_view header,
                                             const std::filesystem::path& path);

/// user_version of a header that checkHeader accepts.
[[nodiscard]] std::int32_t schemaVersionOf(std::string_view header);

/// Gives `count` bytes of a file from `offset` on, fewer at its end and when they cannot be read.
using ReadAt = std::function<std::string(std::uint64_t offset, std::size_t count)>;

/// The header as it was before an interrupted transaction: the first bytes of page 1 in a rollback
/// journal that is complete enough to be played back. Nothing when the journal has no such page.
/// Reads a few bytes of each record only, however large the journal is.
[[nodiscard]] std::optional<std::string> headerInJournal(const ReadAt& journal);

}  // namespace assay::store
