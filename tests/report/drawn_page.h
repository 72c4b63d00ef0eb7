// A PDF of one page in a font that is drawn, for looking at and reading back.
//
// Apart from the tests because it needs Pango, whose flags do not go with the header that all tests
// share. Same bytes at every call on one machine.
#pragma once

#include <string>
#include <string_view>

namespace assay::test {

/// The letters (ASCII) of the machine's "DejaVu Sans", drawn one by one.
[[nodiscard]] std::string drawnPage(std::string_view letters);

}  // namespace assay::test
