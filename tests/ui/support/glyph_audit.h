// Looks at the last frame as an eye would: letters cut off at an edge, letters on top of letters.
//
// Reads the draw lists, so it sees whatever was drawn, by whatever call. Letters are told from
// other shapes by their place in the font texture. Above and below, panels scroll, and cutting is
// meant; to the sides nothing does.
#pragma once

#include <string>
#include <vector>

namespace assay::test {

/// What is wrong, one line each, with the place on the screen; empty for a good frame. To be called
/// after a frame was drawn.
[[nodiscard]] std::vector<std::string> glyphFaults();

}  // namespace assay::test
