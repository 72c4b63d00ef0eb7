// A web page reduced to what a browser would build from it: tags and attributes, without words.
//
// A small strict reader of the pages this program writes; anything else (an attribute without
// quotes, a tag that is not closed) fails the test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::test {

/// One entry a tag, in order: its name and attributes, with the values of those that carry words
/// of the data (content, title, aria-label) or links replaced by "…".
[[nodiscard]] std::vector<std::string> htmlSkeleton(std::string_view page);

/// The values of all href attributes, entities resolved.
[[nodiscard]] std::vector<std::string> htmlLinks(std::string_view page);

/// The words between the tags of `page`, entities resolved; without the style sheet.
[[nodiscard]] std::string htmlWords(std::string_view page);

}  // namespace assay::test
