// A zip archive in memory, by libzip: the container of a DOCX.
//
// The same entries give the same bytes: entries carry no time of their own (1 January 1980, the
// first date the format knows) and stand in the order given. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace assay::report {

struct ZipEntry {
  std::string_view name;  ///< plain ASCII, "/" between folders; every name once
  std::string_view bytes;
};

/// The archive. internal when libzip refused something; the message carries its reason.
[[nodiscard]] base::Result<std::string> zipFile(std::span<const ZipEntry> entries);

}  // namespace assay::report
