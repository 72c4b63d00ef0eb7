#include "import/html_meta.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "import/ascii.h"
#include "import/document_builder.h"
#include "import/html_runs.h"
#include "import/html_words.h"
#include "model/evidence.h"

namespace assay::importer {

namespace {

// An element named "author" can also hold a biography.
constexpr std::size_t kLongestByline = 120;

// In reading order; the depth of a page is limited, so recursion is safe.
template <class Visit>
void visit(const Node& node, Visit& work) {
  work(node);
  for (const Node* child : node.children) visit(*child, work);
}

bool isWord(std::string_view value, std::string_view word) {
  const std::vector<std::string> words = nameWords(value);
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Vote fails | The Herald" as "Vote fails": the name is what follows the last sign of this kind,
// when it is short beside what stands before it.
std::string withoutSite(const std::string& title, const std::string& site) {
  constexpr std::array<std::string_view, 7> kSigns{" | ", " – ", " — ", " - ", " · ", " • ", " » "};
  std::size_t cut = std::string::npos;
  std::size_t length = 0;
  for (const std::string_view sign : kSigns) {
    const std::size_t at = title.rfind(sign);
    if (at != std::string::npos && (cut == std::string::npos || at > cut)) {
      cut = at;
      length = sign.size();
    }
  }
  if (cut == std::string::npos) return title;
  const std::string_view name = std::string_view(title).substr(cut + length);
  const bool known = !site.empty() && equalAnyCase(name, site);
  const bool isShort = name.size() * 2 < cut && std::count(name.begin(), name.end(), ' ') < 4;
  return known || isShort ? title.substr(0, cut) : title;
}

// Everything that may be the answer; metaOf chooses.
struct Found {
  std::string ogTitle;
  std::string title;
  std::string site;
  std::string canonical;
  std::string ogUrl;
  std::string metaAuthor;
  std::string markedAuthor;
};

// Pages say things twice; the first time is for people, later ones are for programs.
void setOnce(std::string& field, std::string_view value) {
  if (field.empty()) field = collapsed(value);
}

void readMeta(const Node& node, Found& found) {
  const std::string_view content = node.attribute("content");
  const std::string property = lower(node.attribute("property"));
  const std::string name = lower(node.attribute("name"));
  if (property == "og:title") setOnce(found.ogTitle, content);
  if (property == "og:url") setOnce(found.ogUrl, content);
  if (property == "og:site_name") setOnce(found.site, content);
  // Some sites give the address of the author's page instead of a name.
  const bool author = name == "author" || property == "author" || property == "article:author" ||
                      name == "byl" || name == "dc.creator";
  if (author && !model::isWebAddress(content)) setOnce(found.metaAuthor, content);
}

void readMarkedAuthor(const Node& node, Found& found) {
  const bool marked = isWord(node.attribute("rel"), "author") ||
                      isWord(node.attribute("itemprop"), "author") ||
                      roleByName(node) == model::BlockRole::byline;
  if (!marked || !found.markedAuthor.empty()) return;
  std::string text = node.is("meta") ? std::string(node.attribute("content")) : textOf(node);
  const std::size_t size = base::codePointCount(text);
  if (size > 1 && size <= kLongestByline) setOnce(found.markedAuthor, text);
}

}  // namespace

PageMeta metaOf(const Page& page) {
  Found found;
  const auto read = [&](const Node& node) {
    if (node.is("meta")) readMeta(node, found);
    if (node.is("title") && found.title.empty()) found.title = textOf(node);
    if (node.is("link") && isWord(node.attribute("rel"), "canonical")) {
      setOnce(found.canonical, node.attribute("href"));
    }
    if (!node.isText()) readMarkedAuthor(node, found);
  };
  visit(page.root(), read);

  PageMeta meta;
  meta.title = withoutSite(found.ogTitle.empty() ? found.title : found.ogTitle, found.site);
  meta.byline = found.metaAuthor.empty() ? found.markedAuthor : found.metaAuthor;
  for (const std::string& url : {found.canonical, found.ogUrl}) {
    if (meta.url.empty() && model::isWebAddress(url)) meta.url = url;
  }
  return meta;
}

std::string headlineOf(const Page& page, const std::string& title) {
  std::vector<std::string> headings;
  const auto read = [&](const Node& node) {
    if (!node.is("h1")) return;
    std::string text = textOf(node);
    if (!text.empty()) headings.push_back(std::move(text));
  };
  visit(page.root(), read);
  // Either may be the longer one: titles are cut for search engines, headings for the layout.
  const std::string key = base::searchKey(title);
  for (const std::string& heading : headings) {
    const std::string own = base::searchKey(heading);
    if (!key.empty() &&
        (own.find(key) != std::string::npos || key.find(own) != std::string::npos)) {
      return heading;
    }
  }
  const bool sole = headings.size() == 1 || (title.empty() && !headings.empty());
  return sole ? headings.front() : std::string();
}

}  // namespace assay::importer
