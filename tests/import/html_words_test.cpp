#include "import/html_words.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::importer {

using model::BlockRole;

namespace {

Node named(std::string_view element, std::string_view classes, std::string_view id = {}) {
  Node node;
  node.name = element;
  if (!classes.empty()) node.attributes.push_back({"class", std::string(classes)});
  if (!id.empty()) node.attributes.push_back({"id", std::string(id)});
  return node;
}

Node with(std::string_view element, std::string_view attribute, std::string_view value) {
  Node node;
  node.name = element;
  node.attributes.push_back({std::string(attribute), std::string(value)});
  return node;
}

}  // namespace

TEST_CASE("Names are cut into words at signs and capitals") {
  using Words = std::vector<std::string>;
  CHECK(nameWords("relatedLinks js-Box_2") == Words{"related", "links", "js", "box", "2"});
  CHECK(nameWords("SIDEBAR") == Words{"sidebar"});
  CHECK(nameWords("").empty());
  CHECK(nameWords(" -- ").empty());
}

TEST_CASE("Asides are told by whole words of class or id") {
  CHECK(isNamedAside(named("div", "article-sidebar")));
  CHECK(isNamedAside(named("div", "", "relatedStories")));
  CHECK(isNamedAside(named("div", "box ad")));
  CHECK(isNamedAside(named("div", "read-more")));
  CHECK_FALSE(isNamedAside(named("div", "read")));       // one word of a pair is not the pair
  CHECK_FALSE(isNamedAside(named("div", "more-read")));  // nor in the other order
  CHECK_FALSE(isNamedAside(named("div", "header-shadow load")));  // "ad" inside a word
  CHECK_FALSE(isNamedAside(named("div", "article-body")));
  CHECK_FALSE(isNamedAside(named("div", "")));
}

TEST_CASE("A post shown in an article is no aside though it is social") {
  CHECK(isNamedAside(named("div", "social-links")));
  CHECK_FALSE(isNamedAside(named("div", "social-media-embed")));
  CHECK_FALSE(isNamedAside(named("div", "tweet social")));
}

TEST_CASE("Comments are told apart from asides") {
  CHECK(isNamedComments(named("section", "", "comments")));
  CHECK(isNamedComments(named("div", "disqus_thread")));
  CHECK_FALSE(isNamedComments(named("div", "commentary")));
  CHECK_FALSE(isNamedAside(named("div", "comments")));
}

TEST_CASE("Frames are the page and its whole parts") {
  for (const char* frame : {"html", "body", "main", "article"}) {
    CHECK(isFrame(named(frame, "")));
  }
  CHECK_FALSE(isFrame(named("div", "article")));
  CHECK_FALSE(isFrame(named("section", "comments")));
}

TEST_CASE("Navigation, controls and hidden elements are never read") {
  for (const char* element : {"nav", "aside", "footer", "button", "select", "textarea", "iframe",
                              "svg", "title", "dialog"}) {
    CAPTURE(element);
    CHECK(isNeverRead(named(element, "")));
  }
  for (const char* element : {"p", "div", "main", "article", "header", "form", "section", "td"}) {
    CAPTURE(element);
    CHECK_FALSE(isNeverRead(named(element, "")));
  }
  CHECK(isNeverRead(with("div", "hidden", "")));
  CHECK(isNeverRead(with("div", "style", "color: red; Display : None")));
  CHECK(isNeverRead(with("p", "style", "visibility:hidden")));
  CHECK_FALSE(isNeverRead(with("p", "style", "display:block")));
  CHECK(isNeverRead(with("div", "role", "Navigation")));
  CHECK(isNeverRead(with("div", "role", "complementary")));
  CHECK_FALSE(isNeverRead(with("div", "role", "main")));
}

TEST_CASE("Captions, bylines and pull quotes are told by name") {
  CHECK(roleByName(named("p", "wp-caption-text")) == BlockRole::caption);
  CHECK(roleByName(named("div", "byline")) == BlockRole::byline);
  CHECK(roleByName(named("div", "pull-quote")) == BlockRole::pullQuote);
  CHECK(roleByName(named("blockquote", "pullquote")) == BlockRole::pullQuote);
  CHECK(roleByName(named("p", "lead")) == BlockRole::body);
  // A site that names its body so would make everything a caption.
  CHECK(roleByName(named("body", "caption-on")) == BlockRole::body);
  CHECK(roleByName(named("section", "caption")) == BlockRole::body);
}

}  // namespace assay::importer
