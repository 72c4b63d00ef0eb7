#include "import/html_words.h"

#include <algorithm>
#include <array>

#include "import/ascii.h"

namespace assay::importer {

using model::BlockRole;

namespace {

// Names are compared word by word and whole, so that "ad" is not found in "header". Two words in
// one row count only when they follow each other: "read more" is an invitation, "read" is not.

// What readers wrote.
constexpr std::array<std::string_view, 6> kCommentNames{"comment", "comments", "commentlist",
                                                        "respond", "disqus",   "replies"};

// What an article shows of somebody else's, which is part of it.
constexpr std::array<std::string_view, 3> kEmbedNames{"embed", "embedded", "tweet"};

// clang-format off
constexpr std::array kAsideNames{std::to_array<std::string_view>({
    // Advertising and what asks for money or an address.
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsense", "banner",
    "promo", "promos", "promotion", "sponsor", "sponsored", "sponsors", "outbrain", "taboola",
    "newsletter", "newsletters", "signup", "sign up", "subscribe", "subscription", "optin",
    "paywall", "login",
    // Ways through the site.
    "menu", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "pagination", "pager",
    "search", "skip", "toolbar", "sidebar", "footer", "widget", "widgets", "tags", "tag list",
    // Other articles.
    "related", "relatedposts", "recommended", "recommendations", "recirc", "trending", "popular",
    "most read", "read more", "read next", "more from", "up next", "see also", "also read",
    // Sharing.
    "share", "sharing", "sharedaddy", "shares", "sharebar", "shoutbox", "social",
    // What stands over or below every page.
    "cookie", "cookies", "consent", "gdpr", "popup", "modal", "overlay", "copyright",
    "disclaimer", "author bio", "author box", "about author",
})};
// clang-format on

struct RoleName {
  BlockRole role;
  std::string_view name;
};

constexpr std::array kRoleNames{
    RoleName{BlockRole::caption, "caption"},      RoleName{BlockRole::caption, "figcaption"},
    RoleName{BlockRole::byline, "byline"},        RoleName{BlockRole::pullQuote, "pullquote"},
    RoleName{BlockRole::pullQuote, "pull quote"},
};

bool namedBy(std::string_view name, const std::vector<std::string>& words) {
  const std::size_t blank = name.find(' ');
  const std::string_view first = name.substr(0, blank);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != first) continue;
    if (blank == std::string_view::npos) return true;
    if (i + 1 < words.size() && words[i + 1] == name.substr(blank + 1)) return true;
  }
  return false;
}

template <class Names>
bool isNamed(const Node& node, const Names& names) {
  for (const std::string_view attribute : {"class", "id"}) {
    const std::vector<std::string> words = nameWords(node.attribute(attribute));
    if (words.empty()) continue;  // most elements have no names: no walk through the table
    if (std::any_of(names.begin(), names.end(),
                    [&](std::string_view name) { return namedBy(name, words); })) {
      return true;
    }
  }
  return false;
}

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// By the element's own markup; style sheets are not read.
bool isHidden(const Node& node) {
  if (node.has("hidden")) return true;
  std::string style = lower(node.attribute("style"));
  std::erase_if(style, isMarkupBlank);
  return contains(style, "display:none") || contains(style, "visibility:hidden");
}

}  // namespace

std::vector<std::string> nameWords(std::string_view names) {
  std::vector<std::string> words;
  bool inside = false;
  char before = 0;
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    const bool digit = c >= '0' && c <= '9';
    // "relatedLinks" is two words, "SIDEBAR" one.
    const bool hump = upper && before >= 'a' && before <= 'z';
    if (!letter && !digit) {
      inside = false;
    } else {
      if (!inside || hump) words.emplace_back();
      words.back() += lower(c);
      inside = true;
    }
    before = c;
  }
  return words;
}

bool isNamedAside(const Node& node) {
  // A post shown inside an article is part of it: it is what somebody said.
  return isNamed(node, kAsideNames) && !isNamed(node, kEmbedNames);
}

bool isFrame(const Node& node) {
  // "#page" is the root that html_tree.h puts above everything.
  constexpr std::array<std::string_view, 5> kFrames{"html", "body", "main", "article", "#page"};
  return std::find(kFrames.begin(), kFrames.end(), node.name) != kFrames.end();
}

bool isNamedComments(const Node& node) { return isNamed(node, kCommentNames); }

bool isNeverRead(const Node& node) {
  constexpr std::array<std::string_view, 18> kElements{
      "nav",   "aside", "footer", "button", "input", "select", "textarea", "iframe", "object",
      "embed", "svg",   "canvas", "audio",  "video", "map",    "title",    "dialog", "option"};
  constexpr std::array<std::string_view, 9> kRoles{"navigation",  "complementary", "menu",
                                                   "menubar",     "dialog",        "banner",
                                                   "contentinfo", "search",        "alert"};
  if (std::find(kElements.begin(), kElements.end(), node.name) != kElements.end()) return true;
  const std::string role = lower(node.attribute("role"));
  if (std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end()) return true;
  return isHidden(node);
}

BlockRole roleByName(const Node& node) {
  // A site may name its whole body after a feature ("caption-on"): only small parts have roles.
  if (isFrame(node) || node.is("section")) return BlockRole::body;
  for (const std::string_view attribute : {"class", "id", "itemprop", "rel"}) {
    const std::vector<std::string> words = nameWords(node.attribute(attribute));
    if (words.empty()) continue;
    for (const RoleName& row : kRoleNames) {
      if (namedBy(row.name, words)) return row.role;
    }
  }
  return BlockRole::body;
}

}  // namespace assay::importer
