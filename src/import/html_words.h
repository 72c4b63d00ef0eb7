// What the names of a page's elements say: classes, ids and roles, word by word.
//
// The web has no standard for them, but habits: "sidebar", "related-links", "js-comments". The
// words are in one table (html_words.cpp); none of them is of one site or one article.
//
// Pure functions, safe from every thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/html_tree.h"
#include "model/document.h"

namespace assay::importer {

/// "relatedLinks js-Box_2" as related, links, js, box, 2: cut at signs and at capitals.
[[nodiscard]] std::vector<std::string> nameWords(std::string_view names);

/// Classes or id say that the element is beside the article: advertising, sharing, comments, …
[[nodiscard]] bool isNamedAside(const Node& node);

/// The page itself or a whole part of it; its names describe the site, not what is inside.
[[nodiscard]] bool isFrame(const Node& node);

/// Class or id say that it holds what readers wrote below the article.
[[nodiscard]] bool isNamedComments(const Node& node);

/// Never shown, or never text to read: hidden elements, navigation, forms' controls.
[[nodiscard]] bool isNeverRead(const Node& node);

/// caption, byline or pullQuote when class or id say so; body when they say nothing.
[[nodiscard]] model::BlockRole roleByName(const Node& node);

}  // namespace assay::importer
