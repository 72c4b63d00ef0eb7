// Snapshots: the bytes of a source as they were at one moment, kept under their SHA-256.
//
// The value here is the description; the bytes travel beside it, since a list of sources must not
// carry them along.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace assay::model {

struct Snapshot {
  SnapshotId id;
  SourceId source;
  std::string name;    ///< of the file it was taken from: "minutes.pdf"; see plainFileName
  std::string sha256;  ///< of the bytes, 64 lower-case hexadecimal digits
  std::uint64_t size = 0;
  base::Millis takenAt = 0;

  bool operator==(const Snapshot&) const = default;
};

/// The name as a file of any system may be called: without folders, control characters and what
/// separates paths, not hidden, at most 120 characters and never empty.
[[nodiscard]] std::string plainFileName(std::string_view name);

/// True when a file of this name is shown by the desktop, not run: a document, a picture, a
/// recording, by its ending.
[[nodiscard]] bool isShownNotRun(std::string_view name);

/// "812 bytes", "14 KB", "3.2 MB".
[[nodiscard]] std::string sizeText(std::uint64_t bytes);

}  // namespace assay::model
