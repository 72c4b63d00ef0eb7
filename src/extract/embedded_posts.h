// Posts of a social network that a page carried into the article's text with their element:
// <tweet author="name" …>what it says</tweet>.
//
// What the post says is somebody's words; the element around it is not text at all. Any element
// with an attribute for its author counts, whatever it is called.
//
// Thread: pure functions. Units: bytes of the paragraph.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace assay::extract {

struct EmbeddedPost {
  std::optional<base::Span> author;  ///< the name without its "@", when the attribute holds one
  base::Span said;                   ///< between the element's tags
};

/// The post that a paragraph consists of; none when it is something else or says less than three
/// words. Time grows with the length of the paragraph.
[[nodiscard]] std::optional<EmbeddedPost> embeddedPost(std::string_view paragraph);

}  // namespace assay::extract
