// What each paragraph is for: headline, byline, dateline, body, caption, boilerplate …
//
// Works on the text alone, from the shape of a paragraph and the wording that newsrooms put
// around articles. Roles that a format or a person gave are left alone. Nothing is thrown away:
// boilerplate is only not read by the layers above. A credit at the end of a caption becomes a
// block of its own, so that "(Reuters/…)" is not taken for a statement; of a post that came with
// its element (embedded_posts.h) the author becomes a caption and the words body.
//
// Thread: pure functions. Units: bytes of the text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace assay::extract {

/// The blocks with their roles settled, in order. Without blocks the text is cut at its line
/// breaks. Never fails; time grows with the length of the text.
[[nodiscard]] std::vector<model::Block> settleBlocks(std::string_view text,
                                                     std::span<const model::Block> blocks);

/// The first headline's text, or empty.
[[nodiscard]] std::string headlineOf(std::string_view text, std::span<const model::Block> blocks);

/// Where the text of a paragraph begins behind "SKERROW (AP) — "; 0 when there is no such place.
[[nodiscard]] std::size_t datelineLength(std::string_view paragraph);

/// Is this the wording of a promotion, a related link, a newsletter or a technical line?
[[nodiscard]] bool looksLikeBoilerplate(std::string_view paragraph);

/// Where a photo credit begins inside a caption ("… on Monday. (Reuters/A. Name)"), or npos.
[[nodiscard]] std::size_t creditStart(std::string_view paragraph);

}  // namespace assay::extract
