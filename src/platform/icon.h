// The window's icon, drawn by arithmetic: a sheet of paper with lines of text, one of them ticked.
//
// The same drawing as assets/icon/assay.svg. Pure. Units: pixels; RGBA bytes, rows from the top.
#pragma once

#include <cstdint>
#include <vector>

namespace assay::platform {

/// `side` × `side` pixels of 4 bytes.
[[nodiscard]] std::vector<std::uint8_t> iconPixels(int side);

}  // namespace assay::platform
